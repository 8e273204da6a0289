package app_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nutrigap/nutrigap/internal/app"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/symptom"
)

func mustBook(t testing.TB) *symptom.Book {
	t.Helper()
	book, err := symptom.Load()
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func TestReadSymptoms(t *testing.T) {
	const table = "\ufeffNote,Severity,Symptom,Date\nat night,6,Muscle Cramps,2026-03-01\n,11,cramps,2026-03-01\n,2,crmaps,2026-03-02\n,0,fatigue,soon\n,0,fatigue\n\n,0,fatigue,2026-03-03\n"
	felt, refused, err := app.ReadSymptoms(mustBook(t), "felt.csv", strings.NewReader(table))
	if err != nil {
		t.Fatal(err)
	}
	want := []diary.Symptom{
		{Date: diary.Date{Year: 2026, Month: 3, Day: 1}, Symptom: "cramps", Severity: 6, Note: "at night"},
		{Date: diary.Date{Year: 2026, Month: 3, Day: 3}, Symptom: "fatigue"},
	}
	if diff := cmp.Diff(want, felt); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	for i, reason := range []string{
		`felt.csv:3: severity "11": it is a whole number from 0 to 10`, `felt.csv:4: "crmaps" is no symptom`,
		`felt.csv:5: "soon" is not a date`, `felt.csv:6: "" is not a date`,
	} {
		if i >= len(refused) || !strings.HasPrefix(refused[i].Error(), reason) {
			t.Errorf("refused %v, want %s", refused, reason)
		}
	}
}

func TestATableWithoutItsColumnsIsRefused(t *testing.T) {
	for _, text := range []string{"", "date,symptom\n2026-03-01,cramps\n"} {
		if _, _, err := app.ReadSymptoms(mustBook(t), "x.csv", strings.NewReader(text)); err == nil || !strings.HasPrefix(err.Error(), "x.csv:1: ") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func FuzzReadSymptoms(f *testing.F) {
	f.Add("date,symptom,severity,note\n2026-03-01,cramps,6,x\n2026-03-01,\"cramps\",\n")
	book := mustBook(f)
	f.Fuzz(func(t *testing.T, text string) {
		felt, refused, err := app.ReadSymptoms(book, "x", strings.NewReader(text))
		if rows := strings.Count(text, "\n") + strings.Count(text, "\r") + 1; err == nil && len(felt)+len(refused) > rows {
			t.Errorf("%d rows out of %d lines", len(felt)+len(refused), rows)
		}
		for _, s := range felt {
			if s.Severity < 0 || s.Severity > diary.MaxSeverity || s.Date.IsZero() || book.NameOf(s.Symptom) == "" {
				t.Errorf("read %+v", s)
			}
		}
	})
}
