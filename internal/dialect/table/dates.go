package table

import (
	"cmp"
	"fmt"
	"iter"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/nutrigap/nutrigap/internal/diary"
)

// Order is what comes first in dates that are written with three numbers and the year last.
type Order string

// The orders of day and month. The empty Order is one that nobody decided.
const (
	DayFirst   Order = "dmy"
	MonthFirst Order = "mdy"

	yearFirst Order = "ymd"
)

// The fixed list of date formats. All may be followed by a time of day. Where the order is empty, that of
// the file decides; all others can be read in one way only. Two digits of a year count from 2000 and need
// slashes or dots: "26-03-01" would mean anything.
var dateFormats = []struct {
	pattern *regexp.Regexp
	order   Order
}{
	{dateFormat(`(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})`), yearFirst},
	{dateFormat(`(\d{4})(\d\d)(\d\d)`), yearFirst},
	{dateFormat(`(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)`), DayFirst},
	{dateFormat(`(\d{1,2})[-/](\d{1,2})[-/](\d{4})`), ""},
	{dateFormat(`(\d{1,2})/(\d{1,2})/(\d\d)`), ""},
	{dateFormat(weekday + `([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})`), MonthFirst},
	{dateFormat(weekday + `(\d{1,2})(?:st|nd|rd|th)?[-. ]{1,2}([a-z]{3,9})[-., ]{1,2}(\d{4})`), DayFirst},
}

const weekday = `(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?`

// dateFormat is the pattern of a whole cell: three groups of the date and one of the time of day.
func dateFormat(date string) *regexp.Regexp {
	return regexp.MustCompile(`^` + date + `(?:(?:[t ]|, )\s*(\d.*))?$`)
}

// Dates reads the dates of one file. Rows of a day stand together, so it remembers the last one.
type Dates struct {
	order Order
	all   func() iter.Seq[string] // all dates of the file, as long as nothing depended on the order
	text  string
	date  diary.Date
	clock string
}

// Dates decides how the dates of f are read: by order if that is not empty, else by all rows. It is a
// *[diary.FileError] when they can be read with the day first and with the month first and the first 64 kB
// show that, or when there is no date in any row.
func (f *File) Dates(tags []string, order Order) (*Dates, error) {
	column := slices.Index(tags, "date")
	all := func() iter.Seq[string] { return columnOf(f.allRows(), column) }
	switch order {
	case DayFirst, MonthFirst:
		return &Dates{order: order}, nil
	case "":
	default:
		return nil, fmt.Errorf("%q is no order of dates; it is dmy or mdy", order)
	}
	e := gather(f.Sample(column))
	if !f.whole && (e.depends() || e.none()) {
		e = gather(all())
	}
	if e.none() {
		return nil, &diary.FileError{
			File:   f.Name,
			Reason: fmt.Sprintf("the date is empty in every row (column %s)", Quote(f.Header[column])),
			Advice: "write the day of each row there, as 2026-03-01; what was eaten on no known day can't be judged",
		}
	}
	decided, why := e.order()
	if why != "" {
		return nil, undecided(f.Name, why)
	}
	d := &Dates{order: decided}
	if decided == "" && !f.whole {
		d.all = all
	}
	return d, nil
}

// dateEvidence is what the dates of a file say about their order: one example of each kind.
type dateEvidence struct {
	dayFirst, monthFirst, either string
	rows, empty                  int
}

func gather(cells iter.Seq[string]) dateEvidence {
	var e dateEvidence
	last := ""
	for cell := range cells {
		e.rows++
		switch {
		case Empty(cell):
			e.empty++
		case cell != last: // most rows are of the same day as the one above
			e.add(cell)
			last = cell
		}
	}
	return e
}

func (e *dateEvidence) add(cell string) {
	d, _, dayErr := parseDate(cell, DayFirst)
	m, _, monthErr := parseDate(cell, MonthFirst)
	switch {
	case dayErr == nil && monthErr != nil:
		e.dayFirst = cell
	case dayErr != nil && monthErr == nil:
		e.monthFirst = cell
	case dayErr == nil && d != m && e.either == "":
		e.either = cell
	}
}

// depends reports whether a date depends on the order.
func (e *dateEvidence) depends() bool { return e.dayFirst+e.monthFirst+e.either != "" }

// none reports whether there are rows and no dates.
func (e *dateEvidence) none() bool { return e.rows > 0 && e.empty == e.rows }

// order is the one that all dates have, empty where none depends on it, or why there is none.
func (e *dateEvidence) order() (order Order, why string) {
	switch {
	case e.dayFirst != "" && e.monthFirst != "":
		return "", fmt.Sprintf("%s has the day first and %s the month", Quote(e.dayFirst), Quote(e.monthFirst))
	case e.dayFirst != "":
		return DayFirst, ""
	case e.monthFirst != "":
		return MonthFirst, ""
	case e.either != "":
		d, _, _ := parseDate(e.either, DayFirst)
		m, _, _ := parseDate(e.either, MonthFirst)
		return "", fmt.Sprintf("%s is %s or %s", Quote(e.either), spell(d), spell(m))
	}
	return "", ""
}

func undecided(file, why string) error {
	return &diary.FileError{
		File:   file,
		Reason: "the dates can be read in two ways: " + why,
		Advice: "say which with --dates dmy (day first) or --dates mdy (month first)",
	}
}

func spell(d diary.Date) string { return fmt.Sprintf("%d %s %d", d.Day, d.Month, d.Year) }

// Parse reads a date and the time of day behind it, "15:04", which is empty where there is none. The day
// is taken as written: a time zone in the cell never moves it.
func (d *Dates) Parse(text string) (date diary.Date, clock string, err error) {
	if text == d.text && text != "" {
		return d.date, d.clock, nil
	}
	date, clock, err = parseDate(text, d.order)
	other, _, otherErr := parseDate(text, d.order.other())
	if d.all != nil && (err == nil) != (otherErr == nil) || d.all != nil && err == nil && other != date {
		d.decide()
		return d.Parse(text)
	}
	switch {
	case err != nil && otherErr == nil && d.order != "":
		err = fmt.Errorf("%s is no date with the %s first, as the other dates are", Quote(text), d.order.first())
	case err == nil && d.order == "" && (otherErr != nil || other != date):
		// The first rows held nothing that depends on the order, and all rows together don't decide.
		err = fmt.Errorf("%s can be read in two ways; write it as 2026-03-01", Quote(text))
	}
	if err != nil {
		return diary.Date{}, "", err
	}
	d.text, d.date, d.clock = text, date, clock
	return date, clock, nil
}

// decide looks at all dates, when the first is met that depends on the order.
func (d *Dates) decide() {
	e := gather(d.all())
	d.order, _ = e.order()
	d.all = nil
}

func (o Order) other() Order {
	if o == MonthFirst {
		return DayFirst
	}
	return MonthFirst
}

func (o Order) first() string {
	if o == MonthFirst {
		return "month"
	}
	return "day"
}

// IsDate reports whether a text is a date in any of the formats.
func IsDate(text string) bool {
	_, _, dayFirst := parseDate(text, DayFirst)
	_, _, monthFirst := parseDate(text, MonthFirst)
	return dayFirst == nil || monthFirst == nil
}

// isoDate reads 2026-03-01, as nearly all dates of long files are written, without a pattern.
func isoDate(text string) (diary.Date, bool) {
	if len(text) != len(time.DateOnly) {
		return diary.Date{}, false
	}
	for i := range len(text) {
		if hyphen := i == 4 || i == 7; hyphen != (text[i] == '-') || !hyphen && (text[i] < '0' || text[i] > '9') {
			return diary.Date{}, false
		}
	}
	return makeDate([]string{text[:4], text[5:7], text[8:]}, yearFirst)
}

// parseDate reads a date with the day first unless order says otherwise.
func parseDate(text string, order Order) (diary.Date, string, error) {
	if date, ok := isoDate(text); ok {
		return date, "", nil
	}
	lower := strings.ToLower(text)
	for _, f := range dateFormats {
		m := f.pattern.FindStringSubmatch(lower)
		if m == nil {
			continue
		}
		date, ok := makeDate(m[1:4], cmp.Or(f.order, order))
		clock, clockOK := Clock(m[4])
		if ok && clockOK {
			return date, clock, nil
		}
	}
	return diary.Date{}, "", fmt.Errorf("%s is not a date; write it as 2026-03-01", Quote(text))
}

// makeDate puts a date together, if there is such a day between 1900 and 2199.
func makeDate(parts []string, order Order) (diary.Date, bool) {
	day, month, year := parts[0], parts[1], parts[2]
	switch order {
	case yearFirst:
		year, day = day, year
	case MonthFirst:
		day, month = month, day
	}
	y, yearErr := strconv.Atoi(year)
	d, dayErr := strconv.Atoi(day)
	m := monthNumber(month)
	if len(year) == 2 {
		y += 2000
	}
	date := diary.DateOf(time.Date(y, m, d, 0, 0, 0, 0, time.UTC))
	ok := yearErr == nil && dayErr == nil && 1900 <= y && y < 2200 && date == diary.Date{Year: y, Month: m, Day: d}
	return date, ok
}

// monthNumber reads "03", "mar", "sept" or "march" (lower case); 0 is no month.
func monthNumber(text string) time.Month {
	if n, err := strconv.Atoi(text); err == nil {
		return time.Month(n)
	}
	for m := time.January; m <= time.December; m++ {
		if len(text) >= 3 && strings.HasPrefix(strings.ToLower(m.String()), text) {
			return m
		}
	}
	return 0
}
