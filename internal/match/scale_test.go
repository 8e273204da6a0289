package match_test

import (
	"math"
	"testing"

	"github.com/nutrigap/nutrigap/internal/match"
)

// An amount without its space is read by the reader of amounts and never scaled; 200 g is the round amount
// that answers for 250 g.
func TestWeighedAmountsAreScaledFromARoundOne(t *testing.T) {
	m, _ := newUSDA(t)
	for _, name := range []string{"spinach, raw", "olive oil", "whole milk", "coffee", "eggs and toast", "coffee with milk", "vitamin D", "qwzx"} {
		for _, tt := range []struct {
			amount, round string
			times         float64
		}{
			{"5 g", "5g", 1}, {"250 g", "200g", 250. / 200}, {"37.5 g", "50g", 37.5 / 50}, {"80 g", "100g", 0.8}, {"2 oz", "2oz", 1},
			{"1.5 kg", "2kg", 0.75}, {"330 ml", "500ml", 330. / 500}, {"2 cups", "2cups", 1}, {"0 g", "0g", 1}, {"-3 g", "-3g", 1},
		} {
			got := m.Match(match.Query{Food: name, Amount: tt.amount})
			want := m.Match(match.Query{Food: name, Amount: tt.round})
			if len(got) != len(want) {
				t.Errorf("%s of %s: %d foods, want %d", tt.amount, name, len(got), len(want))
				continue
			}
			if got[0].Food != want[0].Food || got[0].Status != want[0].Status || (got[0].AmountErr == nil) != (want[0].AmountErr == nil) {
				t.Errorf("%s of %s: %+v, want %+v", tt.amount, name, got[0], want[0])
			}
			if a, b := got[0].Weight.Grams, want[0].Weight.Grams*tt.times; math.Abs(a-b) > 1e-9*b {
				t.Errorf("%s of %s weigh %v g, want %v g", tt.amount, name, a, b)
			}
		}
	}
}

func TestMoreThanAnybodyEatsIsNotScaled(t *testing.T) {
	m, _ := newUSDA(t)
	if items := m.Match(match.Query{Food: "apple, raw", Amount: "25 kg"}); items[0].AmountErr == nil {
		t.Errorf("25 kg of apples weigh %v g", items[0].Weight.Grams)
	}
}
