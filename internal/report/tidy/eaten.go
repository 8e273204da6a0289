package tidy

import (
	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/report"
)

// foods has a row for each food that was eaten.
func foods(s *report.Summary) Table {
	fields := []field[report.Eaten]{
		{Column{Name: "food", Title: lang.Mark("Food")}, func(e *report.Eaten) Cell { return text(e.Food) }},
		{Column{Name: "code", Title: lang.Mark("Code")}, func(e *report.Eaten) Cell { return text(e.Code) }},
		{Column{Name: "times", Title: lang.Mark("Times")}, func(e *report.Eaten) Cell { return count(e.Times) }},
		{Column{Name: "grams", Title: lang.Mark("Grams")}, func(e *report.Eaten) Cell { return amount(e.Grams) }},
	}
	fields = append(fields, amounts(s, s.Foods, func(e *report.Eaten) []report.Part { return e.Amounts })...)
	return tabulate(s, lang.Mark("Foods"), fields, s.Foods)
}

// logged has a row for each row of the diary, with what it was taken for. Where several foods were found in it,
// their names stand beside each other, the grams are of all of them and the confidence is of the least sure.
func logged(s *report.Summary) Table {
	fields := []field[report.LogRow]{
		{Column{Name: "date", Title: lang.Mark("Date")}, func(r *report.LogRow) Cell { return date(r.Date) }},
		{Column{Name: "time", Title: lang.Mark("Time")}, func(r *report.LogRow) Cell { return text(r.Time) }},
		{Column{Name: "meal", Title: lang.Mark("Meal")}, func(r *report.LogRow) Cell { return text(r.Meal) }},
		{Column{Name: "food", Title: lang.Mark("Food")}, func(r *report.LogRow) Cell { return text(r.Food) }},
		{Column{Name: "amount", Title: lang.Mark("Amount")}, func(r *report.LogRow) Cell { return text(r.Amount) }},
		{Column{Name: "status", Title: lang.Mark("Row")}, func(r *report.LogRow) Cell { return code(r.Status) }},
		{Column{Name: "taken_for", Title: lang.Mark("Taken for")}, func(r *report.LogRow) Cell { return list(found(r, foundName)) }},
		{Column{Name: "code", Title: lang.Mark("Code")}, func(r *report.LogRow) Cell { return list(found(r, foundCode)) }},
		{Column{Name: "confidence", Title: lang.Mark("Sure")}, func(r *report.LogRow) Cell { return share(r.Confidence()) }},
		{Column{Name: "grams", Title: lang.Mark("Grams")}, func(r *report.LogRow) Cell { return amount(r.Grams()) }},
		{Column{Name: "note", Title: lang.Mark("Note")}, func(r *report.LogRow) Cell { return text(r.Note) }},
		{Column{Name: "row", Title: lang.Mark("File and line")}, func(r *report.LogRow) Cell { return text(r.Row) }},
	}
	fields = append(fields, amounts(s, s.Log, func(r *report.LogRow) []report.Part { return r.Amounts })...)
	return tabulate(s, lang.Mark("Log"), fields, s.Log)
}

func foundName(f *report.Found) string { return f.Food }

func foundCode(f *report.Found) string { return f.Code }

func found(r *report.LogRow, of func(*report.Found) string) []string {
	var all []string
	for i := range r.Found {
		all = append(all, of(&r.Found[i]))
	}
	return all
}

// doubt is a text that a person should look at, or a row that can't be read.
type doubt struct {
	kind string
	report.Unmatched
}

var doubtFields = []field[doubt]{
	{Column{Name: "kind", Title: lang.Mark("What became of it")}, func(d *doubt) Cell { return code(d.kind) }},
	{Column{Name: "food", Title: lang.Mark("Food")}, func(d *doubt) Cell { return text(d.Food) }},
	{Column{Name: "amount", Title: lang.Mark("Amount")}, func(d *doubt) Cell { return text(d.Amount) }},
	{Column{Name: "times", Title: lang.Mark("Times")}, func(d *doubt) Cell { return count(d.Times) }},
	{Column{Name: "guess", Title: lang.Mark("Taken for")}, func(d *doubt) Cell { return text(d.Guess) }},
	{Column{Name: "first", Title: lang.Mark("First row")}, func(d *doubt) Cell { return text(d.First) }},
}

// unmatched has a row for each text without a food, each one to check, and each row that couldn't be read, of
// which all that is known is its message.
func unmatched(s *report.Summary) Table {
	var all []doubt
	for _, u := range s.Unmatched {
		all = append(all, doubt{"unmatched", u})
	}
	for _, u := range s.Review {
		all = append(all, doubt{"review", u})
	}
	for _, message := range s.Refused {
		all = append(all, doubt{"refused", report.Unmatched{Food: message, Times: 1}})
	}
	return tabulate(s, lang.Mark("Unmatched"), doubtFields, all)
}
