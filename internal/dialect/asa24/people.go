package asa24

import (
	"fmt"
	"slices"

	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/diary"
)

// people are those of a study's file, of whom one is read: the one asked for, else the first of the file.
type people struct {
	file   *table.File
	column int    // of their names; below 0 where the file has none
	read   string // whose rows are read
	asked  bool   // read was asked for
	seen   bool   // read is known
	told   bool   // that there are others
}

// whose finds out whose rows of f are read. It is a *[diary.FileError] where there are none of the subject.
func whose(f *table.File, subject string) (*people, error) {
	p := &people{file: f, column: slices.Index(layout().Tags(f.Header), "user"), read: subject}
	if subject == "" {
		return p, nil
	}
	p.asked, p.seen = true, true
	if p.column < 0 {
		return nil, &diary.FileError{File: f.Name, Reason: "names no people (column UserName)", Advice: "leave --subject out"}
	}
	if names := p.names(); !slices.Contains(names, subject) {
		return nil, &diary.FileError{File: f.Name, Reason: "holds no rows of " + table.Quote(subject), Advice: "it holds those of " + listed(names)}
	}
	return p, nil
}

// other is what a row of somebody else is. Where nobody asked for a subject, the first is refused, so that it
// is seen. It is nil for the rows that are read.
func (p *people) other(name string) diary.Record {
	if !p.seen {
		p.read, p.seen = name, true
	}
	switch {
	case name == p.read:
		return nil
	case !p.asked && !p.told:
		p.told = true
		return &diary.SyntaxError{
			Column: "user",
			Reason: fmt.Sprintf("%s is another person than %s, whose rows are read", table.Quote(name), table.Quote(p.read)),
			Hint:   "say whose rows to read with --subject; the file has those of " + listed(p.names()),
		}
	}
	return &diary.Skipped{Reason: fmt.Sprintf("of another person than %s", table.Quote(p.read))}
}

// names are those of all people, as they come.
func (p *people) names() []string {
	var names []string
	seen := map[string]bool{}
	for name := range p.file.Values(p.column) {
		if !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	return names
}

// mostListed is how many people a message names.
const mostListed = 30

func listed(names []string) string {
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = table.Quote(name)
	}
	return table.List(quoted, mostListed)
}
