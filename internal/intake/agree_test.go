package intake

import (
	"testing"

	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

func TestFoodsFillOnlyWhatTheyAgreeWith(t *testing.T) {
	const kcal, protein, fat, mg = nutrient.Energy, nutrient.Protein, nutrient.Fat, nutrient.Magnesium
	for _, tt := range []struct {
		name         string
		diary, table amounts
		want         bool
	}{
		{"the same energy", amounts{kcal: 200}, amounts{kcal: 210}, true},
		{"half the energy", amounts{kcal: 200}, amounts{kcal: 100}, false},
		{"the same energy and other protein", amounts{kcal: 170, protein: 39}, amounts{kcal: 180, protein: 20}, false},
		{"fat a gram apart in a lean food", amounts{kcal: 100, fat: 0.5}, amounts{kcal: 105, fat: 1.5}, true},
		{"a tea is a tea", amounts{kcal: 9}, amounts{kcal: 2}, true},
		{"foods of unknown energy", amounts{kcal: 200}, amounts{protein: 10}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.table[mg] = 50
			e := Eat(entry("food", tt.diary), []match.Item{item("food", tt.table)}, Fill)
			if _, filled := e.Amounts[mg].Known(); filled != tt.want {
				t.Errorf("magnesium filled: %v, want %v", filled, tt.want)
			}
		})
	}
}
