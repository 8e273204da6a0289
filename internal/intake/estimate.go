package intake

import (
	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// guess is what the parts of an entry without a value usually hold, and what those parts weigh.
type guess struct {
	amount [nutrient.Count]float64
	weight [nutrient.Count]weight
}

// guessItems fills in foods that lack a value with the median of their category for each gram.
func guessItems(items []match.Item, supplement bool) (g guess) {
	for i := range items {
		item := &items[i]
		if item.Food == nil || item.Weight.Grams <= 0 || supplement || allKnown(&item.Amounts) {
			continue
		}
		d, ok := densityOf(item.Food.Category)
		if !ok {
			continue
		}
		for id, q := range item.Amounts {
			if _, known := q.Known(); known {
				continue
			}
			if v, ok := d.inGrams(nutrient.ID(id), item.Weight.Grams); ok {
				g.amount[id] += v
				g.weight[id].add(weightOf(item, supplement))
			}
		}
	}
	return g
}

func allKnown(a *nutrient.Amounts) bool {
	for _, q := range a {
		if q.State != nutrient.Measured {
			return false
		}
	}
	return true
}

// guessEnergy fills in an entry of known energy whose one food was found and couldn't be weighed.
func guessEnergy(items []match.Item, kcal float64, all weight) (g guess) {
	if len(items) != 1 || items[0].Food == nil || items[0].Weight.Grams > 0 {
		return g
	}
	d, ok := densityOf(items[0].Food.Category)
	if !ok {
		return g
	}
	for id := range g.amount {
		if v, ok := d.inEnergy(nutrient.ID(id), kcal); ok {
			g.amount[id], g.weight[id] = v, all
		}
	}
	return g
}

// minShare is the share of a day, 0 to 1, that must have a value, its own or its category's, before the
// rest of the day may be taken to be as rich.
const minShare = 0.5

// best is the best estimate of a day's intake. What is known counts as it is, what is unknown of a food
// as the median of its category for each gram, or for its energy where its weight is unknown, and what
// then remains, mostly foods that nobody recognised, as the other foods of the day. Supplements stand for
// nothing but themselves: a pill makes no meal richer.
func best(amount, supplement nutrient.Quantity, of, all weight, guessed float64, share weight) nutrient.Quantity {
	known, some := amount.Known()
	share.add(of)
	covered := share.of(all)
	if covered < minShare {
		return nutrient.Quantity{State: unlessKnown(amount.State)}
	}
	pills, _ := supplement.Known()
	if !some && guessed == 0 {
		return nutrient.Quantity{State: amount.State}
	}
	foods := max(known-pills, 0) + guessed
	return nutrient.Of(max(known, pills+foods/covered))
}

// unlessKnown is the state of an estimate that can't be made.
func unlessKnown(s nutrient.State) nutrient.State {
	if s == nutrient.Measured {
		return nutrient.Unknown
	}
	return s
}
