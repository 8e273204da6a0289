package md

import (
	"strings"

	"github.com/clipperhouse/displaywidth"

	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/report"
)

// column is one column of the table.
type column struct {
	title string
	right bool
	cell  func(*lang.Language, *report.Nutrient) string
}

var columns = []column{
	{lang.Mark("Nutrient"), false, func(_ *lang.Language, n *report.Nutrient) string { return n.Name }},
	{lang.Mark("Mean a day"), true, func(l *lang.Language, n *report.Nutrient) string { return amount(l, n, n.Mean) }},
	{lang.Mark("Lowest day"), true, func(l *lang.Language, n *report.Nutrient) string { return amount(l, n, n.Low) }},
	{lang.Mark("Highest day"), true, func(l *lang.Language, n *report.Nutrient) string { return amount(l, n, n.High) }},
	{lang.Mark("EAR"), true, func(l *lang.Language, n *report.Nutrient) string { return amount(l, n, n.EAR) }},
	{lang.Mark("Target"), true, func(l *lang.Language, n *report.Nutrient) string { return named(l, n, n.TargetKind, n.Target) }},
	{lang.Mark("Limit"), true, func(l *lang.Language, n *report.Nutrient) string {
		v, kind := n.Limit()
		return named(l, n, kind, v)
	}},
	{lang.Mark("Of target"), true, func(l *lang.Language, n *report.Nutrient) string {
		if n.Percent == nil {
			return report.Dash
		}
		return l.Percent(*n.Percent)
	}},
	{lang.Mark("Verdict"), false, func(l *lang.Language, n *report.Nutrient) string {
		return strings.TrimSpace(report.StatusSign(n.Status) + " " + report.StatusWords(l, n.Status))
	}},
	{lang.Mark("Sure"), true, func(l *lang.Language, n *report.Nutrient) string { return n.Sure(l) }},
	{lang.Mark("Known"), true, func(l *lang.Language, n *report.Nutrient) string { return l.Fraction(n.Coverage) }},
}

// amount is an intake or a reference value; a dash where there is none.
func amount(l *lang.Language, n *report.Nutrient, v *float64) string {
	if v == nil {
		return report.Dash
	}
	return l.Amount(n.Key, *v)
}

// named is a reference value with what it is called.
func named(l *lang.Language, n *report.Nutrient, kind string, v *float64) string {
	return strings.TrimSpace(kind + " " + amount(l, n, v))
}

// nutrients is the table of what the report is about, in columns that line up as they are.
func (p *page) nutrients() {
	listed := p.InFocus()
	if len(listed) == 0 {
		return
	}
	rows := [][]string{make([]string, len(columns))}
	for i, c := range columns {
		rows[0][i] = p.lang.T(c.title)
	}
	for _, n := range listed {
		cells := make([]string, len(columns))
		for i, c := range columns {
			cells[i] = escape(c.cell(p.lang, n))
		}
		rows = append(rows, cells)
	}
	p.line(strings.Join(table(rows), "\n"))
	p.line(p.lang.T("Known is the share of the energy eaten whose foods have a value. " +
		"Where it can't be told, a figure counts only what is known, or is below an AI, which proves nothing."))
}

// table lays out rows below their heading as GitHub reads it.
func table(rows [][]string) []string {
	widths := make([]int, len(columns))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], min(widest, displaywidth.String(cell)))
		}
	}
	var all []string
	for i, row := range rows {
		cells := make([]string, len(row))
		for j, cell := range row {
			cells[j] = pad(cell, widths[j], columns[j].right)
		}
		all = append(all, "| "+strings.Join(cells, " | ")+" |")
		if i == 0 {
			all = append(all, rule(widths))
		}
	}
	return all
}

// widest is how many characters of a cell line up; a longer one moves what is right of it.
const widest = 40

func pad(s string, width int, right bool) string {
	spaces := strings.Repeat(" ", max(0, width-displaywidth.String(s)))
	if right {
		return spaces + s
	}
	return s + spaces
}

// rule is the line below the heading, which says where numbers are right.
func rule(widths []int) string {
	cells := make([]string, len(widths))
	for i, width := range widths {
		cells[i] = strings.Repeat("-", max(width, 3))
		if columns[i].right {
			cells[i] = cells[i][1:] + ":"
		}
	}
	return "| " + strings.Join(cells, " | ") + " |"
}
