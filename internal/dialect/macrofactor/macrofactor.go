// Package macrofactor reads the food log of MacroFactor, as the app writes it or as a sheet of its
// workbook that was saved as CSV.
//
// Its rule: figures are for the whole row, and a blank cell is unknown. Vitamin D is in micrograms here.
// It refuses to add up the fats beside their parts: those columns are no nutrients of ours.
package macrofactor

import (
	_ "embed" // the headings
	"sync"

	"github.com/nutrigap/nutrigap/internal/dialect/export"
	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/diary"
)

// Name is how the dialect is chosen on the command line.
const Name = "macrofactor"

// Title says which files are meant.
const Title = "the food log of MacroFactor"

//go:embed columns.csv
var columnsCSV string

var layout = sync.OnceValue(func() export.Layout { return export.Parse(columnsCSV) })

// Claims reports whether a header is that of the food log.
func Claims(header []string) bool {
	return layout().Has(header, "date", "food", "unit", "quantity", "weight")
}

// Open reads the rows of f.
func Open(f *table.File, order table.Order) (table.Source, error) {
	return export.Open(f, layout(), order, func(r *export.Serving, e *diary.Entry, d *table.Dates) diary.Record {
		return r.Fill(e, d)
	}, "food")
}
