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
	drink  bool
	quick  bool
	state  nutrient.State // of the nutrients that nobody knows

	known   []nutrient.ID
	amounts []float64     // of those
	guess   []nutrient.ID // that the food lacks and its category usually has
	usual   *density      // of the category

	// What was added and is not booked as its food yet.
	waits bool
	rows  int
	times float64
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
	h = &Helping{item: &items[0], grams: items[0].Weight.Grams, drink: isDrink(entry, items), quick: isQuickAdd(entry)}
	h.kcal, h.energy = h.item.Amounts[nutrient.Energy].Known()
	h.review = h.item.Status == match.Review
	if values == Fill {
		h.state = nutrient.NotRecorded
	}
	d, usual := densityOf(h.item.Food.Category)
	h.usual = d
	for id, q := range h.item.Amounts {
		if v, known := q.Known(); known {
			h.known, h.amounts = append(h.known, nutrient.ID(id)), append(h.amounts, v)
		} else if usual && h.grams > 0 && d[id].State == nutrient.Measured {
			h.guess = append(h.guess, nutrient.ID(id))
		}
	}
	return h, len(h.known) > 0
}

// Kcal is the energy of so many times the helping, if it is known.
func (h *Helping) Kcal(times float64) (kcal float64, known bool) {
	return h.kcal * times, h.energy
}

// AddHelping counts an entry that is so many times a helping, as [Totals.Add] would. A helping belongs to one
// totals.
func (t *Totals) AddHelping(date diary.Date, h *Helping, times float64) {
	w := weighUnknown(false)
	if h.energy {
		w = weighFood(h.kcal * times)
	}
	t.kcal += w.kcal
	if h.review {
		t.reviewKcal += w.kcal
	}
	if t.Shares {
		return
	}
	d := t.day(date)
	d.hear(h.state)
	d.note(h.drink, h.quick, false)
	d.all.add(w)
	for i, id := range h.known {
		put(&d.amounts[id], h.amounts[i]*times)
		d.known[id].add(w)
	}
	if grams := h.grams * times; grams > 0 {
		for _, id := range h.guess {
			d.guess.amount[id] += h.usual[id].Value * grams
			d.guess.weight[id].add(w)
		}
	}
	if !h.waits {
		t.wait(h)
	}
	h.rows++
	h.times += times
}

// put adds what is known to a sum.
func put(sum *nutrient.Quantity, v float64) {
	if sum.State == nutrient.Measured {
		sum.Value += v
	} else {
		*sum = nutrient.Of(v)
	}
}

// mostWaiting is how many helpings may wait to be booked.
const mostWaiting = 1 << 15

// wait notes a helping that is to be booked as its food. That is put off, since the books of thousands of
// foods are more than a processor has at hand.
func (t *Totals) wait(h *Helping) {
	if len(t.waiting) == mostWaiting {
		t.bookHelpings()
	}
	h.waits = true
	t.waiting = append(t.waiting, h)
}

// bookHelpings books what was added of all helpings as their foods.
func (t *Totals) bookHelpings() {
	for _, h := range t.waiting {
		source, sum := t.booksOf(h)
		for i, id := range h.known {
			v := h.amounts[i] * h.times
			put(&sum.Amounts[id], v)
			if v != 0 {
				source.amount[id] += v
				source.times[id] += h.rows
			}
		}
		sum.Times += h.rows
		if h.grams*h.times <= 0 {
			sum.Grams = nutrient.Quantity{}
		} else if sum.Grams.State == nutrient.Measured {
			sum.Grams.Value += h.grams * h.times
		}
		h.waits, h.rows, h.times = false, 0, 0
	}
	t.waiting = nil
}

// booksOf finds or makes the books of a helping's food.
func (t *Totals) booksOf(h *Helping) (*foodTally, *FoodSum) {
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
	return t.foods[key], t.eaten[key]
}
