package html

import (
	"slices"
	"testing"

	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/reporttest"
)

func TestLinesOfAChart(t *testing.T) {
	of := func(v float64) *float64 { return &v }
	p := newPage(&report.Summary{})
	tests := []struct {
		n    report.Nutrient
		top  float64
		want []string
	}{
		{report.Nutrient{Key: "iron_mg", Target: of(18), TargetKind: "RDA", EAR: of(8.1), UL: of(45)}, 115, []string{"RDA 18 mg", "EAR 8.1 mg"}},
		{report.Nutrient{Key: "iron_mg", Target: of(18), TargetKind: "PRI", EAR: of(8.1), EARKind: "AR", UL: of(45)}, 250, []string{"UL 45 mg", "PRI 18 mg", "AR 8.1 mg"}},
		{report.Nutrient{Key: "sodium_mg", Target: of(1500), TargetKind: "AI", CDRR: of(2300), CDRRKind: "CDRR"}, 200, []string{"CDRR 2,300 mg", "AI 1,500 mg"}},
	}
	for _, test := range tests {
		var got []string
		for _, l := range p.levels(&test.n, test.top) {
			got = append(got, l.Label)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

func TestNamesOfLinesDoNotTouch(t *testing.T) {
	for _, lines := range [][]float64{{0, 0, 0}, {10, 12}, {50, 95, 96}, {96, 96, 96}, {}, {40}} {
		moved := slices.Clone(lines)
		apart(moved)
		for i, y := range moved {
			if y < 12 || y > field || i > 0 && y-moved[i-1] < 12 {
				t.Errorf("%v is moved to %v", lines, moved)
			}
		}
	}
}

func TestDaysSetApartArePale(t *testing.T) {
	s := reporttest.Load(t, "good-week")
	s.Days[2].SetApart = true
	for _, c := range newPage(s).ChartList() {
		for i, bar := range c.Bars {
			if bar.Apart != (i == 2) {
				t.Errorf("%s, day %d: pale %v", c.Name, i, bar.Apart)
			}
		}
	}
}
