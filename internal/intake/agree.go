package intake

import (
	"math"

	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// labelTolerance is how far a label may be from what is in the food, as a share (US 21 CFR 101.9(g)).
const labelTolerance = 0.2

// agreeOn are the values that tell foods apart and that nearly every diary has, each with a difference in
// its own unit that says nothing: labels round, and a tea is a tea with 2 kcal or with 9.
var agreeOn = []struct {
	id    nutrient.ID
	slack float64
}{
	{nutrient.Energy, 15},
	{nutrient.Protein, 2},
	{nutrient.Carbohydrate, 3},
	{nutrient.Fat, 2},
}

// agree reports whether foods can be what a diary describes: whatever both know of energy, protein,
// carbohydrate and fat is about the same. The diary knows the energy; foods that don't can't agree.
func agree(stated, foods *nutrient.Amounts) bool {
	if _, known := foods[nutrient.Energy].Known(); !known {
		return false
	}
	for _, on := range agreeOn {
		a, knownA := stated[on.id].Known()
		b, knownB := foods[on.id].Known()
		if knownA && knownB && math.Abs(a-b) > max(on.slack, labelTolerance*a) {
			return false
		}
	}
	return true
}
