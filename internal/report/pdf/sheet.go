package pdf

import (
	"image/color"

	"codeberg.org/go-pdf/fpdf"

	"github.com/nutrigap/nutrigap/internal/report/chart"
	"github.com/nutrigap/nutrigap/internal/report/typeface"
)

// The margins, in points.
const (
	marginX   = 42.0
	marginTop = 44.0
	marginEnd = 50.0
)

// style is how a text is set.
type style struct {
	size  float64
	bold  bool
	color color.RGBA
}

var (
	ink   = chart.PaintOf("ink").Fill
	soft  = chart.PaintOf("soft").Fill
	white = chart.PaintOf("paper").Fill
	line  = chart.PaintOf("grid").Stroke

	h1     = style{20, true, ink}
	h2     = style{13, true, ink}
	h3     = style{10.5, true, ink}
	h4     = style{7.5, true, soft}
	body   = style{9, false, ink}
	strong = style{9, true, ink}
	small  = style{8, false, ink}
	fine   = style{7.5, false, soft}
)

// leading is the distance of lines in sizes of their letters.
const leading = 1.34

func (st style) height() float64 { return st.size * leading }

func (st style) in(c color.RGBA) style {
	st.color = c
	return st
}

func (st style) bolder() style {
	st.bold = true
	return st
}

func (st style) face() *typeface.Face {
	if st.bold {
		return typeface.Bold()
	}
	return typeface.Regular()
}

// sheet is the paper: what is set flows down from y, from one page to the next.
type sheet struct {
	f             *fpdf.Fpdf
	width, height float64
	y             float64
	reserved      float64 // at the foot of the page, for what is set there at the end
	lost          bool    // whether a text had letters that the fonts lack
	again         func()  // sets the head of a table anew on a new page; nil outside of tables
}

// family is the name of the fonts inside of the file.
const family = "go"

func newSheet(size fpdf.SizeType) *sheet {
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: size})
	f.SetAutoPageBreak(false, 0)
	f.AddUTF8FontFromBytes(family, "", typeface.Regular().TTF)
	f.AddUTF8FontFromBytes(family, "B", typeface.Bold().TTF)
	return &sheet{f: f, width: size.Wd, height: size.Ht}
}

// content is the width between the margins.
func (s *sheet) content() float64 { return s.width - 2*marginX }

// end is where the page ends for what flows.
func (s *sheet) end() float64 { return s.height - marginEnd - s.reserved }

func (s *sheet) newPage() {
	s.f.AddPage()
	s.y, s.reserved = marginTop, 0
	if s.again != nil {
		s.again()
	}
}

// room begins a new page unless h is left on this one. What is higher than a page begins where it is.
func (s *sheet) room(h float64) {
	if s.y+h > s.end() && s.y > marginTop && h < s.height-marginTop-marginEnd {
		s.newPage()
	}
}

func (s *sheet) gap(h float64) { s.y += h }

// clean is what can be set of a text.
func (s *sheet) clean(text string) string {
	text, lost := typeface.Printable(text)
	s.lost = s.lost || lost
	return text
}

// put sets one line with its letters standing on y. Everything that is set goes through here.
func (s *sheet) put(x, y float64, st style, text string) {
	text = s.clean(text)
	if text == "" {
		return
	}
	weight := ""
	if st.bold {
		weight = "B"
	}
	s.f.SetFont(family, weight, st.size)
	s.f.SetTextColor(int(st.color.R), int(st.color.G), int(st.color.B))
	s.f.Text(x, y, text)
}

// clipped sets one line in a width, cut where it is longer; right puts it at the right end.
func (s *sheet) clipped(x, y, w float64, st style, text string, right bool) {
	text = st.face().Clip(s.clean(text), st.size, w)
	if right {
		x += w - st.face().Width(text, st.size)
	}
	s.put(x, y, st, text)
}

// lines is a text broken for a width.
func (s *sheet) lines(st style, text string, w float64) []string {
	return st.face().Wrap(s.clean(text), st.size, w)
}

// para sets a text in a column, over as many pages as it takes. Nothing takes no room.
func (s *sheet) para(x, w float64, st style, text string) {
	if text == "" {
		return
	}
	for _, l := range s.lines(st, text, w) {
		s.room(st.height())
		s.put(x, s.y+st.size, st, l)
		s.y += st.height()
	}
}

// bullet sets a text with a sign before it.
func (s *sheet) bullet(x, w float64, st style, text string) {
	const indent = 9
	if text == "" {
		return
	}
	s.room(st.height())
	s.put(x, s.y+st.size, st, "•")
	s.para(x+indent, w-indent, st, text)
}

// tall is the height of a text in a column.
func (s *sheet) tall(st style, text string, w float64) float64 {
	if text == "" {
		return 0
	}
	return st.height() * float64(len(s.lines(st, text, w)))
}

// heading begins a section, with a bookmark, on a page that has room for more than the heading.
func (s *sheet) heading(title string, with float64) {
	if s.y > marginTop {
		s.gap(20)
	}
	s.room(h2.height() + 8 + with)
	s.f.Bookmark(s.clean(title), 0, s.y)
	s.put(marginX, s.y+h2.size, h2, title)
	s.y += h2.height() + 3
	s.rule(marginX, s.content())
	s.gap(8)
}

// subheading names a list and stays with its first lines.
func (s *sheet) subheading(x, w float64, title string) {
	s.gap(5)
	s.room(h4.height() + 3*small.height())
	s.clipped(x, s.y+h4.size, w, h4, title, false)
	s.y += h4.height() + 1
}

func (s *sheet) rule(x, w float64) {
	s.f.SetDrawColor(int(line.R), int(line.G), int(line.B))
	s.f.SetLineWidth(0.5)
	s.f.Line(x, s.y, x+w, s.y)
}

func (s *sheet) fill(x, y, w, h float64, c color.RGBA) {
	s.f.SetFillColor(int(c.R), int(c.G), int(c.B))
	s.f.Rect(x, y, w, h, "F")
}
