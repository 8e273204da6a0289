package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// table is one published table of foods.
type table struct {
	name, citation, url string

	columns *[nutrient.Count]string
	foods   []*entry // by rising id
}

// lacks lists the nutrients for which the published table has no column.
func (t *table) lacks() (ids []nutrient.ID) {
	for id, column := range t.columns {
		if column == "" {
			ids = append(ids, nutrient.ID(id))
		}
	}
	return ids
}

// entry is one food on its way into the database.
type entry struct {
	id             int64
	name, category string
	also           []string
	rank           int64
	amounts        nutrient.Amounts
	portions       []portion
}

// portion is a household measure as the source has it: 0 where it gives no amount or no weight.
type portion struct {
	seq           int64
	amount, grams float64
	label         string
	kind          food.PortionKind
}

// sorted lists foods by id, each with its portions in the source's order.
func sorted(foods map[int64]*entry) []*entry {
	list := make([]*entry, 0, len(foods))
	for _, f := range foods {
		slices.SortFunc(f.portions, func(a, b portion) int { return cmp.Compare(a.seq, b.seq) })
		list = append(list, f)
	}
	slices.SortFunc(list, func(a, b *entry) int { return cmp.Compare(a.id, b.id) })
	return list
}

// otherNames leaves blanks, repetitions and the main name itself out of a list of names. A semicolon inside a name
// becomes a comma, because the database keeps the list with semicolons between.
func otherNames(main string, list []string) (names []string) {
	for _, name := range list {
		name = strings.TrimSpace(strings.ReplaceAll(name, ";", ","))
		same := func(other string) bool { return strings.EqualFold(name, other) }
		if name != "" && !same(main) && !slices.ContainsFunc(names, same) {
			names = append(names, name)
		}
	}
	return names
}
