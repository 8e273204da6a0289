// Package myfitnesspal reads what MyFitnessPal gives out: the Nutrition Summary, totals of meals that name
// no food, and the printable diary, pasted into a sheet.
//
// Its rule: 0.0 in a summary is unknown, since the app writes it for every value that nobody entered. It
// refuses to turn a percentage into milligrams unless somebody says of which daily values.
package myfitnesspal

import (
	_ "embed" // the headings and the daily values
	"strings"
	"sync"

	"github.com/nutrigap/nutrigap/internal/dialect/export"
	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/diary"
)

// Name is how the Nutrition Summary is chosen on the command line.
const Name = "myfitnesspal"

// Title says which files are meant.
const Title = "Nutrition-Summary of MyFitnessPal, totals of meals"

//go:embed columns.csv
var columnsCSV string

var layout = sync.OnceValue(func() export.Layout { return export.Parse(columnsCSV) })

// row is one meal, or a part of it that has its own time, still text.
type row struct {
	export.Total
	Note string `csv:"note"`
}

// Claims reports whether a header is that of a Nutrition Summary in any of its shapes.
func Claims(header []string) bool {
	return export.Lists(header, "Date", "Meal", "Calories", "Fat (g)", "Saturated Fat", "Cholesterol", "Potassium")
}

// Open reads the meals of f. Base is the daily values that its percentages are of, one of [Bases]; where
// it is empty, they are not read.
func Open(f *table.File, order table.Order, base string) (table.Source, error) {
	values, err := dailyValues(base)
	if err != nil {
		return nil, err
	}
	l := layout().Without(unbased(values)...)
	source, err := export.Open(f, l, order, func(r *row, e *diary.Entry, d *table.Dates) diary.Record {
		if strings.HasPrefix(strings.ToLower(r.Date), "total") {
			return &diary.Skipped{Reason: "a total"}
		}
		export.DropZeros(&e.Nutrients)
		for id, value := range values {
			e.Nutrients[id] = e.Nutrients[id].Times(value / 100)
		}
		e.Note = r.Note
		return r.Fill(e, d, diary.Meal)
	}, "meal")
	if err != nil || base != "" {
		return source, err
	}
	return baseless{source}, nil
}

// baseless is a summary whose percentages are not read.
type baseless struct{ table.Source }

// Advice says how they would be.
func (baseless) Advice() string {
	return "calcium, iron and vitamin C are percentages of a daily value there, and the file doesn't say of which; " +
		"--dv 2016 takes them for those of the US label of today, --dv 1995 for those of the one before"
}
