package app

import (
	"math"
	"testing"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/pantry"
)

func recipe(yield, servings float64, lines ...string) *pantry.Recipe {
	r := &pantry.Recipe{Name: "Pot", YieldGrams: yield, Servings: servings}
	for i, text := range lines {
		r.Ingredients = append(r.Ingredients, pantry.Ingredient{Line: i + 2, Text: text})
	}
	return r
}

func TestADishIsTheSumOfItsIngredients(t *testing.T) {
	// Of the larder, 100 g of spinach have 20 kcal and 80 mg of magnesium, 100 g of stew 180 kcal and 20 mg.
	for _, tt := range []struct {
		name       string
		recipe     *pantry.Recipe
		grams, one float64 // the whole, and a serving
		kcal       float64 // in 100 g, negative for unknown
	}{
		{"without a yield it weighs what goes in", recipe(0, 0, "spinach", "stew"), 200, 200, 100},
		{"water that boils off leaves the rest", recipe(100, 4, "spinach", "stew"), 100, 25, 200},
		{"what is no food is left out", recipe(0, 0, "spinach", "stew", "Daily Sept 12"), 200, 200, 100},
		{"a fifth may be unknown", recipe(0, 0, "stew", "stew", "stew", "stew", "gruel"), 400, 400, 180},
		{"a quarter may not", recipe(0, 0, "stew", "stew", "stew", "gruel"), 300, 300, -1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, err := WithChoices(t.Context(), shop{}, larder{}, &pantry.Pantry{Aliases: ownPantry().Aliases})
			if err != nil {
				t.Fatal(err)
			}
			cooked, err := Cook(c, tt.recipe)
			if err != nil {
				t.Fatal(err)
			}
			kcal, known := cooked.Dish.Food.Per100g[nutrient.Energy].Known()
			if known != (tt.kcal >= 0) || known && math.Abs(kcal-tt.kcal) > 1e-9 {
				t.Errorf("%v kcal in 100 g, known %v; want %v", kcal, known, tt.kcal)
			}
			if cooked.Grams != tt.grams {
				t.Errorf("it weighs %v g, want %v", cooked.Grams, tt.grams)
			}
			if w, err := food.UsualPortion().Of(cooked.Dish.Food); err != nil || w.Grams != tt.one {
				t.Errorf("one portion weighs %v g (%v), want %v", w.Grams, err, tt.one)
			}
			if len(cooked.Ingredients) != len(tt.recipe.Ingredients) {
				t.Errorf("%d ingredients, want %d", len(cooked.Ingredients), len(tt.recipe.Ingredients))
			}
			if _, known := cooked.Dish.Food.Per100g[nutrient.Iron].Known(); known {
				t.Error("iron is known, and no ingredient has it")
			}
		})
	}
}

func TestARecipeOfNothingKnownIsNoFood(t *testing.T) {
	if _, err := Cook(larder{}, recipe(500, 2, "gruel", "porage")); err == nil || err.Error() != `"Pot": no ingredient has a food and a weight` {
		t.Errorf("error %v", err)
	}
}
