package tidy

import (
	"strings"

	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/report"
)

// dayNutrient is one nutrient of one day, with its name for people.
type dayNutrient struct {
	*report.Day
	*report.DayNutrient
	name     string
	language *lang.Language
}

var dayFields = []field[dayNutrient]{
	{Column{Name: "date", Title: lang.Mark("Date")}, func(n *dayNutrient) Cell { return date(n.Date) }},
	{Column{Name: "nutrient", Title: lang.Mark("Key")}, func(n *dayNutrient) Cell { return text(n.Key) }},
	{Column{Name: "name", Title: lang.Mark("Nutrient")}, func(n *dayNutrient) Cell { return text(n.name) }},
	{Column{Name: "amount", Title: lang.Mark("Amount")}, func(n *dayNutrient) Cell { return amount(n.Amount) }},
	{Column{Name: "unit", Title: lang.Mark("Unit")}, func(n *dayNutrient) Cell { return code(n.Unit) }},
	{Column{Name: "target", Title: lang.Mark("Target")}, func(n *dayNutrient) Cell { return amount(n.Target) }},
	{Column{Name: "target_kind", Title: lang.Mark("Kind of target")}, func(n *dayNutrient) Cell { return text(n.TargetKind) }},
	{Column{Name: "percent", Title: lang.Mark("Of target")}, func(n *dayNutrient) Cell { return percent(n.Percent).judged(n.Status) }},
	{Column{Name: "coverage", Title: lang.Mark("Known")}, func(n *dayNutrient) Cell { return share(&n.Coverage) }},
	{Column{Name: "status", Title: lang.Mark("Verdict")}, func(n *dayNutrient) Cell { return code(n.Status).judged(n.Status) }},
	{Column{Name: "notes", Title: lang.Mark("Notes")}, func(n *dayNutrient) Cell { return text(n.notes()) }},
}

// days has a row for each day and nutrient.
func days(s *report.Summary) Table {
	names, l := map[string]string{}, lang.Of(s.Language)
	var all []dayNutrient
	for i := range s.Days {
		day := &s.Days[i]
		list := day.Nutrients.All()
		for j := range list {
			n := &list[j]
			name, ok := names[n.Key]
			if !ok {
				name = s.NameOf(n.Key)
				names[n.Key] = name
			}
			all = append(all, dayNutrient{day, n, name, l})
		}
	}
	return tabulate(s, lang.Mark("Days and nutrients"), dayFields, all)
}

// notes say in words what a number alone would hide.
func (n *dayNutrient) notes() string {
	l := n.language
	var all []string
	if !n.Complete {
		all = append(all, l.T("day not complete"))
	}
	if n.SetApart {
		all = append(all, l.T("day not counted in the means"))
	}
	switch known := l.Fraction(n.Coverage); {
	case n.Amount == nil:
		all = append(all, l.T("amount not known"))
	case known != l.Fraction(1):
		all = append(all, l.Tf("counts the known %s of the energy", known))
	}
	return strings.Join(all, "; ")
}

var wideFields = []field[report.Day]{
	{Column{Name: "date", Title: lang.Mark("Date")}, func(d *report.Day) Cell { return date(d.Date) }},
	{Column{Name: "complete", Title: lang.Mark("Complete")}, func(d *report.Day) Cell { return yes(d.Complete) }},
	{Column{Name: "set_apart", Title: lang.Mark("Set apart")}, func(d *report.Day) Cell { return yes(d.SetApart) }},
	{Column{Name: "partial", Title: lang.Mark("Looks partial")}, func(d *report.Day) Cell { return code(d.Partial) }},
	{Column{Name: "mark", Title: lang.Mark("Marked as")}, func(d *report.Day) Cell { return code(d.Mark) }},
	{Column{Name: "rows", Title: lang.Mark("Rows")}, func(d *report.Day) Cell { return count(d.Entries) }},
}

// daysWide has a row for each day: amounts first, then percents of targets, then what is known of them.
func daysWide(s *report.Summary) Table {
	var more []string
	for i := range s.Days {
		for _, n := range s.Days[i].Nutrients.All() {
			more = append(more, n.Key)
		}
	}
	fields := append([]field[report.Day](nil), wideFields...)
	var amounts, percents, coverages []field[report.Day]
	for _, key := range keys(s, more) {
		amounts = append(amounts, ofDay(column(s, key, "", withUnit(key)), key, func(n *report.DayNutrient) Cell {
			return amount(n.Amount)
		}))
		percents = append(percents, ofDay(column(s, key, "_percent", lang.Mark("%s, of target")), key, func(n *report.DayNutrient) Cell {
			return percent(n.Percent).judged(n.Status)
		}))
		coverage := ofDay(column(s, key, "_coverage", lang.Mark("%s, known")), key, func(n *report.DayNutrient) Cell { return share(&n.Coverage) })
		coverage.Detail = true
		coverages = append(coverages, coverage)
	}
	percents = percents[1:] // energy has no target
	main, detail := split(append(amounts, percents...))
	for _, group := range [][]field[report.Day]{main, detail, coverages} {
		fields = append(fields, group...)
	}
	return tabulate(s, lang.Mark("Days"), fields, s.Days)
}

// split parts what belongs on paper from the detail.
func split[T any](fields []field[T]) (main, detail []field[T]) {
	for _, f := range fields {
		if f.Detail {
			detail = append(detail, f)
		} else {
			main = append(main, f)
		}
	}
	return main, detail
}

// ofDay is a column of one nutrient; a day of which nothing is known leaves it empty.
func ofDay(c Column, key string, cell func(*report.DayNutrient) Cell) field[report.Day] {
	return field[report.Day]{c, func(d *report.Day) Cell {
		n := d.Nutrient(key)
		switch {
		case n != nil:
			return cell(n)
		case key == nutrient.Energy.Key() && c.Name == key:
			return amount(d.Energy)
		default:
			return Cell{}
		}
	}}
}
