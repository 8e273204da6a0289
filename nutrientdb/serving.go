package nutrientdb

import (
	"bytes"
	"cmp"
	"context"
	_ "embed" // the list of servings
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// servings.csv names plain foods that a person can buy and eat, and how much of each makes one serving, counted in
// one of the food's own portions. Left out on purpose: spices and powders, which nobody eats by the portion; food
// with a limit of its own (liver and vitamin A, Brazil nuts and selenium, swordfish and mercury); and dishes.
//
//go:embed servings.csv
var servings []byte

// Serving is a helping of a food and what it brings of one nutrient.
type Serving struct {
	Food    *food.Food
	Portion food.Portion // the whole helping: 0.5 cup and its weight
	Adds    float64      // of the nutrient asked for, in its own unit
}

// BestSources are at most limit everyday servings that bring the most of a nutrient, the best first.
func (db *DB) BestSources(ctx context.Context, id nutrient.ID, limit int) ([]Serving, error) {
	all, err := db.servings(ctx)
	if err != nil {
		return nil, fmt.Errorf("foods with %s: %w", id.Name(), err)
	}
	best := all[:0]
	for _, s := range all {
		if per100g, known := s.Food.Per100g[id].Known(); known && per100g > 0 {
			s.Adds = per100g * s.Portion.Grams / 100
			best = append(best, s)
		}
	}
	slices.SortStableFunc(best, func(a, b Serving) int { return cmp.Compare(b.Adds, a.Adds) })
	return best[:max(0, min(limit, len(best)))], nil
}

// servings reads the list and looks its foods up, in the order of the list.
func (db *DB) servings(ctx context.Context) ([]Serving, error) {
	rows, err := csv.NewReader(bytes.NewReader(servings)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("servings.csv: %w", err)
	}
	rows = rows[1:]
	codes := make([]string, len(rows))
	for i, row := range rows {
		codes[i] = row[0]
	}
	foods, err := db.Foods(ctx, codes...)
	if err != nil {
		return nil, fmt.Errorf("servings.csv: %w", err)
	}
	list := make([]Serving, len(rows))
	for i, row := range rows {
		amount, err := strconv.ParseFloat(row[2], 64)
		if err != nil {
			return nil, fmt.Errorf("servings.csv: food %s: amount %q is not a number", row[0], row[2])
		}
		p, ok := helping(foods[i], amount, row[3])
		if !ok {
			return nil, fmt.Errorf("servings.csv: food %s has no portion %q", row[0], row[3])
		}
		list[i] = Serving{Food: foods[i], Portion: p}
	}
	return list, nil
}

// helping is an amount of one of a food's own portions.
func helping(f *food.Food, amount float64, label string) (food.Portion, bool) {
	for _, p := range f.Portions {
		if p.Kind == food.Household && strings.EqualFold(p.Label, label) {
			p.Grams *= amount / p.Amount
			p.Amount = amount
			return p, true
		}
	}
	return food.Portion{}, false
}
