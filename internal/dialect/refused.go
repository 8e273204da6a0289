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

// refusal is a known export that must not be taken for a diary, by headings that together only it has, and
// by those that a diary of the same app has beyond them.
type refusal struct {
	headings, without []string
	is, advice        string
}

var refusals = sync.OnceValue(func() []refusal {
	rows, err := csv.NewReader(strings.NewReader(refusedCSV)).ReadAll()
	if err != nil {
		panic(err) // an embedded file is broken: no test has passed on this build
	}
	var all []refusal
	for _, row := range rows[1:] {
		r := refusal{is: row[1], advice: row[2]}
		for heading := range strings.SplitSeq(row[0], "|") {
			if without, ok := strings.CutPrefix(heading, "!"); ok {
				r.without = append(r.without, table.Fold(without))
			} else {
				r.headings = append(r.headings, table.Fold(heading))
			}
		}
		all = append(all, r)
	}
	return all
})

// refuse says why a file that can be recognised is no diary, and which file is; nil for all others.
func refuse(f *table.File) error {
	header := table.FoldAll(f.Header)
	has := func(heading string) bool { return slices.Contains(header, heading) }
	lacks := func(heading string) bool { return !has(heading) }
	for _, r := range refusals() {
		if !slices.ContainsFunc(r.headings, lacks) && !slices.ContainsFunc(r.without, has) {
			return &diary.FileError{File: f.Name, Reason: r.is, Advice: r.advice}
		}
	}
	return nil
}
