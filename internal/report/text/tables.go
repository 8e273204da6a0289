package text

import (
	"strings"

	"github.com/nutrigap/nutrigap/internal/report"
)

// column is one column of a table.
type column struct {
	title string
	width int
	cell  func(*report.Nutrient) string
}

func (p *page) meanColumn() column {
	return column{p.T("mean a day"), 11, func(n *report.Nutrient) string { return p.AmountOrDash(n.Key, n.Mean) }}
}

func (p *page) percentColumn() column {
	return column{p.T("reached"), 7, func(n *report.Nutrient) string { return p.PercentOrDash(n.Percent) }}
}

func (p *page) targetColumn() column {
	return column{p.T("target"), 13, func(n *report.Nutrient) string {
		if n.Target == nil {
			return report.Dash
		}
		return join(" ", p.AmountOrDash(n.Key, n.Target), n.TargetKind)
	}}
}

func (p *page) sureColumn() column {
	return column{p.T("sure"), 4, func(n *report.Nutrient) string { return n.Sure(p.Language) }}
}

func (p *page) knownColumn() column {
	return column{p.T("known"), 5, func(n *report.Nutrient) string { return p.Fraction(n.Coverage) }}
}

func (p *page) rangeColumn() column {
	return column{p.T("lowest to highest"), 25, func(n *report.Nutrient) string {
		if n.Low == nil || n.High == nil {
			return report.Dash
		}
		return p.Tf("%s to %s", p.Amount(n.Key, *n.Low), p.Amount(n.Key, *n.High))
	}}
}

// spanColumn is the range without its unit, which stands in the column of the mean, where the two ends
// have the same one.
func (p *page) spanColumn() column {
	return column{p.T("range"), 12, func(n *report.Nutrient) string {
		if n.Low == nil || n.High == nil {
			return report.Dash
		}
		low, unit := cutUnit(p.Amount(n.Key, *n.Low))
		high, same := cutUnit(p.Amount(n.Key, *n.High))
		if unit != same {
			low, high = low+unit, high+same
		}
		return low + report.Dash + high
	}}
}

// electrolytes writes salts and water, and what is to be said of them together.
func (p *page) electrolytes() {
	if p.Electrolytes == nil {
		return
	}
	p.heading(p.T("Salts and water"))
	p.rows(p.Picked(p.Electrolytes.Nutrients), p.meanColumn(), p.targetColumn(), p.sureColumn(), p.knownColumn(), p.percentColumn())
	for _, note := range p.Electrolytes.Notes {
		p.para("  • ", note, plain)
	}
}

// cutUnit parts an amount into its number and its unit.
func cutUnit(amount string) (number, unit string) {
	i := strings.IndexAny(amount, " \u00a0")
	if i < 0 {
		return amount, ""
	}
	number, unit = amount[:i], amount[i:]
	return number, strings.TrimLeft(unit, " \u00a0")
}

// table writes nutrients one line each, and leaves out the last columns where the page is too narrow.
func (p *page) table(title string, nutrients []*report.Nutrient, columns ...column) {
	if len(nutrients) == 0 {
		return
	}
	p.heading(title)
	p.rows(nutrients, columns...)
}

func (p *page) rows(nutrients []*report.Nutrient, shows ...column) {
	const name, between = 24, 2
	for i := range shows {
		shows[i].width = max(shows[i].width, columns(shows[i].title))
	}
	shown, room := 0, p.width-name
	for shown < len(shows) && shows[shown].width+between <= room {
		room -= shows[shown].width + between
		shown++
	}
	line := padRight(p.T("nutrient"), name)
	for _, c := range shows[:shown] {
		line += padLeft(c.title, between+c.width)
	}
	p.line(p.paint(faint, line))
	for _, n := range nutrients {
		sign := signOf(n.Status)
		line := p.paint(sign.paint, sign.mark) + " " + padRight(clip(p.NameOf(n.Key), name-2), name-2)
		for _, c := range shows[:shown] {
			line += padLeft(clip(c.cell(n), c.width), between+c.width)
		}
		p.line(line)
	}
}
