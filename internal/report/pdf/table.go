package pdf

import (
	"image/color"
	"strings"

	"github.com/nutrigap/nutrigap/internal/report/chart"
)

// column is one column of a table.
type column struct {
	title string
	width float64
	right bool // whether its cells stand at the right end
	lines int  // that a cell may take; 0 is one
	signs bool // whether there is room for a sign before each text
}

// cell is one field of a table.
type cell struct {
	text   string
	style  style
	status string // whose sign stands before the text, in a column with signs
}

// pad is the room on each side of a cell.
const pad = 3.0

// signRoom is the width that a sign takes before a text.
const signRoom = 10.0

// table sets a table whose head stands again on each page that it reaches.
type table struct {
	s       *sheet
	columns []column
	head    style
}

// begin sets the head, on a page that has room for some rows.
func (t *table) begin() {
	t.s.room(t.headHeight() + 3*small.height())
	t.setHead()
	t.s.again = t.setHead
}

// done ends the table.
func (t *table) done() { t.s.again = nil }

func (t *table) headHeight() float64 {
	lines := 1
	for _, c := range t.columns {
		lines = max(lines, len(t.headLines(c)))
	}
	return float64(lines)*t.head.height() + 5
}

// headLines is the title of a column in at most two lines.
func (t *table) headLines(c column) []string {
	lines := t.s.lines(t.head, c.title, c.width-2*pad)
	return lines[:min(2, len(lines))]
}

func (t *table) setHead() {
	h := t.headHeight()
	x := marginX
	for _, c := range t.columns {
		lines := t.headLines(c)
		for i, l := range lines {
			y := t.s.y + h - 5 - float64(len(lines)-1-i)*t.head.height()
			t.s.clipped(x+pad, y, c.width-2*pad, t.head, l, c.right)
		}
		x += c.width
	}
	t.s.y += h
	t.s.rule(marginX, x-marginX)
}

// headFor is the style of a head with many narrow columns: as large as leaves every word whole, within reason.
func (s *sheet) headFor(columns []column) style {
	const largest, smallest = 6.5, 4.5
	st := style{largest, false, soft}
	for _, c := range columns {
		for _, word := range strings.Fields(s.clean(c.title)) {
			if w := st.face().Width(word, st.size); w > c.width-2*pad {
				st.size = max(st.size*(c.width-2*pad)/w*0.99, smallest)
			}
		}
	}
	return st
}

// row sets one row, with a line below it.
func (t *table) row(cells ...cell) { t.tinted(color.RGBA{}, cells...) }

// tinted sets one row on a ground of a colour; one without alpha is none.
func (t *table) tinted(ground color.RGBA, cells ...cell) {
	texts := make([][]string, len(cells))
	h := 0.0
	for i, c := range cells {
		texts[i] = t.broken(t.columns[i], c)
		h = max(h, float64(len(texts[i]))*c.style.height()+4.5)
	}
	t.s.room(h)
	if ground.A > 0 {
		t.s.fill(marginX, t.s.y, t.width(), h, ground)
	}
	x := marginX
	for i, c := range cells {
		at := x + pad
		if t.columns[i].signs {
			t.s.draw(at+3.5, t.s.y+2.5+c.style.size*0.62, chart.Sign(c.status, 0, 0, 6)...)
			at += signRoom
		}
		for j, l := range texts[i] {
			y := t.s.y + 2 + c.style.size + float64(j)*c.style.height()
			t.s.clipped(at, y, x+t.columns[i].width-pad-at, c.style, l, t.columns[i].right)
		}
		x += t.columns[i].width
	}
	t.s.y += h
	t.s.rule(marginX, t.width())
}

func (t *table) width() float64 {
	w := 0.0
	for _, c := range t.columns {
		w += c.width
	}
	return w
}

// broken is the text of a cell in as many lines as its column allows, the last of them cut.
func (t *table) broken(c column, in cell) []string {
	w := c.width - 2*pad
	if c.signs {
		w -= signRoom
	}
	if c.lines < 2 {
		return []string{in.style.face().Clip(t.s.clean(in.text), in.style.size, w)}
	}
	lines := t.s.lines(in.style, in.text, w)
	if len(lines) <= c.lines {
		return lines
	}
	last := lines[c.lines-1] + " " + lines[c.lines]
	return append(lines[:c.lines-1:c.lines-1], in.style.face().Clip(last+"…", in.style.size, w))
}
