package chart

import (
	"math"

	"github.com/nutrigap/nutrigap/internal/report"
)

// maxDaily is how many days are drawn one by one; of a longer time each bar is the mean of seven days, so
// that it stays readable.
const maxDaily = 92

// week is how many days a bar of a long time stands for.
const week = 7

// bar is a day, or the mean of several.
type bar struct {
	first, last string   // dates
	known       *float64 // the known amount; nil where nothing is known
	coverage    float64  // share of the energy whose foods have a value, 0 to 1
	status      string
	apart       bool // not counted in the means
}

// barsOf are the bars of a nutrient, and whether each stands for a week.
func barsOf(s *report.Summary, key string) (bars []bar, weekly bool) {
	for i := range s.Days {
		bars = append(bars, barOf(&s.Days[i], key))
	}
	if len(bars) <= maxDaily {
		return bars, false
	}
	var weeks []bar
	for i := 0; i < len(bars); i += week {
		weeks = append(weeks, meanOf(bars[i:min(i+week, len(bars))]))
	}
	return weeks, true
}

func barOf(d *report.Day, key string) bar {
	b := bar{first: d.Date, last: d.Date, apart: d.SetApart}
	if n := d.Nutrient(key); n != nil {
		b.coverage, b.status = within(n.Coverage, 1), n.Status
		if n.Amount != nil && finite(*n.Amount) {
			known := math.Max(*n.Amount, 0)
			b.known = &known
		}
	}
	return b
}

// meanOf is the mean of the days that count, or of all where none does. As in every mean of the report a day
// without a known amount adds nothing to what is known, and all of itself to what isn't.
func meanOf(days []bar) bar {
	counted := make([]bar, 0, len(days))
	for _, d := range days {
		if !d.apart {
			counted = append(counted, d)
		}
	}
	m := bar{first: days[0].first, last: days[len(days)-1].last}
	if len(counted) == 0 {
		counted, m.apart = days, true
	}
	sum, some := 0.0, false
	for _, d := range counted {
		m.coverage += d.coverage / float64(len(counted))
		if d.known != nil {
			sum, some = sum+*d.known, true
		}
	}
	if sum /= float64(len(counted)); some {
		m.known = &sum
	}
	return m
}

// within is v moved between 0 and top; what is no number is 0.
func within(v, top float64) float64 {
	if !(v > 0) {
		return 0
	}
	return math.Min(v, top)
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

// positive is *v, or 0 where it is not known or no amount.
func positive(v *float64) float64 {
	if v == nil || !(*v > 0) || math.IsInf(*v, 0) {
		return 0
	}
	return *v
}

// scale is the amounts that a chart shows: from zero to its top.
type scale struct {
	top   float64
	step  float64 // between the lines of the grid; 0 for none
	whole float64 // how much the unknown part of a day is drawn as, were all of the day unknown
	cut   bool    // whether some bar is higher than the top
}

// far is how many times the target a chart shows at most, so that one day doesn't flatten the others.
const far = 3

// scaleOf chooses a scale that shows the target, most days whole, and the limit where it is near.
func scaleOf(bars []bar, target, limit float64) scale {
	highest, sum, n := 0.0, 0.0, 0
	for _, b := range bars {
		if b.known != nil {
			highest, sum, n = math.Max(highest, *b.known), sum+*b.known, n+1
		}
	}
	mean := sum / math.Max(float64(n), 1)
	s := scale{whole: target}
	if s.whole == 0 {
		s.whole = mean
	}
	top := math.Max(highest, s.whole)
	if enough := far * math.Max(target, mean); target > 0 && top > enough {
		top, s.cut = enough, true
	}
	if limit > 0 && limit < top*1.5 {
		top = math.Max(top, limit)
	}
	if !(top > 0) || !finite(top*2) {
		return scale{top: 1, whole: 1}
	}
	s.step = nice(top / 4)
	s.top = top * 1.06
	return s
}

// nice is the round number nearest above v of 1, 2, 2.5 and 5 times a power of ten.
func nice(v float64) float64 {
	unit := math.Pow(10, math.Floor(math.Log10(v)))
	for _, digit := range []float64{1, 2, 2.5, 5} {
		if v <= digit*unit {
			return digit * unit
		}
	}
	return 10 * unit
}

// dates names the days of a bar.
func (p *plot) dates(b *bar) string {
	if b.first == b.last {
		return join(" ", p.Weekday(b.first), p.Date(b.first))
	}
	return p.Span(b.first, b.last)
}
