package cronometer

import (
	_ "embed" // the headings of the daily summary
	"sync"

	"github.com/nutrigap/nutrigap/internal/dialect/export"
	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/diary"
)

// DailyName is how the daily summary is chosen on the command line.
const DailyName = "cronometer-daily"

// DailyTitle says which files are meant.
const DailyTitle = "dailysummary.csv of Cronometer (Daily Nutrition), totals of days"

//go:embed daily.csv
var dailyCSV string

var daily = sync.OnceValue(func() export.Layout { return export.Parse(dailyCSV) })

// ClaimsDaily reports whether a header is that of dailysummary.csv.
func ClaimsDaily(header []string) bool {
	return daily().Has(header, "date", "completed") && export.Lists(header, "Energy (kcal)")
}

// OpenDaily reads the days of f. The app adds up what it doesn't know as nothing: a figure of a day is the
// least that was eaten, and only a cell where every food was blank is blank.
func OpenDaily(f *table.File, order table.Order) (table.Source, error) {
	return export.Open(f, daily(), order, func(r *export.Total, e *diary.Entry, d *table.Dates) diary.Record {
		return r.Fill(e, d, diary.Day)
	})
}
