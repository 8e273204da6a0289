package app

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

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
	q := match.Query{Food: "my beans"}
	items := withRunnersUp(c, q, c.Match(q))
	var others []string
	for _, o := range items[0].Candidates {
		others = append(others, o.Food.Code)
	}
	if items[0].Food.Code != "2" || len(others) < 2 || strings.Contains(strings.Join(others, " "), "2") {
		t.Errorf("my beans are %s rather than %v, want 2 rather than two others", items[0].Food.Code, others)
	}
	if again := c.Match(q); len(again[0].Candidates) > 0 {
		t.Error("the matcher's own answer was changed")
	}

	doubtful := match.Query{Food: "green beans, raw"}
	was := c.Match(doubtful)
	if got := withRunnersUp(c, doubtful, was); len(was[0].Candidates) == 0 || !cmp.Equal(got[0].Candidates, was[0].Candidates) {
		t.Errorf("a doubtful food has candidates of its own, which stay: %v, then %v", was[0].Candidates, got[0].Candidates)
	}
}
