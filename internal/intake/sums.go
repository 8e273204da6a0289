package intake

import (
	"math"
	"slices"

	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// sums are what the entries of a day add up to, as figures.
type sums struct {
	amounts, supplements nutrient.Amounts
	all                  weight
	known                [nutrient.Count]weight
	guess                guess
}

// Amount is the sum of what is known.
func (s *sums) Amount(id nutrient.ID) nutrient.Quantity { return s.amounts[id] }

// Coverage is the share of the day whose foods have a known value.
func (s *sums) Coverage(id nutrient.ID) float64 { return s.known[id].of(s.all) }

// Supplement is the part of supplements.
func (s *sums) Supplement(id nutrient.ID) nutrient.Quantity { return s.supplements[id] }

// Best is the best estimate.
func (s *sums) Best(id nutrient.ID) nutrient.Quantity {
	return best(s.amounts[id], s.supplements[id], s.known[id], s.all, s.guess.amount[id], s.guess.weight[id])
}

// packed are sums in a fourth of the room, with nothing lost, for the days that are not added to at the
// moment. Most weights of a day are alike, because most of its foods have a value for most nutrients, and no
// supplement is in it.
type packed struct {
	states  [nutrient.Count]nutrient.State
	known   [nutrient.Count]uint8 // which of the weights
	guess   [nutrient.Count]uint8
	amounts [nutrient.Count]float64
	guesses []float64 // of the nutrients with a guessed weight
	weights []counts  // the different ones, the day's own first
}

// counts are a weight whose parts are whole numbers.
type counts struct {
	kcal                  float64
	foods, unknown, items uint16
}

func (c counts) weight() weight {
	return weight{kcal: c.kcal, foods: float64(c.foods), unknown: float64(c.unknown), items: float64(c.items)}
}

// pack is not ok for sums that don't fit: of entries whose figures are in part the diary's own, or with
// supplements.
func (s *sums) pack() (p *packed, ok bool) {
	var room [2*nutrient.Count + 1]counts
	var guesses [nutrient.Count]float64
	p = &packed{weights: room[:0], guesses: guesses[:0]}
	if !p.fits(s.all) {
		return nil, false
	}
	for id := range s.amounts {
		if q := s.supplements[id]; q != (nutrient.Quantity{}) {
			return nil, false
		}
		p.states[id], p.amounts[id] = s.amounts[id].State, s.amounts[id].Value
		var fits bool
		if p.known[id], fits = p.index(s.known[id]); !fits {
			return nil, false
		}
		if p.guess[id], fits = p.index(s.guess.weight[id]); !fits {
			return nil, false
		}
		if s.guess.weight[id] != (weight{}) {
			p.guesses = append(p.guesses, s.guess.amount[id])
		}
	}
	p.weights, p.guesses = slices.Clone(p.weights), slices.Clone(p.guesses)
	return p, true
}

// index is the place of a weight among the different ones; new ones are added.
func (p *packed) index(w weight) (i uint8, fits bool) {
	for i, c := range p.weights {
		if c.weight() == w {
			return uint8(i), true
		}
	}
	i = uint8(len(p.weights))
	return i, p.fits(w)
}

// fits adds a weight if it can be kept as counts.
func (p *packed) fits(w weight) bool {
	c := counts{w.kcal, uint16(w.foods), uint16(w.unknown), uint16(w.items)}
	p.weights = append(p.weights, c)
	return max(w.foods, w.unknown, w.items) <= math.MaxUint16 && c.weight() == w
}

// unpack brings what was packed into empty sums.
func (p *packed) unpack(s *sums) {
	s.all = p.weights[0].weight()
	next := 0
	for id := range s.amounts {
		s.amounts[id] = nutrient.Quantity{Value: p.amounts[id], State: p.states[id]}
		s.known[id], s.guess.weight[id] = p.weights[p.known[id]].weight(), p.weights[p.guess[id]].weight()
		if s.guess.weight[id] != (weight{}) {
			s.guess.amount[id] = p.guesses[next]
			next++
		}
	}
}

// Amount is the sum of what is known.
func (p *packed) Amount(id nutrient.ID) nutrient.Quantity {
	return nutrient.Quantity{Value: p.amounts[id], State: p.states[id]}
}

// Coverage is the share of the day whose foods have a known value.
func (p *packed) Coverage(id nutrient.ID) float64 {
	return p.weights[p.known[id]].weight().of(p.weights[0].weight())
}

// Supplement is nothing: days with supplements are not packed.
func (p *packed) Supplement(nutrient.ID) nutrient.Quantity { return nutrient.Quantity{} }

// Best is the best estimate.
func (p *packed) Best(id nutrient.ID) nutrient.Quantity {
	guessed, amount := p.weights[p.guess[id]].weight(), 0.0
	if guessed != (weight{}) {
		amount = p.guesses[p.before(id)]
	}
	return best(p.Amount(id), nutrient.Quantity{}, p.weights[p.known[id]].weight(), p.weights[0].weight(), amount, guessed)
}

// before counts the guesses of nutrients that stand before one.
func (p *packed) before(id nutrient.ID) (n int) {
	for _, i := range p.guess[:id] {
		if p.weights[i] != (counts{}) {
			n++
		}
	}
	return n
}
