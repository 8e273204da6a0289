package text

import (
	"io"
	"strconv"
	"strings"

	"github.com/nutrigap/nutrigap/internal/report"
)

// The columns of a comparison.
const (
	comparedWidth = 16 // of a nutrient's name
	sideWidth     = 19 // a sign, an amount and a percentage
	changeWidth   = 22 // a difference, and how sure it is
)

// WriteComparison writes reports side by side: as many as the page is wide enough for below each other. The
// only errors are those of w.
func WriteComparison(w io.Writer, c *report.Comparison, o Options) error {
	p := newPage(&report.Summary{Language: c.Language}, o)
	c = c.Visible()
	p.para("", p.T("Nutrient gaps compared"), bold)
	p.gap()
	for i := range c.Sides {
		p.side(i, &c.Sides[i])
	}
	for _, caution := range c.Cautions {
		p.para(p.paint(orange, "!")+" ", caution, plain)
	}
	perBlock := max((p.width-comparedWidth)/sideWidth, 1)
	withChange := len(c.Sides) == 2 && p.width >= comparedWidth+2*sideWidth+changeWidth
	for from := 0; from < len(c.Sides); from += perBlock {
		p.gap()
		p.compared(c, from, min(from+perBlock, len(c.Sides)), withChange)
	}
	p.gap()
	p.flow("", p.signs())
	p.para("", p.T("Amounts are the mean of a counted day and of what is known, with the percent of the target."), faint)
	p.para("", p.T("Sure is the confidence that the usual intake differs in this direction, and not by the chance of the days "+
		"that were written down: from the spread between days that surveys found (IOM 2000). It says nothing of the reason."), faint)
	return p.writeTo(w)
}

// side says what a letter stands for.
func (p *page) side(i int, s *report.Side) {
	span := p.Span(s.Period.From, s.Period.To)
	if strings.Contains(s.Label, s.Period.From) {
		span = "" // the label is the period
	}
	p.para(p.paint(bold, letter(i))+"  ", join(", ", s.Label, span, s.Period.Sentence(p.Language), s.Person.Sentence(p.Language)), plain)
}

// letter names a side in the head of its column: A, B ... Z, then numbers.
func letter(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return strconv.Itoa(i + 1)
}

// compared writes some of the sides as columns, and the change from the first to the second.
func (p *page) compared(c *report.Comparison, from, to int, withChange bool) {
	head := padRight("", comparedWidth)
	for i := from; i < to; i++ {
		head += padLeft(letter(i), sideWidth)
	}
	if withChange {
		head += padLeft(p.T("B less A"), changeWidth)
	}
	p.line(p.paint(faint, head))
	for i := range c.Nutrients {
		n := &c.Nutrients[i]
		line := padRight(clip(n.Name, comparedWidth-1), comparedWidth)
		for j := from; j < to; j++ {
			line += p.value(n.Key, &n.Values[j])
		}
		if withChange {
			line += padLeft(p.changed(n), changeWidth)
		}
		p.line(line)
	}
}

func (p *page) value(key string, v *report.Value) string {
	sign := signOf(v.Status)
	figure := p.paint(sign.paint, sign.mark) + " " + clip(p.AmountOrDash(key, v.Mean), 10)
	return padLeft(figure, sideWidth-6) + padLeft(clip(p.PercentOrDash(v.Percent), 5), 6)
}

// changed is the step between two sides: "+119 mg, 97% sure".
func (p *page) changed(n *report.Compared) string {
	if n.Change == nil {
		return report.Dash
	}
	d := n.Change.Difference
	if d == 0 {
		return p.T("the same")
	}
	text := "+" + p.Amount(n.Key, d)
	if d < 0 {
		text = "−" + p.Amount(n.Key, -d)
	}
	if n.Change.Sure == nil {
		return p.Tf("%s, not tested", text)
	}
	return p.Tf("%s, %s sure", text, n.Change.Confidence(p.Language))
}
