package text

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/nutrigap/nutrigap/internal/report"
)

// The columns of the grid.
const (
	nameWidth = 15 // of a nutrient and the mark of its footnote
	dayWidth  = 6  // a space, a sign, and a number of four digits
	week      = 7
)

// grid writes percent of target for each focus nutrient on each day: in numbers where the days fit into
// two rows of the page, else one sign a day.
func (p *page) grid() {
	p.heading(p.T("Percent of target, day by day"))
	if len(p.Days) == 0 {
		p.para("", p.T("There are no days in this period."), plain)
		return
	}
	fit := (p.width - nameWidth - p.meanWidth() - p.knownWidth()) / dayWidth
	p.notes = p.footnotes()
	numbers := true
	switch {
	case len(p.Days) <= fit:
		p.block(p.Days, true)
	case len(p.Days) <= 2*week && fit >= week:
		p.block(p.Days[:week], false)
		p.gap()
		p.block(p.Days[week:], true)
	default:
		numbers = false
		p.strips()
	}
	p.gap()
	p.legend(numbers)
}

// block writes the numbers of some days, and with last the means beside them.
func (p *page) block(days []report.Day, last bool) {
	top, below := strings.Repeat(" ", nameWidth), strings.Repeat(" ", nameWidth)
	for i := range days {
		weekday, date := p.dayLabel(&days[i])
		top += padLeft(weekday, dayWidth)
		below += padLeft(date, dayWidth)
	}
	if last {
		below += padLeft(p.T("mean"), p.meanWidth()) + padLeft(p.T("known"), p.knownWidth())
	}
	p.line(p.paint(faint, top))
	p.line(p.paint(faint, below))
	for _, key := range p.Focus {
		line := p.rowName(key)
		for i := range days {
			line += p.cell(days[i].Nutrient(key))
		}
		if n := p.Nutrient(key); last && n != nil {
			line += strings.Repeat(" ", p.meanWidth()-dayWidth) + p.figure(n.Status, n.Percent)
			line += padLeft(clip(p.Fraction(n.Coverage), p.knownWidth()), p.knownWidth())
		}
		p.line(line)
	}
}

// meanWidth and knownWidth are those of the last columns, which have words above them.
func (p *page) meanWidth() int { return max(dayWidth, 1+columns(p.T("mean"))) }

func (p *page) knownWidth() int { return max(dayWidth, 1+columns(p.T("known"))) }

func (p *page) cell(n *report.DayNutrient) string {
	if n == nil {
		return padLeft(report.Dash, dayWidth)
	}
	return p.figure(n.Status, n.Percent)
}

// figure is a sign and a percentage without its unit, dayWidth columns in all.
func (p *page) figure(status string, v *float64) string {
	sign, number := signOf(status), report.Dash
	if v != nil {
		number = p.PercentFigure(*v)
	}
	text := sign.mark + " " + number
	if columns(text) >= dayWidth {
		text = sign.mark + ">999"
	}
	return strings.Repeat(" ", dayWidth-columns(text)) + p.paint(sign.paint, text)
}

// dayLabel is the weekday and the day of the month, with a star where the day isn't complete.
func (p *page) dayLabel(d *report.Day) (weekday, date string) {
	star := ""
	if !d.Complete {
		star = "*"
	}
	when, err := time.Parse(time.DateOnly, d.Date)
	if err != nil {
		name, number, ok := strings.Cut(d.Date, " ") // "day 3" of an anonymous report
		if !ok {
			name, number = "", d.Date
		}
		return clip(name, dayWidth-1), clip(number, dayWidth-2) + star
	}
	return p.Weekday(d.Date), strconv.Itoa(when.Day()) + star
}

// rowName is the nutrient in front of a row, with the number of its footnote where it has one.
func (p *page) rowName(key string) string {
	mark := ""
	for i, noted := range p.notes {
		if noted == key {
			mark = " " + p.reference(i+1)
		}
	}
	name := clip(p.NameOf(key), nameWidth-1-columns(mark))
	return padRight(name+p.paint(faint, mark), nameWidth)
}

// footnotes are the keys of the grid's nutrients about which some day or the period can't be judged.
func (p *page) footnotes() []string {
	var keys []string
	for _, key := range p.Focus {
		n := p.Nutrient(key)
		if n == nil {
			continue
		}
		littleKnown := func(d report.Day) bool {
			day := d.Nutrient(key)
			return day != nil && day.Status == report.StatusCannotTell && day.Coverage < report.MinCoverage
		}
		if n.Status == report.StatusCannotTell || slices.ContainsFunc(p.Days, littleKnown) {
			keys = append(keys, key)
		}
	}
	return keys
}

// reference is the number of a footnote.
func (p *page) reference(n int) string {
	if p.ascii {
		return "[" + strconv.Itoa(n) + "]"
	}
	var b strings.Builder
	for _, digit := range strconv.Itoa(n) {
		b.WriteString([]string{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"}[digit-'0'])
	}
	return b.String()
}

// legend explains the signs, and the numbers where there are any, and writes the footnotes.
func (p *page) legend(numbers bool) {
	items := p.signs()
	if numbers && slices.ContainsFunc(p.Days, func(d report.Day) bool { return !d.Complete }) {
		items = append(items, "* "+p.T("day not complete"))
	}
	p.flow("", items)
	if numbers {
		p.para("", p.Tf("A number after %s counts only what is known, or is below an AI, which proves nothing.", signOf(report.StatusCannotTell).mark)+" "+p.T("The column known is the share of the energy eaten whose foods have a value."), faint)
	}
	for i, key := range p.notes {
		n := p.Nutrient(key)
		note := p.Tf("%s: too little is known on some days; known for %s of the energy of the period.", p.NameOf(key), p.Fraction(n.Coverage))
		if n.Status == report.StatusCannotTell && n.Verdict != "" {
			note = p.NameOf(key) + ": " + n.Verdict
		}
		p.para(p.paint(faint, p.reference(i+1))+" ", note, faint)
	}
}

// signs explains each sign.
func (p *page) signs() []string {
	var items []string
	for _, status := range legend() {
		sign := signOf(status)
		items = append(items, p.paint(sign.paint, sign.mark)+" "+report.StatusWords(p.Language, status))
	}
	return items
}

// pointer tells whoever looks for the cause of a pain that there are others than food.
func (p *page) pointer() {
	if len(p.RedFlags) > 0 {
		p.gap()
		p.para(p.paint(orange, "!")+" ", join(" ", p.Pointer, p.T("When to see a doctor: see the end")+"."), plain)
	}
}
