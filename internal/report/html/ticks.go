package html

import (
	"strconv"
	"time"
)

// tick names a day below a chart, in up to two lines.
type tick struct{ At, Above, Below string }

// maxMonthly is the number of days from which on months are named instead of days.
const maxMonthly = 62

// Ticks names each day of a week, every seventh of two months, and the months of anything longer.
func (p *page) Ticks() []tick {
	var ticks []tick
	for _, i := range p.named() {
		t := p.tick(i)
		t.At = across((float64(i) + 0.5) / float64(len(p.Days)))
		ticks = append(ticks, t)
	}
	return ticks
}

// named are the days that get a tick.
func (p *page) named() []int {
	var all []int
	switch n := len(p.Days); {
	case n <= fewDays:
		for i := range n {
			all = append(all, i)
		}
	case n <= maxMonthly:
		for i := 0; i < n; i += 7 {
			all = append(all, i)
		}
	default:
		starts := p.monthStarts()
		for i := 0; i < len(starts); i += (len(starts) + 11) / 12 {
			all = append(all, starts[i])
		}
	}
	return all
}

// monthStarts are the first days of each month that the diary has.
func (p *page) monthStarts() []int {
	var starts []int
	last := ""
	for i := range p.Days {
		if month := short(p.Days[i].Date, len("2026-03")); i == 0 || month != last {
			starts, last = append(starts, i), month
		}
	}
	return starts
}

// tick is the name of day i, with a star where it isn't complete.
func (p *page) tick(i int) tick {
	day := &p.Days[i]
	star := ""
	if p.Starred() && !day.Complete {
		star = "*"
	}
	when, err := time.Parse(time.DateOnly, day.Date)
	month := p.Month(day.Date)
	switch {
	case err != nil:
		return tick{Below: short(day.Date, 6) + star}
	case len(p.Days) <= fewDays:
		return tick{Above: p.Weekday(day.Date), Below: strconv.Itoa(when.Day()) + star}
	case len(p.Days) <= maxMonthly:
		return tick{Above: month, Below: strconv.Itoa(when.Day())}
	default:
		return tick{Below: month}
	}
}

// Starred reports whether every day is named and some day has a star.
func (p *page) Starred() bool {
	for i := range p.Days {
		if !p.Days[i].Complete {
			return len(p.Days) <= fewDays
		}
	}
	return false
}

// short is the beginning of s, at most n characters.
func short(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
