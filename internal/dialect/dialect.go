// Package dialect is the door for diaries: the list of the formats that can be read, and the choice of
// the one that a file is written in.
//
// Its rule: the headings decide, never the file's name, and exactly one format may claim them. It refuses
// to read a file that is known to be something else (exercise, measurements, a list of foods that nobody
// ate), and says which file is wanted instead. Totals that name no food are read as what they are.
package dialect

import (
	"io"

	"github.com/nutrigap/nutrigap/internal/dialect/asa24"
	"github.com/nutrigap/nutrigap/internal/dialect/cronometer"
	"github.com/nutrigap/nutrigap/internal/dialect/fatsecret"
	"github.com/nutrigap/nutrigap/internal/dialect/fitbit"
	"github.com/nutrigap/nutrigap/internal/dialect/loseit"
	"github.com/nutrigap/nutrigap/internal/dialect/macrofactor"
	"github.com/nutrigap/nutrigap/internal/dialect/myfitnesspal"
	"github.com/nutrigap/nutrigap/internal/dialect/mynetdiary"
	"github.com/nutrigap/nutrigap/internal/dialect/plain"
	"github.com/nutrigap/nutrigap/internal/dialect/samsung"
	"github.com/nutrigap/nutrigap/internal/dialect/sparkyfitness"
	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/dialect/waistline"
	"github.com/nutrigap/nutrigap/internal/dialect/yazio"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Options say what can't be left to the file. The zero value leaves everything to it.
type Options struct {
	Dialect  string                // one of Names; empty lets the headings decide
	Dates    string                // one of DateOrders; empty lets all rows decide
	Encoding string                // a name that CheckEncoding knows; empty lets the bytes decide
	Numbers  nutrient.NumberFormat // DecimalPoint or DecimalComma; UsualNumbers lets all rows decide

	// Columns are headings of the file and what is to be read there instead; see [ParseColumns].
	Columns map[string]string

	// Subject is whose rows of a study's file are read, by the name that the file has; empty is the first.
	Subject string

	// DailyValues are what percentages of a daily value are of, one of DailyValues; empty leaves those unread.
	DailyValues string
}

// Info is what is known of a diary before its first row.
type Info struct {
	File      string // as messages call it, with the part of it that is read: "export.zip:servings.csv"
	Line      int    // where the headings stand, from 1
	Dialect   string
	Nutrients []nutrient.ID // those that the file has a column for, in display order
	Ignored   []string      // headings of the columns that are not read, as the file spells them
	Advice    string        // with which option more of the file can be read; empty if all of it is
}

// format is one dialect.
type format struct {
	name, title string
	claims      func(header []string) bool
	open        opener
}

// opener makes a source of a file whose headings were claimed.
type opener func(*table.File, Options) (table.Source, error)

// dated opens a format that needs to be told no more than the order of its dates.
func dated(open func(*table.File, table.Order) (table.Source, error)) opener {
	return func(f *table.File, o Options) (table.Source, error) { return open(f, table.Order(o.Dates)) }
}

// personal opens a format of several people's files.
func personal(open func(f *table.File, order table.Order, subject string) (table.Source, error)) opener {
	return func(f *table.File, o Options) (table.Source, error) { return open(f, table.Order(o.Dates), o.Subject) }
}

// apps lists the exports of other programs. At most one of them claims a header.
func apps() []format {
	return []format{
		{asa24.Name, asa24.Title, asa24.Claims, personal(asa24.Open)},
		{asa24.SupplementsName, asa24.SupplementsTitle, asa24.ClaimsSupplements, personal(asa24.OpenSupplements)},
		{asa24.TotalsName, asa24.TotalsTitle, asa24.ClaimsTotals, personal(asa24.OpenTotals)},
		{cronometer.Name, cronometer.Title, cronometer.Claims, dated(cronometer.Open)},
		{cronometer.DailyName, cronometer.DailyTitle, cronometer.ClaimsDaily, dated(cronometer.OpenDaily)},
		{fatsecret.Name, fatsecret.Title, fatsecret.Claims, dated(fatsecret.Open)},
		{fitbit.Name, fitbit.Title, fitbit.Claims, dated(fitbit.Open)},
		{loseit.Name, loseit.Title, loseit.Claims, dated(loseit.Open)},
		{macrofactor.Name, macrofactor.Title, macrofactor.Claims, dated(macrofactor.Open)},
		{myfitnesspal.Name, myfitnesspal.Title, myfitnesspal.Claims, openMyFitnessPal},
		{myfitnesspal.PrintedName, myfitnesspal.PrintedTitle, myfitnesspal.ClaimsPrinted, dated(myfitnesspal.OpenPrinted)},
		{mynetdiary.Name, mynetdiary.Title, mynetdiary.Claims, dated(mynetdiary.Open)},
		{samsung.Name, samsung.Title, samsung.Claims, dated(samsung.Open)},
		{samsung.MealsName, samsung.MealsTitle, samsung.ClaimsMeals, dated(samsung.OpenMeals)},
		{samsung.WaterName, samsung.WaterTitle, samsung.ClaimsWater, dated(samsung.OpenWater)},
		{sparkyfitness.Name, sparkyfitness.Title, sparkyfitness.Claims, dated(sparkyfitness.Open)},
		{waistline.Name, waistline.Title, waistline.Claims, dated(waistline.Open)},
		{yazio.Name, yazio.Title, yazio.Claims, dated(yazio.Open)},
		{yazio.MealsName, yazio.MealsTitle, yazio.ClaimsMeals, dated(yazio.OpenMeals)},
	}
}

// advised is a source that could say more.
type advised interface{ Advice() string }

func openMyFitnessPal(f *table.File, o Options) (table.Source, error) {
	return myfitnesspal.Open(f, table.Order(o.Dates), o.DailyValues)
}

// sheet is the format of hand-kept sheets. Its few columns are among those of nearly every app, so it is
// asked when no app claims the header.
func sheet() format {
	return format{plain.Name, plain.Title, func(h []string) bool { return plain.Missing(h) == "" }, dated(plain.Open)}
}

func formats() []format { return append(apps(), sheet()) }

// Names lists the dialects as they are chosen on the command line.
func Names() []string {
	var names []string
	for _, f := range formats() {
		names = append(names, f.name)
	}
	return names
}

// DateOrders lists the orders of day and month as they are chosen on the command line.
func DateOrders() []string { return []string{string(table.DayFirst), string(table.MonthFirst)} }

// DailyValues lists the sets of daily values as they are chosen on the command line.
func DailyValues() []string { return myfitnesspal.Bases() }

// CheckEncoding says whether there is an encoding of that name, and which are common.
func CheckEncoding(name string) error { return table.CheckEncoding(name) }

// File is the bytes of a diary. They are read more than once: what a file is, and how it writes dates and
// numbers, has to be known before its first row is.
type File interface {
	io.ReaderAt
	Size() int64
}
