package match

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
)

//go:embed synonyms.csv
var synonymsCSV string

// lexicon knows which words mean the same. A rule of side "both" brings names and queries to one
// spelling; a rule of side "query" says what a person's word is called in composition tables, and one of side
// "alone" only where the word stands alone: "steak" is beef, but not in "pork steak".
type lexicon struct {
	names, queries map[string][]rule // by the first word of what is replaced; longest first
}

type rule struct {
	from, to []string
	alone    bool // only where no other word of the food stands beside it
	both     bool // for names too
}

// readLexicon reads the embedded table of synonyms; its rows are tested one by one.
func readLexicon(text string) (*lexicon, error) {
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("reading the synonyms: %w", err)
	}
	l := &lexicon{names: map[string][]rule{}, queries: map[string][]rule{}}
	for _, row := range rows[1:] {
		r := rule{from: stems(row[0]), to: stems(row[1]), alone: row[2] == "alone", both: row[2] == "both"}
		if len(r.from) == 0 {
			return nil, fmt.Errorf("synonyms: %q has no words", row[0])
		}
		first := r.from[0]
		l.queries[first] = append(l.queries[first], r)
		if row[2] == "both" {
			l.names[first] = append(l.names[first], r)
		}
	}
	for _, m := range []map[string][]rule{l.names, l.queries} {
		for _, rules := range m {
			slices.SortStableFunc(rules, func(a, b rule) int { return len(b.from) - len(a.from) })
		}
	}
	return l, nil
}

// stems are the stemmed words and the marks of a text.
func stems(text string) []string {
	s := split(fold(text))
	for i, w := range s {
		s[i] = stem(w)
	}
	return s
}

// rewrite replaces every phrase that has a rule, into r.out. What a rule put in isn't read again.
func (r *reader) rewrite(rules map[string][]rule, in []*symbol) []*symbol {
	r.out = r.out[:0]
	for i := 0; i < len(in); {
		if in[i].is(opensRule) {
			if rule := findRule(rules[in[i].text], in, i); rule != nil {
				for _, w := range rule.to {
					r.out = append(r.out, r.stem(w))
				}
				i += len(rule.from)
				continue
			}
		}
		r.out = append(r.out, in[i])
		i++
	}
	return r.out
}

func findRule(rules []rule, in []*symbol, i int) *rule {
	for k := range rules {
		r := &rules[k]
		end := i + len(r.from)
		if end > len(in) || !sameWords(r.from, in[i:end]) {
			continue
		}
		if !r.both && i > 0 && in[i-1].is(isOr) {
			continue // "light brown or raw sugar" is light brown sugar
		}
		if r.alone && (i > 0 && in[i-1].meaningful() || end < len(in) && in[end].meaningful()) {
			continue
		}
		return r
	}
	return nil
}

func sameWords(words []string, in []*symbol) bool {
	for i, w := range words {
		if in[i].text != w {
			return false
		}
	}
	return true
}
