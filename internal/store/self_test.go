package store_test

import (
	"errors"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/store"
)

func mustSelf(t *testing.T, db *store.DB) *store.Self {
	t.Helper()
	s, err := db.Self(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestWhatAPersonSaysComesBack(t *testing.T) {
	db := openAt(t, filepath.Join(t.TempDir(), "diary.db"))
	for _, answers := range []map[string]string{
		{"sex": "female", "diet": "vegan", "height": "170"},
		{"diet": "vegetarian", "height": ""}, // said otherwise, and taken back
	} {
		if err := db.SetProfile(t.Context(), answers); err != nil {
			t.Fatal(err)
		}
	}
	for date, marks := range map[int][]string{1: {"fasting", "complete"}, 2: {"not-tracked", ""}} {
		for _, mark := range marks {
			if err := db.MarkDay(t.Context(), march(date), mark); err != nil {
				t.Fatal(err)
			}
		}
	}
	cramps := diary.Symptom{Date: march(2), Symptom: "cramps", Severity: 6, Note: "at night"}
	fatigue := diary.Symptom{Date: march(1), Symptom: "fatigue"}
	if added, err := db.AddSymptoms(t.Context(), cramps, fatigue, cramps); err != nil || added != 2 {
		t.Errorf("%d added, error %v, want 2: the same is not kept twice", added, err)
	}
	today := diary.DateOf(clock())
	want := &store.Self{
		Profile:  map[string]store.Answer{"sex": {Text: "female", On: today}, "diet": {Text: "vegetarian", On: today}},
		Marks:    map[diary.Date]string{march(1): "complete"},
		Symptoms: []store.LoggedSymptom{{Number: 2, Symptom: fatigue}, {Number: 1, Symptom: cramps}},
	}
	if diff := cmp.Diff(want, mustSelf(t, db)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestEachPersonSaysItOfThemselves(t *testing.T) {
	db := openAt(t, filepath.Join(t.TempDir(), "diary.db"))
	anna := db.As("Anna")
	var unknown *store.UnknownPersonError
	if _, err := anna.Self(t.Context()); !errors.As(err, &unknown) {
		t.Errorf("error %v, want that Anna is not known", err)
	}
	if _, err := anna.AddSymptoms(t.Context(), diary.Symptom{Date: march(1), Symptom: "cramps", Severity: 3}); err != nil {
		t.Fatal(err)
	}
	if n := len(mustSelf(t, db).Symptoms); n != 0 {
		t.Errorf("%d symptoms of Anna are mine", n)
	}
	if _, err := db.RemoveSymptom(t.Context(), 1); !errors.Is(err, store.ErrNoSymptom) {
		t.Errorf("error %v, want that hers is out of reach", err)
	}
	if removed, err := anna.RemoveSymptom(t.Context(), 1); err != nil || removed.Severity != 3 {
		t.Errorf("removed %+v, error %v", removed, err)
	}
	if n := len(mustSelf(t, anna).Symptoms); n != 0 {
		t.Errorf("%d symptoms are left", n)
	}
}

func TestASeverityOutOfRangeIsRefusedWhole(t *testing.T) {
	db := openAt(t, filepath.Join(t.TempDir(), "diary.db"))
	_, err := db.AddSymptoms(t.Context(),
		diary.Symptom{Date: march(1), Symptom: "cramps", Severity: 1},
		diary.Symptom{Date: march(2), Symptom: "cramps", Severity: 11})
	if err == nil || len(mustSelf(t, db).Symptoms) != 0 {
		t.Errorf("error %v, want one and nothing kept", err)
	}
}
