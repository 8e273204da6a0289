// Package suggest looks for portions of food that would move a verdict: for one nutrient, and for all that
// are low at once.
//
// Its rule: nothing that it offers takes an intake over a limit, and a gap that it says a portion closes is
// closed counting what is known alone. It refuses to suggest anything where it isn't known that something is
// low, and it offers foods only: no supplement, powder, spice, baby food or alcohol.
package suggest

import (
	"slices"

	"github.com/nutrigap/nutrigap/internal/assess"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Gap is what a mean day lacks of one nutrient.
type Gap struct {
	Nutrient nutrient.ID
	Amount   float64 // what is known of the intake, a day
	Goal     float64 // the RDA or the AI
}

// Missing is the amount that closes the gap; always above 0.
func (g *Gap) Missing() float64 { return g.Goal - g.Amount }

// notByFood are never closed here: energy and what supplies it are a matter of the whole diet, salt is not
// short in one, and nobody is told to drink much water.
var notByFood = []nutrient.ID{nutrient.Energy, nutrient.Carbohydrate, nutrient.Fat, nutrient.Sodium, nutrient.Water}

// Gaps are the nutrients of a period that are low, in its order; with only, those of them alone. The
// unknown part of an intake counts as nothing, so that what closes a gap closes it whatever that part holds;
// too little known is no gap.
func Gaps(means []assess.Mean, only []nutrient.ID) []Gap {
	var gaps []Gap
	for i := range means {
		m := &means[i]
		goal, _, has := m.Target.Goal()
		amount, known := m.Amount.Known()
		switch {
		case !m.Verdict.Low() || !has || !known || amount >= goal:
			continue
		case slices.Contains(notByFood, m.Nutrient):
			continue
		case len(only) > 0 && !slices.Contains(only, m.Nutrient):
			continue
		}
		gaps = append(gaps, Gap{Nutrient: m.Nutrient, Amount: amount, Goal: goal})
	}
	return gaps
}

// Limit is how much more of one nutrient a day may bring.
type Limit struct {
	Nutrient nutrient.ID
	Amount   float64 // the best estimate of the intake, a day
	Most     float64 // the UL of the whole diet, the CDRR, or the UL of folic acid
}

// barely is the share of a limit by which an intake that is above it already may still rise, all portions
// together: hardly any food holds nothing of sodium.
const barely = 0.05

// Over reports whether the intake is above the limit already.
func (l *Limit) Over() bool { return l.Amount > l.Most }

// Room is what may be added; always above 0.
func (l *Limit) Room() float64 {
	if room := l.Most - l.Amount; room > barely*l.Most {
		return room
	}
	return barely * l.Most
}

// Limits are the limits of a period that food can break, in its order. Where nothing is known of an intake,
// it counts as nothing. The lower of two limits holds.
func Limits(means []assess.Mean) []Limit {
	var limits []Limit
	for i := range means {
		m := &means[i]
		l := Limit{Nutrient: m.Nutrient, Amount: m.Best.Or(m.Amount).Value}
		if m.Target.ULOf == "folic acid" {
			l = Limit{Nutrient: nutrient.FolicAcid, Amount: m.Limited.Value, Most: m.Target.UL.Value}
		}
		if ul, ok := m.Target.Limit(); ok {
			l.Most = ul
		}
		if cdrr, ok := m.Target.CDRR.Known(); ok && (l.Most == 0 || cdrr < l.Most) {
			l.Most = cdrr
		}
		if l.Most > 0 {
			limits = append(limits, l)
		}
	}
	return limits
}
