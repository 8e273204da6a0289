// Package asa24 reads the analysis files of ASA24, the 24-hour recall: the foods (Items), the supplements
// (INS) and, as totals of days that name no food, the sums of either (Totals).
//
// Its rule: the day is that of the intake, and figures have the units that the system documents, since the
// headings name none. A file of a study holds many people; it refuses to add them up, and reads
// one: whoever is asked for, else the first.
package asa24

import (
	_ "embed" // the headings
	"sync"

	"github.com/nutrigap/nutrigap/internal/dialect/export"
	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/diary"
)

// Name, SupplementsName and TotalsName are how the dialects are chosen on the command line. Foods and
// supplements of a day are two files, of which neither replaces the other.
const (
	Name            = "asa24"
	SupplementsName = "asa24-supplements"
	TotalsName      = "asa24-totals"
)

// Title, SupplementsTitle and TotalsTitle say which files are meant.
const (
	Title            = "the foods (Items) of an ASA24 recall"
	SupplementsTitle = "the supplements (INS) of an ASA24 recall"
	TotalsTitle      = "the day totals of an ASA24 recall"
)

//go:embed columns.csv
var columnsCSV string

var layout = sync.OnceValue(func() export.Layout {
	l := export.Parse(columnsCSV)
	l.Order = table.MonthFirst
	return l
})

// occasions are the codes of Occ_Name.
var occasions = map[string]string{
	"1": "Breakfast", "2": "Brunch", "3": "Lunch", "4": "Dinner", "5": "Supper", "6": "Snack", "7": "Just a drink", "8": "Just a supplement",
}

// Claims reports whether a header is that of a list of foods.
func Claims(header []string) bool {
	return export.Lists(header, "RecallRecId", "KCAL", "Food_Description") && layout().Has(header, "date")
}

// ClaimsSupplements reports whether a header is that of a list of supplements.
func ClaimsSupplements(header []string) bool {
	return export.Lists(header, "RecallRecId", "KCAL", "Suppl_Description") && layout().Has(header, "date")
}

// ClaimsTotals reports whether a header is that of sums of days.
func ClaimsTotals(header []string) bool {
	return export.Lists(header, "RecallRecId", "KCAL") && layout().Has(header, "date") && !layout().Has(header, "food")
}

// item is one food or supplement, still text.
type item struct {
	export.Serving
	User string `csv:"user"`
}

// Open reads the foods of f, of a person by the name that the file has, or of its first person.
func Open(f *table.File, order table.Order, subject string) (table.Source, error) {
	return open(f, order, subject, "")
}

// OpenSupplements reads the supplements of f, as [Open] reads foods.
func OpenSupplements(f *table.File, order table.Order, subject string) (table.Source, error) {
	return open(f, order, subject, "Supplements")
}

func open(f *table.File, order table.Order, subject, category string) (table.Source, error) {
	people, err := whose(f, subject)
	if err != nil {
		return nil, err
	}
	return export.Open(f, layout(), order, func(r *item, e *diary.Entry, d *table.Dates) diary.Record {
		if other := people.other(r.User); other != nil {
			return other
		}
		occasion := r.Time // with its date, which is the same day
		r.Time, r.Meal = "", occasionOf(r.Meal)
		e.Category = category
		record := r.Fill(e, d)
		e.Time = ""
		if _, clock, err := d.Parse(occasion); err == nil {
			e.Time = clock
		}
		return record
	}, "food")
}

func occasionOf(code string) string {
	if name, known := occasions[code]; known {
		return name
	}
	return code
}

// day is one row of totals, still text.
type day struct {
	export.Total
	User string `csv:"user"`
}

// OpenTotals reads the day totals of f, as [Open] reads foods.
func OpenTotals(f *table.File, order table.Order, subject string) (table.Source, error) {
	people, err := whose(f, subject)
	if err != nil {
		return nil, err
	}
	return export.Open(f, layout(), order, func(r *day, e *diary.Entry, d *table.Dates) diary.Record {
		if other := people.other(r.User); other != nil {
			return other
		}
		record := r.Fill(e, d, diary.Day)
		e.Time = "" // the recall begins at midnight
		return record
	})
}
