package pdf

import (
	"strings"

	"github.com/nutrigap/nutrigap/internal/report"
)

// statuses are those that are counted, in the order in which people read them.
func statuses() []string {
	return []string{report.StatusShortfall, report.StatusPossible, report.StatusAdequate, report.StatusExcess, report.StatusCannotTell}
}

func spaced(word string) string { return strings.ReplaceAll(word, "_", " ") }

// amount is *v of a nutrient, or a dash.
func (d *document) amount(key string, v *float64) string {
	if v == nil {
		return report.Dash
	}
	return d.Amount(key, *v)
}

func (d *document) grams(v *float64) string {
	if v == nil {
		return ""
	}
	return d.Measure(*v, "g")
}

// percent is *v in percent, or a dash.
func (d *document) percent(v *float64) string {
	if v == nil {
		return report.Dash
	}
	return d.Percent(*v)
}

// dayName is "Mon 2026-03-02", or the date as it stands.
func (d *document) dayName(date string) string { return join(" ", d.Weekday(date), d.Date(date)) }

// span is the period in words.
func (d *document) span() string { return d.Span(d.Period.From, d.Period.To) }

// join is the parts that aren't empty with a separator between them.
func join(sep string, parts ...string) string {
	var said []string
	for _, part := range parts {
		if part != "" {
			said = append(said, part)
		}
	}
	return strings.Join(said, sep)
}
