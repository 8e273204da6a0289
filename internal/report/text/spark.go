package text

import (
	"math"
	"strings"

	"github.com/nutrigap/nutrigap/internal/report"
)

// heights draw an amount as a part of the full height, from little to all.
var heights = []string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"}

// spark draws the days of a nutrient beside each other, or weeks of them where the page is too narrow. The
// full height is the target, or the largest of them where that is more. A day of which too little is known,
// or that doesn't count, is a dash and no low one.
func (p *page) spark(n *report.Nutrient) {
	days := p.series(n.Key)
	if len(days) < 2 {
		return
	}
	span := 1
	if room := p.width / 2; len(days) > room {
		span = week * ((len(days) + week*room - 1) / (week * room))
	}
	means := meansOf(days, span)
	top := 0.0
	for _, v := range means {
		if !math.IsNaN(v) {
			top = math.Max(top, v)
		}
	}
	if n.Target != nil {
		top = math.Max(top, *n.Target)
	}
	if top <= 0 {
		return
	}
	var line strings.Builder
	for _, v := range means {
		line.WriteString(height(v, top))
	}
	full := p.Amount(n.Key, top)
	legend := p.Tf("each day; full height: %s", full)
	if span > 1 {
		legend = p.Tf("%d days each; full height: %s", span, full)
	}
	p.line("  " + p.paint(signOf(n.Status).paint, line.String()) + "  " + p.paint(faint, clip(legend, p.width-4-len(means))))
}

// series is the amount of a nutrient on each day, NaN where too little is known or the day doesn't count.
func (p *page) series(key string) []float64 {
	days := make([]float64, len(p.Days))
	for i := range p.Days {
		days[i] = math.NaN()
		d := p.Days[i].Nutrient(key)
		if d != nil && d.Amount != nil && d.Coverage >= report.MinCoverage && !p.Days[i].SetApart {
			days[i] = *d.Amount
		}
	}
	return days
}

// meansOf are the means of what is known in each span of days.
func meansOf(days []float64, span int) []float64 {
	var means []float64
	for from := 0; from < len(days); from += span {
		sum, known := 0.0, 0.0
		for _, v := range days[from:min(from+span, len(days))] {
			if !math.IsNaN(v) {
				sum, known = sum+v, known+1
			}
		}
		means = append(means, sum/known) // NaN of none
	}
	return means
}

func height(v, top float64) string {
	if math.IsNaN(v) {
		return report.Dash
	}
	return heights[min(max(int(v/top*float64(len(heights))), 0), len(heights)-1)]
}
