package html

import (
	"strconv"
	"strings"
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

// monthStarts are the first days of each month that the diary has, or every fourth week where the days have no
// dates.
func (p *page) monthStarts() []int {
	var starts []int
	if p.Month(p.Days[0].Date) == "" {
		for i := 0; i < len(p.Days); i += 28 {
			starts = append(starts, i)
		}
		return starts
	}
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
		word, number := counted(day.Date)
		return tick{Above: word, Below: number + star}
	case len(p.Days) <= fewDays:
		return tick{Above: p.Weekday(day.Date), Below: strconv.Itoa(when.Day()) + star}
	case len(p.Days) <= maxMonthly:
		return tick{Above: month, Below: strconv.Itoa(when.Day())}
	default:
		return tick{Below: month}
	}
}

// counted takes the name of a day without a date, "day 3", apart; what is none is cut.
func counted(day string) (word, number string) {
	word, number, ok := strings.Cut(day, " ")
	if _, err := strconv.Atoi(number); !ok || err != nil || len(word) > 12 || len(number) > 5 {
		return "", short(day, 6)
	}
	return word, number
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
