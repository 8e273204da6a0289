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
	reviewKcal float64                // energy that rests on foods for review
	drink      bool
}

// Eat joins an entry with the foods recognised in it. A nutrient that some of its foods lack is the sum
// of the others, and known for their part of the entry only. Foods fill what the diary doesn't know only
// where they agree with what it does know: others were taken for the wrong food or the wrong amount.
func Eat(entry *diary.Entry, items []match.Item, values Values) Eaten {
	e := Eaten{Entry: entry, Items: items, drink: isDrink(entry, items)}
	if values != Table {
		e.Amounts = entry.Nutrients
	}
	if values == Diary {
		items = nil
	}
	foods := addItems(items, isSupplement(entry))
	e.all = foods.all
	kcal, stated := e.Amounts[nutrient.Energy].Known()
	if stated && !agree(&e.Amounts, &foods.amounts) {
		foods = itemSum{}
	}
	switch {
	case stated:
		e.all = weighFood(kcal)
	case len(items) == 0:
		e.all = weighUnknown(isSupplement(entry))
	default:
		e.reviewKcal = foods.reviewKcal
	}
	for id := range e.Amounts {
		if _, known := e.Amounts[id].Known(); known {
			e.Origins[id], e.known[id] = FromDiary, e.all
			continue
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
	return e
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
		w := weighUnknown(supplement || item.Kind == match.ByDose)
		if kcal, known := item.Amounts[nutrient.Energy].Known(); known {
			w = weighFood(kcal)
			if item.Status == match.Review {
				sum.reviewKcal += kcal
			}
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
