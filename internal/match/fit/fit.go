package main

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/nutrigap/nutrigap/internal/match"
)

// example is one food of a row: the foods that were considered, and which of them are right.
type example struct {
	weight float64
	foods  []candidate
}

type candidate struct {
	right    bool
	features []int32 // numbers of the features that aren't zero
	values   []float64
}

// listWeight is how much one row of a list counts in the fit. The meals are many and of one style.
var listWeight = map[string]float64{
	"common-foods.csv": 4, phrasesFile: 3, "foods-dev.csv": 1, "nutribench-us-dev.csv": 0.5, "bigideas-dev.csv": 0.5, "household-lines-dev.csv": 0.3,
}

const depth = 80

// features numbers everything that has a weight.
type features struct {
	ids   map[string]int32
	names []string
	count []int
}

func (f *features) id(name string) int32 {
	id, ok := f.ids[name]
	if !ok {
		id = int32(len(f.names))
		f.ids[name] = id
		f.names = append(f.names, name)
		f.count = append(f.count, 0)
	}
	return id
}

func run(bench, out string, half int) error {
	t, err := openTable()
	if err != nil {
		return err
	}
	defer t.db.Close()
	rows, err := readLists(bench, out, t.foods)
	if err != nil {
		return err
	}
	m, err := match.New(t)
	if err != nil {
		return err
	}
	if half > 0 {
		rows = halve(rows, half)
	}
	traces, err := traceAll(m, rows)
	if err != nil {
		return err
	}
	feats := &features{ids: map[string]int32{}}
	for _, n := range match.FeatureNames() {
		feats.id("feature," + n)
	}
	examples := collect(rows, traces, feats)
	fmt.Println(len(rows), "rows", len(examples), "examples", len(feats.names), "features")
	prior, err := readPriors(feats)
	if err != nil {
		return err
	}
	w := climb(examples, feats, prior)
	if err := writeWeights(filepath.Join(out, "weights.csv"), feats, w); err != nil {
		return err
	}
	// The calibration looks at what the new weights put first.
	text, err := os.ReadFile(filepath.Join(out, "weights.csv"))
	if err != nil {
		return err
	}
	nw, err := match.ReadWeights(string(text))
	if err != nil {
		return err
	}
	nw.Doubt = m.Doubt()
	for range 2 {
		if m, err = match.NewWith(t, nw); err != nil {
			return err
		}
		nw.Doubt, err = calibrate(m, rows, filepath.Join(out, "fit"))
		if err != nil {
			return err
		}
	}
	return appendDoubts(filepath.Join(out, "weights.csv"), nw.Doubt)
}

func halve(rows []row, half int) []row {
	var kept []row
	for i, r := range rows {
		if i%2 == half-1 {
			kept = append(kept, r)
		}
	}
	return kept
}

func traceAll(m *match.Matcher, rows []row) ([][]match.Trace, error) {
	traces := make([][]match.Trace, len(rows))
	errs := make([]error, len(rows))
	var wg sync.WaitGroup
	const share = 64
	for from := 0; from < len(rows); from += share {
		wg.Go(func() {
			for i := from; i < min(from+share, len(rows)); i++ {
				traces[i], errs[i] = m.Trace(rows[i].query, depth)
			}
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return traces, nil
}

func collect(rows []row, traces [][]match.Trace, feats *features) []example {
	var out []example
	coverage := slices.Index(match.FeatureNames(), "coverage")
	for i, r := range rows {
		if len(traces[i]) > 1 && !strings.HasPrefix(r.list, "nutri") {
			continue
		}
		for _, t := range traces[i] {
			ex := example{weight: listWeight[r.list] * math.Sqrt(float64(r.times))}
			best := 0.0
			for _, f := range t.Foods {
				best = max(best, f.Features[coverage])
			}
			rights := 0
			for _, f := range t.Foods {
				c := candidate{right: r.right(f.Food, t.Amount) && f.Features[coverage] > 0.5*best}
				if c.right {
					rights++
				}
				for j, v := range f.Features {
					if v != 0 {
						c.features, c.values = append(c.features, int32(j)), append(c.values, v)
					}
				}
				for _, w := range f.Unsaid {
					c.features, c.values = append(c.features, feats.id("unsaid,"+w)), append(c.values, 1)
				}
				for _, w := range f.Absent {
					c.features, c.values = append(c.features, feats.id("absent,"+w)), append(c.values, 1)
				}
				ex.foods = append(ex.foods, c)
			}
			if rights > 0 && rights < len(ex.foods) {
				out = append(out, ex)
			}
		}
	}
	for _, ex := range out {
		seen := map[int32]bool{}
		for _, c := range ex.foods {
			for _, f := range c.features {
				if !seen[f] {
					seen[f] = true
					feats.count[f]++
				}
			}
		}
	}
	return out
}

// The strength of the pull towards zero of a feature's and of a word's weight.
const (
	pullFeature = 0.5
	pullRow     = 1
	pullWord    = 4
	fewest      = 12 // examples in which a word must occur to get a weight
)

// climb finds the weights under which the right foods are likeliest (conditional logit, L2), by Adam on the
// whole sum, so that every run gives the same.
func climb(examples []example, feats *features, prior []float64) []float64 {
	n := len(feats.names)
	w, m1, m2, pull := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	copy(w, prior)
	dense := len(match.FeatureNames())
	for i := range pull {
		pull[i] = pullWord
		switch {
		case i < dense/2:
			pull[i] = pullFeature
		case i < dense:
			pull[i] = pullRow
		}
	}
	const steps = 350
	for step := 1; step <= steps; step++ {
		loss, g := gradient(examples, w)
		for i := range w {
			if i >= dense && feats.count[i] < fewest {
				continue
			}
			off := w[i] - prior[i]
			loss += pull[i] * off * off / 2
			gi := g[i] + pull[i]*off
			m1[i] = 0.9*m1[i] + 0.1*gi
			m2[i] = 0.999*m2[i] + 0.001*gi*gi
			rate := 0.05
			if step > 250 {
				rate = 0.01
			}
			w[i] -= rate * (m1[i] / (1 - math.Pow(0.9, float64(step)))) / (math.Sqrt(m2[i]/(1-math.Pow(0.999, float64(step)))) + 1e-8)
		}
		if step%50 == 0 {
			fmt.Printf("step %d loss %.2f\n", step, loss)
		}
	}
	return w
}

func gradient(examples []example, w []float64) (float64, []float64) {
	const parts = 4
	losses := make([]float64, parts)
	grads := make([][]float64, parts)
	var wg sync.WaitGroup
	for p := range parts {
		wg.Go(func() {
			g := make([]float64, len(w))
			for i := p; i < len(examples); i += parts {
				losses[p] += examples[i].gradient(w, g)
			}
			grads[p] = g
		})
	}
	wg.Wait()
	g, loss := grads[0], losses[0]
	for p := 1; p < parts; p++ {
		loss += losses[p]
		for i, v := range grads[p] {
			g[i] += v
		}
	}
	return loss, g
}

// gradient adds the example's part to g and returns its loss.
func (ex *example) gradient(w, g []float64) float64 {
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
		d *= ex.weight
		for j, f := range c.features {
			g[f] += d * c.values[j]
		}
	}
	return -ex.weight * math.Log(right/all)
}

func writeWeights(name string, feats *features, w []float64) error {
	var b strings.Builder
	b.WriteString("kind,word,weight\n")
	dense := len(match.FeatureNames())
	for i := range dense {
		fmt.Fprintf(&b, "%s,%.4f\n", feats.names[i], w[i])
	}
	var words []int
	for i := dense; i < len(w); i++ {
		if math.Abs(w[i]) >= 0.03 {
			words = append(words, i)
		}
	}
	sort.Slice(words, func(a, b int) bool { return feats.names[words[a]] < feats.names[words[b]] })
	for _, i := range words {
		fmt.Fprintf(&b, "%s,%.3f\n", feats.names[i], w[i])
	}
	return os.WriteFile(name, []byte(b.String()), 0o644)
}
