package food_test

import (
	"testing"

	"github.com/nutrigap/nutrigap/internal/food"
)

func BenchmarkParseAmount(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		food.ParseAmount("2.00 slice (from pre-sliced package) - each 3/4 oz")
	}
}

func BenchmarkFindAmount(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		food.FindAmount("a small single serving bag of cheese popcorn, salted")
	}
}

func BenchmarkOf(b *testing.B) {
	a := amount(1.5, "cup", label("chopped"))
	b.ReportAllocs()
	for b.Loop() {
		a.Of(cheese)
	}
}

func BenchmarkOfBareCount(b *testing.B) {
	a := amount(2, "")
	b.ReportAllocs()
	for b.Loop() {
		a.Of(bread)
	}
}
