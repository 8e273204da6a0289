package main

import (
	"math"
	"sync"
)

// How strongly a weight is pulled to where it starts: of a feature, of what a row adds to a feature, of a word.
const (
	pullFeature = 0.5
	pullRow     = 1
	pullWord    = 2
)

// fewest is in how many examples a word must occur to get a weight of its own.
const fewest = 12

// climb finds the weights under which the right foods are likeliest (conditional logit with a normal prior),
// by Adam on the whole sum, so that every run gives the same.
func climb(examples []example, n *numbering, prior []float64) []float64 {
	w := append([]float64(nil), prior...)
	pull := make([]float64, len(w))
	for i := range pull {
		switch {
		case i < n.own/2:
			pull[i] = pullFeature
		case i < n.own:
			pull[i] = pullRow
		default:
			pull[i] = pullWord
		}
	}
	descend(w, 300, 0.05, func(g []float64) {
		gradient(examples, w, g)
		for i := range g {
			if i >= n.own && n.count[i] < fewest {
				g[i] = 0
				continue
			}
			g[i] += pull[i] * (w[i] - prior[i])
		}
	})
	return w
}

// descend goes down a gradient by Adam (Kingma and Ba 2015), with a smaller step in the last third.
func descend(w []float64, steps int, rate float64, gradient func(g []float64)) {
	const slow, slower, tiny = 0.9, 0.999, 1e-8
	mean, square, g := make([]float64, len(w)), make([]float64, len(w)), make([]float64, len(w))
	for step := 1; step <= steps; step++ {
		clear(g)
		gradient(g)
		r := rate
		if step > steps*2/3 {
			r /= 5
		}
		for i, v := range g {
			mean[i] = slow*mean[i] + (1-slow)*v
			square[i] = slower*square[i] + (1-slower)*v*v
			m, s := mean[i]/(1-math.Pow(slow, float64(step))), square[i]/(1-math.Pow(slower, float64(step)))
			w[i] -= r * m / (math.Sqrt(s) + tiny)
		}
	}
}

// gradient adds up the examples in a fixed number of parts, so that the sum doesn't depend on the machine.
func gradient(examples []example, w, g []float64) {
	const parts = 4
	var sums [parts][]float64
	var wg sync.WaitGroup
	for p := range parts {
		wg.Go(func() {
			sums[p] = make([]float64, len(w))
			for i := p; i < len(examples); i += parts {
				examples[i].gradient(w, sums[p])
			}
		})
	}
	wg.Wait()
	for _, sum := range sums {
		for i, v := range sum {
			g[i] += v
		}
	}
}

// gradient adds the example's part to g.
func (ex *example) gradient(w, g []float64) {
	scores := make([]float64, len(ex.foods))
	high := math.Inf(-1)
	for i, c := range ex.foods {
		for j, f := range c.features {
			scores[i] += w[f] * c.values[j]
		}
		high = max(high, scores[i])
	}
	var all, right float64
	for i := range scores {
		scores[i] = math.Exp(scores[i] - high)
		all += scores[i]
		if ex.foods[i].right {
			right += scores[i]
		}
	}
	for i, c := range ex.foods {
		d := scores[i] / all
		if c.right {
			d -= scores[i] / right
		}
		for j, f := range c.features {
			g[f] += ex.weight * d * c.values[j]
		}
	}
}
