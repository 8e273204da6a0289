package chart

import (
	"image/color"
	"strings"

	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/report"
)

// Look is how a status is shown: a class of shapes, a sign that is readable without colour, and its name, a text to
// translate.
type Look struct{ Class, Sign, Name string }

// LookOf finds the look of a status; what is none has no sign.
func LookOf(status string) Look {
	switch status {
	case report.StatusShortfall:
		return Look{"short", "▼", lang.Mark("short")}
	case report.StatusPossible:
		return Look{"possible", "▽", lang.Mark("possibly short")}
	case report.StatusAdequate:
		return Look{"enough", "·", lang.Mark("enough")}
	case report.StatusExcess:
		return Look{"excess", "▲", lang.Mark("above the limit")}
	case report.StatusCannotTell:
		return Look{"unsure", "~", lang.Mark("can't tell")}
	default:
		return Look{"none", "", lang.Mark("no target")}
	}
}

// Paint is how shapes of a class look. A shape without a fill is outlined, lines always have a stroke.
type Paint struct {
	Fill   color.RGBA // alpha 0 for none
	Stroke color.RGBA // alpha 0 for none
	Width  float64    // of the stroke, in points
	Dash   []float64  // on and off, in points; nil for a whole line
}

// The colours can be told apart by people who see red and green alike, and in grey by how dark they are.
var (
	ink    = rgb(0x1c2128)
	soft   = rgb(0x58616d)
	faint  = rgb(0xdcd7cf)
	paper  = rgb(0xffffff)
	ground = rgb(0xf3f1ec)
	stripe = rgb(0xaaa59c)

	statusColors = map[string]color.RGBA{
		"short": rgb(0xc2410c), "possible": rgb(0xd6962b), "enough": rgb(0x9cbfe0), "excess": rgb(0x6d3fa6),
		"unsure": rgb(0x9aa0a9), "none": rgb(0x9aa0a9),
	}
	signColors = map[string]color.RGBA{
		"short": rgb(0xa8370a), "possible": rgb(0x8a5600), "enough": rgb(0x2c66a3), "excess": rgb(0x6d3fa6), "unsure": rgb(0x58616d),
	}
)

func rgb(v uint32) color.RGBA {
	return color.RGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 0xff}
}

// PaintOf is how a class looks. Of several words the first says what it is, and the others of which status,
// and whether it is pale.
func PaintOf(class string) Paint {
	words := strings.Fields(class)
	if len(words) == 0 {
		return Paint{Fill: ink}
	}
	switch words[0] {
	case "eaten":
		c := statusColors[status(words)]
		if words[len(words)-1] == "pale" {
			c = mix(c, paper)
		}
		return Paint{Fill: c}
	case "sign":
		return Paint{Fill: signColors[status(words)]}
	case "open":
		return Paint{Stroke: signColors[status(words)], Width: 0.9}
	case "ground":
		return Paint{Fill: ground}
	case "hatch":
		return Paint{Stroke: stripe, Width: 0.5}
	case "grid":
		return Paint{Stroke: faint, Width: 0.5}
	case "axis":
		return Paint{Stroke: soft, Width: 0.75}
	case "target":
		return Paint{Stroke: ink, Width: 1.1}
	case "ear":
		return Paint{Stroke: ink, Width: 0.8, Dash: []float64{3, 2}}
	case "limit":
		return Paint{Stroke: signColors["excess"], Width: 1, Dash: []float64{6, 2, 1, 2}}
	case "paper":
		return Paint{Fill: paper}
	case "soft":
		return Paint{Fill: soft}
	default:
		return Paint{Fill: ink}
	}
}

func status(words []string) string {
	for _, w := range words[1:] {
		if _, ok := statusColors[w]; ok {
			return w
		}
	}
	return "none"
}

// mix is a colour half way to another.
func mix(a, b color.RGBA) color.RGBA {
	half := func(x, y uint8) uint8 { return uint8((int(x) + int(y)) / 2) }
	return color.RGBA{half(a.R, b.R), half(a.G, b.G), half(a.B, b.B), 0xff}
}
