package food_test

import (
	"math"
	"strings"
	"testing"
	"unicode"

	"github.com/nutrigap/nutrigap/internal/food"
)

var seeds = []string{
	"2 slices", "1 1/2 cups, chopped", "2.00 x 20.0 pieces", "12 fl oz can", "4.00 x 1000.0 IU", "1.00 x 8.28 fl oz (245ml)",
	`1.00 whole - 3 1/2" diameter`, "0.50 365 WF Can", "800.00 1", "eggs, 2 large", "4oz steak", "half roti", "a dozen eggs",
	"2% milk", "80/20", "7 grain bread", "one-pot", "12:15 1 idli", "20ish chips", "huel(1)|bar(1)", "× 2", "½½", "1-1/2", "1/0",
	"((((", "2 (2 (2 g) g) g", "a a a a", "half half half", "x2x2", "9e99", "1,234,567 g", "\xff\xfe", "٣ cups", "2 chicken breasts (about 8 oz each)",
	"dozen dozen dozen eggs", "1 to 2 to 3 cups", "~~~1", "-1", "−2 g", "#", "a cup and a half", "of of of", "1 cup (250 ml)", "İ 1 cup",
}

func checkAmount(t *testing.T, text string, a food.Amount) {
	t.Helper()
	for _, v := range []float64{a.Count, a.Low, a.High, a.Each.Value} {
		if math.IsNaN(v) || math.IsInf(v, 0) || v < 0 {
			t.Fatalf("%q: %+v is not finite and at least 0", text, a)
		}
	}
	if a.Low > a.Count || a.Count > a.High {
		t.Fatalf("%q: %+v is out of its range", text, a)
	}
	for _, f := range []*food.Food{apple, bread, cola, flour, salad, stone} {
		w, err := a.Of(f)
		if err == nil && (w.Grams < 0 || w.Grams > food.Absurd || w.Low > w.Grams*1.000001 || w.High < w.Grams*0.999999 || w.Basis == "") {
			t.Fatalf("%q of %s weighs %+v", text, f.Name, w)
		}
	}
}

func FuzzParseAmount(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a, err := food.ParseAmount(text)
		checkAmount(t, text, a)
		if err != nil && err.Error() == "" {
			t.Fatalf("%q: an error without words", text)
		}
	})
}

func FuzzFindAmount(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a, rest, ok := food.FindAmount(text)
		checkAmount(t, text, a)
		if ok && a.Count == 0 {
			t.Fatalf("%q: found an amount of nothing", text)
		}
		if !subsequence(rest, text) {
			t.Fatalf("%q leaves %q, which is more than was there", text, rest)
		}
	})
}

// subsequence reports whether the characters of part, white space aside, stand in whole in the same order.
func subsequence(part, whole string) bool {
	left := whole
	for _, r := range part {
		if unicode.IsSpace(r) {
			continue
		}
		i := strings.IndexRune(left, r)
		if r == unicode.ReplacementChar && i < 0 {
			continue
		}
		if i < 0 {
			return false
		}
		left = left[i:]
		for n := range left[1:] + " " {
			left = left[n+1:]
			break
		}
	}
	return true
}
