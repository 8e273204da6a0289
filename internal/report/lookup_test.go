package report

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLookups(t *testing.T) {
	s := &Summary{
		Days: []Day{{Nutrients: Listed(DayNutrient{Key: "iron_mg"})}},
		Nutrients: []Nutrient{
			{Key: "iron_mg", Name: "Iron!", Status: StatusPossible},
			{Key: "zinc_mg", Status: StatusAdequate},
			{Key: "calcium_mg", Status: StatusShortfall},
			{Key: "caffeine_mg"},
			{Key: "copper_mg", Status: "from the future"},
		},
	}
	keys := func(ns []*Nutrient) (keys []string) {
		for _, n := range ns {
			keys = append(keys, n.Key)
		}
		return keys
	}
	if d := cmp.Diff([]string{"iron_mg", "calcium_mg"}, keys(s.WithStatus(StatusShortfall, StatusPossible))); d != "" {
		t.Errorf("the Summary's order is kept: -want +got\n%s", d)
	}
	if d := cmp.Diff([]string{"caffeine_mg", "copper_mg"}, keys(s.Unjudged())); d != "" {
		t.Errorf("an unknown status is not lost: -want +got\n%s", d)
	}
	for key, want := range map[string]string{"iron_mg": "Iron!", "zinc_mg": "zinc", "x": "x"} {
		if got := s.NameOf(key); got != want {
			t.Errorf("NameOf(%s) = %q, want %q", key, got, want)
		}
	}
	if s.Days[0].Nutrient("iron_mg") == nil || s.Days[0].Nutrient("zinc_mg") != nil {
		t.Error("Day.Nutrient finds what is there and nothing else")
	}
}
