package text

import "github.com/nutrigap/nutrigap/internal/report"

// together writes how a symptom came and went with what was eaten, and the nutrients that stand out.
func (p *page) together(a *report.Association) {
	if a == nil {
		return
	}
	p.para("  ", a.Text, plain)
	lines, _ := a.Lines()
	if len(lines) == 0 {
		return
	}
	const window = 12
	name := min(24, p.width-4-3*window)
	p.line(p.paint(faint, "    "+padRight(p.T("nutrient"), name)+padLeft(p.T("same day"), window)+padLeft(p.T("day before"), window)+padLeft(p.T("three days"), window)))
	for _, l := range lines {
		row := "    " + padRight(clip(l.Name, name-1), name)
		for _, c := range l.Windows {
			row += padLeft(p.rho(c), window)
		}
		p.line(row)
	}
	p.para("    ", p.T("From −1, less of it on the worse days, to 1, more of it; * stands out. Three days: the mean of the day and the two before."), faint)
}

// rho is a correlation with a place for its star.
func (p *page) rho(c *report.Coincidence) string {
	switch {
	case c == nil:
		return report.Dash + " "
	case c.StandsOut:
		return p.Signed(c.Rho) + "*"
	default:
		return p.Signed(c.Rho) + " "
	}
}
