package pantry

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/nutrigap/nutrigap/internal/diary"
)

// table reads a CSV file with headings, row by row.
type table struct {
	file     string
	in       *csv.Reader
	headings []string // as the file spells them
}

// openTable reads the headings. Spreadsheets in half of the world part cells by semicolons.
func openTable(file string, r io.Reader) (*table, error) {
	b := bufio.NewReaderSize(r, 16<<10)
	if head, _ := b.Peek(3); string(head) == "\ufeff" {
		b.Discard(3)
	}
	t := &table{file: file, in: csv.NewReader(b)}
	first, _ := b.Peek(4 << 10)
	first, _, _ = bytes.Cut(first, []byte("\n"))
	if bytes.Count(first, []byte(";")) > bytes.Count(first, []byte(",")) {
		t.in.Comma = ';'
	}
	t.in.LazyQuotes = true
	t.in.TrimLeadingSpace = true
	headings, err := t.in.Read()
	if errors.Is(err, io.EOF) {
		return nil, &diary.FileError{File: file, Reason: "is empty", Advice: "its first line names the columns"}
	}
	if err != nil {
		return nil, fmt.Errorf("%s: reading the headings: %w", file, err)
	}
	t.headings = headings
	return t, nil
}

// column is the place of the column with one of these names, or -1.
func (t *table) column(names ...string) int {
	return slices.IndexFunc(t.headings, func(h string) bool {
		return slices.Contains(names, strings.ReplaceAll(strings.ToLower(strings.TrimSpace(h)), " ", "_"))
	})
}

// without is the complaint about a file that lacks a column.
func (t *table) without(name string) error {
	return &diary.FileError{
		File: t.file, Reason: fmt.Sprintf("has no column %q", name),
		Advice: fmt.Sprintf("its columns are %q", t.headings),
	}
}

// each hands every row to use; what can't be read goes to refuse.
func (t *table) each(refuse func(*diary.SyntaxError), use func(row []string) *diary.SyntaxError) error {
	for {
		row, err := t.in.Read()
		var bad *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.Is(err, csv.ErrFieldCount):
			refuse(t.refusal("", fmt.Errorf("the row has %d cells, the headings are %d", len(row), len(t.headings))))
			continue
		case errors.As(err, &bad):
			refuse(&diary.SyntaxError{Pos: diary.Pos{File: t.file, Line: bad.StartLine}, Reason: bad.Err.Error()})
			continue
		case err != nil:
			return fmt.Errorf("%s: %w", t.file, err)
		}
		if !slices.ContainsFunc(row, func(c string) bool { return strings.TrimSpace(c) != "" }) {
			continue
		}
		if e := use(row); e != nil {
			refuse(e)
		}
	}
}

// refusal is err about the row that was read last.
func (t *table) refusal(column string, err error) *diary.SyntaxError {
	line, _ := t.in.FieldPos(0)
	return &diary.SyntaxError{Pos: diary.Pos{File: t.file, Line: line}, Column: column, Reason: err.Error()}
}

// cell is a trimmed cell of a row, empty where the file has no such column.
func cell(row []string, i int) string {
	if i < 0 {
		return ""
	}
	return strings.TrimSpace(row[i])
}
