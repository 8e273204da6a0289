package chart

import (
	"math"

	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/typeface"
)

// Options say how large a chart is and whether it stands alone.
type Options struct {
	Width, Height float64 // in points; 0 for the usual size of a picture
	Size          float64 // of the letters, in points; 0 for the usual one
	Bare          bool    // without title and legend, for a page that has its own
}

// The usual size of a picture.
const (
	usualWidth  = 640
	usualHeight = 300
	usualSize   = 10
)

// Of draws the nutrient with the given key as far as the Summary knows it; there is always something to see,
// if only that nothing is known.
func Of(s *report.Summary, key string, o Options) *Drawing {
	if o.Width <= 0 {
		o.Width, o.Height = usualWidth, usualHeight
	}
	if o.Size <= 0 {
		o.Size = usualSize
	}
	p := newPlot(s, key, o)
	if !o.Bare {
		p.heading()
		p.legend()
	}
	p.frame()
	p.grid()
	if len(p.bars) == 0 {
		p.label("soft", (p.left+p.right)/2, (p.top+p.bottom)/2, Middle, false, p.T("There are no days in this period."))
	}
	ends := make([]float64, len(p.bars))
	for i := range p.bars {
		ends[i] = p.bar(i)
	}
	p.marks()
	for i := range p.bars {
		p.crown(i, ends[i]-p.size*0.35)
	}
	p.ticks()
	p.Title, p.Desc = p.title(), p.describe()
	return &p.Drawing
}

// plot is a chart while it is drawn.
type plot struct {
	Drawing
	*lang.Language
	s                        *report.Summary
	n                        *report.Nutrient // nil where the Summary has none
	key                      string
	size                     float64
	bars                     []bar
	weekly                   bool
	scale                    scale
	values                   bool    // whether each bar has its amount above it
	edge                     float64 // around everything
	left, right, top, bottom float64 // of the field in which the bars stand
}

func newPlot(s *report.Summary, key string, o Options) *plot {
	p := &plot{Drawing: Drawing{Width: o.Width, Height: o.Height}, Language: lang.Of(s.Language), s: s, n: s.Nutrient(key), key: key, size: o.Size}
	p.bars, p.weekly = barsOf(s, key)
	target, limit := 0.0, 0.0
	if p.n != nil {
		target = positive(p.n.Target)
		for _, m := range limits(p.n) {
			limit = math.Max(limit, m.value)
		}
	}
	p.scale = scaleOf(p.bars, target, limit)
	if !o.Bare {
		p.edge = o.Size * 1.2
	}
	p.left, p.right, p.top, p.bottom = p.edge, o.Width-p.edge, p.edge, o.Height-p.edge
	return p
}

// line is the distance from one line of text to the next.
func (p *plot) line() float64 { return p.size * 1.3 }

func (p *plot) add(shapes ...Shape) { p.Shapes = append(p.Shapes, shapes...) }

func (p *plot) label(class string, x, y float64, anchor Anchor, bold bool, text string) {
	p.add(Label{Class: class, X: x, Y: y, Size: p.size, Anchor: anchor, Bold: bold, Text: text})
}

// width is how wide a text comes out.
func (p *plot) width(s string) float64 {
	clean, _ := typeface.Printable(s)
	return typeface.Regular().Width(clean, p.size)
}

// heading takes the upper edge for what the picture is about.
func (p *plot) heading() {
	large, room := p.size*1.4, p.right-p.left
	p.top += large
	p.add(Label{Class: "ink", X: p.left, Y: p.top, Size: large, Bold: true, Text: typeface.Bold().Clip(printable(p.title()), large, room)})
	p.label("soft", p.left, p.top+p.line()*1.1, Start, false, typeface.Regular().Clip(printable(p.subtitle()), p.size, room))
	p.top += p.line() * 1.4
}

func printable(s string) string {
	clean, _ := typeface.Printable(s)
	return clean
}

// legend takes the lower edge for what can't be read off the picture.
func (p *plot) legend() {
	lines := typeface.Regular().Wrap(printable(p.explain()), p.size, p.right-p.left)
	p.bottom -= p.line() * float64(len(lines))
	for i, line := range lines {
		p.label("soft", p.left, p.bottom+p.line()*(float64(i)+0.8), Start, false, line)
	}
	p.bottom -= p.size * 0.6
}

// frame leaves room around the field for the amounts on the left, the names of the lines on the right, the
// amounts of the days above and the dates below.
func (p *plot) frame() {
	left, right := 0.0, 0.0
	for _, v := range p.scale.steps() {
		left = math.Max(left, p.width(p.axis(v)))
	}
	p.left += left + p.size*0.6
	for _, m := range p.lines() {
		right = math.Max(right, m.face().Width(printable(m.text), p.size))
	}
	if right > 0 {
		right += p.size * 0.7
	}
	p.right = math.Max(p.right-right, p.left+1)
	p.values = true
	for i := range p.bars {
		p.values = p.values && p.width(p.value(i))+p.size*0.9 <= p.slot()
	}
	p.top += p.line() * 1.2
	p.bottom -= p.line() * float64(p.tickLines())
	p.bottom = math.Max(p.bottom-p.size*0.3, p.top+1)
}

// slot is the width that a bar has with its share of the space between.
func (p *plot) slot() float64 { return (p.right - p.left) / math.Max(float64(len(p.bars)), 1) }

// y is how far down an amount stands.
func (p *plot) y(v float64) float64 {
	return p.bottom - (p.bottom-p.top)*within(v, p.scale.top)/p.scale.top
}

// steps are the amounts at which the grid has a line, zero first.
func (s *scale) steps() []float64 {
	steps := []float64{0}
	for i := 1; s.step > 0 && float64(i)*s.step <= s.top; i++ {
		steps = append(steps, float64(i)*s.step)
	}
	return steps
}

// grid draws the lines to read the bars by.
func (p *plot) grid() {
	var lines [][2]Point
	for i, v := range p.scale.steps() {
		y := p.y(v)
		if i > 0 {
			lines = append(lines, [2]Point{{p.left, y}, {p.right, y}})
		}
		p.label("soft", p.left-p.size*0.5, y+p.size*0.35, End, false, p.axis(v))
	}
	p.add(Lines{"grid", lines}, Lines{"axis", [][2]Point{{{p.left, p.bottom}, {p.right, p.bottom}}}})
}

// widest is how many letters wide a bar is at most.
const widest = 4.5

// bar draws what is known of a day and on top of it the part that isn't, and is where that ends.
func (p *plot) bar(i int) float64 {
	b := &p.bars[i]
	x, w := p.column(i)
	top := p.y(positive(b.known))
	if h := p.bottom - top; h > 0 {
		class := "eaten " + LookOf(b.status).Class
		if b.apart {
			class += " pale"
		}
		p.add(Box{Class: class, X: x, Y: top, W: w, H: h, Tip: p.tip(i)})
	}
	if positive(b.known) > p.scale.top { // a gap says that the bar goes on
		p.add(Box{Class: "paper", X: x - 1, Y: top + p.size*0.5, W: w + 2, H: p.size * 0.25})
	}
	ends := p.y(positive(b.known) + (1-b.coverage)*p.scale.whole)
	if top-ends > 0.2 {
		p.add(Box{Class: "ground", X: x, Y: ends, W: w, H: top - ends, Tip: p.tip(i)},
			Lines{"hatch", Hatch(x, ends, w, top-ends, p.size*0.4)})
	}
	return ends
}

// column is where bar i begins, and how wide it is.
func (p *plot) column(i int) (x, w float64) {
	w = math.Min(p.slot()*0.72, p.size*widest)
	return p.left + p.slot()*(float64(i)+0.5) - w/2, w
}

// crown writes what there is room for above a bar: its sign and amount, its sign, or nothing. The lines that
// the days are held against give way to it.
func (p *plot) crown(i int, y float64) {
	const size = 0.62 // of a sign, in letters
	status := p.bars[i].status
	x := p.left + p.slot()*(float64(i)+0.5)
	around := func(width float64) Box {
		return Box{Class: "paper", X: x - width/2 - 1, Y: y - p.size*0.8, W: width + 2, H: p.size}
	}
	switch {
	case p.values:
		text := p.value(i)
		room := 0.0
		if LookOf(status).Sign != "" {
			room = p.size * (size + 0.25)
		}
		whole := p.width(text) + room
		p.add(around(whole))
		p.add(Sign(status, x-whole/2+p.size*size/2, y-p.size*0.33, p.size*size)...)
		p.label("ink", x-whole/2+room, y, Start, false, text)
	case p.slot() >= p.size*0.9:
		p.add(around(p.size * size))
		p.add(Sign(status, x, y-p.size*0.25, p.size*size)...)
	}
}
