package pdf

import (
	"image/color"

	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/chart"
)

// squareLook is the ground of a square of the grid, and the colour of what stands on it. What needs a look is
// dark, also in grey; what is fine is nearly white.
func squareLook(status string) (ground chart.Paint, letters color.RGBA) {
	switch status {
	case report.StatusShortfall:
		return chart.PaintOf("eaten short"), white
	case report.StatusExcess:
		return chart.PaintOf("eaten excess"), white
	case report.StatusPossible:
		return chart.PaintOf("eaten possible pale"), ink
	case report.StatusAdequate:
		return chart.PaintOf("eaten enough pale"), ink
	default:
		return chart.PaintOf("ground"), ink
	}
}

// repaint makes a sign white on a dark ground.
func repaint(shapes []chart.Shape, dark bool) []chart.Shape {
	if !dark {
		return shapes
	}
	for i, s := range shapes {
		if p, ok := s.(chart.Polygon); ok {
			p.Class = "paper"
			shapes[i] = p
		}
	}
	return shapes
}
