package match_test

import (
	"testing"

	"github.com/nutrigap/nutrigap/internal/match"
)

func TestTwoFoodsAreNotAcceptedAsOne(t *testing.T) {
	m, _ := newUSDA(t)
	for _, text := range []string{"2 eggs and toast", "eggs on toast"} {
		if items := m.Match(match.Query{Food: text}); len(items) == 1 && items[0].Status == match.Accepted {
			t.Errorf("%s is accepted as %s", text, items[0].Food.Name)
		}
	}
	if items := m.Match(match.Query{Food: "macaroni and cheese", Amount: "1 cup"}); len(items) != 1 || items[0].Confidence <= 0.5 {
		t.Errorf("macaroni and cheese: %+v", items)
	}
}
