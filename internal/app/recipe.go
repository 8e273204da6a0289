package app

import (
	"fmt"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/intake"
	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/pantry"
)

// Cooked is a recipe as a food, and what its ingredients were taken for.
type Cooked struct {
	Dish        pantry.Dish
	Ingredients []CookedIngredient
	Grams       float64 // the weight of the dish: the recipe's yield, or the sum of the ingredients
	// Coverage is the share of the dish's energy, 0 to 1, whose ingredients have a value. An ingredient
	// without a food counts as much as the average one.
	Coverage [nutrient.Count]float64
}

// CookedIngredient is one line of a recipe and the foods found in it.
type CookedIngredient struct {
	pantry.Ingredient
	Items []match.Item
}

// knownFrom is the share of a dish's energy from which a nutrient counts as known: what the rest may add is
// then within what a label may be off by (US 21 CFR 101.9(g)). Below it, a part would pass for the whole.
const knownFrom = 0.8

// Cook makes a food of a recipe. It is a day that nobody has eaten yet: ingredients are matched and added
// up as the rows of a diary are. A nutrient is known where ingredients with four fifths of the energy have
// it; ingredients that the person called no food are left out. It fails where nothing can be weighed.
func Cook(m Matcher, r *pantry.Recipe) (*Cooked, error) {
	c := &Cooked{Dish: pantry.Dish{Recipe: *r}, Grams: r.YieldGrams}
	var totals intake.Totals
	sum := 0.0
	for _, in := range r.Ingredients {
		items := m.Match(match.Query{Food: in.Text})
		c.Ingredients = append(c.Ingredients, CookedIngredient{in, items})
		if LeftOut(items) {
			continue
		}
		for _, it := range items {
			sum += it.Weight.Grams
		}
		eaten := intake.Eat(&diary.Entry{Food: in.Text}, items, intake.Table)
		totals.Add(&eaten)
	}
	if sum == 0 {
		return nil, fmt.Errorf("%q: no ingredient has a food and a weight", r.Name)
	}
	if c.Grams == 0 {
		c.Grams = sum
	}
	day := totals.Days()[0]
	for id := range c.Coverage {
		c.Coverage[id] = day.Coverage(nutrient.ID(id))
	}
	c.Dish.Food = dish(r, c.Grams, &day)
	return c, nil
}

// dish is the food that a day's worth of ingredients makes.
func dish(r *pantry.Recipe, grams float64, day *intake.Day) *food.Food {
	f := &food.Food{Name: r.Name, Source: pantry.Source, Category: "Own recipes"}
	for _, id := range nutrient.All() {
		if day.Coverage(id) >= knownFrom {
			f.Per100g[id] = day.Amount(id).Times(100 / grams)
		}
	}
	one := grams
	if r.Servings > 0 {
		one = grams / r.Servings
		f.Portions = append(f.Portions, food.Portion{Amount: 1, Label: "serving", Grams: one, Kind: food.Household})
	}
	return withUsual(f, one)
}

// withUsual says what is meant where nobody names an amount: a serving, or all of a recipe that doesn't
// say how many it serves.
func withUsual(f *food.Food, grams float64) *food.Food {
	f.Portions = append(f.Portions, food.Portion{Amount: 1, Label: "usual portion", Grams: grams, Kind: food.Usual})
	return f
}
