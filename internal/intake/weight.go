package intake

// weight is how much a stretch of a diary counts for coverage. That is its energy; but a food whose
// energy nobody knows, mostly one that wasn't recognised, must lower the coverage and not vanish from it.
// It counts as much as the average known food of the same day. Drinks and sweeteners that are as good as
// free of energy don't pull that average down, and supplements, which are no food, weigh nothing.
type weight struct {
	kcal    float64 // known energy
	foods   float64 // foods with known energy, calorie-free ones aside
	unknown float64 // foods of unknown energy
	items   float64 // everything, for a day without any energy
}

// calorieFree is the energy, in kcal a serving, below which a food may be called calorie free
// (US 21 CFR 101.60(b)).
const calorieFree = 5

// averageFood, in kcal, stands in for the day's average where no food of the day has known energy; it
// only has to be large beside the calorie-free drinks.
const averageFood = 100

func weighFood(kcal float64) weight {
	w := weight{kcal: kcal, items: 1}
	if kcal >= calorieFree {
		w.foods = 1
	}
	return w
}

func weighUnknown(supplement bool) weight {
	if supplement {
		return weight{items: 1}
	}
	return weight{unknown: 1, items: 1}
}

func (w *weight) add(v weight) {
	w.kcal += v.kcal
	w.foods += v.foods
	w.unknown += v.unknown
	w.items += v.items
}

func (w weight) times(n float64) weight {
	return weight{kcal: w.kcal * n, foods: w.foods * n, unknown: w.unknown * n, items: w.items * n}
}

// of is the share, 0 to 1, that w is of all. Where all has no energy it is the share of the items.
func (w weight) of(all weight) float64 {
	each := float64(averageFood)
	if all.foods > 0 {
		each = all.kcal / all.foods
	}
	if total := all.kcal + each*all.unknown; total > 0 {
		return min(1, (w.kcal+each*w.unknown)/total)
	}
	if all.items == 0 {
		return 0
	}
	return min(1, w.items/all.items)
}
