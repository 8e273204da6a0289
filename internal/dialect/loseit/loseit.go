// Package loseit reads the foods of Lose It!: food-logs.csv of the full export, and the daily and weekly
// summaries, which list every food.
//
// Its rule: what was deleted in the app and what is exercise stand among the foods, and are left out and
// counted; n/a is unknown. It refuses the other files of the full export, which name no food.
package loseit

import (
	_ "embed" // the headings
	"strings"
	"sync"

	"github.com/nutrigap/nutrigap/internal/dialect/export"
	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/diary"
)

// Name is how the dialect is chosen on the command line.
const Name = "loseit"

// Title says which files are meant.
const Title = "food-logs.csv and the daily and weekly summaries of Lose It!"

//go:embed columns.csv
var columnsCSV string

var layout = sync.OnceValue(func() export.Layout {
	l := export.Parse(columnsCSV)
	l.Order = table.MonthFirst
	return l
})

// row is one line, still text.
type row struct {
	export.Serving
	Deleted string `csv:"deleted"`
}

// Claims reports whether a header is that of a list of foods.
func Claims(header []string) bool {
	return layout().Has(header, "date", "food", "meal", "quantity", "unit") && export.Lists(header, "Name", "Units", "Calories", "Fat (g)") &&
		(export.Lists(header, "Deleted") || export.Lists(header, "Type"))
}

// Open reads the rows of f. The app writes the month first.
func Open(f *table.File, order table.Order) (table.Source, error) {
	return export.Open(f, layout(), order, func(r *row, e *diary.Entry, d *table.Dates) diary.Record {
		switch {
		case isTrue(r.Deleted):
			return &diary.Skipped{Reason: "deleted in the app"}
		case strings.EqualFold(r.Meal, "exercise"):
			return &diary.Skipped{Reason: "exercise"}
		}
		return r.Fill(e, d)
	}, "food")
}

func isTrue(text string) bool {
	switch strings.ToLower(text) {
	case "1", "true", "yes":
		return true
	}
	return false
}
