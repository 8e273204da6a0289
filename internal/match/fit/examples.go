package main

import (
	"math"
	"slices"

	"github.com/nutrigap/nutrigap/internal/match"
)

// depth is how many foods of a search an example has.
const depth = 80

// example is one food of a row: the foods that were considered, and which of them are right.
type example struct {
	weight float64
	foods  []candidate
}

// candidate is one food that was considered.
type candidate struct {
	right    bool
	features []int32 // numbers of the features that aren't zero
	values   []float64
}

func (c *candidate) add(feature int32, value float64) {
	c.features, c.values = append(c.features, feature), append(c.values, value)
}

// feature is what a weight is for: one of the matcher's features, or a word that a name has and nobody said
// ("unsaid") or that somebody said and a name hasn't ("absent").
type feature struct{ kind, word string }

// numbering numbers everything that has a weight.
type numbering struct {
	ids      map[feature]int32
	features []feature
	count    []int // examples that have it
	own      int   // how many are the matcher's features; they come first
}

func newNumbering() *numbering {
	n := &numbering{ids: map[feature]int32{}}
	for _, name := range match.FeatureNames() {
		n.id(feature{"feature", name})
	}
	n.own = len(n.features)
	return n
}

func (n *numbering) id(f feature) int32 {
	id, ok := n.ids[f]
	if !ok {
		id = int32(len(n.features))
		n.ids[f] = id
		n.features, n.count = append(n.features, f), append(n.count, 0)
	}
	return id
}

// examples makes an example of every food of a row of which some foods are right and some aren't. Rows of
// several foods count only in the meals, whose foods are known one by one.
func (n *numbering) examples(rows []row, traces [][]match.Trace) []example {
	var out []example
	for i, r := range rows {
		if r.right == nil || len(traces[i]) > 1 && r.list != meals {
			continue
		}
		for _, t := range traces[i] {
			ex := example{weight: listWeight[r.list] * math.Sqrt(float64(r.times)), foods: n.candidates(r, &t)}
			right := func(c candidate) bool { return c.right }
			wrong := func(c candidate) bool { return !c.right }
			if slices.ContainsFunc(ex.foods, right) && slices.ContainsFunc(ex.foods, wrong) {
				out = append(out, ex)
				n.countIn(&ex)
			}
		}
	}
	return out
}

// candidates are the foods of a trace. One that has less than half of the words that the best has isn't
// right even where its figures happen to agree.
func (n *numbering) candidates(r row, t *match.Trace) []candidate {
	coverage := slices.Index(match.FeatureNames(), "coverage")
	best := 0.0
	for _, f := range t.Foods {
		best = max(best, f.Features[coverage])
	}
	var out []candidate
	for _, f := range t.Foods {
		c := candidate{right: r.right(f.Food, t.Amount) && f.Features[coverage] > best/2}
		for j, v := range f.Features {
			if v != 0 {
				c.add(int32(j), v)
			}
		}
		for _, w := range f.Unsaid {
			c.add(n.id(feature{"unsaid", w}), 1)
		}
		for _, w := range f.Absent {
			c.add(n.id(feature{"absent", w}), 1)
		}
		out = append(out, c)
	}
	return out
}

func (n *numbering) countIn(ex *example) {
	seen := map[int32]bool{}
	for _, c := range ex.foods {
		for _, f := range c.features {
			if !seen[f] {
				seen[f] = true
				n.count[f]++
			}
		}
	}
}
