package app

import (
	"cmp"
	"errors"
	"maps"
	"slices"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/intake"
	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/report"
)

// keptRefusals is how many refused rows a report repeats; the count is always of all.
const keptRefusals = 100

// tally follows every row of a diary: what was eaten goes into the totals, and what couldn't be read or
// found is counted and named.
type tally struct {
	matcher Matcher
	values  intake.Values
	refuse  func(*diary.SyntaxError) // told of every row that can't be read

	plates  plates
	totals  intake.Totals
	rows    report.Rows
	skipped map[string]int
	refused []string
	doubts  map[doubt]*report.Unmatched
	levels  map[diary.Date]diary.Level // of the day's first entry
	read    diary.Date                 // the day of the row before, and its level
	level   diary.Level

	fed int // rows with known energy

	keepLog bool
	logged  []report.LogRow
	logMore int // rows beyond keptLog
}

// doubt is a logged text that needs a person's eye.
type doubt struct {
	food, amount string
	status       match.Status
}

func newTally(m Matcher, values intake.Values, refuse func(*diary.SyntaxError)) *tally {
	return &tally{
		matcher: m, values: values, refuse: refuse,
		skipped: map[string]int{}, doubts: map[doubt]*report.Unmatched{}, levels: map[diary.Date]diary.Level{},
	}
}

// add takes in one record.
func (t *tally) add(record diary.Record) {
	t.rows.Read++
	switch r := record.(type) {
	case *diary.Entry:
		if !t.sameLevel(r) {
			t.rows.Skipped++
			t.rows.Twice++
			return
		}
		t.entry(r)
	case *diary.SyntaxError:
		t.reject(r)
	case *diary.Skipped:
		t.rows.Skipped++
		t.skipped[r.Reason]++
	}
}

// sameLevel reports whether an entry can be added to those of its day: the foods of a day and its total,
// from two exports of one app, would count everything twice. Water from a file of nothing else is in no
// total.
func (t *tally) sameLevel(e *diary.Entry) bool {
	if onlyWater(&e.Nutrients) {
		return true
	}
	if t.read == e.Date && t.level == e.Level {
		return true // as the row before
	}
	level, seen := t.levels[e.Date]
	if !seen {
		level = e.Level
		t.levels[e.Date] = level
	}
	t.read, t.level = e.Date, level
	return level == e.Level
}

func onlyWater(amounts *nutrient.Amounts) bool {
	if amounts[nutrient.Water].State != nutrient.Measured {
		return false // nearly all
	}
	for id, q := range amounts {
		if nutrient.ID(id) != nutrient.Water && q.State != nutrient.NotRecorded {
			return false
		}
	}
	return true
}

func (t *tally) reject(e *diary.SyntaxError) {
	t.rows.Refused++
	if len(t.refused) < keptRefusals {
		t.refused = append(t.refused, e.Error())
	}
	t.refuse(e)
}

func (t *tally) entry(e *diary.Entry) {
	if p, times := t.plate(e); p != nil {
		t.totals.AddHelping(e.Date, p.helping, times)
		t.energy(p.helping.Kcal(times))
		t.settle(e, p.items, p.items[0].Status)
		return
	}
	var items []match.Item
	if t.values != intake.Diary {
		items = find(t.matcher, e)
	}
	if LeftOut(items) || t.values == intake.Diary && calledNoFood(t.matcher, e) {
		t.rows.Skipped++
		t.skipped["not a food"]++
		return
	}
	if e.Level != diary.Food {
		t.rows.Totals++
	}
	_, stated := e.Nutrients[nutrient.Energy].Known()
	bad := unweighed(e, items)
	if bad != nil {
		items = nil // an amount that means nothing must not count; that it was eaten lowers the coverage
	}
	eaten := intake.Eat(e, items, t.values)
	t.totals.Add(&eaten)
	t.energy(eaten.Amounts[nutrient.Energy].Known())
	if e.Level != diary.Food || t.values == intake.Diary || stated && t.values == intake.Fill {
		t.rows.Accepted++
		t.record(&eaten, report.StatusStated)
		return
	}
	if bad != nil {
		t.reject(bad)
		t.record(&eaten, string(match.Unmatched))
		return
	}
	status := worst(items)
	t.record(&eaten, string(status))
	t.settle(e, items, status)
}

// energy counts a row with energy.
func (t *tally) energy(kcal float64, known bool) {
	if known && kcal > 0 {
		t.fed++
	}
}

// settle counts a row whose foods were looked for by how sure they are.
func (t *tally) settle(e *diary.Entry, items []match.Item, status match.Status) {
	switch status {
	case match.Accepted:
		t.rows.Accepted++
	case match.Review:
		t.rows.Review++
		t.doubt(e, items, status)
	default:
		t.rows.Unmatched++
		t.doubt(e, items, match.Unmatched)
	}
}

// calledNoFood reports whether the person said that an entry is none, without looking for its foods.
func calledNoFood(m Matcher, e *diary.Entry) bool {
	c, ok := m.(*Choices)
	return ok && c.noFood(e.Food)
}

// counted is how many rows of each kind there were, and what share of the energy rests on them.
func (t *tally) counted() report.Rows {
	rows := t.rows
	if t.fed == 0 {
		return rows
	}
	rows.ReviewShare = t.totals.ReviewShare()
	rows.AcceptedShare = 1 - rows.ReviewShare
	rows.UnmatchedShare = float64(rows.Unmatched) / float64(t.fed)
	return rows
}

// find recognises the foods of an entry. A total names none, and none may be made out of its meal.
func find(m Matcher, e *diary.Entry) []match.Item {
	if e.Level != diary.Food {
		return nil
	}
	return m.Match(match.Query{Food: e.Food, Amount: e.Amount})
}

// unweighed is the complaint about a row whose food was found and whose amount means nothing: a unit that
// is in no table, or more than anybody eats. A known measure that only has no weight for this food is no
// mistake of the person; the usual portion stands in for it, for review.
func unweighed(e *diary.Entry, items []match.Item) *diary.SyntaxError {
	for _, item := range items {
		var cant *food.WeighError
		switch {
		case item.AmountErr == nil:
			continue
		case !errors.As(item.AmountErr, &cant):
			return &diary.SyntaxError{Pos: e.Pos, Reason: item.AmountErr.Error()}
		}
		var unknown *food.UnitError
		if _, err := food.ParseAmount(e.Amount); errors.As(err, &unknown) {
			return &diary.SyntaxError{Pos: e.Pos, Reason: (&food.UnitError{Unit: unknown.Unit, Food: e.Food}).Error()}
		}
	}
	return nil
}

// worst is the status of a row of several foods: it is as sure as the least sure of them.
func worst(items []match.Item) match.Status {
	status := match.Accepted
	for _, item := range items {
		switch item.Status {
		case match.Unmatched:
			return match.Unmatched
		case match.Review:
			status = match.Review
		}
	}
	return status
}

func (t *tally) doubt(e *diary.Entry, items []match.Item, status match.Status) {
	key := doubt{e.Food, e.Amount, status}
	u := t.doubts[key]
	if u == nil {
		u = &report.Unmatched{Food: e.Food, Amount: e.Amount, First: e.Pos.String()}
		for _, item := range items {
			if item.Food != nil && item.Status == match.Review {
				u.Guess = item.Food.Name
				break
			}
		}
		t.doubts[key] = u
	}
	u.Times++
}

// doubtful lists the texts with a status, the most frequent first.
func (t *tally) doubtful(status match.Status) []report.Unmatched {
	list := []report.Unmatched{}
	for _, key := range slices.SortedFunc(maps.Keys(t.doubts), func(a, b doubt) int {
		return cmp.Or(cmp.Compare(t.doubts[b].Times, t.doubts[a].Times), cmp.Compare(a.food, b.food), cmp.Compare(a.amount, b.amount))
	}) {
		if key.status == status {
			list = append(list, *t.doubts[key])
		}
	}
	return list
}
