package text

import (
	"math"
	"strings"
	"testing"

	"github.com/nutrigap/nutrigap/internal/report"
)

// sparkOf is the line that is drawn for a week or more of one nutrient with a target of 100 mg; a negative
// amount stands for an unknown one.
func sparkOf(width int, amounts ...float64) string {
	target := 100.
	s := &report.Summary{Nutrients: []report.Nutrient{{Key: "magnesium_mg", Target: &target}}}
	for _, v := range amounts {
		n := report.DayNutrient{Key: "magnesium_mg", Coverage: 1}
		if v >= 0 {
			n.Amount = &v
		}
		s.Days = append(s.Days, report.Day{Nutrients: report.Listed(n)})
	}
	p := newPage(s, Options{Width: width})
	p.spark(&s.Nutrients[0])
	return strings.TrimSpace(p.b.String())
}

func TestSparklineShowsEachDay(t *testing.T) {
	test := func(name, got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	test("from nothing to the target", sparkOf(80, 0, 50, 100), "▁▅█  each day; full height: 100 mg")
	test("more than the target raises the full height", sparkOf(80, 100, 200), "▅█  each day; full height: 200 mg")
	test("unknown is a dash and no low day", sparkOf(80, 50, -1, 50), "▅–▅  each day; full height: 100 mg")
	test("one day draws nothing", sparkOf(80, 50), "")

	year := make([]float64, 365)
	for i := range year {
		year[i] = 50
	}
	test("a year in weeks that fit", sparkOf(80, year...), strings.Repeat("▅", 27)+"  14 days each; full height: 100 mg")
}

func TestDaysThatDoNotCountDrawNothingLow(t *testing.T) {
	amount := 10.
	s := &report.Summary{Days: []report.Day{
		{SetApart: true, Nutrients: report.Listed(report.DayNutrient{Key: "iron_mg", Amount: &amount, Coverage: 1})},
		{Nutrients: report.Listed(report.DayNutrient{Key: "iron_mg", Amount: &amount, Coverage: 0.2})},
	}}
	for i, v := range newPage(s, Options{}).series("iron_mg") {
		if !math.IsNaN(v) {
			t.Errorf("day %d is drawn as %v", i+1, v)
		}
	}
}
