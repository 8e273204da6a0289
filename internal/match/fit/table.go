package main

import (
	"context"
	"iter"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/nutrientdb"
)

// table shows the nutrient table to the matcher.
type table struct {
	db    *nutrientdb.DB
	foods map[string]*food.Food // read at once: the fit looks at nearly all of them
}

func (t *table) Names() iter.Seq2[match.Name, error] {
	return func(yield func(match.Name, error) bool) {
		for n, err := range t.db.Names(context.Background()) {
			if !yield(match.Name(n), err) {
				return
			}
		}
	}
}

func (t *table) Foods(codes ...string) ([]*food.Food, error) {
	foods := make([]*food.Food, len(codes))
	for i, c := range codes {
		f, ok := t.foods[c]
		if !ok {
			return nil, nutrientdb.ErrNotFound
		}
		foods[i] = f
	}
	return foods, nil
}

func (t *table) Food(code string) (*food.Food, error) {
	foods, err := t.Foods(code)
	if err != nil {
		return nil, err
	}
	return foods[0], nil
}

func openTable() (*table, error) {
	db, err := nutrientdb.Open()
	if err != nil {
		return nil, err
	}
	t := &table{db: db, foods: map[string]*food.Food{}}
	var codes []string
	for n, err := range db.Names(context.Background()) {
		if err != nil {
			return nil, err
		}
		codes = append(codes, n.Code)
	}
	foods, err := db.Foods(context.Background(), codes...)
	if err != nil {
		return nil, err
	}
	for _, f := range foods {
		t.foods[f.Code] = f
	}
	return t, nil
}
