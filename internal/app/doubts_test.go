package app

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/pantry"
)

func doubts(t *testing.T, p *pantry.Pantry, again bool, records ...diary.Record) []string {
	t.Helper()
	c, err := WithChoices(t.Context(), shop{}, parts{}, p)
	if err != nil {
		t.Fatal(err)
	}
	found, err := Doubts(t.Context(), c, Read(&list{records: records}), again)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range found {
		var likely []string
		for _, o := range d.Likely {
			kcal, _ := o.Kcal()
			likely = append(likely, fmt.Sprintf("%s %.0f kcal", o.Food.Name, kcal))
		}
		got = append(got, fmt.Sprintf("%s (%s) %d times, %.0f %%: %s", d.Text, d.Amount, d.Times, 100*d.Share, strings.Join(likely, ", ")))
	}
	return got
}

func TestDoubts(t *testing.T) {
	stated := entry(9, 1, "gruel", "1")
	stated.Nutrients[nutrient.Energy] = nutrient.Of(20)
	records := []diary.Record{
		entry(2, 1, "spinach", "100 g"), // 20 kcal, and sure
		entry(3, 1, "stew", "200 g"), entry(4, 1, "Stew!", "1"), entry(5, 2, "STEW", ""),
		entry(6, 1, "2 cups mystery", ""), entry(7, 1, "Mystery", "1 bowl"),
		entry(8, 1, "stew, unheard of", ""),
		stated,
	}
	// stew is known to the larder in lower case alone: 180 kcal of 100 g, twice; all other texts are unknown.
	// Known energy is 20 + 180 + 180 + 20 in four foods, so that each of the five unknown ones counts 100.
	for _, tt := range []struct {
		name   string
		pantry pantry.Pantry
		again  bool
		want   []string
	}{
		{"most frequent first, one question a text", pantry.Pantry{}, false, []string{
			"stew (200 g) 4 times, 62 %: Stew, NFS 360 kcal", "mystery (2 cup) 2 times, 22 %: ", "unheard of () 1 times, 11 %: ",
		}},
		{"what is answered isn't asked", pantry.Pantry{Aliases: []pantry.Alias{
			{Text: "stew", Kind: pantry.IsFood, Code: "1"}, {Text: "mystery", Kind: pantry.IsSkipped}, {Text: "unheard of", Kind: pantry.IsNotFood},
		}}, false, nil},
		{"what was skipped is asked when they say so", pantry.Pantry{Aliases: []pantry.Alias{
			{Text: "stew", Kind: pantry.IsFood, Code: "1"}, {Text: "mystery", Kind: pantry.IsSkipped}, {Text: "unheard of", Kind: pantry.IsNotFood},
		}}, true, []string{"mystery (2 cup) 2 times, 25 %: "}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, doubts(t, &tt.pantry, tt.again, records...)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestAListIsATable(t *testing.T) {
	foods := []*food.Food{{Code: "a", Name: "Dal makhani", Also: []string{"black lentils"}}, {Code: "b", Name: "Roti"}}
	foods[0].Per100g[nutrient.Iron] = nutrient.Of(2)
	m, err := match.New(NewListTable(foods))
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{"dal makhani": "a", "2 roti": "b", "cheeseburger": ""} {
		code := ""
		if it := m.Match(match.Query{Food: text})[0]; it.Food != nil {
			code = it.Food.Code
		}
		if code != want {
			t.Errorf("%q is %q, want %q", text, code, want)
		}
	}
	if _, err := NewListTable(foods).Foods("a", "c"); err == nil || err.Error() != `food "c" is not in the list` {
		t.Errorf("error %v", err)
	}
}
