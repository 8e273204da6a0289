package intake

import (
	"cmp"
	"slices"

	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// FoodSum is what one food brought over all logged days.
type FoodSum struct {
	Food  string // the table's name; the diary's words where the diary gave values; "day total" where it names no food
	Code  string // the table's code, empty where the diary gave values or nothing was found
	Times int    // how often it was logged

	// Grams are those of all times, unknown where a single one is.
	Grams nutrient.Quantity
	// Amounts are the sums of what is known, unknown where nothing is.
	Amounts nutrient.Amounts
}

// addFoods books an entry as its foods where all that is known comes from them, else as a whole under its
// own name: what the diary says of an entry can't be shared out among the foods.
func (t *Totals) addFoods(e *Eaten) {
	if !slices.Contains(e.Origins[:], FromTable) || slices.Contains(e.Origins[:], FromDiary) {
		t.addFood(foodKey{name: e.Entry.Label()}, &e.Amounts, gramsOf(e.Items))
		return
	}
	for i := range e.Items {
		item := &e.Items[i]
		t.addFood(keyOf(item), &item.Amounts, gramsOf(e.Items[i:i+1]))
	}
}

func (t *Totals) addFood(key foodKey, amounts *nutrient.Amounts, grams nutrient.Quantity) {
	f := t.eaten[key]
	if f == nil {
		t.eaten[key] = &FoodSum{Food: key.name, Code: key.code, Times: 1, Grams: grams, Amounts: *amounts}
		return
	}
	f.Times++
	f.Grams = both(f.Grams, grams)
	for id := range f.Amounts {
		f.Amounts[id] = plus(f.Amounts[id], amounts[id])
	}
}

// gramsOf is the weight of foods, unknown unless every one of them has one.
func gramsOf(items []match.Item) (sum nutrient.Quantity) {
	for i := range items {
		if items[i].Weight.Grams <= 0 {
			return nutrient.Quantity{}
		}
		sum = plus(sum, nutrient.Of(items[i].Weight.Grams))
	}
	return sum
}

// both is the sum of two quantities that are both known.
func both(a, b nutrient.Quantity) nutrient.Quantity {
	x, knownA := a.Known()
	y, knownB := b.Known()
	if !knownA || !knownB {
		return nutrient.Quantity{}
	}
	return nutrient.Of(x + y)
}

// Foods lists what was eaten, the most energy first; without known energy the most frequent first.
// Together they are the sum of all days.
func (t *Totals) Foods() []FoodSum {
	t.bookHelpings()
	foods := make([]FoodSum, 0, len(t.eaten))
	for _, f := range t.eaten {
		foods = append(foods, *f)
	}
	slices.SortFunc(foods, func(a, b FoodSum) int {
		x, _ := a.Amounts[nutrient.Energy].Known()
		y, _ := b.Amounts[nutrient.Energy].Known()
		return cmp.Or(cmp.Compare(y, x), cmp.Compare(b.Times, a.Times), cmp.Compare(a.Food, b.Food), cmp.Compare(a.Code, b.Code))
	})
	return foods
}
