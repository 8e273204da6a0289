package main

import (
	"fmt"
	"math"
	"os"
	"sort"
	"strings"

	"github.com/nutrigap/nutrigap/internal/match"
)

// judged is one answer: what spoke for and against it, and whether it was right.
type judged struct {
	x      []float64
	right  bool
	weight float64
	list   string
	text   string
}

var calibrationWeight = map[string]float64{
	"common-foods.csv": 1, phrasesFile: 1, "foods-dev.csv": 1, "nutribench-us-dev.csv": 0.1, "bigideas-dev.csv": 0.5,
}

// calibrate fits the chance of being right by logistic regression.
func calibrate(m *match.Matcher, rows []row, dir string) (map[string]float64, error) {
	traces, err := traceAllTop(m, rows)
	if err != nil {
		return nil, err
	}
	names := match.DoubtNames()
	var all []judged
	for i, r := range rows {
		wt := calibrationWeight[r.list]
		if wt == 0 {
			continue
		}
		for _, t := range traces[i] {
			if len(t.Foods) == 0 {
				continue
			}
			j := judged{right: len(traces[i]) == 1 && r.close(t.Foods[0].Food, t.Amount), weight: wt * math.Sqrt(float64(r.times)), list: r.list, text: t.Text}
			if strings.HasPrefix(r.list, "nutri") {
				j.right = r.close(t.Foods[0].Food, t.Amount)
			}
			for _, n := range names {
				j.x = append(j.x, t.Doubts[n])
			}
			all = append(all, j)
		}
	}
	w := make([]float64, len(names))
	m1, m2 := make([]float64, len(w)), make([]float64, len(w))
	for step := 1; step <= 1500; step++ {
		g := make([]float64, len(w))
		for _, j := range all {
			z := 0.0
			for k, v := range j.x {
				z += w[k] * v
			}
			d := 1 / (1 + math.Exp(-z))
			if j.right {
				d--
			}
			for k, v := range j.x {
				g[k] += j.weight * d * v
			}
		}
		for k := range w {
			gi := g[k] + 0.5*w[k]
			m1[k] = 0.9*m1[k] + 0.1*gi
			m2[k] = 0.999*m2[k] + 0.001*gi*gi
			w[k] -= 0.02 * (m1[k] / (1 - math.Pow(0.9, float64(step)))) / (math.Sqrt(m2[k]/(1-math.Pow(0.999, float64(step)))) + 1e-8)
		}
	}
	out := map[string]float64{}
	for k, n := range names {
		out[n] = w[k]
	}
	report(all, w)
	return out, nil
}

func report(all []judged, w []float64) {
	type bin struct{ n, right float64 }
	lists := map[string]*[10]bin{}
	for _, j := range all {
		z := 0.0
		for k, v := range j.x {
			z += w[k] * v
		}
		p := 1 / (1 + math.Exp(-z))
		b := min(9, int(p*10))
		if lists[j.list] == nil {
			lists[j.list] = &[10]bin{}
		}
		lists[j.list][b].n++
		if j.right {
			lists[j.list][b].right++
		}
	}
	var keys []string
	for k := range lists {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		fmt.Printf("%-24s", k)
		for _, b := range lists[k] {
			fmt.Printf(" %4.0f/%-4.0f", b.right, b.n)
		}
		fmt.Println()
	}
}

func appendDoubts(name string, doubts map[string]float64) error {
	f, err := os.OpenFile(name, os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	for _, n := range match.DoubtNames() {
		fmt.Fprintf(f, "doubt,%s,%.4f\n", n, doubts[n])
	}
	return f.Close()
}

func traceAllTop(m *match.Matcher, rows []row) ([][]match.Trace, error) {
	return traceTop(m, rows)
}
