package text

import (
	"cmp"
	"math"
	"strings"

	"github.com/nutrigap/nutrigap/internal/report"
)

// bar draws the mean. The whole bar is the target, or the mean where that is larger; a mark shows the
// average requirement (EAR), or for an excess the upper limit (UL).
func (p *page) bar(n *report.Nutrient) {
	if n.Mean == nil || n.Target == nil || *n.Target <= 0 {
		return
	}
	length, whole := p.width/2, math.Max(*n.Target, *n.Mean)
	mark, label := -1, ""
	switch {
	case n.Status == report.StatusExcess && n.UL != nil:
		mark, label = place(*n.UL, whole, length), "UL "+p.Amount(n.Key, *n.UL)
	case n.EAR != nil && n.Status != report.StatusExcess:
		mark, label = place(*n.EAR, whole, length), cmp.Or(n.EARKind, "EAR")+" "+p.Amount(n.Key, *n.EAR)
	}
	line := "  " + p.barLine(signOf(n.Status).paint, *n.Mean/whole, length, mark)
	if label != "" && mark >= 0 {
		line += "  " + p.paint(faint, clip("│ "+label, p.width-length-4))
	}
	p.line(line)
}

// place is the column of v in a bar of length columns, or -1 where it lies outside.
func place(v, whole float64, length int) int {
	if at := v / whole * float64(length); at > 0 && at < float64(length) {
		return int(at)
	}
	return -1
}

// barLine is a bar whose first part is full, to an eighth of a column.
func (p *page) barLine(st style, part float64, length, mark int) string {
	eighths := 0
	if part > 0 { // false for NaN too
		eighths = int(math.Min(part, 1) * float64(8*length))
	}
	cells := make([]string, length)
	for i := range cells {
		switch full := eighths - 8*i; {
		case i == mark:
			cells[i] = "│"
		case full >= 8:
			cells[i] = "█"
		case full > 0:
			cells[i] = []string{"▏", "▎", "▍", "▌", "▋", "▊", "▉"}[full-1]
		default:
			cells[i] = "░"
		}
	}
	split := min((eighths+7)/8, length)
	return p.paint(st, strings.Join(cells[:split], "")) + p.paint(gray, strings.Join(cells[split:], ""))
}
