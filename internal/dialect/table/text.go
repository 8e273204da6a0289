package table

import (
	"slices"

	"github.com/nutrigap/nutrigap/internal/diary"
)

// Text is the cells that nearly every diary has, by their tags. A dialect embeds it in its row and adds
// what it has beyond.
type Text struct {
	Date   string `csv:"date"`
	Time   string `csv:"time"`
	Meal   string `csv:"meal"`
	Food   string `csv:"food"`
	Amount string `csv:"amount"`
}

// Fill makes an entry of the cells, or returns what the row is instead of one.
func (t *Text) Fill(e *diary.Entry, dates *Dates) diary.Record {
	if Empty(t.Date) {
		return &diary.SyntaxError{Column: "date", Reason: "is empty", Hint: "each row needs its date"}
	}
	date, clock, err := dates.Parse(t.Date)
	if err != nil {
		return &diary.SyntaxError{Column: "date", Reason: err.Error()}
	}
	if Empty(t.Food) {
		return &diary.SyntaxError{Column: "food", Reason: "is empty"}
	}
	e.Date, e.Time, e.Meal, e.Food = date, clock, t.Meal, t.Food
	switch clock, ok := Clock(t.Time); {
	case !ok:
		e.Note = "time: " + t.Time // "after lunch" is no reason to lose the food
	case clock != "":
		e.Time = clock
	}
	if Empty(t.Amount) {
		return nil
	}
	e.Amount = t.Amount
	return CheckAmount(t.Amount, &e.Nutrients)
}

// Need returns an error that names the first of the columns that no heading of f was given.
func (f *File) Need(tags []string, columns ...string) error {
	if column, missing := FirstMissing(tags, columns...); missing {
		return f.Missing(column)
	}
	return nil
}

// FirstMissing is the first of the columns that is not among the tags.
func FirstMissing(tags []string, columns ...string) (column string, missing bool) {
	for _, column := range columns {
		if !slices.Contains(tags, column) {
			return column, true
		}
	}
	return "", false
}
