// Package cronometer reads the exports of Cronometer that are about food: servings.csv ("Food & Recipe
// Entries") and, as totals of days, dailysummary.csv ("Daily Nutrition").
//
// Its rule: columns are found by name, since the set of columns is each person's own. A blank cell is
// unknown and 0.00 is zero, as in the app; an amount of 0.00 was planned and not eaten. It refuses to
// take totals for foods: dailysummary.csv adds blanks up as zeros.
package cronometer

import (
	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/diary"
)

// Name is how the dialect is chosen on the command line.
const Name = "cronometer"

// Title says which files are meant.
const Title = "servings.csv of Cronometer (Food & Recipe Entries)"

// row is one serving, still text. Foods that were entered as bare figures ("Calorie", "Protein"),
// recipes and supplements are rows like any other.
type row struct {
	table.Text
	Category string `csv:"category"`
}

// tags names for each heading the field of row that it fills.
func tags(header []string) []string {
	tags := make([]string, len(header))
	for i, heading := range header {
		switch table.Fold(heading) {
		case "day":
			tags[i] = "date"
		case "time":
			tags[i] = "time"
		case "group":
			tags[i] = "meal"
		case "foodname":
			tags[i] = "food"
		case "amount":
			tags[i] = "amount"
		case "category":
			tags[i] = "category"
		}
	}
	return tags
}

// Claims reports whether a header is that of servings.csv.
func Claims(header []string) bool {
	_, missing := table.FirstMissing(tags(header), "date", "meal", "food", "amount")
	return !missing
}

// Open reads the rows of f. The app writes ISO dates; order is for files that a spreadsheet has changed.
func Open(f *table.File, order table.Order) (table.Source, error) {
	tags := tags(f.Header)
	if err := f.Need(tags, "date", "food", "amount"); err != nil {
		return nil, err
	}
	dates, err := f.Dates(tags, order)
	if err != nil {
		return nil, err
	}
	return table.NewReader(f, tags, func(r *row, e *diary.Entry) diary.Record {
		e.Category = r.Category
		return r.Fill(e, dates)
	})
}
