package food_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nutrigap/nutrigap/internal/food"
)

// amount makes an Amount of n units without a range.
func amount(n float64, unit food.Unit, more ...func(*food.Amount)) food.Amount {
	a := food.Amount{Count: n, Low: n, High: n, Unit: unit}
	for _, m := range more {
		m(&a)
	}
	return a
}

func size(s food.Size) func(*food.Amount)    { return func(a *food.Amount) { a.Size = s } }
func label(s string) func(*food.Amount)      { return func(a *food.Amount) { a.Label = s } }
func high(low, h float64) func(*food.Amount) { return func(a *food.Amount) { a.Low, a.High = low, h } }
func each(v float64, u food.Unit) func(*food.Amount) {
	return func(a *food.Amount) { a.Each = food.Measure{Value: v, Unit: u} }
}

func TestParseAmount(t *testing.T) {
	for _, tt := range []struct {
		claim, text string
		want        food.Amount
	}{
		{"no text is the usual portion", " ", amount(1, food.Serving)},
		{"a number alone is a bare count", "2", amount(2, "")},
		{"a weight", "150.00 g", amount(150, "g")},
		{"a weight without a space", "250ml", amount(250, "ml")},
		{"a size is no unit", "4.00 medium", amount(4, "", size("medium"))},
		{"a size and a piece", "2 large slices", amount(2, "slice", size("large"))},
		{"a cut goes to the label", "1 1/2 cups, chopped", amount(1.5, "cup", label("chopped"))},
		{"a ready-made fraction", "1½ cups", amount(1.5, "cup")},
		{"a decimal comma", "1,5 l", amount(1.5, "l")},
		{"a thousands comma", "1,250 g", amount(1250, "g")},
		{"a range has a middle", "2-3 slices", amount(2.5, "slice", high(2, 3))},
		{"a range in words", "2 to 3 tbsp", amount(2.5, "tbsp", high(2, 3))},
		{"a hyphened mixed number is no range", "1-1/2 cups", amount(1.5, "cup")},
		{"number words", "two tablespoons", amount(2, "tbsp")},
		{"half a cup", "half a cup", amount(0.5, "cup")},
		{"a dozen", "a dozen", amount(12, "")},
		{"a couple may be three", "a couple of slices", amount(2, "slice", high(2, 3))},
		{"an estimate", "~20 pieces", amount(20, "piece")},
		{"a unit without a number is one", "medium", amount(1, "", size("medium"))},
		{"German spoons", "3 EL", amount(3, "tbsp")},
		{"one letter, large: tablespoon", "1 T", amount(1, "tbsp")},
		{"one letter, small: teaspoon", "1 t", amount(1, "tsp")},

		{"app: servings times pieces", "2.00 x 20.0 pieces", amount(2, food.Serving, each(20, food.Piece))},
		{"app: servings times a dose", "4.00 x 1000.0 IU", amount(4000, food.IU)},
		{"app: servings times a volume", "1.00 x 8.28 fl oz (245ml)", amount(8.28, "fl oz", label("(245ml)"))},
		{"app: two spaces", "1.00  capsule", amount(1, "capsule")},
		{"app: a length says nothing of the weight", `1.00 whole - 3 1/2" diameter`, amount(1, "piece", label(`3 1/2" diameter`))},
		{"app: each", "1.00 container - each 5.3 oz", amount(1, "container", each(5.3, "oz"), label("each 5.3 oz"))},
		{"app: each, after a remark", "2.00 slice (from pre-sliced package) - each 3/4 oz",
			amount(2, "slice", each(0.75, "oz"), label("(from pre-sliced package) - each 3/4 oz"))},
		{"app: each, after sizes", `4.00 large slice - 6 1/4" x 4" x 1/16" - each 1 oz`,
			amount(4, "slice", size("large"), each(1, "oz"), label(`6 1/4" x 4" x 1/16" - each 1 oz`))},
		{"app: a vessel of a volume", "2.00 12 fl oz can", amount(2, "can", each(12, "fl oz"))},
		{"app: a vessel of a weight", "1.00 170g container", amount(1, "container", each(170, "g"))},
		{"app: a tablet of a dose", "1.00 1000mcg tablet", amount(1, "tablet", each(1000, "mcg"))},
		{"app: a volume in brackets", "1.00 shake (11 fl oz)", amount(1, "shake", each(11, "fl oz"), label("(11 fl oz)"))},
		{"app: a second number belongs to the unit", "1.00 1/2 cup", amount(0.5, "cup")},
		{"app: half of two pieces", "0.50 2 Pieces", amount(0.5, food.Serving, each(2, food.Piece))},
		{"app: a name in front of the vessel", "0.50 365 WF Can", amount(0.5, "can", label("365 WF"))},
		{"app: quick energy", "800.00 1", amount(800, "")},
		{"app: a solid volume", "1.00 Cubic Inch", amount(1, "cubic inch")},
		{"app: a metric spoon repeats itself", "0.50 Tbsp. (15mL)", amount(0.5, "tbsp", label("(15mL)"))},
		{"app: a recipe", "1.00 full recipe", amount(1, "recipe")},
		{"app: a size of a vessel", "1.00 large single serving bag", amount(1, "bag", size("large"), label("single serving"))},
		{"zero is an amount", "0.00 g", amount(0, "g")},
		{"a total in brackets is divided", "2 slices (56 g)", amount(2, "slice", each(28, "g"), label("(56 g)"))},
	} {
		t.Run(tt.claim, func(t *testing.T) {
			got, err := food.ParseAmount(tt.text)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%q (-want +got)\n%s", tt.text, diff)
			}
		})
	}
}

func TestParseAmountErrors(t *testing.T) {
	for _, tt := range []struct{ claim, text, want string }{
		{"an unknown unit is named, with what may be written", "3 glug",
			`unknown unit "glug"; use g, ml, oz, fl oz, tsp, tbsp, cup, slice, piece, small, medium, large or serving`},
		{"negative", "-2 cups", `"-2 cups" is negative; write what was eaten as a positive amount`},
		{"no number and no unit", "Done", `"Done" has no amount that can be read; write a number and a unit, such as 2 slices or 150 g`},
	} {
		t.Run(tt.claim, func(t *testing.T) {
			if _, err := food.ParseAmount(tt.text); err == nil || err.Error() != tt.want {
				t.Errorf("%q\n got %v\nwant %s", tt.text, err, tt.want)
			}
		})
	}
	a, err := food.ParseAmount("1.00 siopao")
	var unknown *food.UnitError
	if !errors.As(err, &unknown) || unknown.Unit != "siopao" || a.Count != 1 || a.Unit != "siopao" {
		t.Errorf("an unknown unit keeps count and word: got %v, %v", a, err)
	}
}

func TestDose(t *testing.T) {
	for _, tt := range []struct {
		text string
		want food.Measure
		ok   bool
	}{
		{"4.00 x 1000.0 IU", food.Measure{Value: 4000, Unit: food.IU}, true},
		{"2 1000mcg tablets", food.Measure{Value: 2000, Unit: food.Microgram}, true},
		{"914.00 mg", food.Measure{Value: 914, Unit: food.Milligram}, true},
		{"2 capsules", food.Measure{}, false},
		{"5 g", food.Measure{}, false},
	} {
		a, err := food.ParseAmount(tt.text)
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := a.Dose(); got != tt.want || ok != tt.ok {
			t.Errorf("dose of %q is %v, %v; want %v, %v", tt.text, got, ok, tt.want, tt.ok)
		}
	}
}

func TestWith(t *testing.T) {
	bowl, _, _ := food.FindAmount("Small bowl of spinach")
	two := amount(2, "")
	want := amount(2, "bowl", size("small"))
	want.Context = "spinach"
	if diff := cmp.Diff(want, two.With(bowl)); diff != "" {
		t.Error("a bare count takes the unit that the food's text names", diff)
	}
	grams := amount(200, "g")
	if got := grams.With(bowl); got.Count != 200 || got.Unit != "g" || got.Context != "spinach" {
		t.Errorf("an amount with a unit stays, got %+v", got)
	}
}

func TestAmountString(t *testing.T) {
	for _, text := range []string{"1.5 cup, chopped", "2-3 slice", "2 large", "1 can of 12 fl oz", "0.333 cup"} {
		a, err := food.ParseAmount(text)
		if err != nil {
			t.Fatal(err)
		}
		if text == "1 can of 12 fl oz" {
			a = amount(1, "can", each(12, "fl oz"))
		}
		if a.String() != text {
			t.Errorf("String() = %q, want %q", a.String(), text)
		}
	}
}
