// Package plain reads nutrigap's own CSV, date,meal,food,amount[,unit][,time][,note], and the sheets that
// people keep by hand, which say the same under other headings or in another shape: a column for each
// meal, several foods in a cell, the time of day in front of the food.
//
// Its rule: date and food are needed, everything else may be missing, and columns may stand in any order.
// Nutrient columns with their unit in the heading ("Magnesium (mg)") are for the whole amount of the row.
// It refuses to fill gaps: a row without a date is not of the day above it.
package plain

import (
	"cmp"
	"strings"
	"unicode"

	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Name is how the dialect is chosen on the command line.
const Name = "plain"

// Title says which files are meant.
const Title = "a sheet with the columns date, meal, food, amount"

// row is one line, still text.
type row struct {
	table.Text
	Other  string `csv:"other"` // the food in other words
	Unit   string `csv:"unit"`
	Weight string `csv:"weight"` // a number whose unit the heading names: "grams", "amount (ml)"
	Note   string `csv:"note"`
}

// Missing is the first column that a header lacks to be read, empty if it lacks none. Where only a column
// for the meal is there, its cells have to be foods, which [Open] looks at.
func Missing(header []string) string {
	l := read(header)
	if _, missing := table.FirstMissing(l.tags, "food"); missing && (l.wide() || l.has("meal")) {
		l.tags = append(l.tags, "food")
	}
	column, _ := table.FirstMissing(l.tags, "date", "food")
	return column
}

// Open reads the rows of f. The order of day and month is decided for the whole file: by order, if that is
// given, else by all rows.
func Open(f *table.File, order table.Order) (table.Source, error) {
	l := read(f.Header)
	if l.wide() {
		return openWide(f, l, order)
	}
	l.swap(f)
	if err := f.Need(l.tags, "date", "food"); err != nil {
		return nil, err
	}
	dates, err := f.Dates(l.tags, order)
	if err != nil {
		return nil, err
	}
	s := sheet{layout: l, dates: dates, chat: isChat(f, l)}
	return table.NewReader(f, l.tags, s.entry)
}

// sheet makes entries of the rows of one file.
type sheet struct {
	layout
	dates *table.Dates
	chat  bool // rows begin with the time of day in four digits
}

func (s *sheet) entry(r *row, e *diary.Entry) diary.Record {
	if isTotal(r.Date) || isTotal(r.Food) {
		return &diary.Skipped{Reason: "a total"}
	}
	if table.Empty(r.Food) {
		r.Food = r.Other
	}
	r.Amount = cmp.Or(
		join(r.Weight, "", s.units["weight"]), // a weight is surer than a measure
		join(r.Amount, r.Unit, s.units["amount"]))
	if table.Empty(r.Food) && !table.Empty(r.Date) && r.Amount == "" && r.Note == "" && !above(&e.Nutrients) {
		return &diary.Skipped{Reason: "no food"}
	}
	problem := r.Fill(e, s.dates)
	if e.Note != "" && r.Note != "" {
		e.Note += "; "
	}
	e.Note += r.Note
	if problem != nil {
		return problem
	}
	s.cutTime(e, r.Time)
	switch {
	case e.Amount != "":
		return nil
	case isRemark(e.Food):
		return &diary.Skipped{Reason: "a remark, no food"}
	case isMeal(e.Food):
		e.Level, e.Meal, e.Food = diary.Meal, cmp.Or(e.Meal, e.Food), ""
		return nil
	case above(&e.Nutrients):
		return nil // of all foods in the cell together
	}
	return split(e)
}

// above reports whether a nutrient is known to be more than zero.
func above(amounts *nutrient.Amounts) bool {
	for _, q := range amounts {
		if value, known := q.Known(); known && value > 0 {
			return true
		}
	}
	return false
}

// isTotal knows the lines that sum up others; to count them would count every food twice.
func isTotal(text string) bool {
	if text == "" || len(text) > len("Daily totals:") || '0' <= text[0] && text[0] <= '9' {
		return false // nearly every date
	}
	switch table.Fold(text) {
	case "total", "totals", "dailytotal", "dailytotals", "summe", "gesamt":
		return true
	}
	return false
}

// join puts an amount, its unit and the unit that the heading names together: "2" and "slices", but
// "120g" and "g" or "grams" are 120g.
func join(amount, unit, heading string) string {
	last := amount[len(strings.TrimRightFunc(amount, unicode.IsLetter)):]
	switch {
	case table.Empty(amount):
		return ""
	case !table.Empty(unit) && !begin(last, unit):
		return amount + " " + unit
	case table.Empty(unit) && heading != "" && strings.IndexFunc(amount, unicode.IsLetter) < 0:
		return amount + " " + heading
	}
	return amount
}

// begin reports whether one of two units is the beginning of the other, like g of grams.
func begin(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	return a != "" && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a))
}
