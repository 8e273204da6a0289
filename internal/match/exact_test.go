package match_test

import (
	"strings"
	"testing"

	"github.com/nutrigap/nutrigap/internal/match"
)

func TestANameOfTheTableIsThatFood(t *testing.T) {
	m, table := newUSDA(t)
	seen := map[string]bool{}
	n := 0
	for name, err := range table.Names() {
		if err != nil {
			t.Fatal(err)
		}
		if n++; n%40 != 0 || seen[name.Name] {
			continue
		}
		seen[name.Name] = true
		items := m.Match(match.Query{Food: name.Name, Amount: "120 g"})
		if len(items) != 1 || items[0].Food == nil || !strings.EqualFold(items[0].Food.Name, name.Name) {
			t.Errorf("%q is %s", name.Name, short(items))
			continue
		}
		if it := items[0]; it.Status != match.Accepted || it.Kind != match.ByName || it.Weight.Grams != 120 {
			t.Errorf("%q: %s by %s, %v g; want accepted by its exact name, 120 g", name.Name, it.Status, it.Kind, it.Weight.Grams)
		}
	}
}

func TestExactNames(t *testing.T) {
	m, _ := newUSDA(t)
	for _, tt := range []struct{ name, food, amount, want string }{
		{"case makes no difference", "bread, RYE", "2 slices", "Bread, rye"},
		{"commas and an and are of the name", "Sausage, turkey, pork, and beef, low fat, smoked", "1", "Sausage, turkey, pork, and beef, low fat, smoked"},
		{"the amount alone may hold the name", "", "Bread, rye", "Bread, rye"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			items := m.Match(match.Query{Food: tt.food, Amount: tt.amount})
			if got := short(items); got != tt.want || items[0].Kind != match.ByName {
				t.Errorf("%q, %q: %s by %s; want %s by its exact name", tt.food, tt.amount, got, items[0].Kind, tt.want)
			}
		})
	}
}

func TestAnExactNameWithAnAmountThatCantBeWeighedIsForReview(t *testing.T) {
	m, _ := newUSDA(t)
	if it := m.Match(match.Query{Food: "Bread, rye", Amount: "3 zorkmids"})[0]; it.Status != match.Review || it.AmountErr == nil {
		t.Errorf("%s, %v; want review and a complaint about the amount", it.Status, it.AmountErr)
	}
}
