package xlsx

import (
	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/tidy"
)

// frontColumn is a column of the table on page one.
type frontColumn struct {
	title string
	width float64
	cell  func(*report.Nutrient) tidy.Cell
}

var frontColumns = []frontColumn{
	{lang.Mark("Nutrient"), 22, func(n *report.Nutrient) tidy.Cell { return word(tidy.Text, n.Name, "") }},
	{lang.Mark("Unit"), 7, func(n *report.Nutrient) tidy.Cell { return word(tidy.Code, n.Unit, "") }},
	{lang.Mark("Mean a day"), 11, func(n *report.Nutrient) tidy.Cell { return figure(tidy.Number, n.Mean) }},
	{lang.Mark("Lowest day"), 11, func(n *report.Nutrient) tidy.Cell { return figure(tidy.Number, n.Low) }},
	{lang.Mark("Highest day"), 11, func(n *report.Nutrient) tidy.Cell { return figure(tidy.Number, n.High) }},
	{lang.Mark("Average requirement (EAR)"), 13, func(n *report.Nutrient) tidy.Cell { return figure(tidy.Number, n.EAR) }},
	{lang.Mark("Target"), 11, func(n *report.Nutrient) tidy.Cell { return figure(tidy.Number, n.Target) }},
	{lang.Mark("Its kind"), 8, func(n *report.Nutrient) tidy.Cell {
		return word(tidy.Text, n.TargetKind, "")
	}},
	{lang.Mark("Of target"), 10, func(n *report.Nutrient) tidy.Cell {
		cell := figure(tidy.Percent, n.Percent)
		cell.Status = n.Status
		return cell
	}},
	{lang.Mark("Limit"), 11, func(n *report.Nutrient) tidy.Cell {
		v, _ := n.Limit()
		return figure(tidy.Number, v)
	}},
	{lang.Mark("Its kind"), 8, func(n *report.Nutrient) tidy.Cell {
		_, kind := n.Limit()
		return word(tidy.Text, kind, "")
	}},
	{lang.Mark("Verdict"), 20, func(n *report.Nutrient) tidy.Cell { return word(tidy.Code, n.Status, n.Status) }},
	{lang.Mark("Sure"), 11, func(n *report.Nutrient) tidy.Cell { return figure(tidy.Share, n.Certainty()) }},
	{lang.Mark("Known"), 10, func(n *report.Nutrient) tidy.Cell { return figure(tidy.Share, &n.Coverage) }},
	{lang.Mark("Days below target"), 13, func(n *report.Nutrient) tidy.Cell {
		below := float64(n.DaysBelow)
		return figure(tidy.Count, &below)
	}},
}

// percentColumn is the place of "of target" among frontColumns, from 1, for the chart.
const percentColumn = 9

// figure is a number of the Summary; what is not known is an empty cell.
func figure(kind tidy.Kind, v *float64) tidy.Cell {
	if v == nil || *v-*v != 0 {
		return tidy.Cell{}
	}
	return tidy.Cell{Kind: kind, Number: *v}
}

// word is a text of the Summary, and an empty cell for none.
func word(kind tidy.Kind, text, status string) tidy.Cell {
	if text == "" {
		return tidy.Cell{}
	}
	return tidy.Cell{Kind: kind, Text: report.Inert(text), Status: status}
}

// pageOne is what a professional with ten minutes reads, then the charts.
func (b *book) pageOne(days *tidy.Table) {
	widths := make([]float64, len(frontColumns))
	for i, c := range frontColumns {
		widths[i] = c.width
	}
	s := b.begin(b.lang.T("Summary"), widths, 0, 0)
	s.para(look{bold: true, size: 16}, b.Title(b.lang))
	s.list(b.lang.T("Before everything else"), b.Urgent())
	s.facts()
	for _, warning := range b.Warnings {
		s.para(look{color: alarmColor, wrap: true}, "! "+warning)
	}
	s.put(6)
	first, listed := s.nutrients()
	s.para(look{bold: true, wrap: true}, b.AdviceWithheld)
	var felt []string
	for i := range b.OwnSymptoms {
		felt = append(felt, b.OwnSymptoms[i].Sentence(b.lang))
	}
	s.list(b.lang.T("Your symptoms"), felt)
	s.list(b.lang.T("Questions for the visit"), b.Questions)
	s.list(b.lang.T("How this was made"), b.Method())
	s.put(6)
	s.para(look{bold: true, wrap: true}, b.Disclaimer)
	s.charts(first, listed, days)
	s.end()
}

// para is a text across the whole sheet.
func (s *sheet) para(l look, text string) {
	s.across(1, l, text)
}

// across writes a text from a column to the last one, as high as it needs. Cells to its left come before it.
func (s *sheet) across(column int, l look, text string, left ...any) {
	if text == "" {
		return
	}
	var width float64
	for _, w := range s.widths[column-1:] {
		width += w
	}
	high := lineHigh
	if l.size > 0 {
		high = l.size * 1.4
	}
	s.put(high*float64(min(lines(text, width*0.95), mostLines)), append(left, s.styled(l, report.Inert(text)))...)
	if s.err == nil {
		s.try(s.stream.MergeCell(cellName(column, s.row), cellName(len(s.widths), s.row)))
	}
}

// facts are who was judged, by what, and how much there is to judge by.
func (s *sheet) facts() {
	l := s.lang
	person := s.Person.Sentence(l)
	if person == "" {
		person = l.T("not described")
	}
	assumed := ""
	if n := len(s.Person.Assumed) + len(s.Person.Adjusted); n > 0 {
		assumed = l.N("%d thing about this person, on the sheet %s", "%d things about this person, on the sheet %s", n, l.T("Method"))
	}
	for _, fact := range [][2]string{
		{l.T("Person"), person}, {l.T("Reference"), s.Authority}, {l.T("Days"), s.Period.Sentence(l)},
		{l.T("Rows"), s.Rows.Sentence(l)}, {l.T("Assumed"), assumed}, {l.T("Found"), s.Found(l)},
	} {
		s.across(2, look{wrap: true}, fact[1], s.styled(look{color: faintColor}, fact[0]))
	}
}

// list is a heading with sentences below it, or nothing where there are none.
func (s *sheet) list(title string, sentences []string) {
	if len(sentences) == 0 {
		return
	}
	s.put(6)
	s.para(look{bold: true}, title)
	for _, sentence := range sentences {
		s.para(look{wrap: true}, sentence)
	}
}

// nutrients is the table of what the report is about. It returns its first row and the nutrients that have one.
func (s *sheet) nutrients() (first int, listed []*report.Nutrient) {
	listed = s.InFocus()
	if len(listed) == 0 {
		return 0, nil
	}
	var t tidy.Table
	for _, n := range listed {
		var row []tidy.Cell
		for _, c := range frontColumns {
			row = append(row, c.cell(n))
		}
		t.Rows = append(t.Rows, row)
	}
	titles, right := make([]string, len(frontColumns)), make([]bool, len(frontColumns))
	for i, c := range frontColumns {
		titles[i], right[i] = s.lang.T(c.title), numeric(&t, i)
	}
	s.head(titles, right)
	first = s.row + 1
	for _, row := range t.Rows {
		s.cells(row)
	}
	s.para(look{color: faintColor, wrap: true}, s.lang.T("Known is the share of the energy eaten whose foods have a value. "+
		"Where it can't be told, a figure counts only what is known, or is below an AI, which proves nothing."))
	return first, listed
}

// breakPage begins a new page on paper.
func (s *sheet) breakPage() {
	s.try(s.file.InsertPageBreak(s.name, cellName(1, s.row+1)))
}
