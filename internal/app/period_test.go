package app

import (
	"testing"

	"github.com/nutrigap/nutrigap/internal/assess"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/intake"
)

func TestSymptomsAreThoseOfThePeriod(t *testing.T) {
	day := func(n int) diary.Date { return diary.Date{Year: 2026, Month: 3, Day: n} }
	logged := []assess.Logged{{Day: &intake.Day{Date: day(3)}}, {Day: &intake.Day{Date: day(5)}}}
	var felt []diary.Symptom
	for n := 1; n <= 9; n++ {
		felt = append(felt, diary.Symptom{Date: day(n), Symptom: "cramps", Severity: n})
	}
	for _, tt := range []struct {
		name        string
		from, to    diary.Date
		first, last int
	}{
		{"the logged days where nobody says", diary.Date{}, diary.Date{}, 3, 5},
		{"one end", day(2), diary.Date{}, 2, 5},
		{"both ends", day(4), day(8), 4, 8},
	} {
		got := ofPeriod(Question{From: tt.from, To: tt.to, Symptoms: felt}, logged)
		if len(got) != tt.last-tt.first+1 || got[0].Severity != tt.first {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
	if got := ofPeriod(Question{Symptoms: felt}, nil); len(got) != 0 {
		t.Errorf("an empty diary has the symptoms %v", got)
	}
}
