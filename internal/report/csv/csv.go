// Package csv writes a Summary as a table for spreadsheets and statistics: one line per day and nutrient.
//
// Its rule: a cell holds what the Summary knows and is empty where it knows nothing; numbers are plain,
// with a point and without grouping. It refuses to let text act as a formula in a spreadsheet.
package csv

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/nutrigap/nutrigap/internal/report"
)

// Options is how the table is written; there is nothing to choose yet.
type Options struct{}

// The words of this voice.
const (
	dayIncomplete = "day not complete"
	daySetApart   = "day not counted in the means"
	amountUnknown = "amount not known"
	countsKnown   = "counts the known %s of the energy"
	noteSeparator = "; "
)

// Header is the first line: the names of the columns.
func Header() []string {
	return []string{"date", "nutrient", "name", "amount", "unit", "target", "target_kind", "percent", "coverage", "status", "notes"}
}

// Write writes the header and one line per day and nutrient, as RFC 4180 has it: UTF-8, lines that end
// with CRLF, quotes where they are needed. The only errors are those of w.
func Write(w io.Writer, s *report.Summary, _ Options) error {
	s = s.Visible()
	names := map[string]string{}
	table := csv.NewWriter(w)
	table.UseCRLF = true
	table.Write(Header()) // an error of w stays in table until the end
	for i := range s.Days {
		day := &s.Days[i]
		for j := range day.Nutrients {
			n := &day.Nutrients[j]
			name, ok := names[n.Key]
			if !ok {
				name = s.NameOf(n.Key)
				names[n.Key] = name
			}
			table.Write(row(day, n, name))
		}
	}
	table.Flush()
	return table.Error()
}

func row(day *report.Day, n *report.DayNutrient, name string) []string {
	return []string{
		report.Inert(day.Date), report.Inert(n.Key), report.Inert(name),
		number(n.Amount), report.Inert(n.Unit), number(n.Target), report.Inert(n.TargetKind),
		number(n.Percent), digits(n.Coverage), report.Inert(n.Status), report.Inert(notes(day, n)),
	}
}

// notes says in words what a number alone would hide.
func notes(day *report.Day, n *report.DayNutrient) string {
	var all []string
	if !day.Complete {
		all = append(all, dayIncomplete)
	}
	if day.SetApart {
		all = append(all, daySetApart)
	}
	switch known := report.Fraction(n.Coverage); {
	case n.Amount == nil:
		all = append(all, amountUnknown)
	case known != "100%":
		all = append(all, strings.Replace(countsKnown, "%s", known, 1))
	}
	return strings.Join(all, noteSeparator)
}

// number is *v, or an empty cell where v is nil.
func number(v *float64) string {
	if v == nil {
		return ""
	}
	return digits(*v)
}

// digits is v with six significant digits, never in powers of ten, which some spreadsheets misread.
// What is no number is an empty cell.
func digits(v float64) string {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 6, 64), 64)
	if err != nil || rounded-rounded != 0 {
		return ""
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}
