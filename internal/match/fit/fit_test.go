package main

import (
	"math"
	"strings"
	"testing"

	"github.com/nutrigap/nutrigap/internal/match"
)

func TestDescendFindsTheBottom(t *testing.T) {
	w := []float64{5, -3}
	descend(w, 600, 0.1, func(g []float64) { g[0], g[1] = 2*(w[0]-1), 2*(w[1]-2) })
	if math.Abs(w[0]-1) > 0.01 || math.Abs(w[1]-2) > 0.01 {
		t.Errorf("came to %v, want 1 and 2", w)
	}
}

func TestGradientIsTheSlopeOfTheLoss(t *testing.T) {
	ex := example{weight: 2, foods: []candidate{
		{right: true, features: []int32{0, 2}, values: []float64{1, 0.5}},
		{features: []int32{0, 1}, values: []float64{0.3, 1}},
		{right: true, features: []int32{1}, values: []float64{2}},
	}}
	w := []float64{0.4, -0.2, 0.7}
	loss := func() float64 {
		var all, right float64
		for _, c := range ex.foods {
			s := 0.0
			for j, f := range c.features {
				s += w[f] * c.values[j]
			}
			all += math.Exp(s)
			if c.right {
				right += math.Exp(s)
			}
		}
		return -ex.weight * math.Log(right/all)
	}
	g := make([]float64, len(w))
	ex.gradient(w, g)
	for i := range w {
		const step = 1e-6
		w[i] += step
		up := loss()
		w[i] -= 2 * step
		down := loss()
		w[i] += step
		if slope := (up - down) / (2 * step); math.Abs(slope-g[i]) > 1e-6 {
			t.Errorf("gradient of weight %d is %v, want %v", i, g[i], slope)
		}
	}
}

func TestPriorsAreOfWordsAndFeatures(t *testing.T) {
	n := newNumbering()
	if _, err := n.priors(); err != nil {
		t.Fatal(err)
	}
	for _, f := range n.features[n.own:] {
		if f.kind != "unsaid" && f.kind != "absent" || f.word != strings.ToLower(f.word) {
			t.Errorf("%s %q is neither a feature of the matcher nor a word", f.kind, f.word)
		}
	}
	if _, err := match.ReadWeights(startCSV); err != nil {
		t.Error(err)
	}
}

func TestBinsCountEveryAnswerOnce(t *testing.T) {
	var answers []answer
	for i := range 100 {
		answers = append(answers, answer{list: lists()[i%3], confidence: float64(i) / 100, right: i%2 == 0})
	}
	total, right := 0, 0
	for _, b := range bins(answers) {
		total, right = total+b.answers, right+b.right
		if b.confidence < b.low || b.confidence > b.low+0.1 {
			t.Errorf("a bin from %.1f has the mean confidence %.3f", b.low, b.confidence)
		}
	}
	if total != 100 || right != 50 {
		t.Errorf("%d answers, %d right; want 100 and 50", total, right)
	}
}

func TestOneTextIsInOnePart(t *testing.T) {
	if foldOf("Coffee ") != foldOf("coffee") {
		t.Error("the same text in two parts is fitted on where it is measured")
	}
}

func TestTrustIsCalibratedOnTheOtherParts(t *testing.T) {
	n := len(match.TrustNames())
	var answers []answer
	for i := range 200 {
		a := answer{fold: i % folds, hand: match.Hands()[0], trust: make([]float64, n), weight: 1, right: i%folds != 0}
		a.trust[0] = 1
		answers = append(answers, a)
	}
	trustOthers(nil, answers)
	for _, a := range answers {
		if a.fold == 0 && a.confidence < 0.9 || a.fold != 0 && a.confidence > 0.9 {
			t.Fatalf("part %d: confidence %.2f rests on its own answers", a.fold, a.confidence)
		}
	}
}
