package intake

import (
	"cmp"
	"slices"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Source is one food behind the intake of one nutrient.
type Source struct {
	Food   string  // the table's name; the diary's words where the diary gave the value; "day total" where it names no food
	Code   string  // the table's code, empty where the diary gave the value
	Amount float64 // over all days, in the nutrient's unit
	Share  float64 // of the known intake, 0 to 1
	Times  int     // entries that contributed
	Rows   []Row   // in the order of counting, if [Totals.KeepRows]
}

// Row is one entry that a source stands for.
type Row struct {
	Pos    diary.Pos
	Date   diary.Date
	Food   string // the diary's own words
	Amount float64
}

type foodKey struct{ code, name string }

// foodTally is what one food contributed of each nutrient.
type foodTally struct {
	amount [nutrient.Count]float64
	times  [nutrient.Count]int
	rows   []tallyRow
}

type tallyRow struct {
	entry  *diary.Entry
	amount [nutrient.Count]float64
}

// credit books each amount to whoever stated it: the diary's own words, or the foods of the table. A food
// that holds none of a nutrient is no source of it.
func (t *Totals) credit(e *Eaten) {
	t.book(e, FromDiary, foodKey{name: e.Entry.Label()}, &e.Amounts)
	for i := range e.Items {
		item := &e.Items[i]
		t.book(e, FromTable, keyOf(item), &item.Amounts)
	}
}

func keyOf(item *match.Item) foodKey {
	if item.Food == nil {
		return foodKey{name: item.Text}
	}
	return foodKey{code: item.Food.Code, name: item.Food.Name}
}

func (t *Totals) book(e *Eaten, origin Origin, key foodKey, amounts *nutrient.Amounts) {
	var part [nutrient.Count]float64
	for id, q := range amounts {
		if v, known := q.Known(); known && e.Origins[id] == origin {
			part[id] = v
		}
	}
	if part == [nutrient.Count]float64{} {
		return
	}
	f := t.foods[key]
	if f == nil {
		f = &foodTally{}
		t.foods[key] = f
	}
	for id, v := range part {
		if v != 0 {
			f.amount[id] += v
			f.times[id]++
		}
	}
	if t.KeepRows {
		f.rows = append(f.rows, tallyRow{e.Entry, part})
	}
}

// Sources lists the foods that the known intake of a nutrient came from, the largest first. Together
// they are the sum of all days.
func (t *Totals) Sources(id nutrient.ID) []Source {
	t.bookHelpings()
	var sources []Source
	for key, f := range t.foods {
		if f.times[id] == 0 {
			continue
		}
		s := Source{Food: key.name, Code: key.code, Amount: f.amount[id], Times: f.times[id]}
		for _, r := range f.rows {
			if r.amount[id] != 0 {
				s.Rows = append(s.Rows, Row{Pos: r.entry.Pos, Date: r.entry.Date, Food: r.entry.Label(), Amount: r.amount[id]})
			}
		}
		sources = append(sources, s)
	}
	slices.SortFunc(sources, func(a, b Source) int {
		return cmp.Or(cmp.Compare(b.Amount, a.Amount), cmp.Compare(a.Food, b.Food), cmp.Compare(a.Code, b.Code))
	})
	total := 0.0 // added up in this order, so that the same diary gives the same last digit
	for i := range sources {
		total += sources[i].Amount
	}
	for i := range sources {
		sources[i].Share = sources[i].Amount / total
	}
	return sources
}
