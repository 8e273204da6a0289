package app

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"runtime"
	"sync"

	"github.com/gocarina/gocsv"

	"github.com/nutrigap/nutrigap/internal/match"
)

// MatchRow is one line of a list of foods to match: a label that comes back with the answer, a text and
// an amount. Either of the texts may be empty.
type MatchRow struct {
	Row    string `csv:"row"`
	Food   string `csv:"food"`
	Amount string `csv:"amount"`
}

// Matched is a row and the foods that were found in it, or why the row can't be read.
type Matched struct {
	MatchRow
	Items []match.Item
	Err   error
}

// matchChunk is how many rows are read before they are matched together: enough to keep every core
// busy, few enough that a list of any length streams.
const matchChunk = 2048

// MatchFoods matches every row of a CSV list with the columns food and amount (and row, a label, which
// is otherwise the row's number from 1), in order. A row that can't be read comes back with its error and
// costs no other; an error of the reader ends the list.
func MatchFoods(m Matcher, r io.Reader) iter.Seq2[Matched, error] {
	return func(yield func(Matched, error) bool) {
		rows, err := matchRows(r)
		if err != nil {
			yield(Matched{}, err)
			return
		}
		for done := false; !done; {
			chunk := make([]Matched, 0, matchChunk)
			var failed error
			for len(chunk) < matchChunk {
				row, err := rows()
				var bad *csv.ParseError
				if err != nil && !errors.As(err, &bad) {
					done, failed = true, err
					break
				}
				chunk = append(chunk, Matched{MatchRow: row, Err: err})
			}
			matchAll(m, chunk)
			for _, c := range chunk {
				if !yield(c, nil) {
					return
				}
			}
			if failed != nil && !errors.Is(failed, io.EOF) {
				yield(Matched{}, failed)
			}
		}
	}
}

// matchRows checks the header and returns a function that reads the next row, with [io.EOF] at the end.
func matchRows(r io.Reader) (func() (MatchRow, error), error) {
	in := csv.NewReader(skipBOM(r))
	in.LazyQuotes = true
	rows, err := gocsv.NewUnmarshaller(in, MatchRow{})
	if errors.Is(err, io.EOF) || errors.Is(err, gocsv.ErrEmptyCSVFile) {
		return nil, errors.New("the list is empty; its first line must name the columns food and amount")
	}
	if err != nil {
		return nil, fmt.Errorf("reading the list's header: %w", err)
	}
	for _, missing := range rows.MismatchedStructFields {
		if missing == "food" {
			return nil, fmt.Errorf("the list has no column \"food\"; its header is %q", rows.Headers)
		}
	}
	n := 0
	return func() (MatchRow, error) {
		got, err := rows.Read()
		if err != nil {
			return MatchRow{}, err
		}
		row := got.(MatchRow)
		n++
		if row.Row == "" {
			row.Row = fmt.Sprint(n)
		}
		return row, nil
	}, nil
}

// skipBOM drops the byte order mark that spreadsheets write and that would hide the first column.
func skipBOM(r io.Reader) io.Reader {
	b := bufio.NewReader(r)
	if head, _ := b.Peek(3); string(head) == "\ufeff" {
		b.Discard(3)
	}
	return b
}

// matchAll fills in the items of every row, on every core.
func matchAll(m Matcher, rows []Matched) {
	var wg sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		wg.Go(func() {
			for i := w; i < len(rows); i += workers {
				if rows[i].Err != nil {
					continue
				}
				rows[i].Items = m.Match(match.Query{Food: rows[i].Food, Amount: rows[i].Amount})
			}
		})
	}
	wg.Wait()
}
