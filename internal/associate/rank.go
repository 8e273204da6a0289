package associate

import (
	"cmp"
	"encoding/binary"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/floats"
)

// Spearman is the rank correlation of two series of one length, -1 to 1; values that are alike share the mean
// of their ranks (Spearman 1904, Am J Psychol 15:72). It is not ok where one of the series never changes.
func Spearman(x, y []float64) (rho float64, ok bool) {
	a, b := ranks(x), ranks(y)
	return correlation(floats.Dot(a, b), a, b)
}

func correlation(product float64, a, b []float64) (rho float64, ok bool) {
	spread := math.Sqrt(floats.Dot(a, a)) * math.Sqrt(floats.Dot(b, b))
	if spread == 0 {
		return 0, false
	}
	return min(max(product/spread, -1), 1), true
}

// ranks are twice the ranks of the values, less their mean: whole numbers, so that sums of them are exact.
func ranks(values []float64) []float64 {
	n := len(values)
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Compare(values[i], values[j]) })
	r := make([]float64, n)
	for from := 0; from < n; {
		to := from + 1
		for to < n && values[order[to]] == values[order[from]] {
			to++
		}
		for _, i := range order[from:to] {
			r[i] = float64(from + 1 + to - (n + 1)) // twice the mean of the ranks from+1 to to, less n+1
		}
		from = to
	}
	return r
}

const (
	// permutations is the most that a test shuffles. The least chance that it can give, one in so many, stands
	// out among as many as five hundred pairs.
	permutations = 9999
	// enough is the number of shuffles as strong as the diary after which the chance is known well enough
	// (Besag and Clifford 1991, Biometrika 78:301): most pairs are chance, and settled after some dozens.
	enough = 20
)

// sample is a series of severities, and the intakes on the same days that are set against it.
type sample struct {
	severity []float64 // as ranks
	sides    []side
}

// side is one series of intakes.
type side struct {
	pair  int
	ranks []float64
	rho   float64

	found    float64 // how strong the diary is, as the sum of products
	stronger int     // shuffles that are no weaker
	chance   float64
	settled  bool
}

func newSample(severity []float64) *sample { return &sample{severity: ranks(severity)} }

// add sets a series of intakes against the severities. It is not ok where one of both never changes.
func (s *sample) add(pair int, amounts []float64) (ok bool) {
	r := ranks(amounts)
	product := floats.Dot(r, s.severity)
	rho, ok := correlation(product, r, s.severity)
	if ok {
		s.sides = append(s.sides, side{pair: pair, ranks: r, rho: rho, found: math.Abs(product)})
	}
	return ok
}

// test shuffles the severities against all intakes at once, and hands on what came of each. The shuffles follow
// from the severities alone, so that the same diary always gives the same chances.
func (s *sample) test(use func(pair int, rho, chance float64)) {
	shuffled, random := slices.Clone(s.severity), rand.New(rand.NewPCG(seed(s.severity)))
	for open, n := len(s.sides), 1; open > 0 && n <= permutations; n++ {
		random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		for i := range s.sides {
			if x := &s.sides[i]; !x.settled && x.shuffle(shuffled, n) {
				open--
			}
		}
	}
	for i := range s.sides {
		x := &s.sides[i]
		if !x.settled { // the diary itself is one of the shuffles
			x.chance = float64(x.stronger+1) / float64(permutations+1)
		}
		use(x.pair, x.rho, x.chance)
	}
}

// shuffle sets the nth shuffle beside the diary and reports whether the chance is known well enough.
func (x *side) shuffle(shuffled []float64, n int) bool {
	if math.Abs(floats.Dot(x.ranks, shuffled)) >= x.found {
		x.stronger++
	}
	if x.settled = x.stronger >= enough; x.settled {
		x.chance = float64(x.stronger) / float64(n)
	}
	return x.settled
}

func seed(ranks []float64) (hi, lo uint64) {
	h := fnv.New128a()
	for _, r := range ranks {
		h.Write(binary.LittleEndian.AppendUint64(nil, math.Float64bits(r)))
	}
	sum := h.Sum(nil)
	return binary.LittleEndian.Uint64(sum[:8]), binary.LittleEndian.Uint64(sum[8:])
}

// Adjusted are chances corrected for how many there are: the least share of false finds among all that stand
// out together with each (Benjamini and Hochberg 1995, J R Stat Soc B 57:289), in the order of the chances.
func Adjusted(chances []float64) []float64 {
	n := len(chances)
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Compare(chances[i], chances[j]) })
	adjusted, least := make([]float64, n), 1.0
	for rank := n; rank > 0; rank-- {
		i := order[rank-1]
		least = min(least, chances[i]*(float64(n)/float64(rank)))
		adjusted[i] = least
	}
	return adjusted
}
