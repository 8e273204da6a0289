package table

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/nutrigap/nutrigap/internal/diary"
)

// Rows reads a file that is no single table, row by row.
type Rows struct {
	file    *File
	records *records
}

// Rows reads the rows behind the headings. They may have any number of cells.
func (f *File) Rows() (*Rows, error) {
	r := &Rows{f, f.records}
	if err := r.records.begin(f.at); err != nil && err != io.EOF {
		return nil, fmt.Errorf("%s: %w", f.Name, err)
	}
	r.records.width, r.records.csv.FieldsPerRecord = 0, -1
	return r, nil
}

// Next returns the cells of the next row, or the record that stands for a line without cells, or
// [io.EOF]. Each call is one line of the file and has to become one record, whose position is Pos. The
// cells are valid until the next call and as the file has them, since an indent may mean something:
// [Clean] them.
func (r *Rows) Next() ([]string, diary.Record, error) {
	cells, problem, err := r.records.next()
	if err != nil && err != io.EOF {
		err = fmt.Errorf("%s: reading line %d: %w", r.file.Name, r.records.lines.number+1, err)
	}
	return cells, problem, err
}

// Pos is where the last row stands.
func (r *Rows) Pos() diary.Pos { return r.records.pos() }

// Glued parts a cell that holds its own unit, "28g", "3,436mg", "--g" or "0 ml". Either part may be empty.
func Glued(cell string) (number, unit string) {
	cell = Clean(cell)
	if Empty(cell) {
		return cell, ""
	}
	unit = cell
	for i, r := range cell {
		if !unicode.IsLetter(r) && r != '%' && r != ' ' {
			unit = cell[i+utf8.RuneLen(r):]
		}
	}
	return strings.TrimSpace(cell[:len(cell)-len(unit)]), strings.TrimSpace(unit)
}
