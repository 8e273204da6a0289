package app

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/intake"
	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/pantry"
	"github.com/nutrigap/nutrigap/internal/report"
)

// shop is a table of the larder's foods by code.
type shop struct{ larder }

func (shop) Food(_ context.Context, code string) (*food.Food, error) {
	for _, f := range larderFoods {
		if f.Code == code {
			return f, nil
		}
	}
	return nil, errors.New("none")
}

func (s shop) Foods(ctx context.Context, codes ...string) (foods []*food.Food, err error) {
	for _, code := range codes {
		f, err := s.Food(ctx, code)
		if err != nil {
			return nil, err
		}
		foods = append(foods, f)
	}
	return foods, nil
}

// parts is a matcher that reads every part between commas as one food of the larder.
type parts struct{}

func (parts) Match(q match.Query) (items []match.Item) {
	for text := range strings.SplitSeq(q.Food, ", ") {
		items = append(items, larder{}.Match(match.Query{Food: text, Amount: q.Amount})...)
	}
	return items
}

func ownPantry() *pantry.Pantry {
	shake := &food.Food{Code: "own:1", Name: "Shake", Portions: []food.Portion{{Amount: 1, Label: "usual portion", Grams: 300, Kind: food.Usual}}}
	shake.Per100g[nutrient.Energy] = nutrient.Of(60)
	stew := &food.Food{Code: "recipe:1", Name: "Stew"}
	return &pantry.Pantry{
		Foods:  []*food.Food{shake},
		Dishes: []pantry.Dish{{Recipe: pantry.Recipe{Name: "Stew"}, Food: stew}},
		Aliases: []pantry.Alias{
			{Text: "my greens", Kind: pantry.IsFood, Code: "1", Grams: 50},
			{Text: "my shake", Kind: pantry.IsFood, Code: "own:1"},
			{Text: "Daily Sept 12", Kind: pantry.IsNotFood},
			{Text: "spinach", Kind: pantry.IsSkipped},
			{Text: "lost", Kind: pantry.IsFood, Code: "99"},
		},
	}
}

func choices(t *testing.T) *Choices {
	t.Helper()
	c, err := WithChoices(t.Context(), shop{}, parts{}, ownPantry())
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestThePersonsWordWins(t *testing.T) {
	c := choices(t)
	for _, tt := range []struct{ name, food, amount, want string }{
		{"an alias, by the weight that was given", "My Greens!", "", "accepted 1 50 g"},
		{"that weight is for one", "my greens", "2", "accepted 1 100 g"},
		{"and for a measure that nobody knows", "my greens", "1 pouch", "accepted 1 50 g"},
		{"a stated weight counts more", "my greens", "80 g", "accepted 1 80 g"},
		{"the amount may stand in the text", "2 my greens", "", "accepted 1 100 g"},
		{"without a weight, the food's own portion", "my shake", "2", "accepted own:1 600 g"},
		{"a food of one's own by its name", "shake", "100 g", "accepted own:1 100 g"},
		{"a recipe before the table", "stew", "200 g", "accepted recipe:1 200 g"},
		{"what can't be weighed is for review", "stew", "1 glug", "review recipe:1 0 g"},
		{"no food is no food", "daily sept 12", "1", "unmatched - 0 g"},
		{"skipped is left to the table", "spinach", "1", "accepted 1 100 g"},
		{"an alias of a food that is gone means nothing", "lost", "1", "unmatched - 0 g"},
		{"a part of a row", "spinach, my shake", "", "accepted 1 100 g, accepted own:1 300 g"},
		{"a part that is no food", "spinach, Daily Sept 12", "", "accepted 1 100 g"},
		{"nothing but parts that are no food", "Daily Sept 12, Daily Sept 12", "", "unmatched - 0 g"},
		{"all in the amount", "", "my greens", "accepted 1 50 g"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, it := range c.Match(match.Query{Food: tt.food, Amount: tt.amount}) {
				code := "-"
				if it.Food != nil {
					code = it.Food.Code
				}
				got = append(got, fmt.Sprintf("%s %s %.0f g", it.Status, code, it.Weight.Grams))
			}
			if s := strings.Join(got, ", "); s != tt.want {
				t.Errorf("%s, want %s", s, tt.want)
			}
		})
	}
}

func TestWhatIsNoFoodCountsAsSkipped(t *testing.T) {
	for _, values := range []intake.Values{intake.Fill, intake.Diary, intake.Table} {
		note := entry(2, 1, "Daily Sept 12", "")
		note.Nutrients[nutrient.Energy] = nutrient.Of(900)
		q := Question{Reference: "dri", Values: values, Refused: func(*diary.SyntaxError) {}}
		s, err := Report(t.Context(), shop{}, choices(t), q, Read(&list{records: []diary.Record{note}}))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(report.Rows{Read: 1, Skipped: 1}, s.Rows); diff != "" || len(s.Days) != 0 {
			t.Errorf("%s: %d days, rows (-want +got):\n%s", values, len(s.Days), diff)
		}
	}
}

func TestCounter(t *testing.T) {
	c := NewCounter(func() (Matcher, error) { return larder{}, nil })
	for _, record := range []diary.Record{entry(2, 1, "spinach", "100 g"), entry(3, 1, "gruel", ""), &diary.SyntaxError{Reason: "bad"}} {
		c.Add(record)
	}
	rows, err := c.Rows()
	want := report.Rows{Read: 3, Accepted: 1, Unmatched: 1, Refused: 1, AcceptedShare: 1, UnmatchedShare: 1}
	if diff := cmp.Diff(want, rows); err != nil || diff != "" {
		t.Errorf("%v, rows (-want +got):\n%s", err, diff)
	}
}

func TestCounterOfNothingMakesNoMatcher(t *testing.T) {
	c := NewCounter(func() (Matcher, error) { return nil, errors.New("a matcher was made") })
	if rows, err := c.Rows(); err != nil || rows.Read != 0 {
		t.Errorf("%+v, %v", rows, err)
	}
}

func TestCounterTellsWhyThereIsNoMatcher(t *testing.T) {
	broken := errors.New("broken")
	c := NewCounter(func() (Matcher, error) { return nil, broken })
	for range 3 * batchSize {
		c.Add(entry(2, 1, "spinach", "100 g"))
	}
	if _, err := c.Rows(); !errors.Is(err, broken) {
		t.Errorf("%v, want %v", err, broken)
	}
}

// Reading ahead changes nothing: not the order, not where an error stands, and it ends with whoever counts.
func TestAhead(t *testing.T) {
	broken := errors.New("broken")
	var records Records = func(yield func(diary.Record, error) bool) {
		for i := range 3*batchSize + 5 {
			if !yield(entry(i, 1, "spinach", ""), nil) {
				return
			}
		}
		yield(nil, broken)
	}
	n := 0
	for record, err := range ahead(records) {
		if err != nil {
			if err != broken || n != 3*batchSize+5 {
				t.Errorf("%v behind %d records", err, n)
			}
			continue
		}
		if record.Position().Line != n {
			t.Fatalf("line %d behind %d records", record.Position().Line, n)
		}
		n++
	}
	for range ahead(records) {
		break
	}
}
