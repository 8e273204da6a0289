package match_test

import (
	"regexp"
	"testing"

	"github.com/nutrigap/nutrigap/internal/match"
)

func TestWhatAnAppWrote(t *testing.T) {
	m, _ := newUSDA(t)
	// The same name and weight: an app's names are rougher than a person's own words.
	own := m.Match(match.Query{Food: "apple juice", Amount: "200 ml"})[0].Confidence
	app := m.Match(match.Query{Food: "apple juice", Amount: "200.00 ml"})[0].Confidence
	if app >= own {
		t.Errorf("an app's row is trusted %.2f, a person's own words %.2f", app, own)
	}
}

func TestTwoFoodsAreNotAcceptedAsOne(t *testing.T) {
	m, _ := newUSDA(t)
	for _, q := range []match.Query{{Food: "2 eggs and toast"}, {Food: "eggs on toast"}, {Food: "eggs and toast", Amount: "1 plate"}} {
		if items := m.Match(q); len(items) == 1 && items[0].Status == match.Accepted {
			t.Errorf("%s is accepted as %s", q.Food, items[0].Food.Name)
		}
	}
}

func TestFoodsThatAreJoined(t *testing.T) {
	m, _ := newUSDA(t)
	for _, tt := range []struct{ name, food, amount, want string }{
		{"on toast", "2 eggs on toast", "", `^Egg, whole.* \+ Bread.*toasted$`},
		{"and", "eggs and toast", "", `^Egg, whole.* \+ Bread.*toasted$`},
		{"a drink beside", "toast and coffee", "", `^Bread.*toasted \+ Coffee, `},
		{"into a drink", "coffee with milk", "", `^Coffee.* \+ Milk`},
		{"with, and an amount of the first", "bagel with cream cheese", "1", `^Bagel.* \+ (Cream cheese|Cheese, cream)`},
		{"a dish whose name joins the same", "macaroni and cheese", "1 cup", `^Macaroni or noodles with cheese`},
		{"side by side after a time", "12:15 1 idli chutney", "", `^Idli \+ Chutney`},
		{"and, and a count of the first", "2 eggs and toast", "", `^Egg, whole.* \+ Bread.*toasted$`},
		{"a first food of which the other says nothing", "I had a small burrito with egg, topped with regular sour cream", "", `(?i)^[^+]*burrito[^+]* \+ Sour cream`},
		{"what is done to a food is none", "2 medium onions, halved lengthwise and sliced into thin half-moons", "", `^Onions?, raw$`},
		{"parts that aren't used are none", "1 small cauliflower, leaves and stalk removed, cut into florets", "", `^Cauliflower, raw$`},
		{"a first food in a row", "toast with marmite", "1 slice", `^Bread.*toasted \+ Yeast extract spread$`},
		{"words that mean something else together", "pb&j", "1", `^Peanut butter and jelly[^+]*$`},
		{"flavours that are joined", "salt and vinegar crisps", "1 bag", `^Potato chips[^+]*$`},
		{"some of a second food", "a doughnut and some orange juice", "", `^Doughnut.* \+ Orange juice`},
		{"some of a second food in a sentence", "For breakfast it's just a doughnut and some orange juice.", "", `^Doughnut.* \+ Orange juice`},
		{"a list with some", "I had a coconut cookie, some raw grapes and a clementine", "", `^Cookie, coconut.* \+ Grapes.* \+ Clementine`},
		{"a brand that has a name in the table", "a 32 fl oz sports drink, Powerade", "", `^Sports drink \(Powerade\)$`},
		{"a sauce with a name in the table", "spaghetti sauce", "1 cup", `^Spaghetti sauce`},
		{"two words of one food", "banana bread", "", `^[^+]*$`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			items := m.Match(match.Query{Food: tt.food, Amount: tt.amount})
			if got := short(items); !regexp.MustCompile(tt.want).MatchString(got) {
				t.Errorf("%q, %q: %s; want %s", tt.food, tt.amount, got, tt.want)
			}
		})
	}
}
