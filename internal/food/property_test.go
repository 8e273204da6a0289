package food_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/nutrigap/nutrigap/internal/food"
)

var someFoods = []*food.Food{apple, bread, egg, cola, coffee, honey, flour, onion, cheese, nuts, rice, salt, crumbs, wine, salad, dates, siopao, stone}

var someUnits = []food.Unit{"", "g", "oz", "ml", "tsp", "tbsp", "cup", "fl oz", "serving", "piece", "slice", "bowl", "glass", "handful", "pinch", "can", "bag"}

// anyAmount draws an amount of some unit and size, and a food.
func anyAmount(t *rapid.T) (food.Amount, *food.Food) {
	low := rapid.Float64Range(0.01, 20).Draw(t, "low")
	more := rapid.Float64Range(0, 2).Draw(t, "more")
	a := food.Amount{Count: low + more/2, Low: low, High: low + more}
	a.Unit = rapid.SampledFrom(someUnits).Draw(t, "unit")
	a.Size = rapid.SampledFrom([]food.Size{"", "small", "medium", "large", "extra large", "miniature", "thin", "thick"}).Draw(t, "size")
	a.Label = rapid.SampledFrom([]string{"", "chopped", "packed", "dry", "shredded", "kosher", "in shell"}).Draw(t, "label")
	return a, rapid.SampledFrom(someFoods).Draw(t, "food")
}

func TestTwiceTheCountIsTwiceTheGrams(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, f := anyAmount(t)
		b := a
		b.Count, b.Low, b.High = 2*a.Count, 2*a.Low, 2*a.High
		one, err1 := a.Of(f)
		two, err2 := b.Of(f)
		if err1 == nil && err2 == nil && math.Abs(two.Grams-2*one.Grams) > 1e-9*two.Grams {
			t.Fatalf("%g g and twice that %g g", one.Grams, two.Grams)
		}
	})
}

func TestGramsLieInTheirRange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, f := anyAmount(t)
		if w, err := a.Of(f); err == nil && (w.Low > w.Grams*1.000001 || w.High < w.Grams*0.999999) {
			t.Fatalf("%v of %s: %+v", a, f.Name, w)
		}
	})
}

func TestASpoonIsThreeTeaspoons(t *testing.T) {
	same := func(t *testing.T, f *food.Food, n float64, small food.Unit, m float64, large food.Unit) {
		t.Helper()
		a, errA := amount(n, small).Of(f)
		b, errB := amount(m, large).Of(f)
		if (errA == nil) != (errB == nil) {
			t.Fatalf("%s: %v, %v", f.Name, errA, errB)
		}
		// The table rounds its portions, so a spoon of 20 g may stand beside a cup of 320 g.
		if errA == nil && math.Abs(a.Grams-b.Grams) > 0.08*b.Grams {
			t.Errorf("%s: %g %s is %g g, %g %s is %g g", f.Name, n, small, a.Grams, m, large, b.Grams)
		}
	}
	for _, f := range someFoods {
		same(t, f, 3, "tsp", 1, "tbsp")
		same(t, f, 16, "tbsp", 1, "cup")
		same(t, f, 8, "fl oz", 1, "cup")
		same(t, f, 1000, "ml", 1, "l")
		same(t, f, 1000, "g", 1, "kg")
	}
}
