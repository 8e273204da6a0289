// Package waistline reads the diary export of Waistline, totals of days.
//
// Its rule: the app writes headings, dates and numbers as the phone's language has them, and only the
// nutrients that are switched on; a blank cell is unknown. It refuses to read a heading in a language that
// its list doesn't have: such a column is named among those that are not read.
package waistline

import (
	_ "embed" // the headings
	"strings"
	"sync"

	"github.com/nutrigap/nutrigap/internal/dialect/export"
	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Name is how the dialect is chosen on the command line.
const Name = "waistline"

// Title says which files are meant.
const Title = "the diary export of Waistline, totals of days"

//go:embed columns.csv
var columnsCSV string

var layout = sync.OnceValue(func() export.Layout { return export.Parse(columnsCSV) })

// Claims reports whether a header is a date and nothing but figures with their unit in brackets, of which
// energy is one.
func Claims(header []string) bool {
	if len(header) < 2 || !layout().Has(header[:1], "date") || export.Lists(header, "Cals (kcal)") {
		return false // cut short by FatSecret, whose report is no table
	}
	energy := false
	for i, heading := range layout().Meant(header) {
		h, ok := nutrient.ParseHeading(heading)
		energy = energy || ok && h.ID == nutrient.Energy
		if i > 0 && !strings.HasSuffix(heading, ")") {
			return false
		}
	}
	return energy
}

// Open reads the days of f.
func Open(f *table.File, order table.Order) (table.Source, error) {
	return export.Open(f, layout(), order, func(r *export.Total, e *diary.Entry, d *table.Dates) diary.Record {
		return r.Fill(e, d, diary.Day)
	})
}
