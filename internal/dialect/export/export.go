// Package export is what the rooms of the apps share beyond a table: a layout, which says in a data file
// how an app heads its columns and what their cells count, and the reading of rows by it.
//
// Its rule: columns are found by their headings, in any order, and messages keep the file's own spelling.
// It refuses to give a heading without a unit a meaning unless the layout states it with its source.
package export

import (
	"encoding/csv"
	"errors"
	"slices"
	"strings"

	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Layout is how one app heads its columns.
type Layout struct {
	// Order is the order of day and month that the app writes. It decides where the dates of a file don't.
	Order table.Order

	fields map[string]string // folded heading -> field of a row
	means  map[string]string // folded heading -> the same with a unit, as nutrient.ParseHeading reads it
}

// Parse reads a layout from an embedded file with the columns heading, field, means and source: a heading
// fills a field ("date", "food"), or counts a nutrient under another heading ("MAGN" means "Magnesium
// (mg)"). A heading with neither is one that only looks like a nutrient, and is not read. Headings that
// explain themselves ("Iron (mg)") are not listed. It panics on a broken file, which no test has passed.
func Parse(embedded string) Layout {
	rows, err := csv.NewReader(strings.NewReader(embedded)).ReadAll()
	if err != nil {
		panic(err)
	}
	l := Layout{fields: map[string]string{}, means: map[string]string{}}
	for _, row := range rows[1:] {
		heading, field, means := table.Fold(row[0]), row[1], row[2]
		if field != "" {
			l.fields[heading] = field
		} else {
			l.means[heading] = means
		}
	}
	return l
}

// Tags name for each heading the field that it fills, or "".
func (l Layout) Tags(header []string) []string {
	tags := make([]string, len(header))
	for i, heading := range header {
		tags[i] = l.fields[table.Fold(heading)]
	}
	return tags
}

// Has reports whether a header fills all of the fields.
func (l Layout) Has(header []string, fields ...string) bool {
	_, missing := table.FirstMissing(l.Tags(header), fields...)
	return !missing
}

// Lists reports whether a header has all of the headings.
func Lists(header []string, headings ...string) bool {
	folded := table.FoldAll(header)
	for _, heading := range headings {
		if !slices.Contains(folded, table.Fold(heading)) {
			return false
		}
	}
	return true
}

// Without is the layout where some headings count nothing.
func (l Layout) Without(headings ...string) Layout {
	means := map[string]string{}
	for heading, meant := range l.means {
		means[heading] = meant
	}
	for _, heading := range headings {
		means[table.Fold(heading)] = ""
	}
	return Layout{l.Order, l.fields, means}
}

// Meant is the headings of a file with the units that the layout knows. One that is not to be read is blank.
func (l Layout) Meant(header []string) []string {
	meant := slices.Clone(header)
	for i, heading := range header {
		if m, listed := l.means[table.Fold(heading)]; listed {
			meant[i] = m
		}
	}
	return meant
}

// Ignored are the headings of a file that are neither a field nor a nutrient.
func (l Layout) Ignored(header []string) []string {
	var ignored []string
	tags := l.Tags(header)
	for i, meant := range l.Meant(header) {
		if _, ok := nutrient.ParseHeading(meant); !ok && tags[i] == "" && header[i] != "" {
			ignored = append(ignored, header[i])
		}
	}
	return ignored
}

// Fill makes an entry of a row, or returns what the row is instead of one; see [table.NewReader].
type Fill[R any] func(*R, *diary.Entry, *table.Dates) diary.Record

// Open reads the rows of f, which must fill the given fields and "date". The order of day and month is
// decided for the whole file: by order, if that is given, else by the first rows, else by the layout.
func Open[R any](f *table.File, l Layout, order table.Order, fill Fill[R], fields ...string) (table.Source, error) {
	tags := l.Tags(f.Header)
	if err := f.Need(tags, append([]string{"date"}, fields...)...); err != nil {
		return nil, err
	}
	dates, err := l.dates(f, tags, order)
	if err != nil {
		return nil, err
	}
	meant := *f
	meant.Header = l.Meant(f.Header)
	rows, err := table.NewReader(&meant, tags, func(r *R, e *diary.Entry) diary.Record { return fill(r, e, dates) })
	if err != nil {
		return nil, err
	}
	return &source{rows, f.Header, meant.Header}, nil
}

func (l Layout) dates(f *table.File, tags []string, order table.Order) (*table.Dates, error) {
	dates, err := f.Dates(tags, order)
	var undecided *diary.FileError
	if errors.As(err, &undecided) && l.Order != "" {
		return f.Dates(tags, l.Order)
	}
	return dates, err
}

// source gives the headings back their own spelling, and leaves out totals of nothing.
type source struct {
	table.Source
	spelled, meant []string
}

// Read returns the next record, and io.EOF behind the last one.
func (s *source) Read() (diary.Record, error) {
	record, err := s.Source.Read()
	if bad, ok := record.(*diary.SyntaxError); ok && bad.Column != "" {
		if i := slices.Index(s.meant, bad.Column); i >= 0 {
			bad.Column = s.spelled[i]
		}
	}
	return something(record), err
}

// Ignored are the headings of the columns that are not read, as the file spells them.
func (s *source) Ignored() []string {
	read := slices.Clone(s.Source.Ignored())
	var ignored []string
	for i, heading := range s.meant {
		if heading == "" && s.spelled[i] != "" || slices.Contains(read, heading) {
			ignored = append(ignored, s.spelled[i])
		}
	}
	return ignored
}
