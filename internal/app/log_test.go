package app

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/report"
)

func TestLogRepeatsTheDiaryInOrderOfDate(t *testing.T) {
	stated := entry(4, 2, "own shake", "1 cup")
	stated.Nutrients[nutrient.Energy] = nutrient.Of(300)
	records := []diary.Record{entry(2, 2, "spinach", "100 g"), entry(3, 1, "gruel", "1 bowl"), stated}

	s, _ := ask(t, Question{}, records...)
	if len(s.Log) > 0 {
		t.Errorf("nobody asked for the log, but there are %d rows", len(s.Log))
	}
	s, _ = ask(t, Question{Log: true}, records...)
	grams := 100.
	want := []report.LogRow{
		{Date: "2026-03-01", Food: "gruel", Amount: "1 bowl", Row: "march.csv:3", Status: "unmatched"},
		{Date: "2026-03-02", Food: "spinach", Amount: "100 g", Row: "march.csv:2", Status: "accepted",
			Found:   []report.Found{{Food: "Spinach, raw", Code: "1", Grams: &grams, Confidence: 0.9}},
			Amounts: []report.Part{{Key: "energy_kcal", Amount: 20}, {Key: "magnesium_mg", Amount: 80}}},
		{Date: "2026-03-02", Food: "own shake", Amount: "1 cup", Row: "march.csv:4", Status: "stated",
			Amounts: []report.Part{{Key: "energy_kcal", Amount: 300}}},
	}
	if diff := cmp.Diff(want, s.Log, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("log (-want +got):\n%s", diff)
	}
	wantFoods := []report.Eaten{
		{Food: "own shake", Times: 1, Amounts: []report.Part{{Key: "energy_kcal", Amount: 300}}},
		{Food: "Spinach, raw", Code: "1", Times: 1, Grams: &grams, Amounts: want[1].Amounts},
		{Food: "gruel", Times: 1},
	}
	if diff := cmp.Diff(wantFoods, s.Foods, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("foods (-want +got):\n%s", diff)
	}
}

func TestLongLogSaysWhatItLeavesOut(t *testing.T) {
	records := make([]diary.Record, keptLog+3)
	for i := range records {
		records[i] = entry(i+2, 1, "spinach", "100 g")
	}
	s, _ := ask(t, Question{Log: true}, records...)
	if len(s.Log) != keptLog || s.LogMore != 3 {
		t.Errorf("the log has %d rows and leaves out %d, want %d and 3", len(s.Log), s.LogMore, keptLog)
	}
}
