package match_test

import (
	"context"
	"iter"
	"testing"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/nutrientdb"
)

// usda shows the embedded nutrient table to the matcher.
type usda struct{ db *nutrientdb.DB }

func (t usda) Names() iter.Seq2[match.Name, error] {
	return func(yield func(match.Name, error) bool) {
		for n, err := range t.db.Names(context.Background()) {
			if !yield(match.Name(n), err) {
				return
			}
		}
	}
}

func (t usda) Food(code string) (*food.Food, error) { return t.db.Food(context.Background(), code) }

func (t usda) Foods(codes ...string) ([]*food.Food, error) {
	return t.db.Foods(context.Background(), codes...)
}

func openUSDA(tb testing.TB) usda {
	tb.Helper()
	db, err := nutrientdb.Open()
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { db.Close() })
	return usda{db}
}

func BenchmarkNew(b *testing.B) {
	table := openUSDA(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := match.New(table); err != nil {
			b.Fatal(err)
		}
	}
}
