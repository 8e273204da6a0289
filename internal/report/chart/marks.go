package chart

import (
	"cmp"
	"math"
	"slices"

	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/typeface"
)

// mark is an amount that the days are held against.
type mark struct {
	class string // "target", "ear", "limit"
	value float64
	text  string
}

// face is the font of its name: the target stands out.
func (m *mark) face() *typeface.Face {
	if m.class == "target" {
		return typeface.Bold()
	}
	return typeface.Regular()
}

// limits are the amounts that an intake should stay below.
func limits(n *report.Nutrient) []mark {
	var all []mark
	cdrr, ul := positive(n.CDRR), positive(n.UL)
	if cdrr > 0 {
		all = append(all, mark{class: "limit", value: cdrr, text: cmp.Or(n.CDRRKind, "CDRR")})
	}
	if ul > 0 && ul != cdrr {
		all = append(all, mark{class: "limit", value: ul, text: "UL"})
	}
	return all
}

// lines are the amounts that the nutrient is judged by, with their names and figures.
func (p *plot) lines() []mark {
	if p.n == nil {
		return nil
	}
	var all []mark
	if v := positive(p.n.Target); v > 0 {
		all = append(all, mark{"target", v, cmp.Or(p.n.TargetKind, p.T("target"))})
	}
	if v := positive(p.n.EAR); v > 0 {
		all = append(all, mark{"ear", v, cmp.Or(p.n.EARKind, "EAR")})
	}
	all = append(all, limits(p.n)...)
	for i := range all {
		all[i].text += " " + p.Amount(p.key, all[i].value)
		if all[i].value > p.scale.top {
			all[i].text = "↑ " + all[i].text
		}
		all[i].text = all[i].face().Clip(printable(all[i].text), p.size, p.Width/3)
	}
	return all
}

// marks draws the lines and names them on the right, from the top down and never over each other. A line
// beyond the scale is only named, with an arrow.
func (p *plot) marks() {
	lines := p.lines()
	slices.SortStableFunc(lines, func(a, b mark) int { return cmp.Compare(b.value, a.value) })
	at := make([]float64, len(lines))
	for i, m := range lines {
		at[i] = p.y(m.value)
		if m.value <= p.scale.top {
			p.add(Lines{m.class, [][2]Point{{{p.left, at[i]}, {p.right, at[i]}}}})
		}
	}
	apart(at, p.line(), p.top, p.bottom)
	for i, m := range lines {
		class := "ink"
		if m.class == "limit" {
			class = "sign " + LookOf(report.StatusExcess).Class
		}
		p.label(class, p.right+p.size*0.5, at[i]+p.size*0.35, Start, m.class == "target", m.text)
	}
}

// apart moves places, sorted downwards, so that neighbours are at least step apart, and all of them between
// two ends where there is room.
func apart(at []float64, step, low, high float64) {
	for i := range at {
		at[i] = math.Max(at[i], low)
		if i > 0 {
			at[i] = math.Max(at[i], at[i-1]+step)
		}
	}
	for i := len(at) - 1; i >= 0; i-- {
		at[i] = math.Min(at[i], high-step*float64(len(at)-1-i))
	}
}
