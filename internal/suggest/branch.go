package suggest

import (
	"cmp"
	"container/heap"
	"math"
	"slices"

	"github.com/nutrigap/nutrigap/internal/nutrient"
)

const (
	// mostNodes is how many programmes are solved before the search stops with what it has.
	mostNodes = 500
	// slack, in kcal, is how much smaller a change may be that is not looked for any more: it is the worth of
	// a hundredth of a gap, and no figure of a food is as good as that.
	slack = 30
)

// search looks for the steps of each offer that make the smallest change.
type search struct {
	offers []Offer
	gaps   []Gap
	rows   [][]float64 // what one step of each offer takes of what there is at most, 1
	closes [][]float64 // the part of each gap that one step closes
	cost   []float64   // of one step, in kcal
	upper  []int       // steps of each offer

	most   int // programmes to solve
	open   nodes
	nodes  int
	missed float64 // how much smaller a change may be than the best, in kcal
	best   []int
	worth  float64 // of best, in kcal: what it closes less what it costs
}

func newSearch(offers []Offer, gaps []Gap, limits []Limit) *search {
	s := &search{offers: offers, gaps: gaps, most: mostNodes, best: make([]int, len(offers))}
	row := func(most float64, of func(*Offer) float64) []float64 {
		row := make([]float64, len(offers))
		for j := range offers {
			row[j] = offers[j].step * of(&offers[j]) / most
		}
		return row
	}
	adds := func(id nutrient.ID) func(*Offer) float64 { return func(o *Offer) float64 { return o.adds[id] } }
	s.rows = append(s.rows, row(mostEnergy, adds(nutrient.Energy)))
	for k := range limits {
		s.rows = append(s.rows, row(limits[k].Room(), adds(limits[k].Nutrient)))
	}
	if book, err := rules(); err == nil {
		for at := range book.groups {
			s.rows = append(s.rows, row(book.groups[at].Most/week, func(o *Offer) float64 {
				if o.group == at {
					return 1
				}
				return 0
			}))
		}
	}
	s.rows = slices.DeleteFunc(s.rows, func(r []float64) bool { return !slices.ContainsFunc(r, func(v float64) bool { return v > 0 }) })
	for i := range gaps {
		s.closes = append(s.closes, row(gaps[i].Missing(), adds(gaps[i].Nutrient)))
	}
	for j := range offers {
		o := &offers[j]
		price := o.adds[nutrient.Energy] + perPortion
		if !o.Familiar {
			price += perUnfamiliar
		}
		s.cost = append(s.cost, price*o.step)
		s.upper = append(s.upper, int(o.most/o.step+1e-9))
	}
	return s
}

// node is a part of the search: steps between two bounds, and what the programme says of it.
type node struct {
	low, high []int
	steps     []float64 // the best broken numbers of steps
	bound     float64   // what they are worth: no whole numbers are worth more
	number    int
}

// nodes is a heap, the most promising first; of two alike the older, so that the search is the same each time.
type nodes []*node

func (h nodes) Len() int { return len(h) }
func (h nodes) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(h[j].bound, h[i].bound), cmp.Compare(h[i].number, h[j].number)) < 0
}
func (h nodes) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h *nodes) Push(x any)   { *h = append(*h, x.(*node)) }
func (h *nodes) Pop() any {
	last := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return last
}

func (s *search) run() {
	s.visit(make([]int, len(s.offers)), s.upper)
	for s.open.Len() > 0 {
		n := heap.Pop(&s.open).(*node)
		if s.missed = max(slack, n.bound-s.worth); s.missed == slack || s.nodes >= s.most {
			return // no other that is open is worth more
		}
		j := broken(n.steps)
		fewer, more := slices.Clone(n.high), slices.Clone(n.low)
		fewer[j] = int(math.Floor(n.steps[j]))
		more[j] = fewer[j] + 1
		s.visit(n.low, fewer)
		s.visit(more, n.high)
	}
	s.missed = slack
}

// visit solves the programme between two bounds, takes the whole numbers nearest to its answer as a plan, and
// keeps the node where a better plan may be in it.
func (s *search) visit(low, high []int) {
	if s.full(low) {
		return
	}
	s.nodes++
	n := &node{low: low, high: high, number: s.nodes}
	n.steps, n.bound = s.relaxed(low, high)
	if n.bound <= s.worth+slack {
		return
	}
	s.round(n)
	if broken(n.steps) >= 0 {
		heap.Push(&s.open, n)
	}
}

// broken is the number of steps that is furthest from a whole one, or -1 if all are whole.
func broken(steps []float64) int {
	furthest, at := 1e-6, -1
	for j, x := range steps {
		if off := math.Abs(x - math.Round(x)); off > furthest {
			furthest, at = off, j
		}
	}
	return at
}

// full reports whether steps take more of something than there is.
func (s *search) full(steps []int) bool {
	return slices.ContainsFunc(s.rows, func(row []float64) bool { return total(row, steps) > 1+1e-9 })
}

func total(row []float64, steps []int) float64 {
	sum := 0.0
	for j, n := range steps {
		sum += row[j] * float64(n)
	}
	return sum
}

// relaxed solves the linear programme: any part of a step between two bounds, and after them, as variables of
// their own, the part of each gap that counts as closed. It is counted from the lower bounds, of which s.full
// says that they leave room.
func (s *search) relaxed(low, high []int) (steps []float64, worth float64) {
	n, all := len(s.offers), len(s.offers)+len(s.gaps)
	gain, upper := make([]float64, all), make([]float64, all)
	for j := range n {
		gain[j], upper[j] = -s.cost[j]/perGap, float64(high[j]-low[j])
	}
	var rows [][]float64
	var most []float64
	for _, r := range s.rows {
		row := make([]float64, all)
		copy(row, r)
		rows, most = append(rows, row), append(most, max(0, 1-total(r, low)))
	}
	for i, r := range s.closes {
		row := make([]float64, all)
		for j, v := range r {
			row[j] = -v
		}
		row[n+i], gain[n+i], upper[n+i] = 1, 1, 1
		rows, most = append(rows, row), append(most, total(r, low))
	}
	x := maximize(gain, rows, most, upper)
	worth = -total(s.cost, low)
	for j, v := range x {
		worth += gain[j] * perGap * v
	}
	steps = x[:n]
	for j := range steps {
		steps[j] += float64(low[j])
	}
	return steps, worth
}

// round makes a plan of broken numbers of steps: those rounded down, then the step more or less that is
// worth the most, as long as there is one.
func (s *search) round(n *node) {
	t := &tally{search: s, steps: make([]int, len(n.steps)), taken: make([]float64, len(s.rows)), closed: make([]float64, len(s.closes))}
	for j, x := range n.steps {
		t.add(j, int(math.Floor(x+1e-6)))
	}
	for t.improve() {
	}
	if value := t.value(); value > s.worth && !s.full(t.steps) {
		s.worth, s.best = value, t.steps
	}
}

// tally is a plan with its sums.
type tally struct {
	*search
	steps  []int
	taken  []float64 // of each row
	closed []float64 // of each gap, 1 or more for a whole one
	spent  float64   // in kcal
}

func (t *tally) add(j, steps int) {
	t.steps[j] += steps
	t.spent += float64(steps) * t.cost[j]
	for k := range t.taken {
		t.taken[k] += float64(steps) * t.rows[k][j]
	}
	for i := range t.closed {
		t.closed[i] += float64(steps) * t.closes[i][j]
	}
}

// value is what a plan is worth: what it closes less what it costs.
func (t *tally) value() float64 {
	sum := -t.spent
	for _, part := range t.closed {
		sum += perGap * min(1, part)
	}
	return sum
}

func (t *tally) fits() bool {
	return !slices.ContainsFunc(t.taken, func(v float64) bool { return v > 1+1e-9 })
}

// improve takes the step more or less that is worth the most, if there is one.
func (t *tally) improve() bool {
	best, at, by := t.value()+1e-6, -1, 0
	for j, n := range t.steps {
		for _, d := range []int{1, -1} {
			if n+d < 0 || n+d > t.upper[j] {
				continue
			}
			t.add(j, d)
			if v := t.value(); v > best && t.fits() {
				best, at, by = v, j, d
			}
			t.add(j, -d)
		}
	}
	if at >= 0 {
		t.add(at, by)
	}
	return at >= 0
}
