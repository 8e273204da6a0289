package xlsx

import (
	"math"
	"strings"
	"time"

	"github.com/clipperhouse/displaywidth"
	"github.com/xuri/excelize/v2"

	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/tidy"
)

// How wide columns are, in characters.
const (
	narrowest = 6
	widest    = 48
	widestFar = 90 // of the detail, beyond the paper
	margin    = 3  // for what a font adds, and the arrow of a filter
	lineHigh  = 15.0
	mostLines = 8 // of one row; the rest is in the cell all the same
)

// table writes a table on its sheet: a heading that stays in view, with filters, and a row for each of its rows.
func (b *book) table(t *tidy.Table, columns int) {
	s := b.begin(t.Title, b.fit(t), 1, columns)
	titles := make([]string, len(t.Columns))
	right := make([]bool, len(t.Columns))
	for i, c := range t.Columns {
		titles[i], right[i] = c.Title, numeric(t, i)
	}
	s.head(titles, right)
	for _, row := range t.Rows {
		s.cells(row)
	}
	if len(t.Rows) == 0 {
		s.put(0, b.styled(look{color: faintColor}, b.empty(t)))
	}
	last := cellName(len(t.Columns), max(s.row, 2))
	b.try(b.file.AutoFilter(t.Title, "A1:"+last, nil))
	b.printed(t, s.row)
	s.end()
}

// head writes the headings of a table, right above numbers.
func (s *sheet) head(titles []string, right []bool) {
	cells := make([]any, len(titles))
	high := 1
	for i, title := range titles {
		l := look{bold: true, fill: headColor, wrap: true, ruled: true, indent: !right[i]}
		if right[i] {
			l.side = "right"
		}
		cells[i] = s.styled(l, title)
		high = max(high, lines(title, s.widths[i]))
	}
	s.put(float64(min(high, mostLines))*lineHigh, cells...)
}

// cells writes a row, as high as its longest text.
func (s *sheet) cells(row []tidy.Cell) {
	cells := make([]any, len(row))
	high := 1
	for i := range row {
		if cells[i] = s.cell(&row[i]); row[i].Kind == tidy.Text {
			high = max(high, lines(row[i].Text, s.widths[i]))
		}
	}
	s.put(float64(min(high, mostLines))*lineHigh, cells...)
}

// numeric reports whether the cells of a column are numbers.
func numeric(t *tidy.Table, column int) bool {
	for _, row := range t.Rows {
		switch row[column].Kind {
		case tidy.Unknown:
		case tidy.Number, tidy.Count, tidy.Percent, tidy.Share:
			return true
		default:
			return false
		}
	}
	return false
}

// empty says why a table has no rows.
func (b *book) empty(t *tidy.Table) string {
	if t.Name == "log" && b.Period.DaysLogged > 0 {
		return b.lang.T("This report was made without the diary row by row.")
	}
	return b.lang.T("None")
}

// printed repeats the heading on every page and keeps the detail of a wide table off the paper.
func (b *book) printed(t *tidy.Table, rows int) {
	b.try(b.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", RefersTo: "'" + t.Title + "'!$1:$1", Scope: t.Title,
	}))
	onPaper := 0
	for i, c := range t.Columns {
		if !c.Detail {
			onPaper = i + 1
		}
	}
	if onPaper == 0 || onPaper == len(t.Columns) {
		return
	}
	last, err := excelize.CoordinatesToCellName(onPaper, rows, true)
	b.try(err)
	b.try(b.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Area", RefersTo: "'" + t.Title + "'!$A$1:" + last, Scope: t.Title,
	}))
}

// fit finds a width for each column: that of its longest cell, within reason, and of no word of its heading less.
func (b *book) fit(t *tidy.Table) []float64 {
	widths := make([]float64, len(t.Columns))
	for i, c := range t.Columns {
		width, widest := narrowest, widest
		if c.Detail {
			widest = widestFar
		}
		for _, word := range strings.Fields(c.Title) {
			width = max(width, min(widest, displaywidth.String(word)))
		}
		for _, row := range t.Rows {
			if width >= widest {
				break
			}
			width = max(width, min(widest, b.wide(&row[i])))
		}
		widths[i] = float64(width + margin)
	}
	return widths
}

// wide is how many characters a cell takes.
func (b *book) wide(c *tidy.Cell) int {
	switch c.Kind {
	case tidy.Text:
		return displaywidth.String(c.Text)
	case tidy.Code:
		return displaywidth.String(b.spoken(c))
	case tidy.Unknown:
		return 0
	case tidy.Number, tidy.Count:
		return max(narrowest, 4+int(math.Log10(1+math.Abs(c.Number))*4/3)) // commas between thousands
	default:
		return 10
	}
}

// cell is a cell of a table as a value with a style; nil for what nobody knows.
func (b *book) cell(c *tidy.Cell) any {
	switch c.Kind {
	case tidy.Unknown:
		return nil
	case tidy.Text:
		return b.styled(look{wrap: true, indent: true}, c.Text)
	case tidy.Code:
		return b.styled(look{fill: tint(c.Status), indent: true}, b.spoken(c))
	case tidy.Date:
		return b.date(c.Text)
	case tidy.Count:
		return b.styled(look{format: countFormat}, c.Number)
	case tidy.Percent:
		return b.styled(look{format: shareFormat(c.Number/100, report.StatusSign(c.Status)), fill: tint(c.Status)}, c.Number/100)
	case tidy.Share:
		return b.styled(look{format: shareFormat(c.Number, "")}, c.Number)
	default:
		return b.styled(look{format: amountFormatOf(c.Number)}, c.Number)
	}
}

// date is a date for calculating with. Excel knows none before 1900, which stays text.
func (b *book) date(iso string) any {
	when, err := time.Parse(time.DateOnly, iso)
	if err != nil || when.Year() <= 1900 {
		return b.styled(look{indent: true}, iso)
	}
	return b.styled(look{format: b.dates, indent: true}, when)
}

// lines is how many lines a text takes in a width, in characters, broken between words.
func lines(text string, width float64) int {
	n, used := 1, 0.0
	for _, word := range strings.Fields(text) {
		w := float64(displaywidth.String(word))
		if used > 0 && used+1+w > width {
			n++
			used = 0
		}
		if used > 0 {
			used++
		}
		used += w
		for used > width && width >= 1 {
			n++
			used -= width
		}
	}
	return n
}
