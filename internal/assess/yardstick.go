package assess

import (
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/reference"
)

// Method says how the confidence of a verdict was reached.
type Method string

// The methods.
const (
	Test      Method = "test"       // against the average requirement
	RoughTest Method = "rough_test" // the same, where days or requirements are too skewed for more
	IronTable Method = "iron_table" // the chance that IOM 2001 gives for iron, rough for one person
	AITest    Method = "ai_test"    // against an AI: above it, or nothing can be told
	Reading   Method = "reading"    // no test fits: IOM 2000's practical reading, without a confidence
)

// yardstick turns the mean intake of some days into a chance that the usual intake is enough.
type yardstick struct {
	method Method
	days   int
	target *reference.Target

	sdRequirement float64
	within        func(mean float64) float64                  // the spread of one person's days
	iron          func(mean float64) (short float64, ok bool) // for [IronTable]
}

// yardstickFor chooses the method. The tests of IOM 2000 need a spread of days that is not too skewed:
// the table of variation says for which nutrients it is, by age and sex.
func yardstickFor(t *reference.Target, needs *reference.Needs, days int) yardstick {
	y := yardstick{method: Reading, days: days, target: t}
	ear, hasEAR := t.EAR.Known()
	_, kind, has := t.Goal()
	if t.Nutrient == nutrient.Iron && hasEAR {
		if _, ok := needs.IronShort(0); ok {
			y.method, y.iron = IronTable, needs.IronShort
			return y
		}
		if needs.IronIsSkewed() {
			return y
		}
	}
	v, varies := needs.Variation(t.Nutrient)
	if _, spread := v.Within(1); !varies || !spread || v.Use == reference.FitsNot || days == 0 {
		return y
	}
	y.within = func(mean float64) float64 { sd, _ := v.Within(mean); return sd }
	switch {
	case hasEAR:
		y.method = Test
		cv, known := v.RequirementCV.Known()
		y.sdRequirement = cv * ear
		if !known { // of iron: half of the way from the EAR to what covers nearly everybody
			y.method, y.sdRequirement = RoughTest, (t.RDA.Value-ear)/2
		}
		if v.Use == reference.Borderline {
			y.method = RoughTest
		}
	case has && kind == reference.AI:
		y.method = AITest
	}
	return y
}

// enough is the chance that a mean intake is enough: that it meets the need, or is above the AI.
func (y *yardstick) enough(mean float64) Chance {
	switch y.method {
	case Test, RoughTest:
		return chance(Confidence(AdequacyScore(mean, y.target.EAR.Value, y.sdRequirement, y.within(mean), y.days)))
	case AITest:
		return chance(Confidence(ReferenceScore(mean, y.target.AI.Value, y.spread(mean), y.days)))
	case IronTable:
		if short, ok := y.iron(mean); ok {
			return chance(1 - short)
		}
	}
	return Chance{}
}

// spread is never zero, so that a mean of nothing at all still has a score.
func (y *yardstick) spread(mean float64) float64 { return max(y.within(mean), 1e-9) }

// below is the chance that a mean intake is below a limit.
func (y *yardstick) below(mean, limit float64) Chance {
	if y.within == nil {
		return Chance{}
	}
	return chance(Confidence(-ReferenceScore(mean, limit, y.spread(mean), y.days)))
}

// more is how many more days with the same mean would settle the question.
func (y *yardstick) more(mean float64) (days int, ok bool) {
	switch y.method {
	case Test, RoughTest:
		days, ok = DaysForAdequacy(mean, y.target.EAR.Value, y.sdRequirement, y.within(mean))
	case AITest:
		if mean > y.target.AI.Value {
			days, ok = DaysForReference(mean, y.target.AI.Value, y.spread(mean))
		}
	}
	return max(days-y.days, 1), ok
}
