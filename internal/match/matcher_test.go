package match_test

import (
	"iter"
	"math"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// short is an answer in one line: the names of the foods, "?" for an unmatched one, "+" between.
func short(items []match.Item) string {
	var names []string
	for _, it := range items {
		switch {
		case it.Kind == match.ByDose:
			names = append(names, "dose")
		case it.Food == nil:
			names = append(names, "?")
		default:
			names = append(names, it.Food.Name)
		}
	}
	return strings.Join(names, " + ")
}

func TestMatchReadsSeveralFoods(t *testing.T) {
	m, _ := newUSDA(t)
	for _, tt := range []struct{ name, food, amount, want string }{
		{"a list", "eggs, toast and coffee", "", `Egg, whole.* \+ Bread, .*toasted \+ Coffee, .*`},
		{"a plus sign", "Coffee + skim milk", "10 fl oz", `Coffee, .* \+ Milk, fat free \(skim\)`},
		{"a dish of the table stays one food", "macaroni and cheese", "1 cup", "Macaroni or noodles with cheese"},
		{"a name in the table's manner stays one food", "Spinach, Raw", "100 g", "Spinach, raw"},
		{"a sentence", "For breakfast, I had a banana and a cup of whole milk", "", `Banana, raw \+ Milk, whole`},
		{"a food said twice is one", "I had a burger, specifically a Whopper", "", `Whopper \(Burger King\)`},
		{"a pill beside a food", "Vitamin C 500 mg + banana", "", `dose \+ Bananas?, raw`},
		{"what is stirred into a drink is a food of its own", "coffee with milk", "1 mug", `Coffee, .* \+ Milk, .*`},
		{"preparation is no food", "2 large eggs, lightly beaten", "", `Egg, whole.*`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := short(m.Match(match.Query{Food: tt.food, Amount: tt.amount}))
			if !regexp.MustCompile("^" + tt.want + "$").MatchString(got) {
				t.Errorf("%q, %q: %s; want %s", tt.food, tt.amount, got, tt.want)
			}
		})
	}
}

func TestMatchStatus(t *testing.T) {
	m, _ := newUSDA(t)
	for _, tt := range []struct {
		name, food, amount string
		want               match.Status
	}{
		{"a plain food is accepted", "spinach, raw", "100 g", match.Accepted},
		{"a dose is accepted", "Vitamin D", "1000 IU", match.Accepted},
		{"a made-up word is unmatched", "zzyzx qwrtp", "100 g", match.Unmatched},
		{"a note is unmatched", "Notes", "", match.Unmatched},
		{"nothing at all is unmatched", "", "", match.Unmatched},
		{"an amount that can't be weighed is for review", "butter", "1 zorkmid", match.Review},
	} {
		t.Run(tt.name, func(t *testing.T) {
			items := m.Match(match.Query{Food: tt.food, Amount: tt.amount})
			if len(items) != 1 || items[0].Status != tt.want {
				t.Errorf("%q, %q: %s, %+v; want %s", tt.food, tt.amount, short(items), items[0].Status, tt.want)
			}
		})
	}
}

func TestReviewOffersCandidates(t *testing.T) {
	m, _ := newUSDA(t)
	it := m.Match(match.Query{Food: "crispy bug soup", Amount: "100 g"})[0]
	if it.Status != match.Review || len(it.Candidates) == 0 || len(it.Candidates) > 5 {
		t.Fatalf("status %s with %d candidates", it.Status, len(it.Candidates))
	}
	if it.Candidates[0].Food != it.Food || len(it.Candidates[0].Why) == 0 {
		t.Errorf("the first candidate is %+v, the food %q", it.Candidates[0], it.Food.Name)
	}
}

func TestUnknownNutrientsStayUnknown(t *testing.T) {
	m, _ := newUSDA(t)
	it := m.Match(match.Query{Food: "Vitamin D 1000 IU"})[0]
	if q := it.Amounts[nutrient.Magnesium]; q.State != nutrient.Unknown {
		t.Errorf("magnesium of a vitamin D pill is %v, want unknown", q)
	}
}

// ownList is a small table of somebody's own foods.
type ownList []*food.Food

func (l ownList) Names() iter.Seq2[match.Name, error] {
	return func(yield func(match.Name, error) bool) {
		for _, f := range l {
			if !yield(match.Name{Code: f.Code, Name: f.Name, Also: f.Also}, nil) {
				return
			}
		}
	}
}

func (l ownList) Food(code string) (*food.Food, error) {
	return l[slices.IndexFunc(l, func(f *food.Food) bool { return f.Code == code })], nil
}

func TestMatchWorksOnAnyList(t *testing.T) {
	m, err := match.New(ownList{
		{Code: "a1", Name: "Morning shake"},
		{Code: "a2", Name: "Grandma's lentil stew", Also: []string{"dal bhat"}},
		{Code: "a3", Name: "Canteen pasta with tomato sauce"},
	})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"morning shake":          "Morning shake",
		"grandmas lentil stew":   "Grandma's lentil stew",
		"dal bhat":               "Grandma's lentil stew",
		"pasta and tomato sauce": "Canteen pasta with tomato sauce",
		"roast goose":            "?",
	} {
		if got := short(m.Match(match.Query{Food: text, Amount: "100 g"})); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestAnEmptyListMatchesNothing(t *testing.T) {
	m, err := match.New(ownList{})
	if err != nil {
		t.Fatal(err)
	}
	if items := m.Match(match.Query{Food: "bread"}); len(items) != 1 || items[0].Status != match.Unmatched {
		t.Errorf("%+v", items)
	}
}

func TestMatchAnswersTheSameToEverybody(t *testing.T) {
	m, table := newUSDA(t)
	qs := phrases(t, table, 200)
	var answers [4][]string
	var wg sync.WaitGroup
	for w := range answers {
		wg.Go(func() {
			for i := range qs {
				q := qs[(i+w*50)%len(qs)] // another order, so that other foods are loaded first
				answers[w] = append(answers[w], q.Food+": "+short(m.Match(q)))
			}
			slices.Sort(answers[w])
		})
	}
	wg.Wait()
	for _, a := range answers[1:] {
		if diff := cmp.Diff(answers[0], a); diff != "" {
			t.Errorf("answers differ (-first +other):\n%s", diff)
		}
	}
}

// check holds an answer to what must always be true.
func check(t *testing.T, q match.Query, items []match.Item) {
	t.Helper()
	if len(items) == 0 {
		t.Fatalf("%q, %q: no item", q.Food, q.Amount)
	}
	for _, it := range items {
		switch {
		case !(it.Confidence >= 0 && it.Confidence <= 1):
			t.Errorf("%q: confidence %v", q.Food, it.Confidence)
		case it.Status == match.Accepted && it.Food == nil && it.Kind != match.ByDose:
			t.Errorf("%q: accepted without a food", q.Food)
		case it.Status == match.Unmatched && it.Food != nil:
			t.Errorf("%q: unmatched with the food %q", q.Food, it.Food.Name)
		case !(it.Weight.Grams >= 0) || math.IsInf(it.Weight.Grams, 0):
			t.Errorf("%q: %v g", q.Food, it.Weight.Grams)
		case it.Food != nil && it.Weight.Basis == "" && it.AmountErr == nil:
			t.Errorf("%q: neither a weight nor a reason", q.Food)
		case len(it.Candidates) > 5:
			t.Errorf("%q: %d candidates", q.Food, len(it.Candidates))
		case !utf8.ValidString(it.Text):
			t.Errorf("%q: item text %q is not valid UTF-8", q.Food, it.Text)
		}
	}
}

func FuzzMatch(f *testing.F) {
	m, _ := newUSDA(f)
	for _, seed := range [][2]string{
		{"2 eggs on toast", ""}, {"Vitamin D", "4 x 1000 IU"}, {"12:15 1 idli chutney", ""}, {"huel(1)|cliff bar(1)", ""},
		{"For lunch, I'm having a cup of soup with a roll.", ""}, {"½ avocado", "1/2"}, {"a\xff\xfe", "\x00"},
		{strings.Repeat("and ", 2500), "1e9 kg"}, {"((((", "))))"}, {"- - -", "-1 cup"}, {"no no no no", "NaN"},
		{strings.Repeat("a, ", 3000), ""}, {"日本のお茶", "1 杯"}, {"%%%", "0"}, {"w/", "w/o"},
	} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, text, amount string) {
		q := match.Query{Food: text, Amount: amount}
		check(t, q, m.Match(q))
	})
}
