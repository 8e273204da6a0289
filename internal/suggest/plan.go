package suggest

import (
	"cmp"
	"math"
	"slices"

	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// What a change of a day may be.
const (
	// mostEnergy, in kcal, is the most that a change adds: a gap beyond it stays open rather than asking
	// for another dinner.
	mostEnergy = 600
	// mostPortions is the most of one food.
	mostPortions = 2
	// step is the smallest part of a portion.
	step = 0.5
	// perPortion, in kcal, is what a portion costs beside its energy, so that few foods go before many.
	perPortion = 50
	// wholeFor, in kcal, is what making a half portion a whole one may cost.
	wholeFor = 50
	// worthStep is the part of a gap that half a portion must close to be added after rounding.
	worthStep = 0.05
)

// The shortlist: the simplex method is quick with dozens of foods, and nobody chooses among hundreds.
const (
	forEach = 6
	forAll  = 16
	listed  = 60
)

// Change is so many portions of a food a day.
type Change struct {
	Offer
	Portions float64 // in halves, 0.5 to 2
}

// Left is how much of a gap is closed by a plan.
type Left struct {
	Gap
	After float64 // the known intake with the plan, a day
}

// Closed reports whether the goal is reached, forgiving the last digits.
func (l *Left) Closed() bool { return l.After >= l.Goal*(1-1e-9) }

// Plan is a change of the mean day.
type Plan struct {
	Changes []Change // the most energy first
	Gaps    []Left
	Limits  []Kept
	Energy  float64 // added, in kcal
}

// Open is how many gaps the plan leaves open.
func (p *Plan) Open() int {
	open := 0
	for i := range p.Gaps {
		if !p.Gaps[i].Closed() {
			open++
		}
	}
	return open
}

// Kept is a limit and what a plan does to its intake.
type Kept struct {
	Limit
	After float64 // the best estimate with the plan, a day
}

// Smallest is the change of a day that closes as much of all gaps together as it can, each gap counting the
// same, and of the ways to do so the one with the least energy and the fewest portions. It solves a linear
// programme over a shortlist and then rounds to whole and half portions, so that it is close to the smallest
// and never breaks a limit.
func Smallest(offers []Offer, gaps []Gap, limits []Limit) Plan {
	p := &planner{offers: shortlist(offers, gaps, limits), gaps: gaps, limits: limits}
	p.portions = p.solve()
	p.round()
	p.fill()
	p.trim()
	p.makeWhole()
	return p.plan()
}

// shortlist is the best portions for each gap and for all.
func shortlist(offers []Offer, gaps []Gap, limits []Limit) []Offer {
	list := Best(offers, gaps, limits, forAll)
	for i := range gaps {
		for _, o := range Best(offers, gaps[i:i+1], limits, forEach) {
			same := func(x Offer) bool { return x.Food.Code == o.Food.Code }
			if len(list) < listed && !slices.ContainsFunc(list, same) {
				list = append(list, o)
			}
		}
	}
	return list
}

type planner struct {
	offers   []Offer
	gaps     []Gap
	limits   []Limit
	portions []float64 // of each offer
}

// solve is the linear programme: the portions, and after them the part of each gap that counts as closed.
func (p *planner) solve() []float64 {
	n := len(p.offers)
	gain, upper := make([]float64, n+len(p.gaps)), make([]float64, n+len(p.gaps))
	energy := make([]float64, n+len(p.gaps))
	for j := range p.offers {
		kcal := p.offers[j].adds[nutrient.Energy]
		gain[j], upper[j], energy[j] = -(kcal+perPortion)/mostEnergy, mostPortions, kcal/mostEnergy
	}
	rows, most := [][]float64{energy}, []float64{1}
	for i := range p.gaps {
		row := make([]float64, n+len(p.gaps))
		for j := range p.offers {
			row[j] = -p.offers[j].adds[p.gaps[i].Nutrient] / p.gaps[i].Missing()
		}
		row[n+i], gain[n+i], upper[n+i] = 1, 100, 1 // a gap outweighs all the energy that there may be
		rows, most = append(rows, row), append(most, 0)
	}
	for k := range p.limits {
		row := make([]float64, n+len(p.gaps))
		for j := range p.offers {
			row[j] = p.offers[j].adds[p.limits[k].Nutrient] / p.limits[k].Room()
		}
		rows, most = append(rows, row), append(most, 1)
	}
	return maximize(gain, rows, most, upper)[:n]
}

// added is how much of a nutrient the portions bring.
func (p *planner) added(id nutrient.ID) float64 {
	sum := 0.0
	for j := range p.offers {
		sum += p.portions[j] * p.offers[j].adds[id]
	}
	return sum
}

// closed is how much of the gaps is closed, 1 for each whole one.
func (p *planner) closed() float64 {
	sum := 0.0
	for i := range p.gaps {
		sum += min(1, p.added(p.gaps[i].Nutrient)/p.gaps[i].Missing())
	}
	return sum
}

// keeps reports whether the portions stay within every limit and the energy.
func (p *planner) keeps() bool {
	for k := range p.limits {
		if p.added(p.limits[k].Nutrient) > p.limits[k].Room() {
			return false
		}
	}
	return p.added(nutrient.Energy) <= mostEnergy
}

// with is what a question says of the portions with so much more of one food.
func with[T any](p *planner, j int, more float64, ask func() T) T {
	was := p.portions[j]
	p.portions[j] = was + more
	defer func() { p.portions[j] = was }()
	return ask()
}

// round makes halves of the portions: up, and where that breaks a limit, the halves that close the least for
// their energy go again.
func (p *planner) round() {
	for j, x := range p.portions {
		p.portions[j] = math.Ceil(x/step-1e-6) * step
	}
	for !p.keeps() {
		least, which := math.Inf(1), -1
		before := p.closed()
		for j := range p.offers {
			if p.portions[j] == 0 {
				continue
			}
			loss := (before - with(p, j, -step, p.closed)) / (p.offers[j].adds[nutrient.Energy] + perPortion)
			if loss < least {
				least, which = loss, j
			}
		}
		p.portions[which] -= step
	}
}

// fill adds the half portion that closes the most for its energy, as long as one is worth it.
func (p *planner) fill() {
	for {
		best, which := 0.0, -1
		before := p.closed()
		for j := range p.offers {
			if p.portions[j] >= mostPortions || !with(p, j, step, p.keeps) {
				continue
			}
			gain := with(p, j, step, p.closed) - before
			if worth := gain / (p.offers[j].adds[nutrient.Energy] + perPortion); gain >= worthStep && worth > best {
				best, which = worth, j
			}
		}
		if which < 0 {
			return
		}
		p.portions[which] += step
	}
}

// trim takes away the halves that close nothing, those with the most energy first.
func (p *planner) trim() {
	order := make([]int, len(p.offers))
	for j := range order {
		order[j] = j
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(p.offers[b].adds[nutrient.Energy], p.offers[a].adds[nutrient.Energy])
	})
	for _, j := range order {
		for p.portions[j] > 0 && with(p, j, -step, p.closed) >= p.closed()-1e-9 {
			p.portions[j] -= step
		}
	}
}

// makeWhole makes whole portions of halves where it costs little.
func (p *planner) makeWhole() {
	for j, x := range p.portions {
		half := x != math.Trunc(x)
		if half && p.offers[j].adds[nutrient.Energy]*step <= wholeFor && with(p, j, step, p.keeps) {
			p.portions[j] += step
		}
	}
}

func (p *planner) plan() Plan {
	plan := Plan{Energy: p.added(nutrient.Energy)}
	for j, x := range p.portions {
		if x > 0 {
			plan.Changes = append(plan.Changes, Change{Offer: p.offers[j], Portions: x})
		}
	}
	slices.SortStableFunc(plan.Changes, func(a, b Change) int {
		return cmp.Compare(b.Portions*b.adds[nutrient.Energy], a.Portions*a.adds[nutrient.Energy])
	})
	for _, g := range p.gaps {
		plan.Gaps = append(plan.Gaps, Left{Gap: g, After: g.Amount + p.added(g.Nutrient)})
	}
	for _, l := range p.limits {
		plan.Limits = append(plan.Limits, Kept{Limit: l, After: l.Amount + p.added(l.Nutrient)})
	}
	return plan
}
