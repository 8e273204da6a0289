package match_test

import (
	"context"
	"iter"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
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

// phrases are n distinct texts and amounts in the manner of a diary: the table's names without their commas, and
// every second one with its last part in front, so that hardly any is a name of the table as it stands.
func phrases(tb testing.TB, table usda, n int) []match.Query {
	tb.Helper()
	amounts := []string{"100 g", "1 cup", "2", "1 slice", "1 serving", "3 oz", "", "1 medium"}
	var out []match.Query
	for name, err := range table.Names() {
		if err != nil {
			tb.Fatal(err)
		}
		text := strings.ToLower(name.Name)
		if i := strings.LastIndexByte(text, ','); i > 0 && len(out)%2 == 0 {
			text = strings.TrimSpace(text[i+1:]) + " " + text[:i]
		}
		text = strings.ReplaceAll(text, ",", "")
		if out = append(out, match.Query{Food: text, Amount: amounts[len(out)%len(amounts)]}); len(out) == n {
			break
		}
	}
	return out
}

func newUSDA(tb testing.TB) (*match.Matcher, usda) {
	tb.Helper()
	table := openUSDA(tb)
	m, err := match.New(table)
	if err != nil {
		tb.Fatal(err)
	}
	return m, table
}

// One operation is 5,000 distinct phrases, shared by two goroutines, with nothing remembered from before.
func BenchmarkMatch5000Distinct(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		m, table := newUSDA(b)
		qs := phrases(b, table, 5000)
		b.StartTimer()
		var next atomic.Int64
		var wg sync.WaitGroup
		for range 2 {
			wg.Go(func() {
				for i := next.Add(1) - 1; i < int64(len(qs)); i = next.Add(1) - 1 {
					m.Match(qs[i])
				}
			})
		}
		wg.Wait()
	}
}

func BenchmarkMatchRepeated(b *testing.B) {
	m, _ := newUSDA(b)
	q := match.Query{Food: "scrambled eggs on toast", Amount: "1 plate"}
	for b.Loop() {
		m.Match(q)
	}
}

func BenchmarkMatchSentence(b *testing.B) {
	m, _ := newUSDA(b)
	i := 0
	for b.Loop() {
		i++ // a new number each time, so that nothing is remembered
		m.Match(match.Query{Food: "For lunch I had a grilled chicken sandwich with cheese, " + strconv.Itoa(i) + " apples and a can of cola"})
	}
}
