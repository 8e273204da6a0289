package main

import (
	"hash/fnv"
	"strings"

	"github.com/nutrigap/nutrigap/internal/match"
)

// folds is how many parts the lists are cut into. What is said of each part was fitted without it.
const folds = 3

// foldOf is the part that a text belongs to: the same text with another amount is in the same part.
func foldOf(text string) int {
	h := fnv.New32a()
	h.Write([]byte(strings.ToLower(strings.TrimSpace(text)))) // never fails
	return int(h.Sum32() % folds)
}

// reading is a row and what the matcher read in it.
type reading struct {
	*row
	traces []match.Trace
}

// items are the answers.
func (r *reading) items() []match.Item {
	out := make([]match.Item, len(r.traces))
	for i := range r.traces {
		out[i] = r.traces[i].Item
	}
	return out
}

// crossFit reads every row with a ranking that was fitted without its part.
func crossFit(t *table, rows []row, traces [][]match.Trace, weights *match.Weights) ([]reading, error) {
	var all []reading
	for f := range folds {
		var train, test []row
		var seen [][]match.Trace
		for i, r := range rows {
			if r.fold == f {
				test = append(test, r)
			} else {
				train, seen = append(train, r), append(seen, traces[i])
			}
		}
		w := &match.Weights{Doubt: weights.Doubt, Trust: weights.Trust}
		if err := fitRanking(w, train, seen); err != nil {
			return nil, err
		}
		read, err := readAll(t, test, w)
		if err != nil {
			return nil, err
		}
		all = append(all, read...)
	}
	return all, nil
}

// readAll reads rows as the matcher does under some weights.
func readAll(t *table, rows []row, weights *match.Weights) ([]reading, error) {
	m, err := match.NewWith(t, weights)
	if err != nil {
		return nil, err
	}
	traces, err := traceAll(rows, func(r row) ([]match.Trace, error) { return m.TraceRanked(r.query) })
	if err != nil {
		return nil, err
	}
	out := make([]reading, len(rows))
	for i := range rows {
		out[i] = reading{&rows[i], traces[i]}
	}
	return out, nil
}

// trustOthers sets the confidence of every answer by what was calibrated on the other parts.
func trustOthers(read []reading, answers []answer) {
	var by [folds]map[string][]float64
	for f := range folds {
		var others []answer
		for _, a := range answers {
			if a.fold != f {
				others = append(others, a)
			}
		}
		by[f] = calibrateTrust(others)
	}
	for i := range answers {
		a := &answers[i]
		a.confidence = chance(a.trust, by[a.fold][a.hand])
	}
	for _, r := range read {
		for i := range r.traces {
			if t := &r.traces[i]; t.Trust != nil && t.Item.Food != nil {
				t.Item.Trust(chance(t.Trust, by[r.fold][t.Hand]))
			}
		}
	}
}
