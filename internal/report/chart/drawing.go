// Package chart draws what was eaten of a nutrient: days as bars against the average requirement, the
// target and the limit, with what is not known hatched.
//
// Its rule: a chart is made once, as a [Drawing] of few kinds of shapes, and every picture is painted from
// that: an SVG, a PNG, a page of a PDF. The axis begins at zero, and what isn't known is never drawn as
// nothing. It refuses to decide: verdicts and targets are the Summary's.
package chart

import "math"

// Drawing is a picture in points, with y downwards.
type Drawing struct {
	Width, Height float64
	Title         string // for those who can't see it, and above the picture where there is nothing around it
	Desc          string // the same picture in words
	Shapes        []Shape
}

// Shape is a [Box], a [Polygon], [Lines] or a [Label]. Its class says what it stands for; [PaintOf] says how
// that looks.
type Shape interface{ class() string }

// Box is a filled rectangle.
type Box struct {
	Class      string
	X, Y, W, H float64
	Tip        string // shown when a mouse rests on it
}

// Polygon is a closed shape, filled, or only outlined where its paint has a stroke.
type Polygon struct {
	Class  string
	Points []Point
}

// Lines are strokes that look alike.
type Lines struct {
	Class    string
	Segments [][2]Point
}

// Label is one line of text. At Y is the line that the letters stand on.
type Label struct {
	Class  string
	X, Y   float64
	Size   float64
	Anchor Anchor
	Bold   bool
	Text   string
}

// Point is a place in a drawing.
type Point struct{ X, Y float64 }

// Anchor is the part of a text that stands at its X.
type Anchor int

// The anchors.
const (
	Start Anchor = iota
	Middle
	End
)

func (b Box) class() string     { return b.Class }
func (p Polygon) class() string { return p.Class }
func (l Lines) class() string   { return l.Class }
func (l Label) class() string   { return l.Class }

// Hatch are the strokes that fill a rectangle from the lower left to the upper right, step apart. They meet
// across neighbouring rectangles.
func Hatch(x, y, w, h, step float64) [][2]Point {
	if !(w > 0) || !(h > 0) || !(step > 0) || (w+h)/step > maxStrokes {
		return nil
	}
	var strokes [][2]Point
	// A stroke is where x + y is a multiple of the step.
	for sum := math.Ceil((x+y)/step) * step; sum < x+y+w+h; sum += step {
		from := Point{x, sum - x}
		if from.Y > y+h {
			from = Point{sum - y - h, y + h}
		}
		to := Point{sum - y, y}
		if to.X > x+w {
			to = Point{x + w, sum - x - w}
		}
		strokes = append(strokes, [2]Point{from, to})
	}
	return strokes
}

// maxStrokes bounds what a hatch can cost.
const maxStrokes = 10_000

// Sign draws the sign of a status around a point, size wide, so that it reads the same whatever letters a
// font has. A status without a sign gives nothing.
func Sign(status string, x, y, size float64) []Shape {
	l := LookOf(status)
	half, high := size/2, size*0.43
	triangle := func(class string, tip float64) []Shape {
		return []Shape{Polygon{class, []Point{{x - half, y - tip}, {x + half, y - tip}, {x, y + tip}}}}
	}
	switch l.Sign {
	case "▼":
		return triangle("sign "+l.Class, high)
	case "▽":
		return triangle("open sign "+l.Class, high)
	case "▲":
		return triangle("sign "+l.Class, -high)
	case "·":
		const edges = 12
		dot := Polygon{Class: "sign " + l.Class}
		for i := range edges {
			sin, cos := math.Sincos(2 * math.Pi * float64(i) / edges)
			dot.Points = append(dot.Points, Point{x + size*0.25*cos, y + size*0.25*sin})
		}
		return []Shape{dot}
	case "~":
		return []Shape{Label{Class: "sign " + l.Class, X: x, Y: y + size*0.45, Size: size * 1.3, Anchor: Middle, Bold: true, Text: "~"}}
	default:
		return nil
	}
}
