package myfitnesspal

import (
	"strings"
	"testing"

	"github.com/nutrigap/nutrigap/internal/nutrient"
)

func TestSplitAmount(t *testing.T) {
	for text, want := range map[string][2]string{
		"Onions, raw, 0.5 cup, chopped":                      {"Onions, raw", "0.5 cup, chopped"},
		"Angus Beef - Hamburger Patty 1/3 lb, 1 patty 151g.": {"Angus Beef - Hamburger Patty 1/3 lb", "1 patty 151g."},
		"thrive life - freeze dried kale, 1.13 C":            {"thrive life - freeze dried kale", "1.13 C"},
		"Sweet Potato - Roasted Slices, 0.75 lb(s)":          {"Sweet Potato - Roasted Slices", "0.75 lb(s)"},
		"Milk, 2% fat, 1 cup":                                {"Milk, 2% fat", "1 cup"},
		"Milk, 1 cup, 2% fat":                                {"Milk", "1 cup, 2% fat"},
		"Seeds, sunflower, with salt added, 1/2 cup":         {"Seeds, sunflower, with salt added", "1/2 cup"},
		"House special":                                      {"House special", ""},
		"7 up":                                               {"7 up", ""},
		"":                                                   {"", ""},
	} {
		if food, amount := splitAmount(text); food != want[0] || amount != want[1] {
			t.Errorf("%q: %q and %q, want %q", text, food, amount, want)
		}
	}
}

func TestDailyValues(t *testing.T) {
	for base, want := range map[string]map[nutrient.ID]float64{
		"":     {},
		"2016": {nutrient.VitaminA: 900, nutrient.VitaminC: 90, nutrient.Calcium: 1300, nutrient.Iron: 18},
		"1995": {nutrient.VitaminC: 60, nutrient.Calcium: 1000, nutrient.Iron: 18},
	} {
		got, err := dailyValues(base)
		if err != nil || len(got) != len(want) {
			t.Errorf("%q: %v, %v", base, got, err)
		}
		for id, amount := range want {
			if got[id] != amount {
				t.Errorf("%q: %s is %v, want %v", base, id, got[id], amount)
			}
		}
	}
	if _, err := dailyValues("2020"); err == nil || !strings.Contains(err.Error(), "2016, 1995") {
		t.Errorf("unknown base: %v", err)
	}
	for _, v := range allDailyValues() {
		heading, ok := nutrient.ParseHeading(layout().Meant([]string{v.heading})[0])
		if !ok || heading.ID != v.id || !heading.Own() {
			t.Errorf("100%% of %s is %v %s, and its column is read as %+v", v.heading, v.amount, v.id.Unit(), heading)
		}
	}
}
