package app

import (
	"slices"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/match"
)

// ranker is a matcher that also says which other foods it considered.
type ranker interface {
	TraceRanked(match.Query) ([]match.Trace, error)
}

// maxRunnersUp is how many foods are named beside a sure one.
const maxRunnersUp = 3

// withRunnersUp gives sure items and choices the foods that came next as candidates, for somebody who asks
// why. Their confidence is not known: it goes to the best food alone.
func withRunnersUp(m Matcher, q match.Query, items []match.Item) []match.Item {
	if c, ok := m.(*Choices); ok {
		m = c.below
	}
	r, ok := m.(ranker)
	if !ok || !slices.ContainsFunc(items, func(it match.Item) bool { return len(it.Candidates) == 0 && it.Food != nil }) {
		return items
	}
	traces, err := r.TraceRanked(q)
	if err != nil || len(traces) == 0 {
		return items // the answer stands without them
	}
	items = slices.Clone(items) // the matcher keeps its own
	for i := range items {
		it := &items[i]
		if it.Food == nil || len(it.Candidates) > 0 {
			continue
		}
		t := slices.IndexFunc(traces, func(t match.Trace) bool { return t.Text == it.Text })
		if t < 0 && len(items) > 1 {
			continue
		}
		it.Candidates = others(it.Food, traces[max(t, 0)].Foods)
	}
	return items
}

// others are the first foods of a ranking that aren't the chosen one.
func others(chosen *food.Food, ranked []match.TracedFood) []match.Candidate {
	var list []match.Candidate
	for _, f := range ranked {
		if f.Food != nil && f.Food.Code != chosen.Code && len(list) < maxRunnersUp {
			list = append(list, match.Candidate{Food: f.Food})
		}
	}
	return list
}
