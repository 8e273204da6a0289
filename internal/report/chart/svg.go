package chart

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image/color"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/nutrigap/nutrigap/internal/report"
)

// WriteSVG writes d as an SVG of its own, with its style inside.
func WriteSVG(w io.Writer, d *Drawing) error { return d.svg(w, stylesheet(d)) }

// WriteInlineSVG writes d as an element for a page whose style sheet has [Stylesheet], so that a page with a
// strict policy can show it: no style stands in the element.
func WriteInlineSVG(w io.Writer, d *Drawing) error { return d.svg(w, "") }

func (d *Drawing) svg(w io.Writer, style string) error {
	var b bytes.Buffer // so that w gets a whole picture or nothing
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" width="%[1]s" height="%[2]s" role="img" class="nutrigap">`,
		number(d.Width), number(d.Height))
	fmt.Fprintf(&b, "\n<title>%s</title>\n<desc>%s</desc>\n", escape(d.Title), escape(d.Desc))
	if style != "" {
		fmt.Fprintf(&b, "<style>%s</style>\n<rect class=\"paper\" width=\"100%%\" height=\"100%%\"/>\n", style)
	}
	for _, s := range d.Shapes {
		svgShape(&b, s)
	}
	b.WriteString("</svg>\n")
	_, err := w.Write(b.Bytes())
	return err
}

func svgShape(b *bytes.Buffer, s Shape) {
	switch s := s.(type) {
	case Box:
		fmt.Fprintf(b, `<rect class="%s" x="%s" y="%s" width="%s" height="%s"`, s.Class, number(s.X), number(s.Y), number(s.W), number(s.H))
		if s.Tip == "" {
			b.WriteString("/>\n")
			return
		}
		fmt.Fprintf(b, "><title>%s</title></rect>\n", escape(s.Tip))
	case Polygon:
		var points []string
		for _, p := range s.Points {
			points = append(points, number(p.X)+","+number(p.Y))
		}
		fmt.Fprintf(b, "<polygon class=\"%s\" points=\"%s\"/>\n", s.Class, strings.Join(points, " "))
	case Lines:
		if len(s.Segments) == 0 {
			return
		}
		fmt.Fprintf(b, "<path class=\"%s\" d=\"", s.Class)
		for _, l := range s.Segments {
			fmt.Fprintf(b, "M%s %sL%s %s", number(l[0].X), number(l[0].Y), number(l[1].X), number(l[1].Y))
		}
		b.WriteString("\"/>\n")
	case Label:
		class := s.Class
		if s.Bold {
			class += " bold"
		}
		fmt.Fprintf(b, "<text class=\"%s\" x=\"%s\" y=\"%s\" font-size=\"%s\" text-anchor=\"%s\">%s</text>\n", class,
			number(s.X), number(s.Y), number(s.Size), [...]string{"start", "middle", "end"}[s.Anchor], escape(s.Text))
	}
}

// escape makes any text safe between tags and in attributes.
func escape(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(report.Visible(s))); err != nil {
		return ""
	}
	return b.String()
}

func number(v float64) string {
	if !finite(v) {
		return "0"
	}
	return strconv.FormatFloat(math.Round(v*100)/100+0, 'f', -1, 64)
}

// classes are all that shapes can have.
func classes() []string {
	all := []string{"paper", "ink", "soft", "ground", "hatch", "grid", "axis", "target", "ear", "limit"}
	for _, status := range []string{"short", "possible", "enough", "excess", "unsure", "none"} {
		all = append(all, "eaten "+status, "eaten "+status+" pale", "sign "+status, "open sign "+status)
	}
	return all
}

// Stylesheet is the CSS of every class, each rule for elements inside of svg.nutrigap alone.
func Stylesheet() string { return css(classes()) }

// stylesheet is the CSS of the classes that d has.
func stylesheet(d *Drawing) string {
	has := map[string]bool{"paper": true}
	for _, s := range d.Shapes {
		has[s.class()] = true
	}
	var used []string
	for _, class := range classes() {
		if has[class] {
			used = append(used, class)
		}
	}
	return css(used)
}

func css(classes []string) string {
	var b strings.Builder
	b.WriteString(".nutrigap text{font-family:Go,\"Segoe UI\",Roboto,\"Helvetica Neue\",\"Noto Sans\",Arial,sans-serif}.nutrigap .bold{font-weight:700}")
	for _, class := range classes {
		p := PaintOf(class)
		fmt.Fprintf(&b, ".nutrigap .%s{fill:%s", strings.ReplaceAll(class, " ", "."), hex(p.Fill))
		if p.Stroke.A > 0 {
			fmt.Fprintf(&b, ";stroke:%s;stroke-width:%s", hex(p.Stroke), number(p.Width))
		}
		if len(p.Dash) > 0 {
			var dash []string
			for _, d := range p.Dash {
				dash = append(dash, number(d))
			}
			fmt.Fprintf(&b, ";stroke-dasharray:%s", strings.Join(dash, " "))
		}
		b.WriteString("}")
	}
	return b.String()
}

func hex(c color.RGBA) string {
	if c.A == 0 {
		return "none"
	}
	return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
}
