package text

import (
	"bytes"
	"io"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/report"
)

// page is the report as far as it is written.
type page struct {
	*report.Summary
	*lang.Language // of the report
	b              bytes.Buffer
	width          int
	color          bool
	ascii          bool
	notes          []string // keys of the nutrients that have a footnote, in its order
}

func newPage(s *report.Summary, o Options) *page {
	if o.Width == 0 {
		o.Width = defaultWidth
	}
	return &page{Summary: s, Language: lang.Of(s.Language), width: min(max(o.Width, narrowest), widest), color: o.Color, ascii: o.ASCII}
}

// writeTo writes the finished page.
func (p *page) writeTo(w io.Writer) error {
	out := p.b.String()
	if p.ascii {
		out = ascii.Replace(out)
	}
	_, err := io.WriteString(w, out)
	return err
}

// style is the parameter of an ANSI "select graphic rendition"; empty paints nothing.
type style string

// Middle tones of the 256-colour palette, which keep a contrast of at least 3 on white and on black, in
// hues that stay apart for every kind of colour blindness (orange against blue, never red against green).
const (
	plain  style = ""
	bold   style = "1"
	faint  style = "38;5;244"
	gray   style = "38;5;244"
	orange style = "1;38;5;166"
	amber  style = "38;5;136"
	blue   style = "38;5;32"
	purple style = "1;38;5;133"
)

func (p *page) paint(st style, s string) string {
	if !p.color || st == plain || s == "" {
		return s
	}
	return "\x1b[" + string(st) + "m" + s + "\x1b[0m"
}

// line writes one line, which must not be wider than the page.
func (p *page) line(s string) {
	p.b.WriteString(strings.TrimRight(s, " "))
	p.b.WriteByte('\n')
}

func (p *page) gap() { p.b.WriteByte('\n') }

// heading begins a section with its title in a rule across the page.
func (p *page) heading(title string) {
	p.gap()
	title = clip(title, p.width-5)
	rule := max(p.width-columns(title)-4, 0)
	p.line(p.paint(gray, "──") + " " + p.paint(bold, title) + " " + p.paint(gray, strings.Repeat("─", rule)))
	p.gap()
}

// para writes s wrapped, the first line after first and the others below the text of the first.
func (p *page) para(first, s string, st style) {
	indent := columns(first)
	for i, l := range wrap(s, min(p.width, readable)-indent) {
		lead := first
		if i > 0 {
			lead = strings.Repeat(" ", indent)
		}
		p.line(lead + p.paint(st, l))
	}
}

// flow writes items side by side, in as many lines as they need, each below the text of the first.
func (p *page) flow(first string, items []string) {
	const between = "   "
	line, lead := first, columns(first)
	for i, item := range items {
		switch {
		case i == 0:
			line += item
		case columns(line)+len(between)+columns(item) <= p.width:
			line += between + item
		default:
			p.line(line)
			line = strings.Repeat(" ", lead) + item
		}
	}
	p.line(line)
}

// measure counts the columns of a terminal, passing over our own colours.
var measure = displaywidth.Options{ControlSequences: true}

func columns(s string) int { return measure.String(s) }

// clip is s in at most n columns, with an ellipsis where something was cut.
func clip(s string, n int) string { return measure.TruncateString(s, n, "…") }

func padRight(s string, n int) string { return s + strings.Repeat(" ", max(n-columns(s), 0)) }

func padLeft(s string, n int) string { return strings.Repeat(" ", max(n-columns(s), 0)) + s }

// wrap breaks s at spaces into lines of at most n columns; a word that is wider is broken anywhere.
func wrap(s string, n int) []string {
	var lines []string
	var line strings.Builder
	used := 0
	flush := func() {
		lines = append(lines, line.String())
		line.Reset()
		used = 0
	}
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' }) { // a no-break space is none
		need := columns(word)
		if used > 0 && used+1+need > n {
			flush()
		}
		if used > 0 {
			line.WriteByte(' ')
			used++
		}
		for clusters := displaywidth.StringGraphemes(word); clusters.Next(); {
			if used > 0 && used+clusters.Width() > n {
				flush()
			}
			line.WriteString(clusters.Value())
			used += clusters.Width()
		}
	}
	if used > 0 || len(lines) == 0 {
		flush()
	}
	return lines
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
