package suggest

import (
	"strconv"

	"pgregory.net/rapid"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// draw draws a diary with gaps and limits, and foods of one portion of 100 g.
func draw(t *rapid.T, mostFoods int) ([]Offer, []Gap, []Limit) {
	var gaps []Gap
	for _, id := range []nutrient.ID{nutrient.Magnesium, nutrient.Iron, nutrient.VitaminC}[:rapid.IntRange(1, 3).Draw(t, "gaps")] {
		amount := rapid.Float64Range(0, 99).Draw(t, "amount")
		gaps = append(gaps, Gap{id, amount, amount + rapid.Float64Range(0.5, 100).Draw(t, "missing")})
	}
	limits := []Limit{{nutrient.Sodium, rapid.Float64Range(0, 4000).Draw(t, "sodium"), 2300}, {nutrient.Iron, gaps[0].Amount, 200}}
	var offers []Offer
	for i := range rapid.IntRange(0, mostFoods).Draw(t, "foods") {
		f := &food.Food{
			Code: strconv.Itoa(i), Name: "food " + strconv.Itoa(i), Portions: []food.Portion{{Amount: 1, Grams: 100, Kind: food.Usual}},
			Category: rapid.SampledFrom([]string{"Apples", "Citrus juice", "Fish"}).Draw(t, "category"),
		}
		for _, most := range []struct {
			id nutrient.ID
			v  int
		}{{nutrient.Energy, 400}, {nutrient.Magnesium, 100}, {nutrient.Iron, 60}, {nutrient.VitaminC, 90}, {nutrient.Sodium, 600}} {
			f.Per100g[most.id] = nutrient.Of(float64(rapid.IntRange(0, most.v).Draw(t, most.id.Key())))
		}
		o, ok := NewOffer(f, limits)
		if !ok {
			t.Fatal("a whole food makes no offer")
		}
		o.Familiar = rapid.Bool().Draw(t, "familiar")
		offers = append(offers, o)
	}
	return offers, gaps, limits
}
