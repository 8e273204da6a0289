package text

import (
	"strings"

	"github.com/nutrigap/nutrigap/internal/report"
)

// strips writes one sign for each day, in groups of seven under the date of the first.
func (p *page) strips() {
	perRow := max((p.width-nameWidth)/(week+1), 1) * week
	for start := 0; start < len(p.Days); start += perRow {
		if start > 0 {
			p.gap()
		}
		p.stripRow(p.Days[start:min(start+perRow, len(p.Days))])
	}
}

func (p *page) stripRow(days []report.Day) {
	dates := strings.Repeat(" ", nameWidth)
	for i := 0; i < len(days); i += week {
		dates += padRight(clip(p.DayMonth(days[i].Date), week), week+1)
	}
	p.line(p.paint(faint, dates))
	for _, key := range p.Focus {
		line := p.rowName(key)
		for i := range days {
			if i > 0 && i%week == 0 {
				line += " "
			}
			line += p.daySign(days[i].Nutrient(key))
		}
		p.line(line)
	}
}

func (p *page) daySign(n *report.DayNutrient) string {
	if n == nil {
		return report.Dash
	}
	sign := signOf(n.Status)
	return p.paint(sign.paint, sign.mark)
}
