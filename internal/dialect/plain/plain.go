// Package plain reads nutrigap's own CSV, date,meal,food,amount[,unit][,time][,note], and the sheets that
// people keep by hand, which say the same under other headings.
//
// Its rule: date and food are needed, everything else may be missing, and columns may stand in any order.
// Nutrient columns with their unit in the heading ("Magnesium (mg)") are for the whole amount of the row.
// It refuses to fill gaps: a row without a date is not of the day above it.
package plain

import (
	"cmp"
	_ "embed" // the headings that people use
	"encoding/csv"
	"strings"
	"sync"
	"unicode"

	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/diary"
)

// Name is how the dialect is chosen on the command line.
const Name = "plain"

// Title says which files are meant.
const Title = "a sheet with the columns date, meal, food, amount"

// row is one line, still text.
type row struct {
	table.Text
	Unit   string `csv:"unit"`
	Weight string `csv:"weight"` // a number whose unit the heading names: "grams", "amount (ml)"
	Note   string `csv:"note"`
}

//go:embed columns.csv
var columnsCSV string

// synonym is a column under one of its names. Names stand in the order in which they are preferred.
type synonym struct{ name, column, unit string }

var synonyms = sync.OnceValue(func() []synonym {
	rows, err := csv.NewReader(strings.NewReader(columnsCSV)).ReadAll()
	if err != nil {
		panic(err) // an embedded file is broken: no test has passed on this build
	}
	var all []synonym
	for _, r := range rows[1:] {
		all = append(all, synonym{table.Fold(r[0]), r[1], r[2]})
	}
	return all
})

// layout is which heading fills which field of row, and the units that the headings name.
type layout struct {
	tags  []string
	units map[string]string // by column
}

// read finds the columns of a header. Where several headings mean one column, the preferred one is read
// and the others are ignored.
func read(header []string) layout {
	l := layout{tags: make([]string, len(header)), units: map[string]string{}}
	found := map[string]string{} // column -> name
	folded := table.FoldAll(header)
	for _, s := range synonyms() {
		for i, heading := range folded {
			if heading != s.name || found[s.column] != "" && found[s.column] != s.name {
				continue
			}
			l.tags[i] = s.column
			found[s.column] = s.name
			l.units[s.column] = s.unit
		}
	}
	return l
}

// Missing is the first column that a header lacks to be read, empty if it lacks none.
func Missing(header []string) string {
	column, _ := table.FirstMissing(read(header).tags, "date", "food")
	return column
}

// Open reads the rows of f. The order of day and month is decided for the whole file: by order, if that is
// given, else by the first rows.
func Open(f *table.File, order table.Order) (table.Source, error) {
	l := read(f.Header)
	if err := f.Need(l.tags, "date", "food"); err != nil {
		return nil, err
	}
	dates, err := f.Dates(l.tags, order)
	if err != nil {
		return nil, err
	}
	return table.NewReader(f, l.tags, func(r *row, e *diary.Entry) diary.Record {
		if isTotal(r.Date) || isTotal(r.Food) {
			return &diary.Skipped{Reason: "a total"}
		}
		r.Amount = cmp.Or(
			join(r.Weight, "", l.units["weight"]), // a weight is surer than a measure
			join(r.Amount, r.Unit, l.units["amount"]))
		problem := r.Fill(e, dates)
		if e.Note != "" && r.Note != "" {
			e.Note += "; "
		}
		e.Note += r.Note
		return problem
	})
}

// isTotal knows the lines that sum up others; to count them would count every food twice.
func isTotal(text string) bool {
	if len(text) > len("Daily totals:") {
		return false
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
