package main

import (
	_ "embed"
	"encoding/csv"
	"strings"
)

//go:embed priors.csv
var priorsCSV string

// readPriors gives words that change a food the weight to start from, since the lists say too little of them.
// It adds words that no example has.
func readPriors(feats *features) ([]float64, error) {
	rows, err := csv.NewReader(strings.NewReader(priorsCSV)).ReadAll()
	if err != nil {
		return nil, err
	}
	known := map[int32]float64{}
	for _, row := range rows[1:] {
		known[feats.id(row[0]+","+row[1])] = number(row[2])
	}
	prior := make([]float64, len(feats.names))
	for id, w := range known {
		prior[id] = w
	}
	return prior, nil
}
