package suggest

import (
	"cmp"
	"slices"

	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// What a change of a day may be, and what makes one small.
const (
	// mostEnergy, in kcal, is the most that a change adds: a gap beyond it stays open rather than asking
	// for another dinner.
	mostEnergy = 600
	// mostPortions is the most of one food in a day.
	mostPortions = 2
	// perPortion, in kcal, is what a portion costs beside its energy, so that few foods go before many.
	perPortion = 50
	// perUnfamiliar, in kcal, comes on top where few people eat the food, so that it has to be worth it.
	perUnfamiliar = 50
	// perGap, in kcal, is what closing a whole gap is worth, and a part of one in proportion: a hundredth of
	// a gap may cost 30 kcal and not more.
	perGap = 3000
)

// The shortlist: a search through dozens of foods is quick, and nobody chooses among hundreds.
const (
	forEach     = 5 // familiar foods for each gap
	forEachRare = 2 // others
	forAll      = 10
	forAllRare  = 4
	listed      = 50
)

// Change is so many portions of a food a day.
type Change struct {
	Offer
	Portions float64 // a day, on average: 3/7 is a portion on three days of the week
}

// Left is how much of a gap is closed by a plan.
type Left struct {
	Gap
	After float64 // the known intake with the plan, a day
}

// near is the part of a goal that counts as reached: the figures of a nutrient table are no better than that.
const near = 0.99

// Closed reports whether the goal is reached, give or take a hundredth of it.
func (l *Left) Closed() bool { return l.After >= l.Goal*near }

// Kept is a limit and what a plan does to its intake.
type Kept struct {
	Limit
	After float64 // the best estimate with the plan, a day
}

// Plan is a change of the mean day.
type Plan struct {
	Changes []Change // the most energy first
	Gaps    []Left
	Limits  []Kept
	// Missed is how much smaller than this one another change of the same foods may be at most, in kcal of
	// [Smallest]: [slack] where the search came to its end, more where it stopped at [mostNodes].
	Missed float64
	Nodes  int // programmes solved
	Foods  int // on the shortlist
}

// Proved reports whether the search came to its end: no change of these foods is smaller by more than the
// figures of foods are good for.
func (p *Plan) Proved() bool { return p.Missed <= slack }

// Adds is how much of a nutrient the plan brings a day.
func (p *Plan) Adds(id nutrient.ID) float64 {
	sum := 0.0
	for i := range p.Changes {
		sum += p.Changes[i].Portions * p.Changes[i].adds[id]
	}
	return sum
}

// Smallest is the smallest change of a day that closes the gaps together. The size of a change is counted in
// kcal: the energy that it adds, 50 for each portion, 50 more where few people eat the food, and 30 for each
// hundredth of a gap that it leaves open, so that closing a gap nearly always goes first. It adds 600 kcal at
// most, keeps every limit, and holds no more of one food, or of one kind, than people eat (groups.csv), in
// portions and halves of them, or portions on some days of the week.
//
// The smallest is found by branch and bound over a shortlist: the linear programme that allows any part of a
// portion says how small a change may be at best, and where it wants a broken number of steps, the search
// goes on with fewer of them and with more. The same foods and gaps give the same plan.
func Smallest(offers []Offer, gaps []Gap, limits []Limit) Plan {
	s := newSearch(shortlist(offers, gaps, limits), gaps, limits)
	s.run()
	plan := Plan{Missed: s.missed, Nodes: s.nodes, Foods: len(s.offers)}
	for j, steps := range s.best {
		if steps > 0 {
			plan.Changes = append(plan.Changes, Change{Offer: s.offers[j], Portions: float64(steps) * s.offers[j].step})
		}
	}
	slices.SortStableFunc(plan.Changes, func(a, b Change) int {
		return cmp.Compare(b.Portions*b.adds[nutrient.Energy], a.Portions*a.adds[nutrient.Energy])
	})
	for _, g := range gaps {
		plan.Gaps = append(plan.Gaps, Left{Gap: g, After: g.Amount + plan.Adds(g.Nutrient)})
	}
	for _, l := range limits {
		plan.Limits = append(plan.Limits, Kept{Limit: l, After: l.Amount + plan.Adds(l.Nutrient)})
	}
	return plan
}

// shortlist is the best portions for all gaps and for each, those that people know first.
func shortlist(offers []Offer, gaps []Gap, limits []Limit) []Offer {
	var familiar, rare, list []Offer
	for _, o := range offers {
		if o.Familiar {
			familiar = append(familiar, o)
		} else {
			rare = append(rare, o)
		}
	}
	add := func(gaps []Gap, known, others int) {
		for _, o := range append(Best(familiar, gaps, limits, known), Best(rare, gaps, limits, others)...) {
			same := func(x Offer) bool { return x.Food.Code == o.Food.Code }
			if len(list) < listed && !slices.ContainsFunc(list, same) {
				list = append(list, o)
			}
		}
	}
	add(gaps, forAll, forAllRare)
	for i := range gaps {
		add(gaps[i:i+1], forEach, forEachRare)
	}
	return list
}

// Served is how the portions are eaten: so many at a time, on so many days a week. Food of which people have
// some portions a week is eaten on those days; half of what nobody halves, such as an egg, is one every second
// day, 3.5 days a week.
func (c *Change) Served() (portions, days float64) {
	const halves = 0.5
	switch days := c.step * week; {
	case c.step != halves && days < week:
		return c.Portions / c.step, days
	case c.Measure.Label != "" && !Divisible(c.Measure.Label) && c.Portions != float64(int(c.Portions)):
		return c.Portions / halves, halves * week
	}
	return c.Portions, week
}
