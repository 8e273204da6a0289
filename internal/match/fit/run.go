package main

import (
	_ "embed"
	"path/filepath"
	"sync"

	"github.com/nutrigap/nutrigap/internal/match"
)

//go:embed start.csv
var startCSV string

// rounds is how often the fit starts over with the texts cut into foods as the weights before would: by the
// third round the cuts hardly change any more.
const rounds = 3

func run(bench, out string) error {
	t, err := openTable()
	if err != nil {
		return err
	}
	defer t.db.Close()
	rows, err := readLists(bench, out, t.foods)
	if err != nil {
		return err
	}
	weights, err := match.ReadWeights(startCSV)
	if err != nil {
		return err
	}
	var answers []answer
	for range rounds {
		if answers, err = round(t, rows, weights); err != nil {
			return err
		}
	}
	if err := writeWeights(filepath.Join(out, "weights.csv"), weights); err != nil {
		return err
	}
	return writeReliability(filepath.Join(out, "fit"), answers, weights)
}

// round fits the ranking on the texts as the weights cut them, and then the calibration on what the new
// ranking puts first.
func round(t *table, rows []row, weights *match.Weights) ([]answer, error) {
	m, err := match.NewWith(t, weights)
	if err != nil {
		return nil, err
	}
	traces, err := traceAll(rows, func(r row) ([]match.Trace, error) { return m.Trace(r.query, depth) })
	if err != nil {
		return nil, err
	}
	numbers := newNumbering()
	examples := numbers.examples(rows, traces)
	prior, err := numbers.priors()
	if err != nil {
		return nil, err
	}
	numbers.into(weights, climb(examples, numbers, prior))
	if m, err = match.NewWith(t, weights); err != nil {
		return nil, err
	}
	answered, err := traceAll(rows, func(r row) ([]match.Trace, error) { return m.TraceRanked(r.query) })
	if err != nil {
		return nil, err
	}
	answers := judge(rows, answered)
	weights.Doubt = calibrate(answers)
	return answers, nil
}

// traceAll reads every row, on every core.
func traceAll(rows []row, trace func(row) ([]match.Trace, error)) ([][]match.Trace, error) {
	traces := make([][]match.Trace, len(rows))
	errs := make([]error, len(rows))
	var wg sync.WaitGroup
	const share = 64
	for from := 0; from < len(rows); from += share {
		wg.Go(func() {
			for i := from; i < min(from+share, len(rows)); i++ {
				traces[i], errs[i] = trace(rows[i])
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
