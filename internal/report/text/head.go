package text

import (
	"cmp"
	"strconv"

	"github.com/nutrigap/nutrigap/internal/report"
)

// head writes who was judged, by what, on how many days and rows, and what puts the report in doubt.
func (p *page) head() {
	title := p.T("Nutrient gaps")
	if period := p.Span(p.Period.From, p.Period.To); period != "" {
		title += ", " + period
	}
	p.para("", title, bold)
	p.urgent()
	p.gap()
	p.label(p.T("Person"), cmp.Or(p.Person.Sentence(p.Language), p.T("not described")))
	p.label(p.T("Reference"), p.Authority)
	p.label(p.T("Days"), p.Period.Sentence(p.Language))
	p.label(p.T("Rows"), p.Rows.Sentence(p.Language))
	p.labels(p.T("Assumed"), p.Person.Assumed)
	p.labels(p.T("Adjusted"), p.Person.Adjusted)
	if found := p.found(); len(found) > 0 {
		p.flow(p.margin(p.T("Found")), found)
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

// found counts the nutrients of each status, with the signs that the whole report uses.
func (p *page) found() []string {
	var parts []string
	for _, status := range legend() {
		if n := len(p.WithStatus(status)); n > 0 {
			sign := signOf(status)
			parts = append(parts, p.paint(sign.paint, sign.mark)+" "+strconv.Itoa(n)+" "+report.StatusWords(p.Language, status))
		}
	}
	return parts
}
