package match

import (
	_ "embed"
	"encoding/csv"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

//go:embed weights.csv
var weightsCSV string

// Weights are what the ranking and the confidence go by. They are fitted by the program in the folder fit
// and kept in weights.csv.
type Weights struct {
	Features map[string]float64 // by the feature's name
	Unsaid   map[string]float64 // for a word of the name that nobody said
	Absent   map[string]float64 // for a word of the query that the name hasn't
	Doubt    map[string]float64 // the chance that a text names one food, by the name of its input
	Trust    map[string]float64 // the chance that an answer is right, by "own: coverage", "app: coverage" ...
}

// ReadWeights reads a table of weights with the columns kind, word and weight.
func ReadWeights(text string) (*Weights, error) {
	in := csv.NewReader(strings.NewReader(text))
	in.Comment = '#'
	rows, err := in.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("reading the weights: %w", err)
	}
	if len(rows) == 0 {
		return nil, errors.New("the weights are empty")
	}
	kinds := map[string]map[string]float64{"feature": {}, "unsaid": {}, "absent": {}, "doubt": {}, "trust": {}}
	w := &Weights{kinds["feature"], kinds["unsaid"], kinds["absent"], kinds["doubt"], kinds["trust"]}
	for _, row := range rows[1:] {
		into, ok := kinds[row[0]]
		if !ok {
			return nil, fmt.Errorf("weights: no kind %q", row[0])
		}
		if into[row[1]], err = strconv.ParseFloat(row[2], 64); err != nil {
			return nil, fmt.Errorf("weights: %s %s: %q is not a number", row[0], row[1], row[2])
		}
	}
	return w, nil
}

// ranking is the weights by the index's numbers.
type ranking struct {
	dense          [2][featureCount]float32 // of a sentence, of a row
	unsaid, absent []float32                // by word
	doubt          [doubtCount]float64
	trust          [handCount][trustCount]float64
}

func newRanking(w *Weights, x *index) *ranking {
	r := &ranking{unsaid: make([]float32, len(x.words)), absent: make([]float32, len(x.words))}
	for f := range featureCount {
		r.dense[0][f] = float32(w.Features[f.String()])
		r.dense[1][f] = r.dense[0][f] + float32(w.Features[(f+featureCount).String()])
	}
	for word, v := range w.Unsaid {
		if id, ok := x.ids[word]; ok {
			r.unsaid[id] = float32(v)
		}
	}
	for word, v := range w.Absent {
		if id, ok := x.ids[word]; ok {
			r.absent[id] = float32(v)
		}
	}
	for d := range doubtCount {
		r.doubt[d] = w.Doubt[d.String()]
	}
	for h := range handCount {
		for t := range trustCount {
			r.trust[h][t] = w.Trust[trustName(h, t)]
		}
	}
	return r
}

// score is the evidence weighed up; only differences between foods for one query mean anything.
func (r *ranking) score(q *query, e *evidence) float32 {
	var s float32
	dense := &r.dense[q.kind()]
	for f, v := range e.dense {
		s += v * dense[f]
	}
	for _, id := range e.unsaid {
		s += r.unsaid[id]
	}
	for _, id := range e.absent {
		s += r.absent[id]
	}
	return s
}
