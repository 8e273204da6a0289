package app

import (
	"slices"
	"strings"

	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/suggest"
	"github.com/nutrigap/nutrigap/internal/symptom"
)

// Meal says which foods of a plan go together, or better apart.
type Meal struct {
	Nutrient    nutrient.ID // that the foods bring
	Beside      bool        // in one meal; else apart
	Foods, With []suggest.Offer
	Text        string // why
}

// pair finds what helps the plant foods of a gap in the same meal, out of the foods that the person or most
// people eat, and what of the diary hinders it.
func (c *choosing) pair(g *ForGap, each int) {
	for _, p := range c.Book.Pairings(g.Nutrient) {
		switch {
		case p.Beside:
			g.Beside = append(g.Beside, c.helpers(&p, each)...)
		case len(p.Words) > 0:
			g.Apart = append(g.Apart, c.hinderers(&p)...)
		}
	}
}

// helpers are portions that bring enough of what helps, the person's own foods first.
func (c *choosing) helpers(p *symptom.Pairing, n int) []suggest.Offer {
	enough := []suggest.Gap{{Nutrient: p.Nutrient, Goal: p.Least}}
	pool := func(in func(*suggest.Offer) bool) []suggest.Offer {
		return c.among(func(o *suggest.Offer) bool { return in(o) && o.Adds(p.Nutrient) >= p.Least })
	}
	own := suggest.Best(pool(c.isEaten), enough, c.limits, n)
	return append(own, suggest.Best(pool(c.isCommon), enough, c.limits, n-len(own), own...)...)
}

// hinderers are the foods of the diary whose names have one of the words, by their first name.
func (c *choosing) hinderers(p *symptom.Pairing) []string {
	var names []string
	for _, id := range []nutrient.ID{nutrient.Energy, nutrient.Water} {
		for _, s := range c.Sources(id) {
			if name, _, _ := strings.Cut(s.Food, ","); named(name, p.Words) && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// named reports whether a name has one of the words, and not as a part of another: "steak" is no tea.
func named(name string, words []string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(name)), func(word string) bool { return slices.Contains(words, word) })
}

// meals says how to eat the foods of a plan.
func (c *choosing) meals(plan *suggest.Plan) []Meal {
	var meals []Meal
	for i := range plan.Gaps {
		gap := plan.Gaps[i].Gap
		var foods []suggest.Offer
		for j := range plan.Changes {
			if o := &plan.Changes[j].Offer; o.OfPlants() && o.Rich([]suggest.Gap{gap}) {
				foods = append(foods, *o)
			}
		}
		for _, p := range c.Book.Pairings(gap.Nutrient) {
			if with := matching(plan, &p, foods); len(foods) > 0 && len(with) > 0 {
				meals = append(meals, Meal{Nutrient: gap.Nutrient, Beside: p.Beside, Foods: foods, With: with, Text: p.Text})
			}
		}
	}
	return meals
}

// matching are the other foods of a plan that a pairing is about.
func matching(plan *suggest.Plan, p *symptom.Pairing, foods []suggest.Offer) []suggest.Offer {
	var with []suggest.Offer
	for i := range plan.Changes {
		o := &plan.Changes[i].Offer
		same := func(f suggest.Offer) bool { return f.Food.Code == o.Food.Code }
		about := p.Least > 0 && o.Adds(p.Nutrient) >= p.Least || named(o.Food.Name, p.Words)
		if about && !slices.ContainsFunc(foods, same) {
			with = append(with, *o)
		}
	}
	return with
}
