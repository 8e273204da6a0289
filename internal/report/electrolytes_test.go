package report

import (
	"slices"
	"strings"
	"testing"

	"github.com/nutrigap/nutrigap/internal/assess"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

func TestSaltsAndWaterComeUpTogether(t *testing.T) {
	f := ate(t)
	if s := Build(f); s.Electrolytes != nil {
		t.Errorf("only magnesium is low, but: %+v", s.Electrolytes)
	}
	f.Person.Conditions = []diary.Condition{diary.HeavySweating}
	e := Build(f).Electrolytes
	if e == nil || !slices.Equal(e.Nutrients, []string{"sodium_mg", "potassium_mg", "calcium_mg", "magnesium_mg", "water_g"}) {
		t.Fatalf("somebody who sweats a lot reads %+v", e)
	}
	if !strings.Contains(e.Notes[0], "heavy sweating") || !strings.Contains(e.Notes[len(e.Notes)-1], "No drinks are written down") {
		t.Errorf("the notes are %q", e.Notes)
	}
	f.Person.Conditions = nil
	f.Symptoms = []diary.Symptom{{Date: diary.Date{Year: 2026, Month: 3, Day: 1}, Symptom: "cramps", Severity: 2}}
	if Build(f).Electrolytes == nil {
		t.Error("cramps do not bring up salts and water")
	}
}

func TestSaltsAndWaterComeUpWhereMostAreLow(t *testing.T) {
	day := map[nutrient.ID]float64{nutrient.Energy: 2000, nutrient.Magnesium: 100, nutrient.Calcium: 300, nutrient.Potassium: 900, nutrient.Sodium: 2000}
	if e := Build(findings(t, day, day, day)).Electrolytes; e == nil {
		t.Error("three of five are low, and nothing is said of them together")
	}
}

// TestWaterCountsOnlyWithDrinks: the water in food alone is no drink, whatever it adds up to.
func TestWaterCountsOnlyWithDrinks(t *testing.T) {
	day := map[nutrient.ID]float64{nutrient.Energy: 2000, nutrient.Water: 3000}
	f := findings(t, day, day, day)
	water := Build(f).Nutrient("water_g")
	if water.Status != StatusCannotTell || !strings.Contains(water.Verdict, "No drinks are written down") || water.Coverage != 0 {
		t.Errorf("without a drink: %+v", water)
	}
	for i := range f.Counted.Days {
		f.Counted.Days[i].Drinks = 1
	}
	f.Means = assess.Period(f.Counted.Days, f.Needs)
	if water := Build(f).Nutrient("water_g"); water.Status != StatusAdequate || water.Coverage != 1 {
		t.Errorf("with drinks: %+v", water)
	}
}
