package pdf

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/chart"
)

// maxTold is how many days are written out; of a longer time the grid alone shows each day.
const maxTold = 31

// gridName is the width of the names beside the grid.
const gridName = 78.0

// gridRow is the height of a nutrient in the grid.
const gridRow = 14.0

// days are the grid, unless page one has it, and the amounts of few days.
func (d *document) days() {
	if len(d.Days) == 0 || len(d.Focus) == 0 {
		return
	}
	if !d.gridShown || len(d.Days) <= maxTold {
		d.heading(d.T("Day by day"), float64(len(d.Focus))*gridRow+40)
	}
	if !d.gridShown {
		d.grids()
	}
	if len(d.Days) <= maxTold {
		d.amounts()
	}
}

// frontGrid sets the grid on page one where there is room for it.
func (d *document) frontGrid() {
	const note = 3
	h := h4.height() + float64(len(d.Focus))*gridRow + 2*fine.height() + note*fine.height() + 24
	if len(d.Days) == 0 || len(d.Days) > maxTold || d.y+h > d.end() {
		return
	}
	d.gap(3)
	d.subheading(marginX, d.content(), d.T("Day by day"))
	d.grids()
	d.gridShown = true
}

// grids set percent of the target for every day.
func (d *document) grids() {
	note := d.T("Percent of the target. Hatched: can't tell; the number counts only what is known, or is below an AI, which proves nothing.")
	if slices.ContainsFunc(d.Days, func(day report.Day) bool { return day.SetApart }) {
		note += " " + d.T("White: days that are not counted.")
	}
	if slices.ContainsFunc(d.Days, func(day report.Day) bool { return !day.Complete }) {
		note += " " + "* " + d.T("day not complete") + "."
	}
	d.para(marginX, d.content(), fine, note)
	for _, block := range blocks(d.Days) {
		d.grid(block)
	}
}

// blocks are the days in parts that fit side by side: all of them, or those of a month.
func blocks(days []report.Day) [][]report.Day {
	if len(days) <= maxTold {
		return [][]report.Day{days}
	}
	var all [][]report.Day
	month := ""
	for i := range days {
		m := days[i].Date[:min(len("2026-03"), len(days[i].Date))]
		if last := len(all) - 1; last >= 0 && m == month && len(all[last]) < maxTold {
			all[last] = append(all[last], days[i])
			continue
		}
		month = m
		all = append(all, []report.Day{days[i]})
	}
	return all
}

// grid sets percent of target for each nutrient and day.
func (d *document) grid(days []report.Day) {
	const widest, month = 52.0, maxTold
	d.gap(8)
	d.room(float64(len(d.Focus))*gridRow + 24)
	columns := len(days)
	if len(d.Days) > maxTold {
		columns = month // so that the days of every month stand below each other
	}
	w := min((d.content()-gridName)/float64(columns), widest)
	for i := range days {
		above, below := d.gridDay(&days[i], w > 20)
		x := marginX + gridName + w*(float64(i)+0.5)
		d.centred(x, d.y+fine.size, w, fine, above)
		d.centred(x, d.y+fine.size+fine.height(), w, fine, below)
	}
	if w <= 20 {
		when := days[0].Date
		d.clipped(marginX, d.y+fine.size+fine.height(), gridName-4, fine.bolder(), when[:min(len("2026-03"), len(when))], false)
	}
	d.y += 2*fine.height() + 3
	for _, key := range d.Focus {
		d.clipped(marginX, d.y+gridRow-4, gridName-4, small, d.NameOf(key), false)
		for i := range days {
			d.square(marginX+gridName+w*float64(i), w, &days[i], key)
		}
		d.y += gridRow
	}
}

// centred sets a line around x.
func (s *sheet) centred(x, y, w float64, st style, text string) {
	text = st.face().Clip(s.clean(text), st.size, w)
	s.put(x-st.face().Width(text, st.size)/2, y, st, text)
}

// gridDay is the name of a day, with a star where it isn't complete.
func (d *document) gridDay(day *report.Day, weekday bool) (above, below string) {
	star := ""
	if !day.Complete {
		star = "*"
	}
	when, err := time.Parse(time.DateOnly, day.Date)
	if err != nil {
		return "", day.Date
	}
	above = d.Weekday(day.Date)
	if _, size := utf8.DecodeRuneInString(above); !weekday {
		above = above[:size]
	}
	return above, strconv.Itoa(when.Day()) + star
}

// square is one nutrient of one day: its colour says the status, and so does its sign where there is room.
// A day that isn't counted has no ground.
func (d *document) square(x, w float64, day *report.Day, key string) {
	const space = 1.2
	inner, h := w-space, gridRow-space
	status, number := "", report.Dash
	if n := day.Nutrient(key); n != nil {
		status = n.Status
		if n.Percent != nil {
			number = strings.TrimSuffix(d.Percent(*n.Percent), "%")
		}
	}
	if len([]rune(number)) > 4 {
		number = ">999"
	}
	ground, letters := squareLook(status)
	if day.SetApart {
		ground, letters = chart.PaintOf("paper"), soft
	}
	d.fill(x, d.y, inner, h, ground.Fill)
	if status == report.StatusCannotTell && !day.SetApart {
		d.draw(0, 0, chart.Lines{Class: "hatch", Segments: chart.Hatch(x, d.y, inner, h, 3)})
	}
	st := style{7, false, letters}
	if inner < 18 {
		st.size = 5.5
	}
	middle := x + inner/2
	if inner >= 30 && chart.LookOf(status).Sign != "" {
		d.draw(x+inner/2-9, d.y+h/2, repaint(chart.Sign(status, 0, 0, 5), letters == white)...)
		middle += 5
	}
	d.centred(middle, d.y+h/2+st.size*0.36, inner, st, number)
}

// amounts is what was eaten of each nutrient on each day.
func (d *document) amounts() {
	const date, energy, why = 70.0, 40.0, 56.0
	each := (d.content() - date - energy - why) / float64(len(d.Focus))
	columns := []column{{title: d.T("date"), width: date}, {title: d.unitName(energyKey), width: energy, right: true}}
	for _, key := range d.Focus {
		columns = append(columns, column{title: d.unitName(key), width: each, right: true})
	}
	columns = append(columns, column{title: d.T("not counted"), width: why, lines: 2})
	d.gap(4)
	d.room(80)
	d.subheading(marginX, d.content(), d.T("Amounts of what is known"))
	t := table{d.sheet, columns, d.headFor(columns)}
	t.begin()
	for i := range d.Days {
		day := &d.Days[i]
		st := fine.in(ink)
		if day.SetApart {
			st = fine
		}
		row := []cell{{d.dayName(day.Date), st, ""}, {d.number(day.Energy), st, ""}}
		for _, key := range d.Focus {
			var v *float64
			if n := day.Nutrient(key); n != nil {
				v = n.Amount
			}
			row = append(row, cell{d.number(v), st, ""})
		}
		t.row(append(row, cell{d.leftOut(day), fine, ""})...)
	}
	t.done()
}

// leftOut is why a day looks as if something is missing, or what the person says of it.
func (d *document) leftOut(day *report.Day) string {
	if !day.SetApart && day.Partial == "" && day.Mark == "" {
		return ""
	}
	return join(", ", spaced(day.Mark), spaced(day.Partial))
}

func (d *document) number(v *float64) string {
	if v == nil {
		return report.Dash
	}
	return d.Number(*v)
}
