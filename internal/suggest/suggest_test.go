package suggest

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/nutrigap/nutrigap/internal/assess"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/reference"
)

func mean(id nutrient.ID, amount, rda float64, status assess.Status) assess.Mean {
	m := assess.Mean{Verdict: assess.Verdict{Nutrient: id, Amount: nutrient.Of(amount), Status: status}}
	m.Target.RDA = nutrient.Of(rda)
	return m
}

func TestGaps(t *testing.T) {
	belowAI := mean(nutrient.Potassium, 2000, 0, assess.CannotTell)
	belowAI.Why, belowAI.Target.Values = assess.BelowAI, reference.Values{AI: nutrient.Of(2600)}
	means := []assess.Mean{
		mean(nutrient.Magnesium, 200, 320, assess.Shortfall),
		mean(nutrient.Iron, 5, 18, assess.CannotTell), // too little is known
		mean(nutrient.Water, 500, 2700, assess.PossibleShortfall),
		mean(nutrient.Zinc, 9, 8, assess.Adequate),
		belowAI,
	}
	want := []Gap{{nutrient.Magnesium, 200, 320}, {nutrient.Potassium, 2000, 2600}}
	if diff := cmp.Diff(want, Gaps(means, nil)); diff != "" {
		t.Error(diff)
	}
	if got := Gaps(means, []nutrient.ID{nutrient.Iron}); got != nil {
		t.Errorf("iron can't be told, but: %v", got)
	}
}

func TestPlansKeepEveryLimitAndCloseWhatTheySay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		offers, gaps, limits := draw(t, 12)
		for _, o := range Best(offers, gaps, limits, 5) {
			for _, l := range limits {
				if o.Adds(l.Nutrient)*min(1, o.most) > l.Room() {
					t.Errorf("%s breaks the limit of %s", o.Food.Name, l.Nutrient)
				}
			}
		}
		p := Smallest(offers, gaps, limits)
		sum := func(id nutrient.ID) (total float64) {
			for _, c := range p.Changes {
				v, _ := c.Food.Per100g[id].Known()
				total += c.Portions * v * c.Grams / 100
			}
			return total
		}
		for _, c := range p.Changes {
			steps := c.Portions / c.step
			if c.Portions > mostPortions || math.Abs(steps-math.Round(steps)) > 1e-9 || c.Portions > c.most+1e-9 {
				t.Errorf("%v portions", c.Portions)
			}
		}
		for _, l := range limits {
			if l.Amount+sum(l.Nutrient) > max(l.Most, l.Amount+barely*l.Most)*(1+1e-9) {
				t.Errorf("%s: %v and %v more, of %v", l.Nutrient, l.Amount, sum(l.Nutrient), l.Most)
			}
		}
		for i, g := range p.Gaps {
			if after := gaps[i].Amount + sum(g.Nutrient); math.Abs(after-g.After) > 1e-6 || g.Closed() && after < g.Goal*near*(1-1e-6) {
				t.Errorf("%s: says %v of %v, is %v", g.Nutrient, g.After, g.Goal, after)
			}
		}
		if energy := sum(nutrient.Energy); energy > mostEnergy+1e-6 || math.Abs(energy-p.Adds(nutrient.Energy)) > 1e-6 {
			t.Errorf("energy %v, says %v", energy, p.Adds(nutrient.Energy))
		}
	})
}
