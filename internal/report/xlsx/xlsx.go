// Package xlsx writes a Summary as a workbook: page one as a dietitian reads it, and a sheet for each table.
//
// Its rule: numbers are numbers, dates are dates, and a cell that nobody knows is empty. Text is never a formula
// or a link, and the same Summary gives the same bytes. It refuses to decide: order, verdicts and sentences are
// the Summary's.
package xlsx

import (
	"io"

	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/tidy"
)

// Options is how the workbook is written; there is nothing to choose yet.
type Options struct{}

// sheets are the tables of the workbook in the order of their tabs.
var sheets = []sheetPlan{
	{table: "days_wide", columns: 1},
	{table: "nutrients", columns: 1, without: "nutrient"},
	{table: "foods", columns: 1},
	{table: "log"},
	{table: "symptoms", dense: true},
	{table: "unmatched"},
	{table: "method"},
}

// sheetPlan is how a table becomes a sheet.
type sheetPlan struct {
	table   string
	columns int    // that stay in view
	without string // a column for programs, which people don't miss
	dense   bool   // leave out columns of which nothing is known
}

// Write writes s. The only errors are those of w, and of the disk where a long diary doesn't fit into memory.
func Write(w io.Writer, s *report.Summary, _ Options) error {
	s = s.Visible()
	b := newBook(s)
	defer b.file.Close()
	all := map[string]tidy.Table{}
	for _, t := range tidy.All(s) {
		all[t.Name] = t
	}
	tables := make([]*tidy.Table, len(sheets))
	for i, plan := range sheets {
		tables[i] = all[plan.table].Without(plan.without)
		if plan.dense {
			tables[i] = tables[i].Dense()
		}
	}
	b.addSheet(b.lang.T("Summary"))
	for _, t := range tables {
		b.addSheet(t.Title)
	}
	b.pageOne(tables[0])
	for i, t := range tables {
		b.table(t, sheets[i].columns)
	}
	return b.write(w)
}
