package intake

import (
	"maps"
	"slices"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Day is what one logged day adds up to.
type Day struct {
	Date      diary.Date
	Entries   int
	Drinks    int // entries that are beverages
	QuickAdds int // entries that name energy and no food
	Sums      int // entries that are the total of a meal or of the day

	// Amounts are the sums of what is known, unknown where nothing is.
	Amounts nutrient.Amounts
	// Coverage is the share of the day's energy, 0 to 1, whose foods have a known value. A food of unknown
	// energy counts as the day's average food.
	Coverage [nutrient.Count]float64
	// Best are the best estimates of the whole day, never below Amounts: what is unknown counts as such
	// foods usually do. Unknown where more than half of the day would rest on that.
	Best nutrient.Amounts
	// Supplements are the part of Amounts that comes from supplements.
	Supplements nutrient.Amounts
}

// Totals adds entries up. Its memory grows with the days and the different foods, not with the entries,
// unless KeepRows asks for more. The zero value is ready to use; it is not safe for concurrent use.
type Totals struct {
	KeepRows bool // whether [Totals.Sources] names the entries behind a food

	days       map[diary.Date]*dayTally
	last       *dayTally // rows of a day stand together
	foods      map[foodKey]*foodTally
	eaten      map[foodKey]*FoodSum
	kcal       float64
	reviewKcal float64
}

type dayTally struct {
	Day
	all   weight
	known [nutrient.Count]weight
	guess guess
}

// Add counts one entry.
func (t *Totals) Add(e *Eaten) {
	d := t.day(e.Entry.Date)
	if d.Entries == 0 {
		d.Amounts, d.Supplements = e.Amounts, e.pills
	} else {
		for id := range d.Amounts {
			d.Amounts[id] = plus(d.Amounts[id], e.Amounts[id])
			d.Supplements[id] = plus(d.Supplements[id], e.pills[id])
		}
	}
	d.note(e.drink, e.quick, e.Entry.Level != diary.Food)
	d.all.add(e.all)
	for id := range d.known {
		d.known[id].add(e.known[id])
		d.guess.amount[id] += e.guess.amount[id]
		d.guess.weight[id].add(e.guess.weight[id])
	}
	t.kcal += e.all.kcal
	t.reviewKcal += e.reviewKcal
	t.credit(e)
	t.addFoods(e)
}

// day is what a day adds up to so far.
func (t *Totals) day(date diary.Date) *dayTally {
	if t.last != nil && t.last.Date == date {
		return t.last
	}
	if t.days == nil {
		t.days, t.foods, t.eaten = map[diary.Date]*dayTally{}, map[foodKey]*foodTally{}, map[foodKey]*FoodSum{}
	}
	d := t.days[date]
	if d == nil {
		d = &dayTally{Day: Day{Date: date}}
		t.days[date] = d
	}
	t.last = d
	return d
}

// hear notes that an entry leaves every nutrient in a state, and holds no supplement.
func (d *dayTally) hear(state nutrient.State) {
	for id := range d.Amounts {
		switch {
		case d.Entries == 0:
			d.Amounts[id].State = state
		case d.Amounts[id].State != state:
			d.Amounts[id] = plus(d.Amounts[id], nutrient.Quantity{State: state})
		}
		if d.Supplements[id].State == nutrient.NotRecorded {
			d.Supplements[id].State = nutrient.Unknown
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
	days := make([]Day, 0, len(t.days))
	for _, date := range slices.SortedFunc(maps.Keys(t.days), diary.Date.Compare) {
		d := t.days[date]
		day := d.Day
		for id := range day.Coverage {
			day.Coverage[id] = d.known[id].of(d.all)
			day.Best[id] = d.best(nutrient.ID(id))
		}
		days = append(days, day)
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
