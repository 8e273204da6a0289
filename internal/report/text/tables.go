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

func meanColumn() column {
	return column{sayMeanADay, 11, func(n *report.Nutrient) string { return amount(n.Key, n.Mean) }}
}

func percentColumn() column {
	return column{sayPercent, 7, func(n *report.Nutrient) string { return percent(n.Percent) }}
}

func targetColumn() column {
	return column{sayTarget, 13, func(n *report.Nutrient) string {
		if n.Target == nil {
			return report.Dash
		}
		return join(" ", amount(n.Key, n.Target), n.TargetKind)
	}}
}

func sureColumn() column {
	return column{saySure, 4, func(n *report.Nutrient) string { return n.Sure() }}
}

func knownColumn() column {
	return column{sayKnown, 5, func(n *report.Nutrient) string { return report.Fraction(n.Coverage) }}
}

func rangeColumn() column {
	return column{sayLowHigh, 24, func(n *report.Nutrient) string {
		if n.Low == nil || n.High == nil {
			return report.Dash
		}
		return amount(n.Key, n.Low) + sayTo + amount(n.Key, n.High)
	}}
}

// spanColumn is the range without its unit, which stands in the column of the mean, where the two ends
// have the same one.
func spanColumn() column {
	return column{saySpan, 12, func(n *report.Nutrient) string {
		if n.Low == nil || n.High == nil {
			return report.Dash
		}
		low, unit, _ := strings.Cut(amount(n.Key, n.Low), " ")
		high, same, _ := strings.Cut(amount(n.Key, n.High), " ")
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
	p.heading(sayElectrolytes)
	p.rows(p.Picked(p.Electrolytes.Nutrients), meanColumn(), targetColumn(), sureColumn(), knownColumn(), percentColumn())
	for _, note := range p.Electrolytes.Notes {
		p.para("  • ", note, plain)
	}
}

// table writes nutrients one line each, and leaves out the last columns where the page is too narrow.
func (p *page) table(title string, nutrients []*report.Nutrient, columns ...column) {
	if len(nutrients) == 0 {
		return
	}
	p.heading(title)
	p.rows(nutrients, columns...)
}

func (p *page) rows(nutrients []*report.Nutrient, columns ...column) {
	const name, between = 24, 2
	shown, room := 0, p.width-name
	for shown < len(columns) && columns[shown].width+between <= room {
		room -= columns[shown].width + between
		shown++
	}
	line := padRight(sayNutrient, name)
	for _, c := range columns[:shown] {
		line += padLeft(c.title, between+c.width)
	}
	p.line(p.paint(faint, line))
	for _, n := range nutrients {
		sign := signOf(n.Status)
		line := p.paint(sign.paint, sign.mark) + " " + padRight(clip(p.NameOf(n.Key), name-2), name-2)
		for _, c := range columns[:shown] {
			line += padLeft(clip(c.cell(n), c.width), between+c.width)
		}
		p.line(line)
	}
}
