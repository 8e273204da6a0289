package intake

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

var nothingRecorded = func() (a nutrient.Amounts) {
	for id := range a {
		a[id].State = nutrient.NotRecorded
	}
	return a
}()

// drawFoods draws a few foods, some of which have no values and some a category with medians.
func drawFoods(t *rapid.T) []match.Item {
	var foods []match.Item
	for _, code := range []string{"1", "2", "3"} {
		foods = append(foods, match.Item{
			Text: "food " + code, Kind: match.BySearch, Status: rapid.SampledFrom([]match.Status{match.Accepted, match.Review}).Draw(t, "status"),
			Food:    &food.Food{Code: code, Name: "Food " + code, Category: rapid.SampledFrom([]string{"Coffee", "no such"}).Draw(t, "category")},
			Weight:  food.Weight{Grams: rapid.SampledFrom([]float64{0, 1, 120}).Draw(t, "grams")},
			Amounts: drawAmounts(t, "item"),
		})
	}
	return foods
}

// drawPlain draws an entry of one food.
func drawPlain(t *rapid.T, foods []match.Item) Eaten {
	item := rapid.SampledFrom(foods).Draw(t, "food")
	e := &diary.Entry{Date: march1.AddDays(rapid.IntRange(0, 2).Draw(t, "day")), Food: item.Text, Nutrients: nothingRecorded}
	return Eat(e, []match.Item{item}, Fill)
}

// So many times a helping is what Eat makes of so many times the food, also between entries of other kinds: of
// the days to the last digit, of the foods, which are multiplied once instead of row by row, nearly so.
func TestHelpingsAreWhatEatMakesOfThem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		foods := drawFoods(t)
		var one, other Totals
		for range rapid.IntRange(1, 12).Draw(t, "entries") {
			if rapid.Bool().Draw(t, "of another kind") {
				e := drawEaten(t, "entry")
				one.Add(&e)
				other.Add(&e)
				continue
			}
			base := drawPlain(t, foods)
			h, ok := NewHelping(base.Entry, base.Items, Fill)
			if !ok {
				continue
			}
			for range rapid.IntRange(1, 3).Draw(t, "rows") {
				times := rapid.SampledFrom([]float64{1, 0.5, 2.35}).Draw(t, "times")
				items := slices.Clone(base.Items)
				items[0].Weight.Grams *= times
				items[0].Amounts = items[0].Amounts.Times(times)
				e := Eat(base.Entry, items, Fill)
				one.Add(&e)
				other.AddHelping(base.Entry.Date, h, times)
			}
		}
		compare(t, written(one.Days()), written(other.Days()))
		compare(t, one.ReviewShare(), other.ReviewShare())
		compareNear(t, byName(one.Foods()), byName(other.Foods()))
		for id := range nothingRecorded {
			compareNear(t, sourcesByName(one.Sources(nutrient.ID(id))), sourcesByName(other.Sources(nutrient.ID(id))))
		}
	})
}

func TestPackingLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		foods := drawFoods(t)
		var totals Totals
		for range rapid.IntRange(1, 20).Draw(t, "entries") {
			e := drawPlain(t, foods)
			e.Entry.Date = march1
			totals.Add(&e)
		}
		s := totals.open.sums
		p, ok := s.pack()
		if !ok {
			t.Fatal("plain entries are not packed")
		}
		var again sums
		if p.unpack(&again); again != *s {
			t.Errorf("packed and unpacked: %+v, want %+v", again, *s)
		}
		day := totals.days[march1]
		compare(t, written([]Day{{Figures: s}}), written([]Day{{Figures: p}}))
		if day.Figures != Figures(s) {
			t.Error("the open day is not the one in the list")
		}
	})
}

func compareNear(t interface{ Errorf(string, ...any) }, want, got any) {
	if diff := cmp.Diff(want, got, cmp.Comparer(near)); diff != "" {
		t.Errorf("differs (-want +got)\n%s", diff)
	}
}

// byName and sourcesByName order what may be ordered by figures that differ in the last digit.
func byName(foods []FoodSum) []FoodSum {
	slices.SortFunc(foods, func(a, b FoodSum) int { return strings.Compare(a.Food+a.Code, b.Food+b.Code) })
	return foods
}

func sourcesByName(sources []Source) []Source {
	slices.SortFunc(sources, func(a, b Source) int { return strings.Compare(a.Food+a.Code, b.Food+b.Code) })
	return sources
}
