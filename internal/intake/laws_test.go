package intake

import (
	"fmt"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

func compare(t interface{ Errorf(string, ...any) }, want, got any) {
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("differs (-want +got)\n%s", diff)
	}
}

// drawAmounts draws amounts of which some are unknown or not recorded.
func drawAmounts(t *rapid.T, label string) nutrient.Amounts {
	var a nutrient.Amounts
	for _, id := range []nutrient.ID{nutrient.Energy, nutrient.Magnesium, nutrient.VitaminD, nutrient.Water} {
		switch rapid.IntRange(0, 4).Draw(t, label+" state of "+id.Key()) {
		case 0:
			a[id].State = nutrient.NotRecorded
		case 1:
		default:
			a[id] = nutrient.Of(rapid.Float64Range(0, 900).Draw(t, label+" "+id.Key()))
		}
	}
	return a
}

func drawEaten(t *rapid.T, label string) Eaten {
	e := &diary.Entry{
		Date: march1.AddDays(rapid.IntRange(0, 2).Draw(t, label+" day")),
		Food: rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, label+" food"),
	}
	if rapid.Bool().Draw(t, label+" has values") {
		e.Nutrients = drawAmounts(t, label)
	}
	var items []match.Item
	for i := range rapid.IntRange(0, 2).Draw(t, label+" items") {
		item := match.Item{Text: e.Food, Status: match.Unmatched, Kind: match.ByNone}
		if rapid.Bool().Draw(t, fmt.Sprint(label, " found ", i)) {
			item.Status, item.Kind = match.Accepted, match.BySearch
			item.Food = &food.Food{Code: "1", Name: "A"}
			item.Amounts = drawAmounts(t, fmt.Sprint(label, " item ", i))
		}
		items = append(items, item)
	}
	return Eat(e, items, rapid.SampledFrom([]Values{Diary, Fill, Table}).Draw(t, label+" values"))
}

func drawDiary(t *rapid.T) []Eaten {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Eaten { return drawEaten(t, "entry") }), 1, 12).Draw(t, "diary")
}

func add(eaten []Eaten) *Totals {
	totals := new(Totals)
	for i := range eaten {
		totals.Add(&eaten[i])
	}
	return totals
}

// written are days with all their figures.
func written(days []Day) []Day {
	for i := range days {
		g := &Given{}
		for _, id := range nutrient.All() {
			g.Amounts[id], g.Bests[id] = days[i].Amount(id), days[i].Best(id)
			g.Supplements[id], g.Coverages[id] = days[i].Supplement(id), days[i].Coverage(id)
		}
		days[i].Figures = g
	}
	return days
}

func TestFoodsAreTheSumOfTheDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		totals := add(drawDiary(t))
		var eaten, logged nutrient.Amounts
		for _, f := range totals.Foods() {
			for id := range eaten {
				eaten[id] = plus(eaten[id], f.Amounts[id])
			}
		}
		for _, d := range totals.Days() {
			for id := range logged {
				logged[id] = plus(logged[id], d.Amount(nutrient.ID(id)))
			}
		}
		for id := range eaten {
			x, knownX := eaten[id].Known()
			y, knownY := logged[id].Known()
			if knownX != knownY || math.Abs(x-y) > 1e-6 {
				t.Errorf("%s: foods have %v (%v), days %v (%v)", nutrient.ID(id).Key(), x, knownX, y, knownY)
			}
		}
	})
}

func TestDaysAreTheSumOfTheirEntries(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		eaten := drawDiary(t)
		totals := add(eaten)
		entries := 0
		for _, d := range totals.Days() {
			entries += d.Entries
			for _, id := range nutrient.All() {
				got := d.Amount(id)
				want, known := 0.0, false
				for _, e := range eaten {
					if v, ok := e.Amounts[id].Known(); ok && e.Entry.Date == d.Date {
						want, known = want+v, true
					}
				}
				if v, ok := got.Known(); ok != known || !near(v, want) {
					t.Errorf("%v %v: %v, want %v (known: %v)", d.Date, nutrient.ID(id), got, want, known)
				}
				if c := d.Coverage(id); c < 0 || c > 1 || (!known && c != 0) {
					t.Errorf("%v %v: coverage %v, known: %v", d.Date, nutrient.ID(id), c, known)
				}
			}
		}
		if entries != len(eaten) {
			t.Errorf("%d entries in the days, %d were added", entries, len(eaten))
		}
	})
}

func TestSourcesAreTheSumOfTheDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		totals := add(drawDiary(t))
		for _, id := range nutrient.All() {
			want := 0.0
			for _, d := range totals.Days() {
				v, _ := d.Amount(id).Known()
				want += v
			}
			got, share := 0.0, 0.0
			for _, s := range totals.Sources(id) {
				got, share = got+s.Amount, share+s.Share
			}
			if !near(got, want) || (got > 0 && !near(share, 1)) {
				t.Errorf("%v: the sources make %v (share %v), the days %v", id, got, share, want)
			}
		}
	})
}

func TestTheOrderOfEntriesDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		eaten := drawDiary(t)
		forth := written(add(eaten).Days())
		back := written(add(rapid.Permutation(eaten).Draw(t, "shuffled")).Days())
		if diff := cmp.Diff(forth, back, cmp.Comparer(near)); diff != "" {
			t.Errorf("the order changes the days\n%s", diff)
		}
	})
}

// TestUnknownFoodNeverRaisesCoverage is why an unmatched food may not vanish.
func TestUnknownFoodNeverRaisesCoverage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		eaten := drawDiary(t)
		before := add(eaten).Days()
		date := before[0].Date
		lost := Eat(&diary.Entry{Date: date, Food: "?"}, []match.Item{unmatched("?")}, Fill)
		after := add(append(eaten, lost)).Days()
		for _, id := range nutrient.All() {
			c := after[0].Coverage(id)
			if c > before[0].Coverage(id) && !near(c, before[0].Coverage(id)) {
				t.Errorf("%v: an unmatched food raises the coverage from %v to %v", nutrient.ID(id), before[0].Coverage(id), c)
			}
		}
		if after[0].Coverage(nutrient.Magnesium) == 1 {
			t.Error("an unmatched food leaves the coverage complete")
		}
		compare(t, before[0].Amount(nutrient.Energy).State == nutrient.Measured, after[0].Amount(nutrient.Energy).State == nutrient.Measured)
	})
}

// TestFoodWithoutTheValueNeverRaisesCoverage holds where every food's energy is known. Where it isn't,
// a small food without the value may: it makes the unmatched foods of the day look smaller.
func TestFoodWithoutTheValueNeverRaisesCoverage(t *testing.T) {
	kcal := rapid.Float64Range(0, 900)
	rapid.Check(t, func(t *rapid.T) {
		var eaten []Eaten
		for i, energy := range rapid.SliceOfN(kcal, 1, 8).Draw(t, "energies") {
			known := amounts{nutrient.Energy: energy}
			if rapid.Bool().Draw(t, fmt.Sprint("known ", i)) {
				known[nutrient.Magnesium] = 10
			}
			eaten = append(eaten, Eat(entry("a", known), nil, Diary))
		}
		before := add(eaten).Days()[0].Coverage(nutrient.Magnesium)
		eaten = append(eaten, Eat(entry("b", amounts{nutrient.Energy: kcal.Draw(t, "more")}), nil, Diary))
		if after := add(eaten).Days()[0].Coverage(nutrient.Magnesium); after > before && !near(after, before) {
			t.Errorf("a food without magnesium raises its coverage from %v to %v", before, after)
		}
	})
}

func BenchmarkTotals(b *testing.B) {
	items := []match.Item{item("Oatmeal", amounts{nutrient.Energy: 150, nutrient.Magnesium: 60, nutrient.Iron: 2})}
	e := entry("porridge", amounts{nutrient.Energy: 140})
	b.ReportAllocs()
	var totals Totals
	for b.Loop() {
		eaten := Eat(e, items, Fill)
		totals.Add(&eaten)
	}
}
