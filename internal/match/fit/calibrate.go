package main

import (
	"math"

	"github.com/nutrigap/nutrigap/internal/match"
)

// answer is what the matcher put first for one food, what spoke for it, and whether it was right.
type answer struct {
	list   string
	doubts []float64 // in the order of match.DoubtNames
	right  bool      // its energy and protein are near enough to be of use
	weight float64
}

// judge holds the answers against the lists. The lines of recipes know nothing but a weight and don't count.
func judge(rows []row, traces [][]match.Trace) []answer {
	var out []answer
	for i, r := range rows {
		weight := answerWeight[r.list]
		if weight == 0 {
			continue
		}
		for _, t := range traces[i] {
			if len(t.Foods) == 0 {
				continue
			}
			a := answer{list: r.list, weight: weight * math.Sqrt(float64(r.times))}
			a.right = (len(traces[i]) == 1 || r.list == meals) && r.close(t.Foods[0].Food, t.Amount)
			for _, n := range match.DoubtNames() {
				a.doubts = append(a.doubts, t.Doubts[n])
			}
			out = append(out, a)
		}
	}
	return out
}

// calibrate fits the chance of being right by logistic regression.
func calibrate(answers []answer) map[string]float64 {
	const pull = 0.5
	names := match.DoubtNames()
	w := make([]float64, len(names))
	descend(w, 1500, 0.02, func(g []float64) {
		for _, a := range answers {
			d := a.chance(w)
			if a.right {
				d--
			}
			for i, v := range a.doubts {
				g[i] += a.weight * d * v
			}
		}
		for i := range g {
			g[i] += pull * w[i]
		}
	})
	out := map[string]float64{}
	for i, n := range names {
		out[n] = w[i]
	}
	return out
}

// chance is the chance of being right under the weights.
func (a *answer) chance(w []float64) float64 {
	z := 0.0
	for i, v := range a.doubts {
		z += w[i] * v
	}
	return 1 / (1 + math.Exp(-z))
}
