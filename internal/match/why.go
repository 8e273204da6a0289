package match

import (
	"fmt"
	"strings"
)

// maxCandidates is how many foods a person is asked to choose from.
const maxCandidates = 5

// candidates are the likeliest foods of a segment. Their confidences share that of the whole answer.
func (m *Matcher) candidates(s *segment) []Candidate {
	out := make([]Candidate, 0, maxCandidates)
	for i := range s.list[:min(maxCandidates, len(s.list))] {
		c := &s.list[i]
		share := float64(c.prob)
		if i == 0 {
			share = s.confidence
		}
		out = append(out, Candidate{Food: m.food(c.doc), Confidence: min(share, s.confidence), Why: why(c)})
	}
	return out
}

// reasons says for people why the first food of a segment was chosen, and what it leaves open.
func (m *Matcher) reasons(s *segment) []string {
	list := why(&s.list[0])
	var strange, fixed []string
	for i := range s.query.tokens {
		t := &s.query.tokens[i]
		switch {
		case len(t.alts) == 0:
			strange = append(strange, t.text)
		case t.fixed:
			fixed = append(fixed, fmt.Sprintf("%s as %s", t.text, m.index.words[t.alts[0].id]))
		}
	}
	if len(fixed) > 0 {
		list = append(list, "read "+strings.Join(fixed, ", "))
	}
	if len(strange) > 0 {
		list = append(list, "in no food's name: "+strings.Join(strange, ", "))
	}
	return list
}

// why puts the strongest evidence for a food into words.
func why(c *scored) []string {
	f := &c.dense
	var list []string
	switch {
	case f[exactName] > 0:
		list = append(list, "the name says the same")
	case f[exactAlso] > 0:
		list = append(list, "another of its names says the same")
	default:
		list = append(list, fmt.Sprintf("%.0f %% of the words by rarity", 100*f[coverage]))
	}
	if f[common] > 0 {
		list = append(list, "often reported")
	}
	if f[unspecified] > 0 {
		list = append(list, "the unspecified form")
	}
	if f[unitFits] > 0 {
		list = append(list, "has such a portion")
	}
	return list
}
