package match_test

import (
	"encoding/csv"
	"os"
	"regexp"
	"strconv"
	"testing"

	"github.com/nutrigap/nutrigap/internal/match"
)

// The floors below which the phrases of testdata/phrases.csv, everyday words of our own with the food and the
// weight that is meant, must not fall. Two in a hundred may be accepted and wrong.
const (
	rightFloor  = 0.93
	misledLimit = 0.02
)

func TestQualityOnPhrasesOfOurOwn(t *testing.T) {
	f, err := os.Open("testdata/phrases.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	m, _ := newUSDA(t)
	right, misled := 0, 0
	for _, row := range rows[1:] {
		items := m.Match(match.Query{Food: row[0], Amount: row[1]})
		if meant(t, items, row[2:]) {
			right++
			continue
		}
		if accepted(items) {
			misled++
		}
		t.Logf("%s, %s: %s", row[0], row[1], short(items))
	}
	n := float64(len(rows) - 1)
	if share := float64(right) / n; share < rightFloor {
		t.Errorf("%.1f %% right, want %.0f %% at least", 100*share, 100*rightFloor)
	}
	if share := float64(misled) / n; share > misledLimit {
		t.Errorf("%.1f %% accepted and wrong, want %.0f %% at most", 100*share, 100*misledLimit)
	}
}

// meant reports whether an answer has the wanted name and weight: name pattern, grams from, grams to. The
// energy, which only tells apart what the name can't, is for the fit.
func meant(t *testing.T, items []match.Item, want []string) bool {
	t.Helper()
	low, err := strconv.ParseFloat(want[1], 64)
	if err != nil {
		t.Fatal(err)
	}
	high, err := strconv.ParseFloat(want[2], 64)
	if err != nil {
		t.Fatal(err)
	}
	name, grams := false, 0.0
	for _, it := range items {
		grams += it.Weight.Grams
		name = name || it.Food != nil && regexp.MustCompile(want[0]).MatchString(it.Food.Name)
	}
	const rounding = 0.03
	return name && grams >= low*(1-rounding) && grams <= high*(1+rounding)
}

func accepted(items []match.Item) bool {
	for _, it := range items {
		if it.Status != match.Accepted {
			return false
		}
	}
	return true
}
