package intake

import (
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Helping is one food of which the diary itself gives no figures, worked out so far that any amount of it is
// added to a day in a few dozen multiplications. It is what [Eat] makes of such an entry and no more: a diary
// of a million rows has a few thousand different ones.
type Helping struct {
	item  match.Item
	state nutrient.State // of the nutrients that nobody knows
	drink bool
	quick bool
	known []nutrient.ID
	guess []richness // of the nutrients that the food lacks

	// Where the food is booked; set when it first is.
	source *foodTally
	sum    *FoodSum
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
		(values == Table || values == Fill && entry.Nutrients == nothingRecorded)
}

var nothingRecorded = func() (a nutrient.Amounts) {
	for id := range a {
		a[id].State = nutrient.NotRecorded
	}
	return a
}()

// NewHelping prepares a plain entry and the food found in it. It is not ok where that isn't one food with
// figures and a weight.
func NewHelping(entry *diary.Entry, items []match.Item, values Values) (h *Helping, ok bool) {
	if len(items) != 1 || items[0].Food == nil || items[0].Kind == match.ByDose || items[0].AmountErr != nil {
		return nil, false
	}
	h = &Helping{item: items[0], drink: isDrink(entry, items), quick: isQuickAdd(entry)}
	if values == Fill {
		h.state = nutrient.NotRecorded
	}
	d, usual := densityOf(h.item.Food.Category)
	for id, q := range h.item.Amounts {
		if _, known := q.Known(); known {
			h.known = append(h.known, nutrient.ID(id))
		} else if usual && h.item.Weight.Grams > 0 && d[id].State == nutrient.Measured {
			h.guess = append(h.guess, richness{nutrient.ID(id), d[id]})
		}
	}
	return h, len(h.known) > 0
}

// Kcal is the energy of so many times the helping, if it is known.
func (h *Helping) Kcal(times float64) (kcal float64, known bool) {
	return h.item.Amounts[nutrient.Energy].Times(times).Known()
}

// Grams is what the helping weighs.
func (h *Helping) Grams() float64 { return h.item.Weight.Grams }

// AddHelping counts an entry that is so many times a helping, as [Totals.Add] would. A helping belongs to the
// totals that it is first added to.
func (t *Totals) AddHelping(date diary.Date, h *Helping, times float64) {
	d := t.day(date)
	w := weighUnknown(false)
	if kcal, known := h.Kcal(times); known {
		w = weighFood(kcal)
	}
	d.hear(h.state)
	d.note(h.drink, h.quick, false)
	d.all.add(w)
	t.kcal += w.kcal
	if h.item.Status == match.Review {
		t.reviewKcal += w.kcal
	}
	if h.sum == nil {
		t.keep(h)
	}
	grams := h.item.Weight.Grams * times
	for _, id := range h.known {
		v := h.item.Amounts[id].Value * times
		d.amounts[id] = plus(d.amounts[id], nutrient.Of(v))
		d.known[id].add(w)
		h.sum.Amounts[id] = plus(h.sum.Amounts[id], nutrient.Of(v))
		if v != 0 {
			h.source.amount[id] += v
			h.source.times[id]++
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
	h.sum.Grams = both(h.sum.Grams, gramsOf([]match.Item{{Weight: food.Weight{Grams: grams}}}))
}

// keep finds or makes the books of a helping's food.
func (t *Totals) keep(h *Helping) {
	key := keyOf(&h.item)
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
