package dialect

import (
	_ "embed" // the exports that are no diary
	"encoding/csv"
	"slices"
	"strings"
	"sync"

	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/diary"
)

//go:embed refused.csv
var refusedCSV string

// refusal is a known export that must not be taken for a diary, by headings that together only it has.
type refusal struct {
	headings   []string
	is, advice string
}

var refusals = sync.OnceValue(func() []refusal {
	rows, err := csv.NewReader(strings.NewReader(refusedCSV)).ReadAll()
	if err != nil {
		panic(err) // an embedded file is broken: no test has passed on this build
	}
	var all []refusal
	for _, row := range rows[1:] {
		all = append(all, refusal{table.FoldAll(strings.Split(row[0], "|")), row[1], row[2]})
	}
	return all
})

// refuse says why a file that can be recognised is no diary, and which file is; nil for all others.
func refuse(f *table.File) error {
	header := table.FoldAll(f.Header)
	for _, r := range refusals() {
		if !slices.ContainsFunc(r.headings, func(h string) bool { return !slices.Contains(header, h) }) {
			return &diary.FileError{File: f.Name, Reason: r.is, Advice: r.advice}
		}
	}
	return nil
}
