package intake

import (
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Helping is one food of which the diary itself gives no figures, worked out so far that any amount of it is
// added to a day in a few dozen multiplications. It is what [Eat] makes of such an entry and no more: a diary
// of a million rows has a few thousand different ones.
type Helping struct {
	item   *match.Item
	grams  float64
	kcal   float64
	energy bool // kcal is known
	review bool
	state  nutrient.State // of the nutrients that nobody knows
	drink  bool
	quick  bool
	known  []part
	guess  []richness // of the nutrients that the food lacks

	// Where the food is booked; set when it first is.
	source *foodTally
	sum    *FoodSum
}

// part is what the helping holds of a nutrient.
type part struct {
	id     nutrient.ID
	amount float64
}

// richness is what the foods of a category usually hold in a gram.
type richness struct {
	id      nutrient.ID
	perGram nutrient.Quantity
}

// Plain reports whether an entry says no more than a food and its amount: no total, no category of an app
// and, where those count, no figures.
func Plain(entry *diary.Entry, values Values) bool {
	return entry.Level == diary.Food && entry.Category == "" &&
		(values == Table || values == Fill && recordsNothing(&entry.Nutrients))
}

func recordsNothing(amounts *nutrient.Amounts) bool {
	for id := range amounts {
		if amounts[id].State != nutrient.NotRecorded {
			return false
		}
	}
	return true
}

// NewHelping prepares a plain entry and the food found in it. It is not ok where that isn't one food with
// figures and a weight.
func NewHelping(entry *diary.Entry, items []match.Item, values Values) (h *Helping, ok bool) {
	if len(items) != 1 || items[0].Food == nil || items[0].Kind == match.ByDose || items[0].AmountErr != nil {
		return nil, false
	}
	kcal, energy := items[0].Amounts[nutrient.Energy].Known()
	h = &Helping{item: &items[0], grams: items[0].Weight.Grams, kcal: kcal, energy: energy, review: items[0].Status == match.Review, drink: isDrink(entry, items), quick: isQuickAdd(entry)}
	if values == Fill {
		h.state = nutrient.NotRecorded
	}
	d, usual := densityOf(h.item.Food.Category)
	for id, q := range h.item.Amounts {
		if v, known := q.Known(); known {
			h.known = append(h.known, part{nutrient.ID(id), v})
		} else if usual && h.item.Weight.Grams > 0 && d[id].State == nutrient.Measured {
			h.guess = append(h.guess, richness{nutrient.ID(id), d[id]})
		}
	}
	return h, len(h.known) > 0
}

// Kcal is the energy of so many times the helping, if it is known.
func (h *Helping) Kcal(times float64) (kcal float64, known bool) {
	return h.kcal * times, h.energy
}

// Grams is what the helping weighs.
func (h *Helping) Grams() float64 { return h.grams }

// AddHelping counts an entry that is so many times a helping, as [Totals.Add] would. A helping belongs to the
// totals that it is first added to.
func (t *Totals) AddHelping(date diary.Date, h *Helping, times float64) {
	d := t.day(date)
	w := weighUnknown(false)
	if h.energy {
		w = weighFood(h.kcal * times)
	}
	d.hear(h.state)
	d.note(h.drink, h.quick, false)
	d.all.add(w)
	t.kcal += w.kcal
	if h.review {
		t.reviewKcal += w.kcal
	}
	if h.sum == nil {
		t.keep(h)
	}
	grams := h.grams * times
	for _, p := range h.known {
		v := p.amount * times
		put(&d.amounts[p.id], v)
		put(&h.sum.Amounts[p.id], v)
		d.known[p.id].add(w)
		if v != 0 {
			h.source.amount[p.id] += v
			h.source.times[p.id]++
		}
	}
	for _, g := range h.guess {
		if grams <= 0 {
			break
		}
		d.guess.amount[g.id] += g.perGram.Times(grams).Value
		d.guess.weight[g.id].add(w)
	}
	h.sum.Times++
	if grams <= 0 {
		h.sum.Grams = nutrient.Quantity{}
	} else if h.sum.Grams.State == nutrient.Measured {
		h.sum.Grams.Value += grams
	}
}

// put adds what is known to a sum.
func put(sum *nutrient.Quantity, v float64) {
	if sum.State == nutrient.Measured {
		sum.Value += v
	} else {
		*sum = nutrient.Of(v)
	}
}

// keep finds or makes the books of a helping's food.
func (t *Totals) keep(h *Helping) {
	key := keyOf(h.item)
	if t.foods[key] == nil {
		t.foods[key] = &foodTally{}
	}
	if t.eaten[key] == nil {
		sum := &FoodSum{Food: key.name, Code: key.code, Grams: nutrient.Of(0)}
		for id, q := range h.item.Amounts {
			sum.Amounts[id].State = unlessKnown(q.State)
		}
		t.eaten[key] = sum
	}
	h.source, h.sum = t.foods[key], t.eaten[key]
}
