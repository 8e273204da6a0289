package chart

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"math"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"github.com/nutrigap/nutrigap/internal/report/typeface"
)

// WritePNG writes d as a picture with scale pixels for each point: 2 for a screen, 4 for paper.
func WritePNG(w io.Writer, d *Drawing, scale float64) error {
	c, err := newCanvas(d, scale)
	if err != nil {
		return err
	}
	for _, s := range d.Shapes {
		if err := c.draw(s); err != nil {
			return err
		}
	}
	return png.Encode(w, c.picture)
}

// canvas is a picture while it is painted.
type canvas struct {
	picture *image.RGBA
	scale   float64
	fonts   map[bool]*opentype.Font // by whether they are bold
	faces   map[letters]font.Face
}

// letters are a font at a size.
type letters struct {
	bold bool
	size float64
}

func newCanvas(d *Drawing, scale float64) (*canvas, error) {
	bounds := image.Rect(0, 0, int(math.Ceil(d.Width*scale)), int(math.Ceil(d.Height*scale)))
	c := &canvas{picture: image.NewRGBA(bounds), scale: scale, fonts: map[bool]*opentype.Font{}, faces: map[letters]font.Face{}}
	draw.Draw(c.picture, bounds, image.NewUniform(paper), image.Point{}, draw.Src)
	for bold, face := range map[bool]*typeface.Face{false: typeface.Regular(), true: typeface.Bold()} {
		parsed, err := opentype.Parse(face.TTF)
		if err != nil {
			return nil, fmt.Errorf("reading the font: %w", err)
		}
		c.fonts[bold] = parsed
	}
	return c, nil
}

func (c *canvas) draw(s Shape) error {
	switch s := s.(type) {
	case Box:
		c.fill([]Point{{s.X, s.Y}, {s.X + s.W, s.Y}, {s.X + s.W, s.Y + s.H}, {s.X, s.Y + s.H}}, PaintOf(s.Class).Fill)
	case Polygon:
		p := PaintOf(s.Class)
		c.fill(s.Points, p.Fill)
		for i := range s.Points {
			c.stroke(s.Points[i], s.Points[(i+1)%len(s.Points)], p)
		}
	case Lines:
		p := PaintOf(s.Class)
		for _, l := range s.Segments {
			for _, dash := range dashes(l, p.Dash) {
				c.stroke(dash[0], dash[1], p)
			}
		}
	case Label:
		return c.write(s)
	}
	return nil
}

// dashes cuts a segment into what a pattern of on and off leaves of it.
func dashes(l [2]Point, pattern []float64) [][2]Point {
	length := math.Hypot(l[1].X-l[0].X, l[1].Y-l[0].Y)
	if len(pattern) == 0 || !(length > 0) {
		return [][2]Point{l}
	}
	at := func(d float64) Point {
		t := d / length
		return Point{l[0].X + t*(l[1].X-l[0].X), l[0].Y + t*(l[1].Y-l[0].Y)}
	}
	var all [][2]Point
	for i, d := 0, 0.0; d < length; i++ {
		ends := math.Min(d+pattern[i%len(pattern)], length)
		if i%2 == 0 {
			all = append(all, [2]Point{at(d), at(ends)})
		}
		d = ends
	}
	return all
}

// stroke fills the rectangle that a line is.
func (c *canvas) stroke(from, to Point, p Paint) {
	length := math.Hypot(to.X-from.X, to.Y-from.Y)
	if p.Stroke.A == 0 || !(length > 0) {
		return
	}
	dx, dy := (to.Y-from.Y)/length*p.Width/2, (from.X-to.X)/length*p.Width/2
	c.fill([]Point{{from.X + dx, from.Y + dy}, {to.X + dx, to.Y + dy}, {to.X - dx, to.Y - dy}, {from.X - dx, from.Y - dy}}, p.Stroke)
}

// fill paints the inside of a polygon. The rasterizer is as large as the polygon, which is small.
func (c *canvas) fill(points []Point, paint color.RGBA) {
	if paint.A == 0 || len(points) == 0 {
		return
	}
	low, high := points[0], points[0]
	for _, p := range points {
		low = Point{math.Min(low.X, p.X), math.Min(low.Y, p.Y)}
		high = Point{math.Max(high.X, p.X), math.Max(high.Y, p.Y)}
	}
	bounds := image.Rect(int(low.X*c.scale)-1, int(low.Y*c.scale)-1, int(high.X*c.scale)+2, int(high.Y*c.scale)+2)
	bounds = bounds.Intersect(c.picture.Bounds())
	if bounds.Empty() {
		return
	}
	r := vector.NewRasterizer(bounds.Dx(), bounds.Dy())
	for i, p := range points {
		x, y := float32(p.X*c.scale-float64(bounds.Min.X)), float32(p.Y*c.scale-float64(bounds.Min.Y))
		if i == 0 {
			r.MoveTo(x, y)
		} else {
			r.LineTo(x, y)
		}
	}
	r.ClosePath()
	r.Draw(c.picture, bounds, image.NewUniform(paint), image.Point{})
}

func (c *canvas) write(l Label) error {
	key := letters{l.Bold, l.Size * c.scale}
	face := c.faces[key]
	if face == nil {
		var err error
		options := &opentype.FaceOptions{Size: key.size, DPI: 72, Hinting: font.HintingNone}
		if face, err = opentype.NewFace(c.fonts[l.Bold], options); err != nil {
			return fmt.Errorf("reading the font: %w", err)
		}
		c.faces[key] = face
	}
	text := printable(l.Text)
	d := font.Drawer{Dst: c.picture, Src: image.NewUniform(PaintOf(l.Class).Fill), Face: face}
	x := fixed.Int26_6(l.X * c.scale * 64)
	switch l.Anchor {
	case Middle:
		x -= d.MeasureString(text) / 2
	case End:
		x -= d.MeasureString(text)
	}
	d.Dot = fixed.Point26_6{X: x, Y: fixed.Int26_6(l.Y * c.scale * 64)}
	d.DrawString(text)
	return nil
}
