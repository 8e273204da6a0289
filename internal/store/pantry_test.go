package store_test

import (
	"path/filepath"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/pantry"
	"github.com/nutrigap/nutrigap/internal/store"
)

func bar() *food.Food {
	f := &food.Food{Name: "Oat bar", Also: []string{"flapjack"}, Source: pantry.Source, Category: "Own foods",
		Portions: []food.Portion{{Amount: 1, Label: "bar", Grams: 45, Kind: food.Household}}}
	f.Per100g[nutrient.Energy], f.Per100g[nutrient.Iron] = nutrient.Of(400), nutrient.Of(0)
	return f
}

func soup() *pantry.Dish {
	f := &food.Food{Name: "Lentil soup", Source: pantry.Source, Category: "Own recipes",
		Portions: []food.Portion{{Amount: 1, Label: "serving", Grams: 225, Kind: food.Household}}}
	f.Per100g[nutrient.Energy] = nutrient.Of(80.5)
	return &pantry.Dish{Food: f, Recipe: pantry.Recipe{Name: "Lentil soup", YieldGrams: 900,
		Ingredients: []pantry.Ingredient{{Line: 1, Text: "200 g lentils"}, {Line: 2, Text: "1 onion"}}}}
}

func mustPut(t *testing.T, db *store.DB) (food, dish string) {
	t.Helper()
	codes, err := db.PutFoods(t.Context(), bar())
	if err != nil {
		t.Fatal(err)
	}
	if dish, err = db.PutDish(t.Context(), soup()); err != nil {
		t.Fatal(err)
	}
	return codes[0], dish
}

func mustPantry(t *testing.T, db *store.DB) *pantry.Pantry {
	t.Helper()
	p, err := db.Pantry(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestAPantryComesBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "diary.db")
	db := openAt(t, path)
	foodCode, dishCode := mustPut(t, db)
	aliases := []pantry.Alias{
		{Text: "Daily Sept 12", Kind: pantry.IsNotFood},
		{Text: "my shake", Kind: pantry.IsFood, Code: foodCode, Grams: 330},
		{Text: "stew", Kind: pantry.IsSkipped},
	}
	if err := db.SetAliases(t.Context(), aliases...); err != nil {
		t.Fatal(err)
	}
	want := &pantry.Pantry{Aliases: aliases, Foods: []*food.Food{bar()}, Dishes: []pantry.Dish{*soup()}}
	want.Foods[0].Code, want.Dishes[0].Food.Code = foodCode, dishCode
	if diff := gocmp.Diff(want, mustPantry(t, openAt(t, path))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestTheSameNameIsReplacedAndKeepsItsCode(t *testing.T) {
	db := open(t)
	foodCode, dishCode := mustPut(t, db)
	again, dishAgain := mustPut(t, db)
	if again != foodCode || dishAgain != dishCode {
		t.Errorf("codes %s and %s became %s and %s", foodCode, dishCode, again, dishAgain)
	}
	for _, a := range []pantry.Alias{{Text: "My Shake!", Kind: pantry.IsSkipped}, {Text: "my  shake", Kind: pantry.IsNotFood}} {
		if err := db.SetAliases(t.Context(), a); err != nil {
			t.Fatal(err)
		}
	}
	p := mustPantry(t, db)
	if diff := gocmp.Diff([]pantry.Alias{{Text: "my  shake", Kind: pantry.IsNotFood}}, p.Aliases); diff != "" {
		t.Errorf("aliases (-want +got)\n%s", diff)
	}
	if len(p.Foods) != 1 || len(p.Dishes) != 1 {
		t.Errorf("%d foods and %d dishes, want one of each", len(p.Foods), len(p.Dishes))
	}
}

func TestRemoving(t *testing.T) {
	db := open(t)
	foodCode, dishCode := mustPut(t, db)
	err := db.SetAliases(t.Context(),
		pantry.Alias{Text: "bar", Kind: pantry.IsFood, Code: foodCode}, pantry.Alias{Text: "soup", Kind: pantry.IsFood, Code: dishCode})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		code    string
		found   bool
		aliases int
	}{{"own:7", false, 0}, {"11100000", false, 0}, {dishCode, true, 1}, {dishCode, false, 0}, {foodCode, true, 1}} {
		found, aliases, err := db.RemoveOwn(t.Context(), c.code)
		if err != nil || found != c.found || aliases != c.aliases {
			t.Errorf("removing %s: found %v with %d aliases (%v), want %v with %d", c.code, found, aliases, err, c.found, c.aliases)
		}
	}
	if diff := gocmp.Diff(&pantry.Pantry{}, mustPantry(t, db)); diff != "" {
		t.Errorf("left over (-want +got)\n%s", diff)
	}
	if found, err := db.RemoveAlias(t.Context(), "bar"); found || err != nil {
		t.Errorf("an alias that is gone was found again: %v, %v", found, err)
	}
	if codes, _ := db.PutFoods(t.Context(), bar()); len(codes) == 1 && codes[0] == foodCode {
		t.Errorf("the code %s was used twice", foodCode)
	}
}

func TestBadAliasesChangeNothing(t *testing.T) {
	db := open(t)
	err := db.SetAliases(t.Context(), pantry.Alias{Text: "good", Kind: pantry.IsSkipped}, pantry.Alias{Text: "bad", Kind: pantry.IsFood})
	if err == nil {
		t.Error("an alias for a food without a code was kept")
	}
	if p := mustPantry(t, db); len(p.Aliases) != 0 {
		t.Errorf("half of the aliases were kept: %v", p.Aliases)
	}
}
