package chart

import (
	"strings"

	"github.com/nutrigap/nutrigap/internal/report"
)

// title is what the picture is about.
func (p *plot) title() string {
	return join(", ", p.s.NameOf(p.key), p.Span(p.s.Period.From, p.s.Period.To))
}

// subtitle is the mean and what it is measured by.
func (p *plot) subtitle() string {
	n := p.n
	if n == nil || n.Mean == nil {
		return p.T("amount not known")
	}
	verdict := ""
	if look := LookOf(n.Status); look.Sign != "" {
		verdict = p.T(look.Name)
	}
	return join(" · ", n.Intake(p.Language), verdict, p.Tf("known for %s of the energy", p.Fraction(n.Coverage)))
}

// Explain says what can't be read off a chart of the nutrient: how the unknown is drawn, and what else is
// unusual about these days.
func Explain(s *report.Summary, key string) string {
	return newPlot(s, key, Options{Width: usualWidth, Height: usualHeight, Size: usualSize}).explain()
}

func (p *plot) explain() string {
	hatched, pale := false, false
	for _, b := range p.bars {
		hatched, pale = hatched || b.coverage < 0.995, pale || b.apart && b.known != nil
	}
	var all []string
	say := func(sentence string, fits bool) {
		if fits {
			all = append(all, sentence)
		}
	}
	judged := p.n != nil && positive(p.n.Target) > 0
	say(p.Tf("Each bar is the mean of %d logged days.", week), p.weekly)
	say(p.T("Hatched: what is not known, the share of the energy whose foods have no value, as high as if it met the target."), hatched && judged)
	say(p.T("Hatched: what is not known, the share of the energy whose foods have no value, as high as on the average day."), hatched && !judged)
	say(p.T("Pale: days that are not counted in the mean."), pale)
	say(p.T("A bar with a gap goes on above the chart."), p.scale.cut)
	return strings.Join(all, " ")
}

// describe is the picture in words: the mean, the span, and what it is held against.
func (p *plot) describe() string {
	span := ""
	if p.n != nil && p.n.Low != nil && p.n.High != nil {
		span = p.Tf("%s to %s", p.Amount(p.key, *p.n.Low), p.Amount(p.key, *p.n.High))
	}
	var lines []string
	for _, m := range p.lines() {
		lines = append(lines, strings.TrimPrefix(m.text, "↑ "))
	}
	return join(". ", p.subtitle(), p.N("%d day", "%d days", len(p.s.Days)), span, join(", ", lines...), p.explain())
}

// axis is an amount beside the grid.
func (p *plot) axis(v float64) string {
	if v == 0 {
		return "0"
	}
	return p.Amount(p.key, v)
}

// value is what stands above a bar.
func (p *plot) value(i int) string {
	if p.bars[i].known == nil {
		return "?"
	}
	return p.Amount(p.key, *p.bars[i].known)
}

// tip is all about a bar.
func (p *plot) tip(i int) string {
	b := &p.bars[i]
	amount, of, apart, verdict := p.T("amount not known"), "", "", ""
	if b.known != nil {
		amount = p.Amount(p.key, *b.known)
		if p.n != nil && positive(p.n.Target) > 0 {
			of = p.Tf("%s of the target", p.Percent(100**b.known / *p.n.Target))
		}
	}
	if b.apart {
		apart = p.T("not counted")
	}
	if look := LookOf(b.status); look.Sign != "" {
		verdict = p.T(look.Name)
	}
	return join(", ", p.dates(b), amount, of, verdict, p.Tf("known for %s of the energy", p.Fraction(b.coverage)), apart)
}

// join is the parts that aren't empty with a separator between them.
func join(sep string, parts ...string) string {
	var said []string
	for _, part := range parts {
		if part != "" {
			said = append(said, part)
		}
	}
	return strings.Join(said, sep)
}
