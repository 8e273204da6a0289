package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

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

// like is *v of a nutrient without its unit where that is the one of its mean, which stands beside it.
func (d *document) like(n *report.Nutrient, v *float64) string {
	text := d.amount(n.Key, v)
	unit := unitOf(text)
	if unit == "" || unit != unitOf(d.amount(n.Key, n.Mean)) {
		return text
	}
	return strings.TrimRightFunc(strings.TrimSuffix(text, unit), unicode.IsSpace)
}

// unitOf is what stands behind the last space of an amount, which may be one that doesn't break.
func unitOf(amount string) string {
	i := strings.LastIndexFunc(amount, unicode.IsSpace)
	if i < 0 {
		return ""
	}
	_, size := utf8.DecodeRuneInString(amount[i:])
	return amount[i+size:]
}

// lowHigh is the lowest and the highest day.
func (d *document) lowHigh(n *report.Nutrient) string {
	if n.Low == nil || n.High == nil {
		return report.Dash
	}
	low, high := d.like(n, n.Low), d.like(n, n.High)
	return low + " " + report.Dash + " " + high
}

func (d *document) target(n *report.Nutrient) string {
	if n.Target == nil {
		return report.Dash
	}
	return join(" ", d.like(n, n.Target), n.TargetKind)
}

// limitOf is the amount that the intake should stay below.
func limitOf(n *report.Nutrient) *float64 {
	if n.UL != nil {
		return n.UL
	}
	return n.CDRR
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
