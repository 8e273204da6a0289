// Package table reads the table that lies under every diary in CSV: it finds out how the file is written,
// gives each row as text with its true line number, and reads what all dialects have in common: dates,
// times, amounts and nutrient columns.
//
// Its rule: every line behind the headings becomes exactly one record, and a broken line costs no other.
// It refuses to guess: a file that is no table, dates that can be read in two ways and numbers that can
// be read in two ways are errors that say so.
package table

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"github.com/nutrigap/nutrigap/internal/diary"
)

// File is an opened diary of which the headings are known and no row is read.
type File struct {
	Name   string   // for messages and positions
	Header []string // the headings as the file spells them, cleaned

	records *records
	sample  []byte // the beginning of the file, whole lines
}

// Open looks at the first 64 kB of r and reads the headings. The name only stands in messages. A file
// that is no table of text gives a *[diary.FileError].
//
// UTF-8 with or without a byte order mark and UTF-16 with one are read; single bytes that are not UTF-8
// count as Windows-1252. Cells may be separated by commas, semicolons or tabs.
func Open(name string, r io.Reader) (*File, error) {
	text := decode(r)
	head, err := text.Peek(bufferSize)
	if err != nil && err != io.EOF {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	whole := err == io.EOF
	if reason, advice := notText(head); reason != "" {
		return nil, &diary.FileError{File: name, Reason: reason, Advice: advice}
	}
	end := byte('\n')
	if bytes.IndexByte(head, '\n') < 0 && bytes.IndexByte(head, '\r') >= 0 {
		end = '\r'
	}
	delimiter := sniffDelimiter(firstLine(head, end))
	sample := head
	if last := bytes.LastIndexByte(head, end); !whole && last >= 0 {
		sample = head[:last+1]
	}
	f := &File{
		Name:    name,
		records: newRecords(name, text, end, delimiter),
		sample:  bytes.Clone(sample),
	}
	return f, f.readHeader()
}

// decode strips a byte order mark and turns UTF-16 into UTF-8.
func decode(r io.Reader) *bufio.Reader {
	text := bufio.NewReaderSize(r, bufferSize)
	mark, _ := text.Peek(3)
	switch {
	case bytes.HasPrefix(mark, []byte("\xef\xbb\xbf")):
		_, _ = text.Discard(3)
	case bytes.HasPrefix(mark, []byte("\xff\xfe")), bytes.HasPrefix(mark, []byte("\xfe\xff")):
		utf16 := unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM)
		return bufio.NewReaderSize(transform.NewReader(text, utf16.NewDecoder()), bufferSize)
	}
	return text
}

// firstLine is the first line of head that is not blank.
func firstLine(head []byte, end byte) string {
	for text := range bytes.SplitSeq(head, []byte{end}) {
		if text = bytes.TrimSpace(text); len(text) > 0 {
			return string(text)
		}
	}
	return ""
}

// sniffDelimiter finds what separates the headings: the sign that stands most often outside of quotes.
func sniffDelimiter(headings string) rune {
	counts := map[rune]int{}
	quoted := false
	for _, r := range headings {
		if r == '"' {
			quoted = !quoted
		} else if !quoted {
			counts[r]++
		}
	}
	best := ','
	for _, r := range []rune{';', '\t'} {
		if counts[r] > counts[best] {
			best = r
		}
	}
	return best
}

// readHeader takes the first row that is not blank for the headings.
func (f *File) readHeader() error {
	cells, problem, err := f.records.firstRow()
	switch bad, _ := problem.(*diary.SyntaxError); {
	case err == io.EOF:
		return &diary.FileError{File: f.Name, Reason: emptyReason, Advice: emptyAdvice}
	case err != nil:
		return fmt.Errorf("%s: %w", f.Name, err)
	case bad != nil:
		return &diary.FileError{File: f.Name, Reason: "no headings in the first line: " + bad.Reason, Advice: bad.Hint}
	}
	for _, cell := range cells {
		f.Header = append(f.Header, Clean(cell))
	}
	return nil
}

// sampleOf is the cells of one column in the first rows, cleaned, for a decision that holds for the whole file.
func (f *File) sampleOf(column int) iter.Seq[string] {
	return func(yield func(string) bool) {
		r := bufio.NewReaderSize(bytes.NewReader(f.sample), bufferSize)
		records := newRecords(f.Name, r, f.records.lines.end, f.records.csv.Comma)
		_, _, err := records.firstRow()
		for err == nil {
			var cells []string
			cells, _, err = records.next()
			if cells != nil && !yield(Clean(cells[column])) {
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
