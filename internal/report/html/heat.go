package html

import (
	"strings"

	"github.com/nutrigap/nutrigap/internal/report"
)

// Until so many days a chart has a word about each, and so many fit with numbers on a phone, with numbers
// on a desk.
const (
	fewDays  = 8
	manyDays = 21
	maxTold  = 31
)

// Density is the class of charts by the number of days.
func (p *page) Density() string {
	switch n := len(p.Days); {
	case n <= fewDays:
		return "few"
	case n <= manyDays:
		return "many"
	case n <= maxTold:
		return "month"
	default:
		return "dense"
	}
}

// Told reports whether there are few enough days for a word about each.
func (p *page) Told() bool { return len(p.Days) <= maxTold }

// heatRow is one nutrient over the days.
type heatRow struct {
	Index       int // in the grid
	Name, Label string
	Cells       []cell
	Mean        cell
	Known       string
}

// Heat are the rows of the grid.
func (p *page) Heat() []heatRow {
	var rows []heatRow
	for i, key := range p.Focus {
		row := heatRow{Index: i, Name: p.NameOf(key), Label: p.NameOf(key), Known: report.Dash, Mean: cell{Number: report.Dash}}
		if n := p.Nutrient(key); n != nil {
			row.Mean = cell{look: p.lookOf(n.Status), Number: p.PercentOrDash(n.Percent)}
			row.Known = p.Fraction(n.Coverage)
			row.Label = join(", ", row.Name, p.T("mean")+" "+p.PercentOrDash(n.Percent), row.Mean.Name, p.T("known")+" "+row.Known)
		}
		for i := range p.Days {
			row.Cells = append(row.Cells, p.cell(i, key))
		}
		rows = append(rows, row)
	}
	return rows
}

// cell is one nutrient on one day.
type cell struct {
	look
	X, Middle, Width string
	Number, Title    string
	figure           string // of Number, without the sign
}

// cell is the nutrient on day i, at its place among all days.
func (p *page) cell(i int, key string) cell {
	day, days := &p.Days[i], float64(len(p.Days))
	c := cell{
		look:   p.lookOf(""),
		X:      across(float64(i) / days),
		Middle: across((float64(i) + 0.5) / days),
		Width:  across(1 / days),
		Number: report.Dash,
		figure: report.Dash,
	}
	if n := day.Nutrient(key); n != nil {
		c.look = p.lookOf(n.Status)
		if n.Percent != nil {
			c.Number, c.figure = p.Percent(*n.Percent), p.PercentFigure(*n.Percent)
		}
		if p.Told() {
			c.Title = join(", ", p.dayName(day.Date), p.NameOf(key), p.AmountOrDash(key, n.Amount), c.Number, c.Name,
				p.Tf("known for %s of the energy", p.Fraction(n.Coverage)))
		}
	}
	return c
}

// Brief is the number without its unit, in at most four characters so that it fits into a cell.
func (c cell) Brief() string {
	if len(c.figure) > 4 {
		return ">999"
	}
	return c.figure
}

// Unit is the percent sign that belongs to a known number.
func (c cell) Unit() string { return strings.TrimPrefix(c.Number, c.figure) }

// tableRow is one day of the grid in words.
type tableRow struct {
	Date  string
	Cells []cell
}

// Table is the grid with one line a day.
func (p *page) Table() []tableRow {
	rows := make([]tableRow, len(p.Days))
	for i := range p.Days {
		rows[i].Date = p.dayName(p.Days[i].Date)
		for _, key := range p.Focus {
			rows[i].Cells = append(rows[i].Cells, p.cell(i, key))
		}
	}
	return rows
}

// dayName is "Mon 2026-03-02", or the date as it stands.
func (p *page) dayName(date string) string { return join(" ", p.Weekday(date), p.Date(date)) }
