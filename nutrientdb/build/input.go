package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// input is the folder of source tables, and remembers what was read from it.
type input struct {
	dir   string
	files []file
}

// file is one source table as it was read, or the database as it was written.
type file struct {
	Name    string `json:"file"`
	Edition string `json:"edition,omitempty"`
	Bytes   int    `json:"bytes"`
	SHA256  string `json:"sha256"`
}

func newFile(name string, content []byte) file {
	sum := sha256.Sum256(content)
	return file{Name: name, Bytes: len(content), SHA256: hex.EncodeToString(sum[:])}
}

// each calls use for every row of a CSV file with a header, and stops at the first row with an error.
func (in *input) each(edition, name string, use func(*row)) error {
	content, err := os.ReadFile(filepath.Join(in.dir, name))
	if err != nil {
		return err
	}
	f := newFile(name, content)
	f.Edition = edition
	in.files = append(in.files, f)
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(content, []byte("\uFEFF"))))
	r.ReuseRecord = true
	header, err := r.Read()
	if err != nil {
		return fmt.Errorf("%s: reading the header: %w", name, err)
	}
	columns := make(map[string]int, len(header))
	for i, h := range header {
		columns[h] = i
	}
	row := row{columns: columns}
	for {
		row.cells, err = r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if use(&row); row.err != nil {
			line, _ := r.FieldPos(0)
			return fmt.Errorf("%s:%d: %w", name, line, row.err)
		}
	}
}

// row is one row of a source table. It keeps the first error, so that a reader may take its cells one after
// another and leave the check to [input.each].
type row struct {
	columns map[string]int
	cells   []string
	err     error
}

func (r *row) fail(format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf(format, args...)
	}
}

// text is the cell of a column, without the blanks around it and with single blanks inside.
func (r *row) text(column string) string {
	i, ok := r.columns[column]
	if !ok {
		r.fail("no column %q", column)
		return ""
	}
	return strings.Join(strings.Fields(r.cells[i]), " ")
}

// quantity is a cell's number; a blank cell is unknown, not zero.
func (r *row) quantity(column string) nutrient.Quantity {
	cell := r.text(column)
	if cell == "" {
		return nutrient.Quantity{}
	}
	v, err := strconv.ParseFloat(cell, 64)
	if err != nil || v < 0 || math.IsNaN(v) || math.IsInf(v, 0) {
		r.fail("%s: %q is not an amount", column, cell)
	}
	return nutrient.Of(v)
}

// whole is a cell that must hold a whole number, 0 or above.
func (r *row) whole(column string) int64 {
	cell := r.text(column)
	n, err := strconv.ParseInt(cell, 10, 64)
	if err != nil || n < 0 {
		r.fail("%s: %q is not a whole number", column, cell)
	}
	return n
}

// amounts are the nutrients of a row; a nutrient without a column in this source is not recorded.
func (r *row) amounts(columns *[nutrient.Count]string) (a nutrient.Amounts) {
	for id, column := range columns {
		if column == "" {
			a[id].State = nutrient.NotRecorded
			continue
		}
		a[id] = r.quantity(column)
	}
	return a
}
