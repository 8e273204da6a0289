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
	var runs [nutrient.Count]run
	for id := range runs {
		runs[id].begin(needs, nutrient.ID(id))
	}
	for i := range days { // each day once: a hundred years are more than a processor has at hand
		for id := range runs {
			runs[id].add(&days[i], len(days))
		}
	}
	var means []Mean
	for id := range runs {
		r := &runs[id]
		m := r.mean(len(days))
		if _, known := m.Amount.Known(); !known && !r.has {
			continue
		}
		y := yardstickFor(&m.Target, needs, len(days))
		m.Status, m.Why = m.judge(&y)
		m.settle(&y)
		if m.Status == CannotTell && m.Nutrient == nutrient.Water && !anyDrink(days) {
			m.Why = NoDrinks
		}
		means = append(means, m)
	}
	return means
}

// run is one nutrient followed through the days of a period.
type run struct {
	Mean
	has     bool // a target
	goal    float64
	hasGoal bool

	known, best, limited sum
	recorded             bool // by some day
}

// sum is what the days add up to of which something is known.
type sum struct {
	value float64
	days  int
}

func (s *sum) add(q nutrient.Quantity) {
	if v, known := q.Known(); known {
		s.value, s.days = s.value+v, s.days+1
	}
}

// over is the mean over so many days, unknown where nothing was added.
func (s *sum) over(days int) nutrient.Quantity {
	if s.days == 0 {
		return nutrient.Quantity{}
	}
	return nutrient.Of(s.value / float64(days))
}

func (r *run) begin(needs *reference.Needs, id nutrient.ID) {
	r.Nutrient = id
	r.Target, r.has = needs.Target(id)
	r.goal, _, r.hasGoal = r.Target.Goal()
}

// add takes in a day, one of so many.
func (r *run) add(d *intake.Day, of int) {
	id := r.Nutrient
	q, share := d.Amount(id), Coverage(d, id)
	r.Coverage += share / float64(of)
	r.recorded = r.recorded || q.State != nutrient.NotRecorded
	r.known.add(q)
	r.best.add(d.Best(id))
	r.limited.add(limited(d, &r.Target))
	amount, known := q.Known()
	if !known || !reaches(share, MinCoverage) {
		return
	}
	r.spread(amount)
	if r.hasGoal && !reaches(amount, r.goal) {
		r.DaysBelow++
	}
}

// mean is what the days came to.
func (r *run) mean(days int) Mean {
	m := r.Mean
	m.Days = days
	m.Amount = r.known.over(days)
	if r.known.days == 0 && days > 0 && !r.recorded {
		m.Amount.State = nutrient.NotRecorded
	}
	m.Best = r.bestMean(&m)
	m.Limited = r.limited.over(days)
	return m
}

// bestMean is the mean of the best estimates; days of which too little is known for one count as the others
// do, and if they all are so, the unknown part counts as rich as the known one. It is never below the mean of
// what is known.
func (r *run) bestMean(m *Mean) nutrient.Quantity {
	known, some := m.Amount.Known()
	switch {
	case !some || m.Coverage == 0:
		return nutrient.Quantity{}
	case r.best.days == 0:
		return nutrient.Of(known / m.Coverage)
	}
	return nutrient.Of(max(known, r.best.value/float64(r.best.days)))
}

// limited is the part of a day that an upper level limits.
func limited(d *intake.Day, t *reference.Target) nutrient.Quantity {
	switch t.ULOf {
	case "supplements":
		return d.Supplement(t.Nutrient)
	case "folic acid":
		return d.Amount(nutrient.FolicAcid)
	}
	return d.Amount(t.Nutrient)
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
