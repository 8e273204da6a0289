package intake

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// nuts is an item of the category whose density the tests know, of so many grams.
func nuts(grams float64, known amounts) match.Item {
	i := item("Nuts", known)
	i.Food.Category, i.Weight = "Nuts and seeds", food.Weight{Grams: grams}
	return i
}

func TestBestEstimates(t *testing.T) {
	const mg = nutrient.Magnesium
	d, _ := densityOf("Nuts and seeds")
	thirty, _ := d.inGrams(mg, 30)
	byEnergy, _ := d.inEnergy(mg, 180)
	full := Eat(entry("stew", amounts{nutrient.Energy: 180, mg: 50}), nil, Diary)
	for _, tt := range []struct {
		name  string
		eaten []Eaten
		want  nutrient.Quantity
	}{
		{"all known", []Eaten{full}, nutrient.Of(50)},
		{
			"a weighed food without a value counts as its category",
			[]Eaten{full, Eat(entry("nuts", nil), []match.Item{nuts(30, amounts{nutrient.Energy: 180})}, Fill)},
			nutrient.Of(50 + thirty),
		},
		{
			"a food whose weight is unknown counts by its energy",
			[]Eaten{full, Eat(entry("nuts", amounts{nutrient.Energy: 180}), []match.Item{nuts(0, nil)}, Fill)},
			nutrient.Of(50 + byEnergy),
		},
		{
			"what nobody recognised counts as the rest of the day",
			[]Eaten{full, Eat(entry("?", amounts{nutrient.Energy: 60}), nil, Fill)},
			nutrient.Of(50 / 0.75),
		},
		{
			"a pill makes no meal richer",
			[]Eaten{full, Eat(entry("?", amounts{nutrient.Energy: 60}), nil, Fill), pill(mg, 100)},
			nutrient.Of(100 + 50/0.75),
		},
		{
			"more than half of the day would be a guess",
			[]Eaten{full, Eat(entry("?", amounts{nutrient.Energy: 200}), nil, Fill)},
			nutrient.Quantity{},
		},
		{"nothing known", []Eaten{Eat(entry("?", amounts{nutrient.Energy: 60}), nil, Fill)}, nutrient.Quantity{}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := day(t, tt.eaten...).Best(mg)
			if got.State != tt.want.State || !near(got.Value, tt.want.Value) {
				t.Errorf("%v, want %v", got, tt.want)
			}
		})
	}
}

// pill is a supplement as an app files it.
func pill(id nutrient.ID, amount float64) Eaten {
	e := entry("Tablet", amounts{id: amount})
	e.Category = "Supplements"
	return Eat(e, nil, Diary)
}

func TestSupplementsAreCountedApart(t *testing.T) {
	d := day(t, Eat(entry("stew", amounts{nutrient.Energy: 180, nutrient.Magnesium: 50}), nil, Diary), pill(nutrient.Magnesium, 100))
	compare(t, nutrient.Of(150), d.Amount(nutrient.Magnesium))
	compare(t, nutrient.Of(100), d.Supplement(nutrient.Magnesium))
	dose := match.Item{Text: "magnesium 200 mg", Kind: match.ByDose, Status: match.Accepted, Amounts: amounts{nutrient.Magnesium: 200}.all()}
	d = day(t, Eat(entry("magnesium 200 mg", nil), []match.Item{dose}, Fill))
	compare(t, nutrient.Of(200), d.Supplement(nutrient.Magnesium))
}

func TestQuickAddsAreEnergyWithoutAFood(t *testing.T) {
	for name, want := range map[string]int{
		"Quick Add": 1, "Quick-Added Calories": 1, "quick add (lunch)": 1, "quick oats": 0, "Quinoa": 0,
	} {
		if d := day(t, Eat(entry(name, amounts{nutrient.Energy: 500}), nil, Diary)); d.QuickAdds != want {
			t.Errorf("%q: %d quick adds, want %d", name, d.QuickAdds, want)
		}
	}
}

// TestEstimatesNeverFallBelowWhatIsKnown is what makes a verdict hold between its two ends.
func TestEstimatesNeverFallBelowWhatIsKnown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, d := range add(drawDiary(t)).Days() {
			for _, id := range nutrient.All() {
				q := d.Best(id)
				best, estimated := q.Known()
				amount, known := d.Amount(id).Known()
				if estimated && best < amount {
					t.Errorf("%v: estimated at %v, known are %v", nutrient.ID(id), best, amount)
				}
				if c := d.Coverage(id); known && c >= minShare && !estimated || known && near(c, 1) && !near(best, amount) {
					t.Errorf("%v: %v known at %v, estimated %v", nutrient.ID(id), amount, c, q)
				}
			}
		}
	})
}

func TestGuessesGoWhereTheDiaryKnows(t *testing.T) {
	e := &diary.Entry{Date: march1, Food: "nuts", Nutrients: amounts{nutrient.Energy: 180, nutrient.Magnesium: 10}.all()}
	d := day(t, Eat(e, []match.Item{nuts(30, amounts{nutrient.Energy: 180})}, Fill))
	compare(t, nutrient.Of(10), d.Best(nutrient.Magnesium))
}
