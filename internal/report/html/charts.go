package html

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"github.com/nutrigap/nutrigap/internal/report"
)

// The field of a chart: its height in pixels, and the percentage of the target that its upper edge shows
// at least and at most, so that the target is always seen and one day doesn't flatten the others.
const (
	field   = 96.0
	lowest  = 115.0
	highest = 200.0
)

// chart is what was eaten of one nutrient, day by day.
type chart struct {
	look
	Name, Intake, Label string
	Index               int // of the nutrient in the grid
	Bars                []column
	Levels              []level
}

// level is an amount that the days are held against: how far down its line and the name beside it are.
type level struct{ Class, At, Beside, Label string }

// column is one day: the known part in full, the unknown share on top of it.
type column struct {
	look
	Title, X, Width             string
	Known, KnownHeight          string
	Unknown, UnknownHeight      string
	HasKnown, HasUnknown, IsCut bool
	Apart                       bool // not counted in the mean
}

// ChartList are the charts of the nutrients of the grid that have a target.
func (p *page) ChartList() []chart {
	var charts []chart
	for i, key := range p.Focus {
		n := p.Nutrient(key)
		if n == nil || n.Target == nil || !(*n.Target > 0) || len(p.Days) == 0 {
			continue
		}
		top := p.top(key)
		c := chart{look: p.lookOf(n.Status), Name: p.NameOf(key), Intake: n.Intake(p.Language), Index: i, Levels: p.levels(n, top)}
		c.Label = join(", ", c.Name, c.Intake, c.look.Name, n.Facts(p.Language), n.References(p.Language))
		for i := range p.Days {
			c.Bars = append(c.Bars, p.column(i, key, top))
		}
		charts = append(charts, c)
	}
	return charts
}

// levels are the reference values of a nutrient that lie in a chart, the highest first.
func (p *page) levels(n *report.Nutrient, top float64) []level {
	limit, limitKind := n.Limit()
	var levels []level
	var beside []float64
	for _, r := range []struct {
		class, kind string
		v           *float64
	}{{"limit", limitKind, limit}, {"target", n.TargetKind, n.Target}, {"ear", cmp.Or(n.EARKind, "EAR"), n.EAR}} {
		if r.v == nil {
			continue
		}
		percent := 100 * (*r.v / *n.Target)
		if !(percent > 0) || percent > top { // NaN too
			continue
		}
		levels = append(levels, level{r.class, depth(percent, top), "", join(" ", r.kind, p.Amount(n.Key, *r.v))})
		beside = append(beside, field*(1-percent/top))
	}
	apart(beside)
	for i, y := range beside {
		levels[i].Beside = pixels(y)
	}
	return levels
}

// apart moves the lines of names, sorted downwards, so that they can be read: each stands in the middle of what
// it names, or as near to it as the others let it.
func apart(lines []float64) {
	const middle, height = 4, 13 // of a line of text
	for i := range lines {
		lines[i] = math.Max(lines[i]+middle, height)
		if i > 0 {
			lines[i] = math.Max(lines[i], lines[i-1]+height)
		}
	}
	for i := len(lines) - 1; i >= 0; i-- {
		lines[i] = math.Min(lines[i], field-height*float64(len(lines)-1-i))
	}
}

// SomeApart reports whether a day is not counted in the means.
func (p *page) SomeApart() bool {
	return slices.ContainsFunc(p.Days, func(d report.Day) bool { return d.SetApart })
}

// top is the percentage at the upper edge of a chart.
func (p *page) top(key string) float64 {
	top := lowest
	for i := range p.Days {
		if n := p.Days[i].Nutrient(key); n != nil && n.Percent != nil && *n.Percent > top {
			top = math.Min(*n.Percent, highest)
		}
	}
	return top
}

func (p *page) column(i int, key string, top float64) column {
	side, width := 0.14, 0.72 // of the room that a day has
	if !p.Told() {
		side, width = 0, 1
	}
	days := float64(len(p.Days))
	known, unknown := 0.0, 100.0
	if n := p.Days[i].Nutrient(key); n != nil {
		unknown = 100 * (1 - n.Coverage)
		if n.Percent != nil {
			known = *n.Percent
		}
	}
	cell := p.cell(i, key)
	c := column{
		look: cell.look, Title: cell.Title,
		X: across((float64(i) + side) / days), Width: across(width / days),
		IsCut: known > top,
		Apart: p.Days[i].SetApart,
	}
	known = within(known, top)
	unknown = within(unknown, top-known)
	c.HasKnown, c.Known, c.KnownHeight = known > 0, depth(known, top), pixels(field*known/top)
	c.HasUnknown, c.Unknown, c.UnknownHeight = unknown > 0, depth(known+unknown, top), pixels(field*unknown/top)
	return c
}

// within is v moved between 0 and top; what is no number is 0.
func within(v, top float64) float64 {
	if !(v > 0) {
		return 0
	}
	return math.Min(v, top)
}

// depth is how far below the upper edge a percentage lies.
func depth(percent, top float64) string { return pixels(field * (1 - percent/top)) }

func pixels(v float64) string { return strconv.FormatFloat(math.Round(v*10)/10+0, 'f', -1, 64) }
