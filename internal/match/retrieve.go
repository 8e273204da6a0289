package match

import (
	"slices"
)

// depth is how many foods go from the quick search into the ranking.
const depth = 80

// finder is the working memory of one search.
type finder struct {
	score   []float32 // by food
	seen    []int32   // foods with a score
	best    []float32 // by food: the best word so far of the token at work
	touched []int32
}

// find lists the foods that share the most telling words with a query, the likeliest first.
func (x *index) find(q *query, f *finder) []int32 {
	if len(f.score) != len(x.docs) {
		f.score, f.best = make([]float32, len(x.docs)), make([]float32, len(x.docs))
	}
	for i := range q.tokens {
		if q.grouped(i) {
			continue
		}
		f.touched = f.touched[:0]
		for k := i; k < len(q.tokens); k++ {
			if k == i || q.tokens[k].group > 0 && q.tokens[k].group == q.tokens[i].group {
				f.touch(x, &q.tokens[k])
			}
		}
		for _, d := range f.touched {
			if f.score[d] == 0 {
				f.seen = append(f.seen, d)
			}
			f.score[d] += f.best[d]
			f.best[d] = 0
		}
	}
	for _, d := range f.seen {
		f.score[d] += x.docs[d].prior
	}
	found := f.top(depth)
	for _, d := range f.seen {
		f.score[d] = 0
	}
	f.seen = f.seen[:0]
	return found
}

// grouped reports whether token i was reached with an earlier one that it is joined to by "or".
func (q *query) grouped(i int) bool {
	for k := range i {
		if g := q.tokens[k].group; g > 0 && g == q.tokens[i].group {
			return true
		}
	}
	return false
}

// alsoWorth is what a word among the other names of a food is worth beside one of its name.
const alsoWorth = 0.7

// touch notes the best word so far of every food that has one of a token's.
func (f *finder) touch(x *index, t *token) {
	for _, a := range t.alts {
		worth := a.quality * t.rarity
		for _, p := range x.postings[a.id] {
			v := worth
			if p.also {
				v *= alsoWorth
			}
			if f.best[p.doc] == 0 {
				f.touched = append(f.touched, p.doc)
			}
			f.best[p.doc] = max(f.best[p.doc], v)
		}
	}
}

// top are the n foods of the highest score, in order; equal ones in the table's order.
func (f *finder) top(n int) []int32 {
	better := func(a, b int32) int {
		switch {
		case f.score[a] > f.score[b]:
			return -1
		case f.score[a] < f.score[b]:
			return 1
		}
		return int(a - b)
	}
	if len(f.seen) > 4*n {
		f.seen = f.prune(n)
	}
	slices.SortFunc(f.seen, better)
	return slices.Clone(f.seen[:min(n, len(f.seen))])
}

// prune keeps the foods that can be among the first n, without sorting thousands. The others lose their
// score here.
func (f *finder) prune(n int) []int32 {
	const steps = 256
	var count [steps]int
	high := float32(0)
	for _, d := range f.seen {
		high = max(high, f.score[d])
	}
	step := func(d int32) int { return max(0, min(steps-1, int(f.score[d]/high*(steps-1)))) }
	for _, d := range f.seen {
		count[step(d)]++
	}
	cut, total := steps-1, count[steps-1]
	for cut > 0 && total < n {
		cut--
		total += count[cut]
	}
	kept := f.seen[:0]
	for _, d := range f.seen {
		if step(d) >= cut {
			kept = append(kept, d)
		} else {
			f.score[d] = 0
		}
	}
	return kept
}
