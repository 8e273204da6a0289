package nutrientdb

import (
	"strings"
	"testing"
)

func TestSearchPutsThePlainFoodFirst(t *testing.T) {
	db := open(t)
	for _, tt := range []struct{ text, want string }{
		{"milk", "Milk, whole"},
		{"MILK", "Milk, whole"},
		{"egg", "Egg, whole, boiled or poached"},
		{"eggs", "Egg, whole, boiled or poached"},
		{"banana", "Banana, raw"},
		{"bananas", "Banana, raw"},
		{"spinach", "Spinach, raw"},
		{"spin", "Spinach, raw"},
		{"white rice", "Rice, white, cooked, no added fat"},
		{"coffee", "Coffee, brewed"},
		{"bread", "Bread, white"},
		{"salmon", "Fish, salmon, baked or broiled"},
		{"cheddar", "Cheese, Cheddar"},
		{"pumpkin seeds", "Pumpkin seeds, NFS"},
		{"peanut butter", "Peanut butter"},
		{"crème brûlée", "Creme brulee"},
		{"Coffee Mate", "Coffee creamer, powder"}, // a brand, among the other names
		{"big mac zzzz", "Big Mac (McDonalds)"},   // not every word is known
	} {
		t.Run(tt.text, func(t *testing.T) {
			foods, err := db.Search(t.Context(), tt.text, 5)
			if err != nil {
				t.Fatal(err)
			}
			if len(foods) == 0 || foods[0].Name != tt.want {
				for _, f := range foods {
					t.Logf("%s %s", f.Code, f.Name)
				}
				t.Errorf("want %q first", tt.want)
			}
		})
	}
}

func TestSearchFindsNothing(t *testing.T) {
	db := open(t)
	for _, tt := range []struct {
		claim, text string
		limit       int
	}{
		{"no text", "", 5},
		{"no word", `" * ( ) : ^ - + '`, 5},
		{"an unknown word", "zzzzqqq", 5},
		{"no room", "milk", 0},
		{"less than no room", "milk", -1},
	} {
		t.Run(tt.claim, func(t *testing.T) {
			if foods, err := db.Search(t.Context(), tt.text, tt.limit); err != nil || len(foods) > 0 {
				t.Errorf("%d foods, %v; want none", len(foods), err)
			}
		})
	}
}

// Whatever somebody types is words, never FTS5's own syntax.
func FuzzSearch(f *testing.F) {
	for _, text := range []string{
		"milk", `"milk`, "milk OR", "NEAR(a b)", "name:milk", "-milk", "{name also}: x", "^milk*", "a AND NOT b",
		"'; DROP TABLE food; --", "\x00milk", "\xff\xfe", "é\u0301", "鉄 分", "١٢٣", strings.Repeat("ab ", 400), strings.Repeat("x", 5000),
	} {
		f.Add(text)
	}
	db := open(f)
	f.Fuzz(func(t *testing.T, text string) {
		foods, err := db.Search(t.Context(), text, 3)
		if err != nil {
			t.Fatal(err)
		}
		if len(foods) > 3 {
			t.Errorf("%d foods, want at most 3", len(foods))
		}
	})
}

func BenchmarkSearch(b *testing.B) {
	db := open(b)
	for b.Loop() {
		if _, err := db.Search(b.Context(), "chicken breast", 20); err != nil {
			b.Fatal(err)
		}
	}
}
