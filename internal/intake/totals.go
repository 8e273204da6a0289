package intake

import (
	"maps"
	"slices"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Totals adds entries up. Its memory grows with the days and the different foods, not with the entries,
// unless KeepRows asks for more. The zero value is ready to use; it is not safe for concurrent use.
type Totals struct {
	KeepRows bool // whether [Totals.Sources] names the entries behind a food
	Shares   bool // whether nothing but [Totals.ReviewShare] is asked for, so that no day and no food is kept

	days       map[diary.Date]*Day // their figures are sums or packed
	open       dayTally
	spare      *sums      // of a day that was packed, empty again
	waiting    []*Helping // to be booked in foods and eaten
	foods      map[foodKey]*foodTally
	eaten      map[foodKey]*FoodSum
	kcal       float64
	reviewKcal float64
}

// dayTally is a day that entries are added to.
type dayTally struct {
	*Day
	*sums
	heard bool // whether the entry before was a helping, which left what nobody knows in the state last
	last  nutrient.State
}

// Add counts one entry.
func (t *Totals) Add(e *Eaten) {
	t.kcal += e.all.kcal
	t.reviewKcal += e.reviewKcal
	if t.Shares {
		return
	}
	d := t.day(e.Entry.Date)
	d.heard = false
	if d.Entries == 0 {
		d.amounts, d.supplements = e.Amounts, e.pills
	} else {
		for id := range d.amounts {
			d.amounts[id] = plus(d.amounts[id], e.Amounts[id])
			d.supplements[id] = plus(d.supplements[id], e.pills[id])
		}
	}
	d.note(e.drink, e.quick, e.Entry.Level != diary.Food)
	d.all.add(e.all)
	for id := range d.known {
		d.known[id].add(e.known[id])
		d.guess.amount[id] += e.guess.amount[id]
		d.guess.weight[id].add(e.guess.weight[id])
	}
	t.credit(e)
	t.addFoods(e)
}

// day is what a day adds up to so far. Rows of a day stand together, so that one day is open at a time.
func (t *Totals) day(date diary.Date) *dayTally {
	if t.open.Day != nil && t.open.Date == date {
		return &t.open
	}
	t.close()
	if t.days == nil {
		t.days, t.foods, t.eaten = map[diary.Date]*Day{}, map[foodKey]*foodTally{}, map[foodKey]*FoodSum{}
	}
	d := t.days[date]
	if d == nil {
		d = &Day{Date: date, Figures: t.empty()}
		t.days[date] = d
	}
	s, ok := d.Figures.(*sums)
	if !ok {
		s = t.empty()
		d.Figures.(*packed).unpack(s)
	}
	d.Figures = s
	t.open = dayTally{Day: d, sums: s}
	return &t.open
}

// empty are sums of nothing.
func (t *Totals) empty() *sums {
	if s := t.spare; s != nil {
		t.spare = nil
		return s
	}
	return &sums{}
}

// close packs the open day.
func (t *Totals) close() {
	if t.open.Day == nil {
		return
	}
	if p, ok := t.open.pack(); ok {
		t.open.Figures = p
		t.spare = t.open.sums
		*t.spare = sums{}
	}
	t.open = dayTally{}
}

// hear notes that an entry leaves every nutrient in a state, and holds no supplement.
func (d *dayTally) hear(state nutrient.State) {
	if d.heard && d.last == state {
		return // which left nothing else but what is known since
	}
	d.heard, d.last = true, state
	for id := range d.amounts {
		switch {
		case d.Entries == 0:
			d.amounts[id].State = state
		case d.amounts[id].State != state:
			d.amounts[id] = plus(d.amounts[id], nutrient.Quantity{State: state})
		}
		if d.supplements[id].State == nutrient.NotRecorded {
			d.supplements[id].State = nutrient.Unknown
		}
	}
}

// note counts an entry of some kind.
func (d *dayTally) note(drink, quick, sum bool) {
	d.Entries++
	if drink {
		d.Drinks++
	}
	if quick {
		d.QuickAdds++
	}
	if sum {
		d.Sums++
	}
}

// Days lists the logged days in order of date.
func (t *Totals) Days() []Day {
	t.close()
	days := make([]Day, 0, len(t.days))
	for _, date := range slices.SortedFunc(maps.Keys(t.days), diary.Date.Compare) {
		days = append(days, *t.days[date])
	}
	return days
}

// ReviewShare is the share of the known energy, 0 to 1, that rests on foods for review.
func (t *Totals) ReviewShare() float64 {
	if t.kcal == 0 {
		return 0
	}
	return t.reviewKcal / t.kcal
}
