// Package table reads the table that lies under every diary in CSV: it finds out how the file is written,
// gives each row as text with its true line number, and reads what all dialects have in common: dates,
// times, amounts and nutrient columns.
//
// Its rule: every line behind the headings becomes exactly one record, and a broken line costs no other.
// It refuses to guess: a file that is no table, dates that can be read in two ways and numbers that can
// be read in two ways are errors that say so.
//
// # What a dialect can use
//
// Headings may stand below other lines (Samsung Health writes a line about the file, FatSecret about
// fourteen, a person the title of the sheet). The first [MaxHeads] rows are offered to the dialects one
// after the other, and the first that a dialect claims becomes [File.Header]; the rows above are
// [File.Preamble]. A dialect does nothing for that: its Claims sees one row at a time.
//
// Most files are one table, whose rows [NewReader] decodes into a struct. A file that is a hierarchy or
// a stack of titled tables (FatSecret, Fitbit, a printed diary) is read with [File.Rows] instead: it gives
// every row behind the claimed one as cells, however many there are, and the dialect makes one record of
// each. [File.Nutrients] reads the nutrient columns of any of its tables; [Glued] parts "28g".
package table

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// MaxHeads is how many rows of a file may be its headings.
const MaxHeads = 40

// Content opens a file at its beginning. It is called a second time where a decision needs all rows.
type Content func() (io.Reader, error)

// Settings say of a file what its bytes may not tell. The zero value leaves everything to them.
type Settings struct {
	Encoding string                // a name that CheckEncoding knows
	Numbers  nutrient.NumberFormat // DecimalPoint or DecimalComma
	Sheet    bool                  // of a spreadsheet, where a row ends with its last cell that is not blank
}

// File is an opened diary of which the beginning was looked at and no row is read.
type File struct {
	Name     string     // for messages and positions
	Header   []string   // the headings as the file spells them, cleaned
	Line     int        // where the headings stand, from 1
	Preamble [][]string // the rows above the headings, cleaned

	content  Content
	settings Settings
	numbers  *Numbers
	end      byte // the last byte of a line
	comma    rune
	skip     int      // lines in front that are no rows: Excel's sep=;
	heads    []head   // the first rows
	at       int      // which of them is the header
	sample   []byte   // the beginning of the file, whole lines
	whole    bool     // the sample is all of the file
	records  *records // the whole file
}

// head is a row that may be the headings.
type head struct {
	line    int
	cells   []string
	problem *diary.SyntaxError
}

// Open looks at the first 64 kB of a file and takes its first row for the headings. The name only stands
// in messages. A file that is no table of text gives a *[diary.FileError].
//
// UTF-8 and UTF-16 with or without a byte order mark are read; single bytes that are not UTF-8 count as
// Windows-1252. Cells may be separated by commas, semicolons, tabs or pipes.
func Open(name string, content Content, s Settings) (*File, error) {
	f := &File{Name: name, content: content, settings: s}
	f.numbers = &Numbers{file: f, format: s.Numbers, decided: s.Numbers != nutrient.UsualNumbers}
	text, err := f.open()
	if err != nil {
		return nil, err
	}
	begin, err := text.Peek(bufferSize)
	if err != nil && err != io.EOF {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	f.whole = err == io.EOF
	if reason, advice := notText(begin); reason != "" {
		return nil, &diary.FileError{File: name, Reason: reason, Advice: advice}
	}
	f.end = '\n'
	if bytes.IndexByte(begin, '\n') < 0 && bytes.IndexByte(begin, '\r') >= 0 {
		f.end = '\r'
	}
	if last := bytes.LastIndexByte(begin, f.end); !f.whole && last >= 0 {
		begin = begin[:last+1]
	}
	f.sample = bytes.Clone(begin)
	f.sniff()
	f.records = f.newRecords(text)
	f.readHeads()
	return f, f.StartAt(0)
}

// open begins to read the file, as UTF-8.
func (f *File) open() (*bufio.Reader, error) {
	in, err := f.content()
	if err == nil {
		in, err = decode(in, f.settings.Encoding)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.Name, err)
	}
	return bufio.NewReaderSize(in, bufferSize), nil
}

func (f *File) newRecords(text *bufio.Reader) *records {
	rs := newRecords(f.Name, text, f.end, f.comma)
	rs.lines.skip = f.skip
	rs.sheet = f.settings.Sheet
	return rs
}

// newSample reads the sample from its beginning.
func (f *File) newSample() *records {
	return f.newRecords(bufio.NewReaderSize(bytes.NewReader(f.sample), bufferSize))
}

// readHeads finds the first rows that are not blank.
func (f *File) readHeads() {
	rs := f.newSample()
	for len(f.heads) < MaxHeads {
		cells, problem, err := rs.next()
		if err != nil {
			return
		}
		if _, skipped := problem.(*diary.Skipped); skipped {
			continue
		}
		h := head{line: rs.lines.first, cells: CleanAll(cells)}
		h.problem, _ = problem.(*diary.SyntaxError)
		f.heads = append(f.heads, h)
	}
}

// Heads lists the rows that may be the headings, from the top.
func (f *File) Heads() iter.Seq2[int, []string] {
	return func(yield func(int, []string) bool) {
		for i, h := range f.heads {
			if h.problem == nil && !yield(i, h.cells) {
				return
			}
		}
	}
}

// StartAt makes one of the rows of Heads the headings.
func (f *File) StartAt(i int) error {
	if i >= len(f.heads) {
		return &diary.FileError{File: f.Name, Reason: emptyReason, Advice: emptyAdvice}
	}
	if bad := f.heads[i].problem; bad != nil {
		return &diary.FileError{File: f.Name, Reason: "no headings in the first line: " + bad.Reason, Advice: bad.Hint}
	}
	f.at, f.Header, f.Line, f.Preamble = i, f.heads[i].cells, f.heads[i].line, nil
	for _, h := range f.heads[:i] {
		f.Preamble = append(f.Preamble, h.cells)
	}
	return nil
}

// rows reads the cells of all rows behind the headings. They are valid until the next ones.
func (f *File) rows(rs *records) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		err := rs.begin(f.at)
		for err == nil {
			var cells []string
			cells, _, err = rs.next()
			if cells != nil && !yield(cells) {
				return
			}
		}
	}
}

// allRows reads the file once more. Where it can't be read, the rows end early: the first reading, which
// still goes on, will come to the same place and say so.
func (f *File) allRows() iter.Seq[[]string] {
	text, err := f.open()
	if err != nil {
		return func(func([]string) bool) {}
	}
	return f.rows(f.newRecords(text))
}

// Sample is the cells of one column in the first 64 kB, cleaned.
func (f *File) Sample(column int) iter.Seq[string] { return columnOf(f.rows(f.newSample()), column) }

// Values is the cells of one column in all rows, cleaned. It reads the file once more.
func (f *File) Values(column int) iter.Seq[string] { return columnOf(f.allRows(), column) }

// columnOf is the cells of one column, cleaned.
func columnOf(rows iter.Seq[[]string], column int) iter.Seq[string] {
	return func(yield func(string) bool) {
		for cells := range rows {
			if !yield(Clean(cells[column])) {
				return
			}
		}
	}
}

// Headless reports whether the first line looks like a row, because one of its cells is a date.
func (f *File) Headless() bool {
	return slices.ContainsFunc(f.Header, func(heading string) bool {
		_, _, err := parseDate(heading, DayFirst)
		return err == nil
	})
}

// Rename reads columns as if they were headed otherwise, and a column that was headed so before as if it
// had no heading. It is a *[diary.FileError] when a heading is not in the file.
func (f *File) Rename(headings map[string]string) error {
	renamed := slices.Clone(f.Header)
	for i, h := range renamed {
		for _, as := range headings {
			if Fold(h) == Fold(as) {
				renamed[i] = ""
			}
		}
	}
	for heading, as := range headings {
		i := f.column(heading)
		if i < 0 {
			return &diary.FileError{
				File:   f.Name,
				Reason: "no column is headed " + Quote(heading),
				Advice: "the headings are " + strings.Join(quoteAll(f.Header), ", "),
			}
		}
		renamed[i] = as
	}
	f.Header = renamed
	return nil
}

// column is the place of a heading, -1 where there is none.
func (f *File) column(heading string) int {
	if i := slices.Index(f.Header, heading); i >= 0 || Fold(heading) == "" {
		return i
	}
	return slices.Index(FoldAll(f.Header), Fold(heading))
}

// Missing is the error for a file that has no column for what a diary can't do without.
func (f *File) Missing(column string) *diary.FileError {
	return &diary.FileError{
		File:   f.Name,
		Reason: "no column for the " + column,
		Advice: "the headings are " + strings.Join(quoteAll(f.Header), ", "),
	}
}

func quoteAll(texts []string) []string {
	const most = 20
	quoted := make([]string, 0, most+1)
	for i, text := range texts {
		if i == most {
			return append(quoted, fmt.Sprintf("and %d more", len(texts)-most))
		}
		quoted = append(quoted, Quote(text))
	}
	return quoted
}
