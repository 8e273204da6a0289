// Package fatsecret reads the food diary report of FatSecret.
//
// Its rule: the report repeats itself, since a day, its meals and their foods each have a row of figures;
// only the foods are counted, which are indented or have their serving in the row below. It refuses foods
// whose day it can't read: the report is written in the person's own language.
package fatsecret

import (
	"cmp"
	_ "embed" // the headings
	"regexp"
	"strings"
	"sync"

	"github.com/nutrigap/nutrigap/internal/dialect/export"
	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/diary"
)

// Name is how the dialect is chosen on the command line.
const Name = "fatsecret"

// Title says which files are meant.
const Title = "the food diary report of FatSecret"

//go:embed columns.csv
var columnsCSV string

var layout = sync.OnceValue(func() export.Layout { return export.Parse(columnsCSV) })

// year is in the row of a day in any language.
var year = regexp.MustCompile(`(?:^|\D)(?:19|20)\d\d(?:$|\D)`)

// Claims reports whether a row is the headings of the report: "Date,Cals( kcal),Fat( g),...,Prot( g)". No
// other app cuts these two words short.
func Claims(header []string) bool { return export.Lists(header, "Cals( kcal)", "Prot( g)") }

// Open reads the foods of f.
func Open(f *table.File, order table.Order) (table.Source, error) {
	dates, err := f.Dates(nil, cmp.Or(order, table.MonthFirst))
	if err != nil {
		return nil, err
	}
	r := &report{dates: dates, nutrients: f.Nutrients(layout().Meant(f.Header), func(column int) bool { return column == 0 })}
	return export.NewOutline(f, r.nutrients, layout().Ignored(f.Header), r.take)
}

// report is the state of reading.
type report struct {
	dates     *table.Dates
	nutrients *table.Nutrients
	day       diary.Date // zero before the first day, and below one that can't be read
	meal      string
	above     *diary.Entry // the row above, if it has figures and is no total
	indented  bool         // whether that row is
	spoiled   bool         // whether the row above has figures that can't be read
}

// take says what a row is. A row of figures is held until the row below tells whether it is a food.
func (r *report) take(o *export.Outline, cells []string) diary.Record {
	above, indented, spoiled := r.above, r.indented, r.spoiled
	r.above, r.spoiled, o.Hold = nil, false, false
	text, lone := export.Lone(cells)
	if above != nil && lone {
		above.Amount = text
		o.Replace(r.check(above))
		return &diary.Skipped{Reason: "the serving of the food above"}
	}
	if above != nil && !indented {
		r.meal = above.Food
	}
	name := table.Clean(cells[0])
	if date, _, err := r.dates.Parse(name); err == nil {
		r.day, r.meal = date, ""
		return &diary.Skipped{Reason: "a day total"}
	}
	switch {
	case lone && len(cells) > 1 && !spoiled:
		r.meal = name // whose figures are blank
		return &diary.Skipped{Reason: "a meal total"}
	case lone:
		return &diary.Skipped{Reason: "a title or note"}
	case isTotal(name):
		return &diary.Skipped{Reason: "a total"}
	}
	r.indented = strings.TrimLeft(cells[0], " \t\u00a0") != cells[0]
	if !r.indented && year.MatchString(name) {
		r.day, r.meal = diary.Date{}, ""
		return &diary.SyntaxError{Reason: table.Quote(name) + " is no date that can be read",
			Hint: "write the days of the report as 2026-03-01, or export it in English"}
	}
	amounts, bad := r.nutrients.Read(cells)
	if bad != nil {
		r.spoiled = true
		return bad
	}
	r.above, o.Hold = &diary.Entry{Date: r.day, Meal: r.meal, Food: name, Nutrients: amounts}, true
	if r.indented {
		return r.check(r.above)
	}
	return &diary.Skipped{Reason: "a meal total"}
}

// check is the record of a food.
func (r *report) check(e *diary.Entry) diary.Record {
	switch {
	case e.Food == "":
		return &diary.SyntaxError{Reason: "the row has figures and no name"}
	case e.Date.IsZero():
		return &diary.SyntaxError{Reason: table.Quote(e.Food) + " stands below no day that can be read"}
	}
	if problem := table.CheckAmount(e.Amount, &e.Nutrients); problem != nil && e.Amount != "" {
		return problem
	}
	return e
}

// isTotal knows the rows that sum up a day, in the languages that were seen.
func isTotal(name string) bool {
	switch table.Fold(name) {
	case "total", "dailytotal", "daytotal", "всего", "итого", "gesamt", "summe":
		return true
	}
	return false
}
