package report

import (
	"strings"

	"github.com/nutrigap/nutrigap/internal/diary"
)

// date is a day as the Summary names it: the ISO date, or in an anonymous one how many days after the first
// it was, "day 3".
func (f *Findings) date(d diary.Date) string {
	if !f.Anonymous || len(f.Days) == 0 {
		return d.String()
	}
	return f.lang().Tf("day %d", d.Sub(f.Days[0].Date)+1)
}

// anonymize takes out of a finished Summary what says who the person is and when it was: the name, notes,
// the names of files, exact dates, and rows that could not be read, which may say anything. The words in
// which foods were logged stay, because they are what the professional has to judge.
func (f *Findings) anonymize(s *Summary) {
	s.Person.Name = ""
	s.Tool.Date = ""
	s.Refused = []string{}
	for i := range s.Log {
		row := &s.Log[i]
		if day, err := diary.ParseDate(row.Date); err == nil {
			row.Date = f.date(day)
		}
		row.Note, row.Row = "", f.withoutFile(row.Row)
	}
	for _, list := range [][]Unmatched{s.Unmatched, s.Review} {
		for i := range list {
			list[i].First = f.withoutFile(list[i].First)
		}
	}
}

// withoutFile is the line of a position alone: "row 14".
func (f *Findings) withoutFile(position string) string {
	if i := strings.LastIndexByte(position, ':'); i >= 0 {
		return f.lang().Tf("row %s", position[i+1:])
	}
	return ""
}
