package app

import (
	"strings"
	"testing"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/internal/pantry"
)

func TestASureFoodHasRunnersUp(t *testing.T) {
	list := NewListTable([]*food.Food{{Code: "a", Name: "Beans, green, raw"}, {Code: "b", Name: "Beans, green, canned"}, {Code: "c", Name: "Beans, black"}})
	below, err := match.New(list)
	if err != nil {
		t.Fatal(err)
	}
	own := &pantry.Pantry{Aliases: []pantry.Alias{{Text: "my beans", Kind: pantry.IsFood, Code: "2"}}}
	c, err := WithChoices(t.Context(), shop{}, below, own)
	if err != nil {
		t.Fatal(err)
	}
	for text, chosen := range map[string]string{"green beans, raw": "a", "my beans": "2"} {
		q := match.Query{Food: text}
		items := withRunnersUp(c, q, c.Match(q))
		var others []string
		for _, o := range items[0].Candidates {
			others = append(others, o.Food.Code)
		}
		if items[0].Food.Code != chosen || len(others) < 2 || strings.Contains(strings.Join(others, " "), chosen) {
			t.Errorf("%q is %s rather than %v, want %s rather than two others", text, items[0].Food.Code, others, chosen)
		}
		if again := c.Match(q); items[0].Kind == match.ByName && len(again[0].Candidates) > 0 {
			t.Errorf("%q: the matcher's own answer was changed", text)
		}
	}
}
