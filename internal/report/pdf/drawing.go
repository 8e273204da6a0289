package pdf

import (
	"codeberg.org/go-pdf/fpdf"

	"github.com/nutrigap/nutrigap/internal/report/chart"
)

// draw paints shapes with their origin at x, y.
func (s *sheet) draw(x, y float64, shapes ...chart.Shape) {
	for _, shape := range shapes {
		switch shape := shape.(type) {
		case chart.Box:
			s.fill(x+shape.X, y+shape.Y, shape.W, shape.H, chart.PaintOf(shape.Class).Fill)
		case chart.Polygon:
			s.polygon(x, y, shape)
		case chart.Lines:
			s.strokes(x, y, shape)
		case chart.Label:
			s.letter(x, y, shape)
		}
	}
}

func (s *sheet) polygon(x, y float64, p chart.Polygon) {
	points := make([]fpdf.PointType, len(p.Points))
	for i, at := range p.Points {
		points[i] = fpdf.PointType{X: x + at.X, Y: y + at.Y}
	}
	paint := chart.PaintOf(p.Class)
	if paint.Fill.A > 0 {
		s.f.SetFillColor(int(paint.Fill.R), int(paint.Fill.G), int(paint.Fill.B))
		s.f.Polygon(points, "F")
		return
	}
	s.pen(paint)
	s.f.Polygon(points, "D")
}

func (s *sheet) strokes(x, y float64, l chart.Lines) {
	if len(l.Segments) == 0 {
		return
	}
	paint := chart.PaintOf(l.Class)
	s.pen(paint)
	for _, segment := range l.Segments {
		s.f.MoveTo(x+segment[0].X, y+segment[0].Y)
		s.f.LineTo(x+segment[1].X, y+segment[1].Y)
	}
	s.f.DrawPath("D")
	if paint.Dash != nil {
		s.f.SetDashPattern(nil, 0)
	}
}

func (s *sheet) pen(p chart.Paint) {
	s.f.SetDrawColor(int(p.Stroke.R), int(p.Stroke.G), int(p.Stroke.B))
	s.f.SetLineWidth(p.Width)
	if p.Dash != nil {
		s.f.SetDashPattern(p.Dash, 0)
	}
}

func (s *sheet) letter(x, y float64, l chart.Label) {
	st := style{l.Size, l.Bold, chart.PaintOf(l.Class).Fill}
	text := s.clean(l.Text)
	w := st.face().Width(text, st.size)
	x += l.X
	switch l.Anchor {
	case chart.Middle:
		x -= w / 2
	case chart.End:
		x -= w
	}
	s.put(x, y+l.Y, st, text)
}
