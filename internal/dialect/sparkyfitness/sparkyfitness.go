// Package sparkyfitness reads diaries written to the template of SparkyFitness's diary import.
//
// Its rule: figures are for the quantity of the row, and a blank cell is unknown. It refuses to read
// columns that a person added without a unit in the heading: what they count can't be told.
package sparkyfitness

import (
	_ "embed" // the headings
	"sync"

	"github.com/nutrigap/nutrigap/internal/dialect/export"
	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/diary"
)

// Name is how the dialect is chosen on the command line.
const Name = "sparkyfitness"

// Title says which files are meant.
const Title = "a diary in SparkyFitness's template"

//go:embed columns.csv
var columnsCSV string

var layout = sync.OnceValue(func() export.Layout { return export.Parse(columnsCSV) })

// Claims reports whether a header is that of the template.
func Claims(header []string) bool {
	return layout().Has(header, "date", "meal", "food", "quantity", "unit") && export.Lists(header, "sodium", "potassium", "vitamin_a")
}

// Open reads the rows of f.
func Open(f *table.File, order table.Order) (table.Source, error) {
	return export.Open(f, layout(), order, func(r *export.Serving, e *diary.Entry, d *table.Dates) diary.Record {
		return r.Fill(e, d)
	}, "food")
}
