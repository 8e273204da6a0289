package main

import (
	"math"

	"github.com/nutrigap/nutrigap/internal/match"
)

// answer is what the matcher put first for one food, what spoke for it, and whether it was right.
type answer struct {
	list       string
	fold       int
	doubts     []float64 // in the order of match.DoubtNames
	hand       string    // who wrote the text
	trust      []float64 // in the order of match.TrustNames
	food       bool      // the food is near enough to be of use
	right      bool      // and so is what was eaten
	weight     float64
	confidence float64 // by the calibration on the other folds
}

// judge holds the answers against the lists. The lines of recipes know nothing but a weight and don't count.
func judge(rows []reading) []answer {
	var out []answer
	for _, r := range rows {
		weight := answerWeight[r.list]
		if weight == 0 || r.close == nil {
			continue
		}
		for _, t := range r.traces {
			if t.Trust == nil || t.Item.Food == nil {
				continue
			}
			a := answer{list: r.list, fold: r.fold, doubts: t.Doubts, hand: t.Hand, trust: t.Trust, weight: weight * math.Sqrt(float64(r.times))}
			a.food = (len(r.traces) == 1 || r.list == meals) && r.close(t.Item.Food, t.Amount)
			switch {
			case r.list == meals:
				a.right = a.food
			case r.sound != nil:
				a.right = r.sound(r.items())
			default:
				a.right, _ = r.whole(r.items())
			}
			out = append(out, a)
		}
	}
	return out
}

// calibrateDoubt fits the chance that a text names one food.
func calibrateDoubt(answers []answer) map[string]float64 {
	w := calibrate(len(match.DoubtNames()), answers, func(a *answer) ([]float64, bool) { return a.doubts, a.food })
	out := map[string]float64{}
	for i, n := range match.DoubtNames() {
		out[n] = w[i]
	}
	return out
}

// calibrateTrust fits the chance that an answer is right, for each hand by itself.
func calibrateTrust(answers []answer) map[string][]float64 {
	out := map[string][]float64{}
	for _, hand := range match.Hands() {
		var own []answer
		for _, a := range answers {
			if a.hand == hand {
				own = append(own, a)
			}
		}
		out[hand] = calibrate(len(match.TrustNames()), own, func(a *answer) ([]float64, bool) { return a.trust, a.right })
	}
	return out
}

// calibrate fits the chance of being right by logistic regression.
func calibrate(inputs int, answers []answer, of func(*answer) (inputs []float64, right bool)) []float64 {
	const pull = 0.5
	w := make([]float64, inputs)
	descend(w, 1500, 0.02, func(g []float64) {
		for i := range answers {
			inputs, right := of(&answers[i])
			d := chance(inputs, w)
			if right {
				d--
			}
			for j, v := range inputs {
				g[j] += answers[i].weight * d * v
			}
		}
		for i := range g {
			g[i] += pull * w[i]
		}
	})
	for i := range w {
		w[i] = math.Round(w[i]*1e4) / 1e4
	}
	return w
}

// chance is the chance of being right under the weights.
func chance(inputs, w []float64) float64 {
	z := 0.0
	for i, v := range inputs {
		z += w[i] * v
	}
	return 1 / (1 + math.Exp(-z))
}
