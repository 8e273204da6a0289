package report

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/nutrigap/nutrigap/internal/lang"
)

// side is a report of some days with one nutrient.
func side(mean, coverage float64, days int, spread *float64) *Summary {
	return &Summary{
		Reference: "dri", Focus: []string{"magnesium_mg"}, Period: Period{DaysLogged: days, DaysCounted: days},
		Nutrients: []Nutrient{{Key: "magnesium_mg", Name: "magnesium", Unit: "mg", Mean: &mean, Coverage: coverage, Days: days, Spread: spread, Status: StatusPossible}},
	}
}

func TestCompareSaysHowSureAChangeIs(t *testing.T) {
	sd := 85.9 // of magnesium in women, IOM 2000, Table B-2
	c := Compare([]string{"before", "after"}, []*Summary{side(212, 0.9, 7, &sd), side(298, 0.9, 7, &sd)})
	// z = 86 / (85.9 * sqrt(2/7)) = 1.873, of which the normal distribution leaves 0.031.
	want := 0.9695
	got := c.Nutrients[0].Change
	if diff := cmp.Diff(&Change{Difference: 86, Sure: &want}, got, cmpopts.EquateApprox(0, 1e-4)); diff != "" {
		t.Errorf("change (-want +got):\n%s", diff)
	}
	if text := got.Confidence(lang.English()); text != "96%" {
		t.Errorf("it reads as %s sure, want 96%%: never more than it is", text)
	}
}

func TestCompareCallsNothingAChangeThatMayBeUnknown(t *testing.T) {
	sd := 85.9
	for name, second := range map[string]*Summary{
		"too little is known": side(100, 0.7, 7, &sd),
		"no such nutrient":    {Reference: "dri", Focus: []string{"magnesium_mg"}, Period: Period{DaysLogged: 7}},
	} {
		c := Compare([]string{"a", "b"}, []*Summary{side(212, 0.9, 7, &sd), second})
		if c.Nutrients[0].Change != nil {
			t.Errorf("%s, but there is a change: %+v", name, c.Nutrients[0].Change)
		}
	}
	c := Compare([]string{"a", "b"}, []*Summary{side(212, 0.9, 7, &sd), side(100, 0.9, 7, nil)})
	if change := c.Nutrients[0].Change; change == nil || change.Sure != nil {
		t.Errorf("without a spread there is a difference and no confidence, got %+v", change)
	}
}

func TestCompareWarnsOfUnlikeSides(t *testing.T) {
	sd := 85.9
	other := side(212, 0.9, 2, &sd)
	other.Reference, other.Tool.TableDigest = "efsa", "sha256:2"
	c := Compare([]string{"a", "b"}, []*Summary{side(212, 0.9, 7, &sd), other})
	want := []string{
		"The reference values are not the same, so the percentages are not of the same amounts.",
		"The nutrient tables are not the same; a difference may come from them.",
		"b: only 2 days; a few days say little about what somebody usually eats.",
	}
	if diff := cmp.Diff(want, c.Cautions); diff != "" {
		t.Errorf("cautions (-want +got):\n%s", diff)
	}
}

func TestMoreDaysMakeAChangeSurer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sd := rapid.Float64Range(1, 200).Draw(t, "spread")
		a, b := rapid.Float64Range(0, 500).Draw(t, "first"), rapid.Float64Range(0, 500).Draw(t, "second")
		n := rapid.IntRange(1, 60).Draw(t, "days")
		sure := func(a, b float64, n int) float64 {
			return *change(&side(a, 1, n, &sd).Nutrients[0], &side(b, 1, n, &sd).Nutrients[0]).Sure
		}
		if sure(a, b, n) < 0.5 || sure(a, b, n+1) < sure(a, b, n)-1e-12 {
			t.Errorf("%d days: %v sure, one more: %v", n, sure(a, b, n), sure(a, b, n+1))
		}
		if math.Abs(sure(a, b, n)-sure(b, a, n)) > 1e-12 {
			t.Error("there and back differ")
		}
	})
}
