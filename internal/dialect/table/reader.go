package table

import (
	"fmt"
	"io"
	"slices"
	"unicode/utf8"

	"github.com/gocarina/gocsv"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// batchSize is how many rows gocsv decodes at a time. Its cost is per call and per cell, so it gets many
// rows with only the text cells; cell by cell, the nutrients would take most of the time of an import.
const batchSize = 128

// countTags are the tags of columns whose text may begin with a number.
var countTags = []string{"amount", "quantity", "weight"}

// Source is an opened diary of a known dialect.
type Source interface {
	diary.Reader
	// Nutrients are those that the file has a column for, in display order. Of all others it says nothing.
	Nutrients() []nutrient.ID
	// Ignored are the headings of the columns that are not read, as the file spells them.
	Ignored() []string
}

// Reader reads the rows of a file into R, a struct of strings with `csv` tags, and makes entries of them.
type Reader[R any] struct {
	file      *File
	entry     func(*R, *diary.Entry) diary.Record
	tags      []string
	text      []int // the columns that fill R
	counts    []int // those of them that may begin with a number that counts
	nutrients *Nutrients

	several Several // those of the last row that are still to come
	batch   []row[R]
	texts   texts // of the batch
	next    int   // in the batch
	err     error // what ended the file
}

// row is one record of a batch: a problem, or an entry with its nutrients and the text of the rest.
type row[R any] struct {
	problem diary.Record
	entry   *diary.Entry
	text    *R
	bad     *diary.SyntaxError // a nutrient cell that can't be read
}

// Several is what a row is that holds more than one food. The reader gives them one by one.
type Several []*diary.Entry

// Position is where the row stands.
func (s Several) Position() diary.Pos { return s[0].Pos }

// Unread is the tag of a column that is not to be read, although its heading is that of a nutrient.
const Unread = "-"

// NewReader reads the rows of f. Tags name, for each column, the field of R that it fills, or "".
//
// Entry fills the entry of one row, of which position and nutrients are set. It returns nil, or what the
// row is instead: [Several], a *[diary.Skipped] or a *[diary.SyntaxError]; their position is set by the
// reader, and a column named by its tag becomes the heading of the file.
func NewReader[R any](f *File, tags []string, entry func(*R, *diary.Entry) diary.Record) (*Reader[R], error) {
	r := &Reader[R]{file: f, entry: entry, tags: tags}
	for i, tag := range tags {
		if tag == "" || tag == Unread {
			continue
		}
		if first := slices.Index(tags, tag); first != i {
			return nil, twice(f, first, i)
		}
		r.text = append(r.text, i)
		if slices.Contains(countTags, tag) {
			r.counts = append(r.counts, i)
		}
	}
	r.nutrients = f.Nutrients(f.Header, func(i int) bool { return tags[i] != "" })
	folded := FoldAll(f.Header)
	for _, c := range r.nutrients.columns {
		for i, heading := range folded {
			if i != c.index && heading == folded[c.index] {
				return nil, twice(f, c.index, i)
			}
		}
	}
	f.numbers.columns = slices.Clone(r.counts)
	for _, c := range r.nutrients.columns {
		f.numbers.columns = append(f.numbers.columns, c.index)
	}
	if err := f.records.begin(f.at); err != nil && err != io.EOF {
		return nil, fmt.Errorf("%s: %w", f.Name, err)
	}
	return r, nil
}

func twice(f *File, i, j int) error {
	return &diary.FileError{
		File:   f.Name,
		Reason: fmt.Sprintf("columns %d and %d are headed %s and %s", i+1, j+1, Quote(f.Header[i]), Quote(f.Header[j])),
		Advice: "rename or remove one of them; which one counts can't be told",
	}
}

// Nutrients are those that the file has a column for, in display order.
func (r *Reader[R]) Nutrients() []nutrient.ID { return r.nutrients.IDs() }

// Ignored are the headings of the columns that are not read, as the file spells them.
func (r *Reader[R]) Ignored() []string {
	var ignored []string
	for i, heading := range r.file.Header {
		if r.tags[i] == Unread || r.tags[i] == "" && !r.nutrients.reads(i) && heading != "" {
			ignored = append(ignored, heading)
		}
	}
	return ignored
}

// Read returns the next record, and io.EOF behind the last one.
func (r *Reader[R]) Read() (diary.Record, error) {
	if len(r.several) > 0 {
		e := r.several[0]
		r.several = r.several[1:]
		return e, nil
	}
	if r.next == len(r.batch) && r.err == nil {
		r.fill()
	}
	if r.next == len(r.batch) {
		return nil, r.err
	}
	row := &r.batch[r.next]
	r.next++
	if row.problem != nil {
		return row.problem, nil
	}
	switch problem := r.entry(row.text, row.entry).(type) {
	case *diary.Skipped:
		problem.Pos = row.entry.Pos
		return problem, nil
	case *diary.SyntaxError:
		problem.Pos = row.entry.Pos
		if i := slices.Index(r.tags, problem.Column); i >= 0 && problem.Column != "" {
			problem.Column = r.file.Header[i]
		}
		return problem, nil
	case Several:
		r.several = problem
	}
	switch {
	case row.bad != nil:
		r.several = nil
		return row.bad, nil
	case len(r.several) > 0:
		return r.Read()
	}
	return row.entry, nil
}

// fill reads the next batch, which is empty only at the end of the file.
func (r *Reader[R]) fill() {
	r.batch, r.next = r.batch[:0], 0
	r.texts.reset(r.textTags())
	for len(r.batch) < batchSize && r.err == nil {
		cells, problem, err := r.file.records.next()
		switch {
		case err == io.EOF:
			r.err = err
		case err != nil:
			r.err = fmt.Errorf("%s: reading line %d: %w", r.file.Name, r.file.records.lines.number+1, err)
		case problem != nil:
			r.batch = append(r.batch, row[R]{problem: problem})
		default:
			r.batch = append(r.batch, r.take(cells))
		}
	}
	var rows []*R
	if err := gocsv.UnmarshalCSV(&r.texts, &rows); err != nil { // never, for strings
		r.batch, r.err = r.batch[:0], fmt.Errorf("%s: decoding rows: %w", r.file.Name, err)
		return
	}
	for i := range r.batch {
		if r.batch[i].problem == nil {
			r.batch[i].text, rows = rows[0], rows[1:]
		}
	}
}

func (r *Reader[R]) textTags() []string {
	var tags []string
	for _, i := range r.text {
		tags = append(tags, r.tags[i])
	}
	return tags
}

// take reads the nutrients of a row and keeps its texts for gocsv.
func (r *Reader[R]) take(cells []string) row[R] {
	e := &diary.Entry{Pos: r.file.records.pos()}
	taken := row[R]{entry: e}
	if taken.bad = r.nutrients.read(cells, &e.Nutrients); taken.bad != nil {
		taken.bad.Pos = e.Pos
	}
	text := r.texts.add(len(r.text))
	for k, i := range r.text {
		text[k] = Clean(cells[i])
		if n := utf8.RuneCountInString(text[k]); n > maxText && taken.bad == nil {
			taken.bad = &diary.SyntaxError{Pos: e.Pos, Column: r.file.Header[i],
				Reason: fmt.Sprintf("a text of %d characters is longer than %d", n, maxText)}
		}
		if slices.Contains(r.counts, i) {
			r.count(&taken, &text[k], i)
		}
	}
	return taken
}

// count gives an amount one reading.
func (r *Reader[R]) count(taken *row[R], text *string, column int) {
	plain, err := r.file.numbers.plain(*text)
	if err != nil && taken.bad == nil {
		taken.bad = &diary.SyntaxError{Pos: taken.entry.Pos, Column: r.file.Header[column], Reason: err.Error(), Hint: r.file.numbers.hint(leading(*text))}
	}
	*text = plain
}

// texts is a batch of rows as gocsv takes them instead of a file: the tags in front, then the cells.
type texts struct {
	rows  [][]string
	cells []string // holds the rows
}

func (t *texts) reset(tags []string) {
	t.rows = append(t.rows[:0], tags)
	t.cells = t.cells[:0]
}

// add is a new row of n cells.
func (t *texts) add(n int) []string {
	if cap(t.cells)-len(t.cells) < n {
		t.cells = make([]string, 0, batchSize*n)
	}
	start := len(t.cells)
	t.cells = t.cells[:start+n]
	row := t.cells[start : start+n : start+n]
	t.rows = append(t.rows, row)
	return row
}

// ReadAll returns the tags and the rows.
func (t *texts) ReadAll() ([][]string, error) { return t.rows, nil }

// Read is never called: gocsv takes a whole batch.
func (t *texts) Read() ([]string, error) { return nil, io.EOF }
