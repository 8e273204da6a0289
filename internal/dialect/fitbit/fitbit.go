// Package fitbit reads the food log in the web export of Fitbit, a stack of titled tables.
//
// Its rule: only "Daily Totals" hold more than calories, so that a day is one total; zeros are unknown,
// since the app writes them for days without a log. It refuses body, sleep and activities, and leaves the
// calories of single foods and of days alone, which the totals contain.
package fitbit

import (
	"strings"

	"github.com/nutrigap/nutrigap/internal/dialect/export"
	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/diary"
)

// Name is how the dialect is chosen on the command line.
const Name = "fitbit"

// Title says which files are meant.
const Title = "the web export of Fitbit (fitbit_export), totals of days"

// lines are those of a day's totals, as headings with the unit that the cells have.
var lines = []string{"Calories", "Fat (g)", "Fiber (g)", "Carbs (g)", "Sodium (mg)", "Protein (g)", "Water (ml)"}

// Claims reports whether a row is the title of a food log, or the headings of one of the tables that stand
// above the first.
func Claims(header []string) bool {
	if len(header) == 0 {
		return false
	}
	_, isLog := logDate(header[0])
	return isLog ||
		len(header) == 2 && export.Lists(header, "Date", "Calories In") ||
		len(header) == 4 && export.Lists(header, "Date", "Weight", "BMI", "Fat")
}

// logDate is the date in "Food Log 20190701".
func logDate(title string) (date string, ok bool) {
	date, ok = strings.CutPrefix(strings.ToLower(title), "food log ")
	return date, ok && len(date) == 8
}

// Open reads the totals of f.
func Open(f *table.File, _ table.Order) (table.Source, error) {
	s := &stack{nutrients: f.Nutrients(lines, func(int) bool { return false })}
	if date, isLog := logDate(f.Header[0]); isLog {
		s.begin(date)
	}
	return export.NewOutline(f, s.nutrients, nil, s.take)
}

// stack is the state of reading.
type stack struct {
	dates     table.Dates
	nutrients *table.Nutrients
	day       diary.Date   // of the food log, zero in other tables
	total     *diary.Entry // of that day, nil outside of its totals
	figures   []string     // of the total, in the order of lines
}

// begin enters the food log of a day. One without a day is no log.
func (s *stack) begin(date string) { s.day, _, _ = s.dates.Parse(date) }

// take says what a row is. The title of a day's totals becomes the entry, which is held until they end.
func (s *stack) take(o *export.Outline, cells []string) diary.Record {
	title, lone := export.Lone(cells)
	switch {
	case lone && strings.EqualFold(title, "Daily Totals") && !s.day.IsZero():
		s.figures = make([]string, len(lines))
		blank, _ := s.nutrients.Read(s.figures)
		s.total, o.Hold = &diary.Entry{Date: s.day, Level: diary.Day, Nutrients: blank}, true
		return s.total
	case lone:
		s.day, s.total, o.Hold = diary.Date{}, nil, false
		if date, isLog := logDate(title); isLog {
			s.begin(date)
		}
		return &diary.Skipped{Reason: "a title"}
	case s.total != nil && o.Hold:
		return s.line(cells)
	case !s.day.IsZero():
		return &diary.Skipped{Reason: "the calories of one food"}
	}
	return &diary.Skipped{Reason: "not of a food log"}
}

// line adds a row to the total, like "","Sodium","1,650 mg".
func (s *stack) line(cells []string) diary.Record {
	skipped := &diary.Skipped{Reason: "a part of the day total above"}
	if len(cells) != 3 {
		return skipped
	}
	name := table.Clean(cells[1])
	number, unit := table.Glued(cells[2])
	for i, line := range lines {
		title, wanted, _ := strings.Cut(strings.TrimSuffix(line, ")"), " (")
		if !strings.EqualFold(title, name) {
			continue
		}
		if unit != wanted {
			return &diary.SyntaxError{Column: name, Reason: table.Quote(table.Clean(cells[2])) + " is not in " + wanted}
		}
		s.figures[i] = number
		amounts, bad := s.nutrients.Read(s.figures)
		if bad != nil {
			s.figures[i] = ""
			return bad
		}
		export.DropZeros(&amounts)
		s.total.Nutrients = amounts
	}
	return skipped
}
