package lang

import (
	"strings"
	"time"
)

// The shapes of dates as English writes them; a language's file has its own for each, made of the same
// parts. They are layouts of package time.
var (
	layoutDate = Mark("2006-01-02")
	layoutLong = Mark("Monday, 2 January 2006")
	layoutDay  = Mark("01-02")
)

// Date is a date of a diary, "2026-03-02", as the language writes it in figures. What is no date stays as it
// is, here and below: a report may have left the dates out.
func (l *Language) Date(date string) string { return l.date(date, layoutDate) }

// LongDate is a date with its weekday and month in words.
func (l *Language) LongDate(date string) string { return l.date(date, layoutLong) }

// DayMonth is a date without its year, in figures.
func (l *Language) DayMonth(date string) string { return l.date(date, layoutDay) }

// Weekday is the short name of a date's weekday, "Mon"; empty for what is no date.
func (l *Language) Weekday(date string) string {
	when, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return ""
	}
	return l.T(when.Weekday().String()[:3])
}

// Month is the short name of a date's month, "Mar"; empty for what is no date.
func (l *Language) Month(date string) string {
	when, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return ""
	}
	return l.T(when.Month().String()[:3])
}

// Span is a period of days, or the one day.
func (l *Language) Span(from, to string) string {
	if from == to {
		return l.Date(from)
	}
	return l.Tf("%s to %s", l.Date(from), l.Date(to))
}

func (l *Language) date(date, layout string) string {
	when, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	return l.format(when, l.T(layout))
}

// format is [time.Time.Format] with the names of days and months in the language. They are put in last,
// because a name may hold what a layout takes for one of its parts.
func (l *Language) format(when time.Time, layout string) string {
	const monday, mon, january, jan = "\ue000", "\ue001", "\ue002", "\ue003"
	marked := strings.NewReplacer("Monday", monday, "Mon", mon, "January", january, "Jan", jan).Replace(layout)
	day, month := when.Weekday().String(), when.Month().String()
	return strings.NewReplacer(
		monday, l.T(day), mon, l.T(day[:3]), january, l.T(month), jan, l.T(month[:3]),
	).Replace(when.Format(marked))
}
