package app

import (
	"fmt"
	"iter"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/match"
)

// ListTable is a list of foods to match against in place of the nutrient table. It is a [match.Table].
type ListTable struct {
	foods  []*food.Food
	byCode map[string]*food.Food
}

// NewListTable makes a table of foods, each with a code of its own.
func NewListTable(foods []*food.Food) *ListTable {
	t := &ListTable{foods: foods, byCode: make(map[string]*food.Food, len(foods))}
	for _, f := range foods {
		t.byCode[f.Code] = f
	}
	return t
}

// Names lists every food, in the order of the list.
func (t *ListTable) Names() iter.Seq2[match.Name, error] {
	return func(yield func(match.Name, error) bool) {
		for _, f := range t.foods {
			known := 0
			for _, q := range f.Per100g {
				if _, ok := q.Known(); ok {
					known++
				}
			}
			n := match.Name{Code: f.Code, Name: f.Name, Also: f.Also, Source: f.Source, Category: f.Category, Rank: f.Rank, Known: known}
			if !yield(n, nil) {
				return
			}
		}
	}
}

// Food is the food with that code.
func (t *ListTable) Food(code string) (*food.Food, error) {
	if f := t.byCode[code]; f != nil {
		return f, nil
	}
	return nil, fmt.Errorf("food %q is not in the list", code)
}

// Foods are the foods with those codes, in that order.
func (t *ListTable) Foods(codes ...string) ([]*food.Food, error) {
	foods := make([]*food.Food, len(codes))
	for i, code := range codes {
		f, err := t.Food(code)
		if err != nil {
			return nil, err
		}
		foods[i] = f
	}
	return foods, nil
}
