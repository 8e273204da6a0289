// Package mynetdiary reads the yearly food report of MyNetDiary, a workbook, once it is saved as CSV.
//
// Its rule: the unit stands behind a comma in the heading ("Iron, mg"), and a blank cell is unknown. It
// refuses columns without a unit, whose figures could be percentages.
package mynetdiary

import (
	_ "embed" // the headings
	"sync"

	"github.com/nutrigap/nutrigap/internal/dialect/export"
	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/diary"
)

// Name is how the dialect is chosen on the command line.
const Name = "mynetdiary"

// Title says which files are meant.
const Title = "the food report of MyNetDiary, saved as CSV"

//go:embed columns.csv
var columnsCSV string

var layout = sync.OnceValue(func() export.Layout {
	l := export.Parse(columnsCSV)
	l.Order = table.MonthFirst
	return l
})

// Claims reports whether a header is that of the report.
func Claims(header []string) bool {
	return layout().Has(header, "date", "meal", "food", "amount") && export.Lists(header, "Date & Time", "Calories, cals")
}

// Open reads the rows of f.
func Open(f *table.File, order table.Order) (table.Source, error) {
	return export.Open(f, layout(), order, func(r *table.Text, e *diary.Entry, d *table.Dates) diary.Record {
		return r.Fill(e, d)
	}, "food")
}
