package suggest

import (
	"cmp"
	"slices"
	"strings"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Offer is one usual portion of a food.
type Offer struct {
	Food  *food.Food
	Grams float64 // of the portion

	adds [nutrient.Count]float64 // unknown is 0; see [NewOffer]
}

// NewOffer is a usual portion of a food. It is not ok where the food has none, or where its energy or the
// value of a limited nutrient is left blank: what isn't known can't be kept within a limit.
func NewOffer(f *food.Food, limits []Limit) (o Offer, ok bool) {
	if !slices.ContainsFunc(f.Portions, func(p food.Portion) bool { return p.Kind == food.Usual }) {
		return Offer{}, false
	}
	weight, err := food.UsualPortion().Of(f)
	if err != nil {
		return Offer{}, false
	}
	if f.Per100g[nutrient.Energy].State != nutrient.Measured {
		return Offer{}, false
	}
	for i := range limits {
		if f.Per100g[limits[i].Nutrient].State == nutrient.Unknown {
			return Offer{}, false
		}
	}
	o = Offer{Food: f, Grams: weight.Grams}
	for id, q := range f.Per100g {
		o.adds[id] = q.Times(weight.Grams / 100).Value
	}
	return o, true
}

// Adds is how much of a nutrient one portion holds, as far as is known.
func (o *Offer) Adds(id nutrient.ID) float64 { return o.adds[id] }

// Measure is the household measure that the portion is, if one fits.
func (o *Offer) Measure() (p food.Portion, ok bool) {
	for _, p := range o.Food.Portions {
		if p.Kind == food.Household && p.Grams > o.Grams*0.98 && p.Grams < o.Grams*1.02 {
			return p, true
		}
	}
	return food.Portion{}, false
}

// keeps reports whether one portion stays within all limits.
func (o *Offer) keeps(limits []Limit) bool {
	for i := range limits {
		if o.adds[limits[i].Nutrient] > limits[i].Room() {
			return false
		}
	}
	return true
}

// closes is the part of the gaps that one portion closes, 1 for each whole gap.
func (o *Offer) closes(gaps []Gap) float64 {
	sum := 0.0
	for i := range gaps {
		sum += min(1, o.adds[gaps[i].Nutrient]/gaps[i].Missing())
	}
	return sum
}

const (
	// leastEnergy, in kcal, counts for a portion that has less: otherwise lettuce closes most gaps best.
	leastEnergy = 40
	// leastClosed is the part of a gap that a portion must close to be worth a line.
	leastClosed = 0.1
)

// worth is the part of the gaps closed for the energy added.
func (o *Offer) worth(gaps []Gap) float64 {
	return o.closes(gaps) / max(o.adds[nutrient.Energy], leastEnergy)
}

// Best are the portions that close most of the gaps for the energy they add, at most n, each within every
// limit by itself. Of foods that differ only in how they were made ("Spinach, ...") the best one stands for
// all.
func Best(offers []Offer, gaps []Gap, limits []Limit, n int) []Offer {
	var list []Offer
	for i := range offers {
		if o := &offers[i]; o.closes(gaps) >= leastClosed && o.keeps(limits) {
			list = append(list, *o)
		}
	}
	slices.SortStableFunc(list, func(a, b Offer) int {
		return cmp.Or(cmp.Compare(b.worth(gaps), a.worth(gaps)), cmp.Compare(a.Food.Code, b.Food.Code))
	})
	seen := map[string]bool{}
	list = slices.DeleteFunc(list, func(o Offer) bool {
		head, _, _ := strings.Cut(o.Food.Name, ",")
		twice := seen[head]
		seen[head] = true
		return twice
	})
	return list[:min(n, len(list))]
}
