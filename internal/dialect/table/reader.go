package table

import (
	"fmt"
	"io"
	"reflect"
	"slices"
	"unicode/utf8"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

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
	text      []textColumn // the columns that fill R
	row       R            // the row that is read
	nutrients *Nutrients
	several   Several // those of the last row that are still to come
}

// textColumn is a column that fills a field.
type textColumn struct {
	index  int
	field  *string
	counts bool // it may begin with a number that counts
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
	fields := fieldsByTag(&r.row)
	for i, tag := range tags {
		if tag == "" || tag == Unread {
			continue
		}
		if first := slices.Index(tags, tag); first != i {
			return nil, twice(f, first, i)
		}
		if field := fields[tag]; field != nil {
			r.text = append(r.text, textColumn{i, field, slices.Contains(countTags, tag)})
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
	f.numbers.columns = nil
	for _, c := range r.text {
		if c.counts {
			f.numbers.columns = append(f.numbers.columns, c.index)
		}
	}
	for _, c := range r.nutrients.columns {
		f.numbers.columns = append(f.numbers.columns, c.index)
	}
	if err := f.records.begin(f.at); err != nil && err != io.EOF {
		return nil, fmt.Errorf("%s: %w", f.Name, err)
	}
	return r, nil
}

// fieldsByTag are the fields of a row by their `csv` tag, those of what it embeds too.
func fieldsByTag(row any) map[string]*string {
	v := reflect.ValueOf(row).Elem()
	fields := map[string]*string{}
	for _, f := range reflect.VisibleFields(v.Type()) {
		if tag := f.Tag.Get("csv"); tag != "" {
			fields[tag] = v.FieldByIndex(f.Index).Addr().Interface().(*string)
		}
	}
	return fields
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
	cells, problem, err := r.file.records.next()
	switch {
	case err == io.EOF:
		return nil, err
	case err != nil:
		return nil, fmt.Errorf("%s: reading line %d: %w", r.file.Name, r.file.records.lines.number+1, err)
	case problem != nil:
		return problem, nil
	}
	e := diary.NewEntry()
	e.Pos = r.file.records.pos()
	bad := r.take(cells, e)
	switch problem := r.entry(&r.row, e).(type) {
	case *diary.Skipped:
		problem.Pos = e.Pos
		return problem, nil
	case *diary.SyntaxError:
		problem.Pos = e.Pos
		if i := slices.Index(r.tags, problem.Column); i >= 0 && problem.Column != "" {
			problem.Column = r.file.Header[i]
		}
		return problem, nil
	case Several:
		r.several = problem
	}
	switch {
	case bad != nil:
		r.several = nil
		return bad, nil
	case len(r.several) > 0:
		return r.Read()
	}
	return e, nil
}

// take reads the nutrients of a row into e and its texts into r.row. The error is that of the first cell that
// can't be read.
func (r *Reader[R]) take(cells []string, e *diary.Entry) *diary.SyntaxError {
	bad := r.nutrients.read(cells, &e.Nutrients)
	var blank R // a dialect may have written into the row before
	r.row = blank
	for _, c := range r.text {
		text := Clean(cells[c.index])
		if len(text) > maxText {
			if n := utf8.RuneCountInString(text); n > maxText && bad == nil {
				bad = &diary.SyntaxError{Column: r.file.Header[c.index],
					Reason: fmt.Sprintf("a text of %d characters is longer than %d", n, maxText)}
			}
		}
		if c.counts {
			plain, err := r.file.numbers.plain(text)
			if err != nil && bad == nil {
				bad = &diary.SyntaxError{Column: r.file.Header[c.index], Reason: err.Error(), Hint: r.file.numbers.hint(leading(text))}
			}
			text = plain
		}
		*c.field = text
	}
	if bad != nil {
		bad.Pos = e.Pos
	}
	return bad
}
