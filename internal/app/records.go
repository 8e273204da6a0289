package app

import (
	"errors"
	"io"
	"iter"

	"github.com/nutrigap/nutrigap/internal/diary"
)

// Records is a diary as a stream. It ends at the first error, which means that a file can't be read on;
// a line that can't be understood is a [*diary.SyntaxError] record.
type Records = iter.Seq2[diary.Record, error]

// Read streams one diary file.
func Read(r diary.Reader) Records {
	return func(yield func(diary.Record, error) bool) {
		for {
			record, err := r.Read()
			if errors.Is(err, io.EOF) {
				return
			}
			if !yield(record, err) || err != nil {
				return
			}
		}
	}
}

// Stored streams entries that were kept.
func Stored(entries iter.Seq2[*diary.Entry, error]) Records {
	return func(yield func(diary.Record, error) bool) {
		for e, err := range entries {
			if !yield(e, err) {
				return
			}
		}
	}
}

// within passes on the entries from one day to another, both inclusive and open where zero, and
// everything that isn't an entry.
func within(records Records, from, to diary.Date) Records {
	return func(yield func(diary.Record, error) bool) {
		for record, err := range records {
			if e, ok := record.(*diary.Entry); ok && err == nil {
				if !from.IsZero() && e.Date.Compare(from) < 0 || !to.IsZero() && e.Date.Compare(to) > 0 {
					continue
				}
			}
			if !yield(record, err) {
				return
			}
		}
	}
}
