package chart

import (
	"strconv"
	"time"
)

// Up to so many bars each has its weekday and date; up to so many days every seventh has its date, and of
// anything longer the months are named.
const (
	fewBars  = 10
	manyBars = 62
)

// tick names a bar below the axis, in up to two lines.
type tick struct{ above, below string }

// ticks writes below the axis which days the bars are, leaving out what would touch its neighbour.
func (p *plot) ticks() {
	ends := p.left - p.slot()
	month := ""
	for i := range p.bars {
		t, named := p.tick(i, &month)
		x := p.left + p.slot()*(float64(i)+0.5)
		half := max(p.width(t.above), p.width(t.below)) / 2
		if !named || x-half < max(ends+p.size*0.3, 0) || x+half > p.Width {
			continue
		}
		ends = x + half
		y := p.bottom + p.line()
		if t.above != "" {
			p.label("soft", x, y, Middle, false, t.above)
			y += p.line()
		}
		p.label("soft", x, y, Middle, false, t.below)
	}
}

// tickLines is how many lines the names below the axis take.
func (p *plot) tickLines() int {
	if len(p.bars) <= manyBars && !p.weekly {
		return 2
	}
	return 1
}

// tick is the name of a bar, and whether it is to be named. month is that of the bar named last.
func (p *plot) tick(i int, month *string) (tick, bool) {
	day := &p.bars[i]
	when, err := time.Parse(time.DateOnly, day.first)
	switch {
	case err != nil:
		return tick{below: cut(day.first, len("2026-03-02"))}, true
	case len(p.bars) <= fewBars && !p.weekly:
		return tick{p.Weekday(day.first), strconv.Itoa(when.Day())}, true
	case p.tickLines() == 2:
		return tick{p.Month(day.first), strconv.Itoa(when.Day())}, i%week == 0
	}
	key := when.Format("2006-01")
	started := key != *month
	*month = key
	return tick{below: p.Month(day.first)}, started
}

// cut is the beginning of s, at most n characters.
func cut(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
