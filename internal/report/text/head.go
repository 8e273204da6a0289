package text

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/nutrigap/nutrigap/internal/report"
)

// head writes who was judged, by what, on how many days and rows, and what puts the report in doubt.
func (p *page) head() {
	title := sayTitle
	if period := period(p.Period); period != "" {
		title += ", " + period
	}
	p.para("", title, bold)
	p.urgent()
	p.gap()
	p.label(sayPerson, person(p.Person))
	p.label(sayReference, p.Authority)
	p.label(sayDays, days(p.Period))
	p.label(sayRows, p.Rows.Sentence())
	p.labels(sayAssumed, p.Person.Assumed)
	p.labels(sayAdjusted, p.Person.Adjusted)
	if found := p.found(); len(found) > 0 {
		p.flow(p.margin(sayFound), found)
	}
	for i, warning := range p.Warnings {
		if i == 0 {
			p.gap()
		}
		p.para(p.paint(orange, "!")+" ", warning, plain)
	}
}

// label writes a name in the left margin and what belongs to it.
func (p *page) label(name, s string) {
	if s != "" {
		p.para(p.margin(name), s, plain)
	}
}

// labels writes a name in the left margin and sentences below each other.
func (p *page) labels(name string, sentences []string) {
	for i, sentence := range sentences {
		if i > 0 {
			name = ""
		}
		p.label(name, sentence)
	}
}

func (p *page) margin(name string) string { return p.paint(faint, padRight(name, 11)) }

func period(span report.Period) string {
	if span.From == span.To {
		return span.From
	}
	return span.From + sayTo + span.To
}

func person(who report.Person) string {
	if s := join(", ", who.Name, spaced(who.Sex), age(who.AgeYears), measured(who.WeightKg, "kg"),
		measured(who.HeightCm, "cm"), spaced(who.LifeStage), spaced(who.Diet), spaced(who.Activity)); s != "" {
		return s
	}
	return sayNobody
}

// age is in years, below two in months.
func age(years *float64) string {
	switch {
	case years == nil:
		return ""
	case *years < 2:
		return fmt.Sprintf(sayMonths, report.Number(*years*12))
	default:
		return fmt.Sprintf(sayYears, report.Number(*years))
	}
}

func measured(v *float64, unit string) string {
	if v == nil {
		return ""
	}
	return report.Number(*v) + " " + unit
}

// days counts them, and says how many of them the means are of where that is not all.
func days(p report.Period) string {
	counted := ""
	if p.DaysCounted != p.DaysLogged {
		counted = count(sayCountedDays, p.DaysCounted)
	}
	return join(", ", fmt.Sprintf(sayDayCounts, p.DaysLogged, p.DaysComplete), counted)
}

func spaced(word string) string { return strings.ReplaceAll(word, "_", " ") }

// found counts the nutrients of each status, with the signs that the whole report uses.
func (p *page) found() []string {
	var parts []string
	for _, status := range legend() {
		if n := len(p.WithStatus(status)); n > 0 {
			sign := signOf(status)
			parts = append(parts, p.paint(sign.paint, sign.mark)+" "+strconv.Itoa(n)+" "+sign.name)
		}
	}
	return parts
}
