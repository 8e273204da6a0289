package intake

import (
	"math"
	"strings"
	"testing"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

var march1 = diary.Date{Year: 2026, Month: 3, Day: 1}

// amounts builds what is known of a food: pairs of a nutrient and its value.
type amounts map[nutrient.ID]float64

func (a amounts) all() nutrient.Amounts {
	var all nutrient.Amounts
	for id, v := range a {
		all[id] = nutrient.Of(v)
	}
	return all
}

func entry(name string, known amounts) *diary.Entry {
	return &diary.Entry{Date: march1, Food: name, Nutrients: known.all()}
}

func item(name string, known amounts) match.Item {
	return match.Item{
		Text: name, Status: match.Accepted, Kind: match.BySearch,
		Food: &food.Food{Code: "code of " + name, Name: name}, Amounts: known.all(),
	}
}

func unmatched(name string) match.Item {
	return match.Item{Text: name, Status: match.Unmatched, Kind: match.ByNone}
}

func day(t *testing.T, eaten ...Eaten) Day {
	t.Helper()
	var totals Totals
	for i := range eaten {
		totals.Add(&eaten[i])
	}
	days := totals.Days()
	if len(days) != 1 {
		t.Fatalf("%d days, want one", len(days))
	}
	return days[0]
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-9*max(1, math.Abs(a), math.Abs(b)) }

func TestWhoseValuesCount(t *testing.T) {
	spinach := entry("Spinach, Raw", amounts{nutrient.Energy: 30, nutrient.Iron: 3.25})
	spinach.Nutrients[nutrient.Sodium].State = nutrient.NotRecorded
	items := []match.Item{item("Spinach, raw", amounts{nutrient.Energy: 28, nutrient.Iron: 3, nutrient.Magnesium: 95})}
	for _, tt := range []struct {
		values                  Values
		energy, iron, magnesium nutrient.Quantity
		ironFrom, magnesiumFrom Origin
		sodium                  nutrient.State
	}{
		{Diary, nutrient.Of(30), nutrient.Of(3.25), nutrient.Quantity{}, FromDiary, Nowhere, nutrient.NotRecorded},
		{Fill, nutrient.Of(30), nutrient.Of(3.25), nutrient.Of(95), FromDiary, FromTable, nutrient.NotRecorded},
		{Table, nutrient.Of(28), nutrient.Of(3), nutrient.Of(95), FromTable, FromTable, nutrient.Unknown},
	} {
		t.Run(string(tt.values), func(t *testing.T) {
			e := Eat(spinach, items, tt.values)
			got := e.Amounts
			if got[nutrient.Energy] != tt.energy || got[nutrient.Iron] != tt.iron || got[nutrient.Magnesium] != tt.magnesium {
				t.Errorf("energy %v, iron %v, magnesium %v", got[nutrient.Energy], got[nutrient.Iron], got[nutrient.Magnesium])
			}
			if e.Origins[nutrient.Iron] != tt.ironFrom || e.Origins[nutrient.Magnesium] != tt.magnesiumFrom {
				t.Errorf("iron from %v, magnesium from %v", e.Origins[nutrient.Iron], e.Origins[nutrient.Magnesium])
			}
			if got[nutrient.Sodium].State != tt.sodium {
				t.Errorf("sodium has the state %v, want %v", got[nutrient.Sodium].State, tt.sodium)
			}
		})
	}
}

func TestParseValues(t *testing.T) {
	for _, v := range []Values{Diary, Fill, Table} {
		if got, err := ParseValues(string(v)); got != v || err != nil {
			t.Errorf("ParseValues(%q) = %q, %v", v, got, err)
		}
	}
	if _, err := ParseValues("both"); err == nil || !strings.Contains(err.Error(), `"both"`) {
		t.Errorf("ParseValues(both): %v, want an error that quotes it", err)
	}
}

func TestCoverage(t *testing.T) {
	const mg = nutrient.Magnesium
	known := func(kcal float64) Eaten {
		return Eat(entry("a", nil), []match.Item{item("a", amounts{nutrient.Energy: kcal, mg: 1})}, Fill)
	}
	lacking := func(kcal float64) Eaten {
		return Eat(entry("b", amounts{nutrient.Energy: kcal}), []match.Item{unmatched("b")}, Fill)
	}
	lost := Eat(entry("c", nil), []match.Item{unmatched("c")}, Fill)
	pill := Eat(entry("d", nil), []match.Item{{Text: "d", Status: match.Accepted, Kind: match.ByDose, Amounts: amounts{nutrient.VitaminD: 25}.all()}}, Fill)
	creatine := Eat(&diary.Entry{Date: march1, Food: "creatine", Category: "Supplements"}, []match.Item{unmatched("creatine")}, Fill)
	split := []match.Item{item("eggs", amounts{nutrient.Energy: 150, mg: 10}), item("toast", amounts{nutrient.Energy: 50})}
	for _, tt := range []struct {
		name  string
		eaten []Eaten
		want  float64
	}{
		{"everything known", []Eaten{known(400), known(100)}, 1},
		{"a quarter of the energy without a value", []Eaten{known(300), lacking(100)}, 0.75},
		{"an unmatched food counts as the average known one", []Eaten{known(500), known(100), lost}, 600. / 900},
		{"a calorie-free drink does not make the unmatched food small", []Eaten{known(600), known(0), known(2), lost}, 602. / 1204},
		{"a pill says nothing about food", []Eaten{known(600), pill}, 1},
		{"an unmatched supplement says nothing about food", []Eaten{known(600), creatine}, 1},
		{"nothing but an unmatched food", []Eaten{lost}, 0},
		{"black coffee and an unmatched dinner", []Eaten{known(3), lost}, 3. / 103},
		{"water alone is all known", []Eaten{known(0)}, 1},
		{"a pill alone tells nothing of magnesium", []Eaten{pill}, 0},
		{"one of two foods in an entry", []Eaten{Eat(entry("eggs on toast", nil), split, Fill)}, 0.75},
		{"the same where the diary gives the energy", []Eaten{Eat(entry("eggs on toast", amounts{nutrient.Energy: 240}), split, Fill), lacking(60)}, 0.6},
		{"the diary gives magnesium and no energy", []Eaten{Eat(entry("bar", amounts{mg: 40}), nil, Diary), known(200), known(200)}, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := day(t, tt.eaten...).Coverage(mg); !near(got, tt.want) {
				t.Errorf("coverage %v, want %v", got, tt.want)
			}
		})
	}
}

func TestDrinks(t *testing.T) {
	drink := func(category string) []match.Item {
		return []match.Item{{Food: &food.Food{Name: "x", Category: category}}}
	}
	for _, tt := range []struct {
		name  string
		entry *diary.Entry
		items []match.Item
		want  int
	}{
		{"tap water", entry("water", nil), drink("Tap water"), 1},
		{"the app's own category", &diary.Entry{Date: march1, Category: "Beverages"}, nil, 1},
		{"milk goes with cereal", entry("milk", nil), drink("Milk, whole"), 0},
		{"melon is wet and no drink", entry("melon", nil), drink("Melons"), 0},
		{"an unmatched text", entry("drink", nil), []match.Item{unmatched("drink")}, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := day(t, Eat(tt.entry, tt.items, Fill)).Drinks; got != tt.want {
				t.Errorf("%d drinks, want %d", got, tt.want)
			}
		})
	}
}

func TestSourcesNameWhoStatedTheValue(t *testing.T) {
	totals := Totals{KeepRows: true}
	add := func(line int, e *diary.Entry, items ...match.Item) {
		e.Pos = diary.Pos{File: "march.csv", Line: line}
		eaten := Eat(e, items, Fill)
		totals.Add(&eaten)
	}
	oats := item("Oatmeal", amounts{nutrient.Magnesium: 60})
	add(2, entry("porridge", nil), oats)
	add(3, entry("my bar", amounts{nutrient.Magnesium: 30}), oats)
	add(4, entry("porridge, big", nil), oats, item("Water", amounts{nutrient.Magnesium: 0}))
	got := totals.Sources(nutrient.Magnesium)
	want := []Source{
		{Food: "Oatmeal", Code: "code of Oatmeal", Amount: 120, Share: 0.8, Times: 2, Rows: []Row{
			{Pos: diary.Pos{File: "march.csv", Line: 2}, Date: march1, Food: "porridge", Amount: 60},
			{Pos: diary.Pos{File: "march.csv", Line: 4}, Date: march1, Food: "porridge, big", Amount: 60},
		}},
		{Food: "my bar", Amount: 30, Share: 0.2, Times: 1, Rows: []Row{
			{Pos: diary.Pos{File: "march.csv", Line: 3}, Date: march1, Food: "my bar", Amount: 30},
		}},
	}
	compare(t, want, got)
	if got := totals.Sources(nutrient.Caffeine); got != nil {
		t.Errorf("nobody knows of caffeine, but its sources are %v", got)
	}
}

func TestReviewShare(t *testing.T) {
	guess := item("soup", amounts{nutrient.Energy: 100})
	guess.Status = match.Review
	var totals Totals
	if got := totals.ReviewShare(); got != 0 {
		t.Errorf("of nothing, %v is for review", got)
	}
	for _, e := range []Eaten{
		Eat(entry("soup", nil), []match.Item{guess, item("bread", amounts{nutrient.Energy: 200})}, Fill),
		Eat(entry("soup with energy in the diary", amounts{nutrient.Energy: 100}), []match.Item{guess}, Fill),
	} {
		totals.Add(&e)
	}
	if got := totals.ReviewShare(); got != 0.25 {
		t.Errorf("%v of the energy is for review, want 0.25", got)
	}
}
