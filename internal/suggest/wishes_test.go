package suggest

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAllow(t *testing.T) {
	for _, tt := range []struct {
		name, category string
		wishes         Wishes
		want           bool
	}{
		{"Lentils", "Beans, peas, legumes", Wishes{Diet: "vegan"}, true},
		{"Kidney beans, from dried", "Beans, peas, legumes", Wishes{Diet: "vegan"}, true},
		{"Beans, with meat", "Beans, peas, legumes", Wishes{Diet: "vegetarian"}, false},
		{"Soybean curd", "Soy and meat-alternative products", Wishes{Diet: "vegan"}, true},
		{"Soybean curd", "Soy and meat-alternative products", Wishes{Without: []string{"soya"}}, false},
		{"Almond milk, unsweetened", "Plant-based milk", Wishes{Diet: "vegan"}, true},
		{"Almond milk, unsweetened", "Plant-based milk", Wishes{Without: []string{"dairy"}}, true},
		{"Almond milk, unsweetened", "Plant-based milk", Wishes{Without: []string{"nuts"}}, false},
		{"Coconut milk", "Plant-based milk", Wishes{}, false},
		{"Oatmeal, made with milk", "Oatmeal", Wishes{Diet: "vegan"}, false},
		{"Oatmeal, made with milk", "Oatmeal", Wishes{Diet: "vegetarian"}, true},
		{"Oatmeal, made with milk", "Oatmeal", Wishes{Without: []string{"Lactose"}}, false},
		{"Ham omelet", "Eggs and omelets", Wishes{Diet: "vegetarian"}, false},
		{"Bread, whole wheat", "Yeast breads", Wishes{Without: []string{"gluten"}}, false},
		{"Rice noodles, cooked", "Pasta, noodles, cooked grains", Wishes{Without: []string{"gluten"}}, true},
		{"Almonds, unsalted", "Nuts and seeds", Wishes{Without: []string{"nuts"}}, false},
		{"Pumpkin seeds, unsalted", "Nuts and seeds", Wishes{Diet: "vegan"}, true},
		{"Fish, salmon, baked", "Fish", Wishes{}, true},
		{"Fish, salmon, raw", "Fish", Wishes{}, false},
		{"Wine, red", "Wine", Wishes{}, false},
		{"Whey protein", "Protein and nutritional powders", Wishes{}, false},
		{"Carrots, baby food", "Baby food: vegetables", Wishes{}, false},
		{"Milk, dry, not reconstituted", "Milk, whole", Wishes{}, false},
		{"Spinach, cooked, fat added", "Spinach", Wishes{}, false},
		{"Spinach, cooked, fat added", "Spinach", Wishes{Eaten: func(string) bool { return true }}, true},
	} {
		if got := tt.wishes.Allow("", tt.name, tt.category); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

// TestPregnancy keeps the rules of the agencies, one food a rule, and the food beside it that is fine.
func TestPregnancy(t *testing.T) {
	for name, wants := range map[string]struct {
		category            string
		everybody, pregnant bool
	}{
		"Fish, shark, cooked":             {"Fish", false, false},
		"Fish, swordfish, baked":          {"Fish", false, false},
		"Fish, king mackerel, cooked":     {"Fish", false, false},
		"Fish, marlin, cooked":            {"Fish", false, false},
		"Fish, tilefish, cooked":          {"Fish", false, false},
		"Fish, tuna, canned":              {"Fish", true, false},
		"Fish, mackerel, cooked":          {"Fish", true, false},
		"Fish, halibut, cooked":           {"Fish", true, false},
		"Fish, salmon, cooked":            {"Fish", true, true},
		"Fish, trout, cooked":             {"Fish", true, true},
		"Liver, beef, fried":              {"Liver and organ meats", false, false},
		"Chicken liver, braised":          {"Chicken, whole pieces", false, false},
		"Cheese, Brie":                    {"Cheese", true, false},
		"Cheese, Cheddar":                 {"Cheese", true, true},
		"Oysters, steamed":                {"Shellfish", true, false},
		"Alfalfa sprouts, raw":            {"Other vegetables and combinations", false, false},
		"Egg, whole, raw":                 {"Eggs and omelets", false, false},
		"Egg, whole, boiled or poached":   {"Eggs and omelets", true, true},
		"Venison, cooked":                 {"Lamb, goat, game", true, false},
		"Beef, ground, cooked":            {"Ground beef", true, true},
		"Seaweed, dried":                  {"Other vegetables and combinations", false, false},
		"Grapefruit, raw":                 {"Citrus fruits", false, false},
		"Energy drink":                    {"Sport and energy drinks", false, false},
		"Nutritional drink or shake, NFS": {"Nutritional beverages", false, false},
		"Flour, wheat":                    {"Not included in a food category", false, false},
		"Bitter melon, cooked, no fat":    {"Other dark green vegetables", false, false},
	} {
		everybody, pregnant := Wishes{}, Wishes{Pregnant: true}
		if got := everybody.Allow("", name, wants.category); got != wants.everybody {
			t.Errorf("%s for everybody: %v", name, got)
		}
		if got := pregnant.Allow("", name, wants.category); got != wants.pregnant {
			t.Errorf("%s in pregnancy: %v", name, got)
		}
	}
}

func TestUseless(t *testing.T) {
	foods := func(use func(code, name, category string)) {
		use("", "Almonds, unsalted", "Nuts and seeds")
		use("", "Gummy bears", "Candy not containing chocolate")
	}
	wishes := Wishes{Without: []string{"nuts", "nutz", "almond", "gummy"}}
	if diff := cmp.Diff([]string{"nutz", "gummy"}, wishes.Useless(foods)); diff != "" {
		t.Error(diff)
	}
}

func TestHolds(t *testing.T) {
	for name, want := range map[string][]string{
		"Peanut butter, smooth":       {"peanuts"},
		"Almond milk":                 {"nuts"},
		"Butter, stick, salted":       {"milk"},
		"Egg noodles, cooked":         {"egg", "wheat"},
		"Beans, kidney":               nil,
		"Goat cheese":                 {"milk"},
		"Mayonnaise":                  {"egg"},
		"Cream of wheat":              {"wheat"},
		"Crustaceans, shrimp, cooked": {"shellfish"},
		"Rice flour":                  nil,
		"Butternut squash":            nil,
		"Soymilk, original":           {"soy"},
	} {
		if diff := cmp.Diff(want, Holds(name)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", name, diff)
		}
	}
}
