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

// run fits the ranking, calibrates the confidence on answers to rows that were not fitted on, and writes both.
// Where misses is not empty, the rows that were read wrongly go there.
func run(bench, out, misses string) error {
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
	var traces [][]match.Trace
	for range rounds {
		if traces, err = round(t, rows, weights); err != nil {
			return err
		}
	}
	read, err := crossFit(t, rows, traces, weights)
	if err != nil {
		return err
	}
	answers := judge(read)
	trustOthers(read, answers)
	weights.Trust = map[string]float64{}
	for hand, fitted := range calibrateTrust(answers) {
		for i, n := range match.TrustNames() {
			weights.Trust[hand+": "+n] = fitted[i]
		}
	}
	if err := writeWeights(filepath.Join(out, "weights.csv"), weights); err != nil {
		return err
	}
	if misses != "" {
		if err := writeMisses(misses, read); err != nil {
			return err
		}
	}
	dir := filepath.Join(out, "fit")
	if err := writeFigures(dir, read); err != nil {
		return err
	}
	return writeReliability(dir, answers)
}

// round fits the ranking on the texts as the weights cut them, and then the chance that a text names one food on
// what the new ranking puts first. It returns the texts as they were cut.
func round(t *table, rows []row, weights *match.Weights) ([][]match.Trace, error) {
	m, err := match.NewWith(t, weights)
	if err != nil {
		return nil, err
	}
	traces, err := traceAll(rows, func(r row) ([]match.Trace, error) { return m.Trace(r.query, depth) })
	if err != nil {
		return nil, err
	}
	if err := fitRanking(weights, rows, traces); err != nil {
		return nil, err
	}
	read, err := readAll(t, rows, weights)
	if err != nil {
		return nil, err
	}
	weights.Doubt = calibrateDoubt(judge(read))
	return traces, nil
}

// fitRanking fits the weights of the ranking.
func fitRanking(weights *match.Weights, rows []row, traces [][]match.Trace) error {
	numbers := newNumbering()
	examples := numbers.examples(rows, traces)
	prior, err := numbers.priors()
	if err != nil {
		return err
	}
	numbers.into(weights, climb(examples, numbers, prior))
	return nil
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
