// Package tidy arranges a Summary as named tables of typed cells: what the voices that speak in rows and
// columns, CSV files and workbooks, have in common.
//
// Its rule: a column keeps its name and what it means for ever, and a cell that nobody knows is empty. Text is
// safe to show and no spreadsheet takes it for a formula. It refuses to format: how a number looks is the
// voice's.
package tidy

import (
	"slices"

	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/report"
)

// Kind says what a cell holds.
type Kind uint8

// The kinds of cells. The zero kind is an empty cell.
const (
	Unknown Kind = iota
	Text         // for people, often from the diary
	Code         // a word of the program, "possible_shortfall", which a voice may put into people's words
	Date         // "2026-03-02"
	Number       // an amount
	Count        // a whole number
	Percent      // a number where 100 is the whole
	Share        // a number where 1 is the whole
)

// Cell is one value of a table.
type Cell struct {
	Kind   Kind
	Text   string  // of a Text, a Code and a Date
	Number float64 // of the others
	Status string  // the status that a figure has, where it has one of its own: a voice may mark it
}

// Column is what the cells below it are.
type Column struct {
	Name   string // for programs: snake case, the unit last
	Title  string // for people
	Detail bool   // among the last columns of a wide table, beyond what a sheet of paper holds
}

// Table is one table. Every row has a cell for each column.
type Table struct {
	Name    string // "days"
	Title   string
	Columns []Column
	Rows    [][]Cell
}

// makers are the tables in the order in which they are listed.
var makers = []struct {
	name string
	make func(*report.Summary) Table
}{
	{"days", days},
	{"days_wide", daysWide},
	{"nutrients", nutrients},
	{"foods", foods},
	{"log", logged},
	{"symptoms", symptoms},
	{"unmatched", unmatched},
	{"method", method},
}

// Names are the names of all tables.
func Names() []string {
	var names []string
	for _, m := range makers {
		names = append(names, m.name)
	}
	return names
}

// Of makes the table of a name. There is none of another name than those of [Names].
func Of(s *report.Summary, name string) (Table, bool) {
	for _, m := range makers {
		if m.name == name {
			t := m.make(s.Visible())
			t.Name = name
			return t, true
		}
	}
	return Table{}, false
}

// All makes every table.
func All(s *report.Summary) []Table {
	s = s.Visible()
	var all []Table
	for _, m := range makers {
		t := m.make(s)
		t.Name = m.name
		all = append(all, t)
	}
	return all
}

// field is a column and what it says of each thing that has a row.
type field[T any] struct {
	Column
	cell func(*T) Cell
}

// tabulate makes a row of every thing. Titles are put into the language of the Summary.
func tabulate[T any](s *report.Summary, title string, fields []field[T], things []T) Table {
	l := lang.Of(s.Language)
	t := Table{Title: l.T(title)}
	for _, f := range fields {
		t.Columns = append(t.Columns, Column{Name: report.Inert(f.Name), Title: report.Inert(l.T(f.Title)), Detail: f.Detail})
	}
	for i := range things {
		row := make([]Cell, len(fields))
		for j, f := range fields {
			row[j] = f.cell(&things[i])
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// Without is the table without the column of a name.
func (t Table) Without(name string) *Table {
	return t.only(func(column int) bool { return t.Columns[column].Name != name })
}

// Dense is the table without the columns whose cells are all empty; one without rows keeps them.
func (t Table) Dense() *Table {
	return t.only(func(column int) bool {
		return len(t.Rows) == 0 || slices.ContainsFunc(t.Rows, func(row []Cell) bool { return row[column].Kind != Unknown })
	})
}

// only is the table with some of its columns.
func (t Table) only(keep func(column int) bool) *Table {
	var kept []int
	for i := range t.Columns {
		if keep(i) {
			kept = append(kept, i)
		}
	}
	of := Table{Name: t.Name, Title: t.Title}
	for _, i := range kept {
		of.Columns = append(of.Columns, t.Columns[i])
	}
	for _, row := range t.Rows {
		cells := make([]Cell, len(kept))
		for j, i := range kept {
			cells[j] = row[i]
		}
		of.Rows = append(of.Rows, cells)
	}
	return &of
}
