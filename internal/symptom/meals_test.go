package symptom

import (
	"testing"

	"github.com/nutrigap/nutrigap/internal/nutrient"
)

func TestEveryPairingRestsOnAnInteraction(t *testing.T) {
	effects := map[string]string{}
	for _, r := range table[interactionRow](t, "interactions.csv") {
		effects[r.Nutrient+" "+r.With] = r.Effect
	}
	want := map[string]string{"beside": "helps", "apart": "hinders"}
	for _, r := range table[mealRow](t, "meals.csv") {
		if effect := effects[r.Nutrient+" "+r.With]; effect == "" || effect != want[r.How] {
			t.Errorf("%s %s %s: interactions.csv says %q", r.Nutrient, r.How, r.With, effect)
		}
		if _, known := nutrient.ByKey(r.InFood); known == (r.Words != "") || known != (r.Least > 0) || r.Source == "" {
			t.Errorf("food is known by a nutrient or by words, and has a source: %+v", r)
		}
	}
	pairings := load(t).Pairings(nutrient.Iron)
	if len(pairings) != 3 || !pairings[0].Beside || pairings[0].Nutrient != nutrient.VitaminC || pairings[1].Beside || pairings[2].Nutrient != nutrient.Calcium {
		t.Errorf("iron: %+v", pairings)
	}
	for _, p := range pairings {
		if p.Text == "" {
			t.Errorf("a pairing has no sentence: %+v", p)
		}
	}
}
