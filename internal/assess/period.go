package assess

import (
	"github.com/nutrigap/nutrigap/internal/intake"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/reference"
)

// Mean is one nutrient over a period: the verdict on its mean, how sure that is, and how the days spread
// around it.
type Mean struct {
	// Verdict is about the mean of the known amounts and of the coverage: the low estimate, which counts
	// the unknown as nothing. The one denominator of both is Days, also where a day knows nothing of the
	// nutrient: that lowers the coverage.
	Verdict
	Best       nutrient.Quantity // the mean of the best estimates; see [intake.Day]
	Days       int               // days counted
	Low, High  nutrient.Quantity // of the days judged; unknown if there are none
	DaysJudged int               // days with enough coverage
	DaysBelow  int               // of the days judged, those whose known amount is below the target

	Method      Method
	AdequateLow Chance            // as Adequate, by the low estimate
	Limited     nutrient.Quantity // the mean of what the UL limits: all of it, or supplements or folic acid alone
	MoreDays    int               // days more, with the same mean, until the verdict is sure, if Settles
	Settles     bool
}

// Day judges one day: every nutrient with a known amount or a target, in the nutrients' own order.
func Day(d *intake.Day, needs *reference.Needs) []Verdict {
	var verdicts []Verdict
	for _, id := range nutrient.All() {
		if v, ok := OnDay(d, needs, id); ok {
			verdicts = append(verdicts, v)
		}
	}
	return verdicts
}

// OnDay judges one nutrient of one day, if it has a known amount or a target.
func OnDay(d *intake.Day, needs *reference.Needs, id nutrient.ID) (v Verdict, ok bool) {
	target, has := needs.Target(id)
	amount := d.Amount(id)
	if _, known := amount.Known(); !known && !has {
		return Verdict{}, false
	}
	v = Verdict{Nutrient: id, Amount: amount, Coverage: Coverage(d, id), Target: target}
	v.Status, v.Why = judgeDay(&target, v.Amount, v.Coverage)
	if v.Status == CannotTell && waterUnlogged(d, id) {
		v.Why = NoDrinks
	}
	return v, true
}

// Period judges the mean of the days that count: every nutrient with a known amount or a target, in the
// nutrients' own order.
func Period(days []intake.Day, needs *reference.Needs) []Mean {
	var means []Mean
	for _, id := range nutrient.All() {
		target, has := needs.Target(id)
		m := mean(days, id, &target)
		if _, known := m.Amount.Known(); !known && !has {
			continue
		}
		y := yardstickFor(&target, needs, len(days))
		m.Limited = limited(days, &target)
		m.Status, m.Why = m.judge(&y)
		m.settle(&y)
		if m.Status == CannotTell && id == nutrient.Water && !anyDrink(days) {
			m.Why = NoDrinks
		}
		means = append(means, m)
	}
	return means
}

func mean(days []intake.Day, id nutrient.ID, target *reference.Target) Mean {
	m := Mean{Verdict: Verdict{Nutrient: id, Target: *target}, Days: len(days)}
	goal, _, hasGoal := target.Goal()
	sum, known, unrecorded := 0.0, false, len(days) > 0
	for i := range days {
		d := &days[i]
		share := Coverage(d, id)
		m.Coverage += share / float64(len(days))
		unrecorded = unrecorded && d.Amount(id).State == nutrient.NotRecorded
		amount, ok := d.Amount(id).Known()
		if !ok {
			continue
		}
		sum, known = sum+amount, true
		if !reaches(share, MinCoverage) {
			continue
		}
		m.spread(amount)
		if hasGoal && !reaches(amount, goal) {
			m.DaysBelow++
		}
	}
	switch {
	case known:
		m.Amount = nutrient.Of(sum / float64(len(days)))
	case unrecorded:
		m.Amount.State = nutrient.NotRecorded
	}
	m.Best = best(days, id, &m)
	return m
}

// best is the mean of the best estimates; days of which too little is known for one count as the others do,
// and if they all are so, the unknown part counts as rich as the known one. It is never below the mean of
// what is known.
func best(days []intake.Day, id nutrient.ID, m *Mean) nutrient.Quantity {
	sum, estimated := 0.0, 0
	for i := range days {
		if v, ok := days[i].Best(id).Known(); ok {
			sum, estimated = sum+v, estimated+1
		}
	}
	known, some := m.Amount.Known()
	switch {
	case !some || m.Coverage == 0:
		return nutrient.Quantity{}
	case estimated == 0:
		return nutrient.Of(known / m.Coverage)
	}
	return nutrient.Of(max(known, sum/float64(estimated)))
}

// limited is the mean of what an upper level limits.
func limited(days []intake.Day, t *reference.Target) nutrient.Quantity {
	sum, some := 0.0, false
	for i := range days {
		q := days[i].Amount(t.Nutrient)
		switch t.ULOf {
		case "supplements":
			q = days[i].Supplement(t.Nutrient)
		case "folic acid":
			q = days[i].Amount(nutrient.FolicAcid)
		}
		if v, known := q.Known(); known {
			sum, some = sum+v, true
		}
	}
	if !some {
		return nutrient.Quantity{}
	}
	return nutrient.Of(sum / float64(len(days)))
}

// spread takes one more judged day into the range.
func (m *Mean) spread(amount float64) {
	low, high := amount, amount
	if m.DaysJudged > 0 {
		low, high = min(m.Low.Value, amount), max(m.High.Value, amount)
	}
	m.Low, m.High = nutrient.Of(low), nutrient.Of(high)
	m.DaysJudged++
}

// Coverage is the day's coverage, but none for water where no drink was logged: most water is drunk, and
// who writes down no drinks drank all the same.
func Coverage(d *intake.Day, id nutrient.ID) float64 {
	if waterUnlogged(d, id) {
		return 0
	}
	return d.Coverage(id)
}

func waterUnlogged(d *intake.Day, id nutrient.ID) bool { return id == nutrient.Water && d.Drinks == 0 }

func anyDrink(days []intake.Day) bool {
	for i := range days {
		if days[i].Drinks > 0 {
			return true
		}
	}
	return false
}
