package main

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"maps"
	"math"
	"os"
	"slices"
	"strings"

	"github.com/nutrigap/nutrigap/internal/match"
)

//go:embed priors.csv
var priorsCSV string

// priors gives words that change a food the weight to start from, since the lists say too little of them. It
// numbers words that no example has.
func (n *numbering) priors() ([]float64, error) {
	rows, err := csv.NewReader(strings.NewReader(priorsCSV)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("priors.csv: %w", err)
	}
	known := map[int32]float64{}
	for _, row := range rows[1:] {
		known[n.id(feature{row[0], row[1]})] = number(row[2])
	}
	prior := make([]float64, len(n.features))
	for id, w := range known {
		prior[id] = w
	}
	return prior, nil
}

// least is the smallest weight of a word that is worth keeping.
const least = 0.03

// into puts fitted weights into the matcher's.
func (n *numbering) into(weights *match.Weights, w []float64) {
	weights.Features, weights.Unsaid, weights.Absent = map[string]float64{}, map[string]float64{}, map[string]float64{}
	for i, f := range n.features {
		v := math.Round(w[i]*1e4) / 1e4
		switch {
		case f.kind == "feature":
			weights.Features[f.word] = v
		case math.Abs(v) < least:
		case f.kind == "unsaid":
			weights.Unsaid[f.word] = v
		case f.kind == "absent":
			weights.Absent[f.word] = v
		}
	}
}

// writeWeights writes the file that the matcher embeds.
func writeWeights(name string, weights *match.Weights) error {
	var b strings.Builder
	b.WriteString("# made by: go run ./internal/match/fit\nkind,word,weight\n")
	line := func(kind, word string, v float64) { fmt.Fprintf(&b, "%s,%s,%.4f\n", kind, word, v) }
	for _, name := range match.FeatureNames() {
		line("feature", name, weights.Features[name])
	}
	for _, name := range match.DoubtNames() {
		line("doubt", name, weights.Doubt[name])
	}
	for _, hand := range match.Hands() {
		for _, name := range match.TrustNames() {
			line("trust", hand+": "+name, weights.Trust[hand+": "+name])
		}
	}
	for _, word := range slices.Sorted(maps.Keys(weights.Unsaid)) {
		line("unsaid", word, weights.Unsaid[word])
	}
	for _, word := range slices.Sorted(maps.Keys(weights.Absent)) {
		line("absent", word, weights.Absent[word])
	}
	return os.WriteFile(name, []byte(b.String()), 0o644)
}
