package food_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/nutrigap/nutrigap/internal/food"
)

func TestFindAmount(t *testing.T) {
	for _, tt := range []struct {
		claim, text string
		want        food.Amount
		rest        string
	}{
		{"in front", "2 slices of toast", amount(2, "slice"), "toast"},
		{"behind a comma", "eggs, 2 large", amount(2, "", size("large")), "eggs"},
		{"at the end", "coffee 10 fl oz", amount(10, "fl oz"), "coffee"},
		{"glued to its unit", "4oz Eye of Round Steak", amount(4, "oz"), "Eye of Round Steak"},
		{"in brackets", "cookies (2)", amount(2, ""), "cookies"},
		{"glued brackets", "huel(1)", amount(1, ""), "huel"},
		{"times, behind", "eggs x2", amount(2, ""), "eggs"},
		{"times, in front", "2x eggs", amount(2, ""), "eggs"},
		{"a sign of multiplication", "dates × 2", amount(2, ""), "dates"},
		{"a half", "half roti", amount(0.5, ""), "roti"},
		{"half a dozen", "half a dozen oysters", amount(6, ""), "oysters"},
		{"one and a half, after the unit", "a cup and a half of rice", amount(1.5, "cup"), "rice"},
		{"about", "20ish chips", amount(20, ""), "chips"},
		{"a time of day is no amount", "12:15 1 idli chutney", amount(1, ""), "idli chutney"},
		{"the cut stays in the name and is repeated", "1/2 cup pecans, chopped", amount(0.5, "cup", label("chopped")), "pecans, chopped"},
		{"the second of two alternatives is no cut", "1 tsp sea salt or kosher salt", amount(1, "tsp"), "sea salt or kosher salt"},
		{"a vessel of a size", "Small bowl of spinach", amount(1, "bowl", size("small")), "spinach"},
		{"a size alone", "Medium Banana", amount(1, "", size("medium")), "Banana"},
		{"a vessel of a size, behind", "Cheetos from a small bag", amount(1, "bag", size("small")), "Cheetos from"},
		{"a range of inches is no count", "a 5 to 7 inch pizza", amount(1, ""), "5 to 7 inch pizza"},
		{"words between number and vessel", "a small single serving bag of Cheetos", amount(1, "bag", size("small"), label("single serving")), "Cheetos"},
		{"a vessel with its volume", "a 6.75 fl oz juice box of fruit juice", amount(1, "box", each(6.75, "fl oz")), "fruit juice"},
		{"a vessel with its weight in brackets", "2 (14.5 oz) cans tomatoes", amount(2, "can", each(14.5, "oz")), "tomatoes"},
		{"a hyphened weight", "one 12-ounce can of beer", amount(1, "can", each(12, "oz")), "beer"},
		{"a volume and its vessel", "330 ml can coke", amount(330, "ml"), "coke"},
		{"pieces of a weight", "two 8 oz steaks", amount(16, "oz"), "steaks"},
		{"a weight in brackets further on", "2 chicken breasts (about 8 oz each)", amount(2, "", each(8, "oz")), "chicken breasts"},
		{"a total in brackets", "2 cups (300 g) rice", amount(2, "cup", each(150, "g")), "rice"},
		{"the same again in brackets", "1 cup (240 ml) milk", amount(1, "cup"), "milk"},
		{"a piece that is all there is stays the food", "2 patties", amount(2, ""), "patties"},
		{"a piece in the food's name stays", "4 cheese sticks", amount(4, ""), "cheese sticks"},
		{"a dose", "Vitamin B12 1000 mcg", amount(1000, "mcg"), "Vitamin B12"},
		{"a dose in thousands", "Vitamin D3 5,000 IU", amount(5000, "IU"), "Vitamin D3"},
		{"a percentage is a name", "1 cup 2% milk", amount(1, "cup"), "2% milk"},
		{"a ratio is a name", "ground beef 80/20 4 oz", amount(4, "oz", label("ground")), "ground beef 80/20"},
		{"grains are a name", "7 grain bread 2 slices", amount(2, "slice"), "7 grain bread"},
		{"a number in a brand", "Heinz 57 1 tbsp", amount(1, "tbsp"), "Heinz 57"},
		{"half and half is a name", "2 tbsp half and half", amount(2, "tbsp"), "half and half"},
		{"a number word and its unit in one", "a one-ounce slice of cake", amount(1, "slice", each(1, "oz")), "cake"},
		{"a number word and its unit alone", "half-cup rice", amount(0.5, "cup"), "rice"},
		{"the size of what a piece is of", "a piece of large pizza", amount(1, "piece", size("large")), "pizza"},
		{"a crust is no size", "a piece of medium crust pizza", amount(1, "piece"), "medium crust pizza"},
		{"a Quarter Pounder is one", "a Quarter Pounder", amount(1, ""), "Quarter Pounder"},
		{"a time of day without minutes", "6 pm 2 eggs", amount(2, ""), "eggs"},
		{"a time of day, then a comma", "11:35 am, cappuccino and 3 cookies", amount(3, ""), "cappuccino and cookies"},
		{"a size at the end", "Egg, Large", amount(1, "", size("large")), "Egg"},
		{"a vessel of a size at the end", "makhana small bowl", amount(1, "bowl", size("small")), "makhana"},
		{"a rough measure at the end", "walnuts and raisins handful", amount(1, "handful"), "walnuts and raisins"},
		{"a vessel of a size without of", "small bowl rice", amount(1, "bowl", size("small")), "rice"},
		{"three quarters, as people write them", "3/4th bowl rice", amount(0.75, "bowl"), "rice"},
		{"a cup of cake flour is no cup cake", "1 cup cake flour", amount(1, "cup"), "cake flour"},
		{"a pot roast is no pot", "1 pot roast", amount(1, ""), "pot roast"},
		{"two measures are added", "2 tablespoons plus 1 teaspoon sugar", amount(2.3333333, "tbsp"), "sugar"},
		{"a measure and a smaller one", "1 cup and 2 tbsp flour", amount(1.125, "cup"), "flour"},
		{"a heaping spoon holds more", "2 heaping tablespoons oats", amount(2.6, "tbsp"), "oats"},
		{"a packed cup", "1 firmly packed cup basil leaves", amount(1, "cup", label("packed leaves")), "basil leaves"},
		{"the length of a piece is no count", "1 (3-inch) piece ginger", amount(1, "piece"), "ginger"},
		{"nor with a hyphen", "one 4-inch cinnamon stick", amount(1, ""), "cinnamon stick"},
		{"a good cookie is no full measure", "1 good cookie", amount(1, ""), "good cookie"},
		{"German", "2 Scheiben Brot", amount(2, "slice"), "Brot"},
		{"French", "une tranche de pain", amount(1, "slice"), "pain"},
	} {
		t.Run(tt.claim, func(t *testing.T) {
			got, rest, ok := food.FindAmount(tt.text)
			if !ok {
				t.Fatalf("%q: no amount found", tt.text)
			}
			tt.want.Context = tt.rest
			if diff := cmp.Diff(tt.want, got, cmpopts.EquateApprox(0, 1e-3)); diff != "" {
				t.Errorf("%q (-want +got)\n%s", tt.text, diff)
			}
			if rest != tt.rest {
				t.Errorf("%q leaves %q, want %q", tt.text, rest, tt.rest)
			}
		})
	}
}

func TestFindAmountLeavesNamesAlone(t *testing.T) {
	for _, text := range []string{
		"2% milk", "80/20", "half and half", "7 grain bread", "one-pot pasta", "two-bite brownie", "four cheese pizza",
		"three bean salad", "6-inch turkey sub", "A & W root beer", "Coke 0", "5-hour energy", "Omega 3", "7 Up",
		"Daily Sept 12", "Fruit Jars Apr 6 2024", "100% orange juice", "granola bar", "pound cake", "cup noodles", "Vitamin B12",
		"large curd cottage cheese", "medium grain rice", "Wheat Thins", "Done", "burrito bowl", "cheese bite", "Double Chocolate Chunk", "Mixed nuts and raisins", "",
	} {
		if a, rest, ok := food.FindAmount(text); ok || rest != text {
			t.Errorf("%q: found %v and left %q", text, a, rest)
		}
	}
}

func TestFindAmountTakesOutATimeOfDay(t *testing.T) {
	for text, want := range map[string]string{"10:30 cappuccino": "cappuccino", "6pm decaf": "decaf", "8:30 am tea": "tea", "9:45 coffee 2% milk": "coffee 2% milk"} {
		if a, rest, ok := food.FindAmount(text); ok || rest != want {
			t.Errorf("%q: found %v and left %q, want %q", text, a, rest, want)
		}
	}
}

func TestIsCut(t *testing.T) {
	for word, want := range map[string]bool{"chopped": true, "Sliced": true, "packed": true, "spinach": false} {
		if food.IsCut(word) != want {
			t.Errorf("IsCut(%q) = %v", word, !want)
		}
	}
}
