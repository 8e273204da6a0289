package table

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"strings"

	"github.com/nutrigap/nutrigap/internal/diary"
)

// records reads the records of a file as text. A record that is broken costs its first line only.
type records struct {
	name  string
	lines lines
	csv   *csv.Reader
	cells []string // of the current record
	width int      // the number of headings

	sheet  bool     // rows may be shorter or longer than the headings
	padded []string // holds the cells of a row that was shorter
}

func newRecords(name string, r *bufio.Reader, end byte, delimiter rune) *records {
	rs := &records{name: name, lines: lines{r: r, end: end}}
	rs.csv = csv.NewReader(&rs.lines)
	rs.csv.Comma = delimiter
	rs.csv.FieldsPerRecord = -1 // until the headings are read
	rs.csv.LazyQuotes = true    // `12" pizza` is a food, not an error
	rs.csv.ReuseRecord = true
	return rs
}

// next returns the cells of the next record, valid until the following call, or the record that stands
// for a line without food, or an error that ends the file.
func (r *records) next() ([]string, diary.Record, error) {
	r.lines.begin()
	cells, err := r.read()
	switch {
	case err == errUnclosed:
		return nil, r.unclosed(), nil
	case err == errTooLong:
		return nil, r.refuse(fmt.Sprintf("the line is longer than %d kB", bufferSize>>10), ""), nil
	case err != nil && !errors.Is(err, csv.ErrFieldCount): // With LazyQuotes, encoding/csv complains of nothing else.
		return nil, nil, err
	case r.swallowed(cells):
		return nil, r.unclosed(), nil
	case blank(cells):
		return nil, &diary.Skipped{Pos: r.pos(), Reason: "blank row"}, nil
	case err != nil && (r.sheet || len(cells) > r.width && blank(cells[r.width:])):
		return r.fit(cells), nil, nil
	case err != nil:
		return nil, r.refuse(fmt.Sprintf("the row has %d cells, the headings are %d", len(cells), r.width),
			"a text that holds the separator needs double quotes around it"), nil
	}
	return cells, nil, nil
}

// read reads one record. Nearly all take one line, and are cut here at a tenth of the cost; encoding/csv
// reads those of several lines. It takes one line at a time, so that nothing is left in it between records.
func (r *records) read() ([]string, error) {
	if err := r.lines.advance(); err != nil {
		return nil, err
	}
	cells, ok := split(r.cells[:0], r.lines.whole(), byte(r.csv.Comma))
	r.cells = cells
	if !ok && !r.lines.closable(byte(r.csv.Comma)) {
		return nil, errUnclosed
	}
	if !ok {
		return r.csv.Read()
	}
	r.lines.rest = nil
	if n := r.csv.FieldsPerRecord; n > 0 && len(cells) != n {
		return cells, csv.ErrFieldCount
	}
	return cells, nil
}

// fit gives a row as many cells as there are headings. Cells without a heading are of no column.
func (r *records) fit(cells []string) []string {
	r.padded = append(r.padded[:0], cells...)
	for len(r.padded) < r.width {
		r.padded = append(r.padded, "")
	}
	return r.padded[:r.width]
}

// swallowed reports whether a record of several lines is a stray quote that the next quote in the file
// closed: the number of its cells is wrong, or one of the lines behind its first begins with a date and
// has separators enough to be a row.
func (r *records) swallowed(cells []string) bool {
	if len(r.lines.tail) == 0 || r.width == 0 {
		return false
	}
	if len(cells) != r.width {
		return true
	}
	separator := string(r.csv.Comma)
	for _, line := range r.lines.tail {
		text := string(line.text)
		first, _, _ := strings.Cut(text, separator)
		_, _, err := parseDate(strings.Trim(Clean(first), `"`), DayFirst)
		if err == nil && strings.Count(text, separator) >= r.width-1 {
			return true
		}
	}
	return false
}

// unclosed refuses the first line of a record, where a quote opens, and gives back the lines behind it.
func (r *records) unclosed() *diary.SyntaxError {
	r.lines.takeBack()
	return r.refuse(`the quote (") that opens here is not closed`,
		"close the quote, or leave it out; a quote inside a quoted text is written twice")
}

// begin reads over the rows above the headings, of which there are above, and the headings. All other
// records must have as many cells.
func (r *records) begin(above int) error {
	for {
		cells, problem, err := r.next()
		if err != nil {
			return err
		}
		if _, skipped := problem.(*diary.Skipped); skipped {
			continue
		}
		if above == 0 {
			r.width = len(cells)
			r.csv.FieldsPerRecord = len(cells)
			return nil
		}
		above--
	}
}

func (r *records) pos() diary.Pos { return diary.Pos{File: r.name, Line: r.lines.first} }

func (r *records) refuse(reason, hint string) *diary.SyntaxError {
	return &diary.SyntaxError{Pos: r.pos(), Reason: reason, Hint: hint}
}

func blank(cells []string) bool {
	for _, cell := range cells {
		if cell != "" && (cell[0] > ' ' && cell[0] <= '~' || Clean(cell) != "") {
			return false
		}
	}
	return true
}
