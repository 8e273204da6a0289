// Package intake turns what was eaten into nutrients a day: it joins the values that a diary gives with
// those of the foods that were recognised in it, adds them up, and says how much of the result is known.
//
// Its rule: nothing is created or lost, so that the day is the sum of its entries and every amount can be
// traced to a food. It refuses to count the unknown as zero: what nobody knows lowers the coverage.
package intake

import (
	"fmt"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Values says whose figures count.
type Values string

// The choices of whose figures count.
const (
	Diary Values = "diary" // the diary's alone
	Fill  Values = "fill"  // the diary's, and the table's where the diary doesn't know
	Table Values = "table" // the table's alone
)

// ParseValues reads a choice as a person types it.
func ParseValues(text string) (Values, error) {
	switch v := Values(text); v {
	case Diary, Fill, Table:
		return v, nil
	}
	return "", fmt.Errorf("%q is not known; use diary, fill, table", text)
}

// Origin says where a value comes from.
type Origin uint8

// The origins of a value.
const (
	Nowhere   Origin = iota // the value is unknown
	FromDiary               // the diary itself gives it
	FromTable               // the recognised foods give it, or a dose that their text states
)

// Eaten is one entry with its nutrients.
type Eaten struct {
	Entry   *diary.Entry
	Items   []match.Item // the foods recognised in the entry
	Amounts nutrient.Amounts
	Origins [nutrient.Count]Origin

	all        weight                 // what the entry weighs in the day
	known      [nutrient.Count]weight // how much of that has a value
	guess      guess                  // what the unknown parts usually hold
	reviewKcal float64                // energy that rests on foods for review
	drink      bool
	quick      bool             // energy without a food: a "quick add"
	pills      nutrient.Amounts // the part that comes from supplements
}

// Eat joins an entry with the foods recognised in it. A nutrient that some of its foods lack is the sum
// of the others, and known for their part of the entry only. Foods fill what the diary doesn't know only
// where they agree with what it does know: others were taken for the wrong food or the wrong amount.
func Eat(entry *diary.Entry, items []match.Item, values Values) Eaten {
	e := Eaten{Entry: entry, Items: items, drink: isDrink(entry, items), quick: isQuickAdd(entry)}
	if values != Table {
		e.Amounts = entry.Nutrients
	}
	if values == Diary {
		items = nil
	}
	supplement := isSupplement(entry)
	foods := addItems(items, supplement)
	e.all, e.guess = foods.all, guessItems(items, supplement)
	kcal, stated := e.Amounts[nutrient.Energy].Known()
	if stated && !agree(&e.Amounts, &foods.amounts) {
		foods, e.guess = itemSum{}, guessEnergy(items, kcal, weighFood(kcal))
	}
	switch {
	case stated:
		e.all = weighFood(kcal)
	case len(items) == 0:
		e.all = weighUnknown(supplement)
	default:
		e.reviewKcal = foods.reviewKcal
	}
	for id := range e.Amounts {
		if _, known := e.Amounts[id].Known(); known {
			e.Origins[id], e.known[id] = FromDiary, e.all
			e.guess.amount[id], e.guess.weight[id] = 0, weight{}
			continue
		}
		if stated && foods.all != (weight{}) {
			e.guess.weight[id] = e.all.times(e.guess.weight[id].of(foods.all))
		}
		if _, known := foods.amounts[id].Known(); !known {
			continue // keeps what the diary says of it: unknown, or not recorded
		}
		e.Amounts[id], e.Origins[id] = foods.amounts[id], FromTable
		e.known[id] = foods.known[id]
		if stated {
			e.known[id] = e.all.times(foods.known[id].of(foods.all))
		}
	}
	e.pills = pills(&e, items, supplement)
	return e
}

// pills is the part of an entry that comes from supplements: all of it where the diary's app files it
// there, else the doses that its text states.
func pills(e *Eaten, items []match.Item, supplement bool) (sum nutrient.Amounts) {
	if supplement {
		return e.Amounts
	}
	for i := range items {
		if items[i].Kind != match.ByDose {
			continue
		}
		for id, q := range items[i].Amounts {
			if e.Origins[id] == FromTable {
				sum[id] = plus(sum[id], q)
			}
		}
	}
	return sum
}

// itemSum is what the foods of one entry add up to.
type itemSum struct {
	amounts    nutrient.Amounts
	all        weight
	known      [nutrient.Count]weight
	reviewKcal float64
}

func addItems(items []match.Item, supplement bool) itemSum {
	var sum itemSum
	for i := range items {
		item := &items[i]
		w := weightOf(item, supplement)
		if item.Status == match.Review {
			sum.reviewKcal += w.kcal
		}
		sum.all.add(w)
		for id, q := range item.Amounts {
			sum.amounts[id] = plus(sum.amounts[id], q)
			if _, known := q.Known(); known {
				sum.known[id].add(w)
			}
		}
	}
	return sum
}

func weightOf(item *match.Item, supplement bool) weight {
	if kcal, known := item.Amounts[nutrient.Energy].Known(); known {
		return weighFood(kcal)
	}
	return weighUnknown(supplement || item.Kind == match.ByDose)
}

// plus adds what is known of two quantities. Nothing known stays unknown, unless both were not recorded.
func plus(a, b nutrient.Quantity) nutrient.Quantity {
	x, knownA := a.Known()
	y, knownB := b.Known()
	switch {
	case knownA && knownB:
		return nutrient.Of(x + y)
	case knownA:
		return a
	case knownB:
		return b
	case a.State == b.State:
		return a
	}
	return nutrient.Quantity{}
}
