package suggest

import (
	"math"
	"slices"
	"strings"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Offer is one portion of a food as a person would eat it.
type Offer struct {
	Food     *food.Food
	Grams    float64      // of the portion
	Measure  food.Portion // the household measure that it is, of the same weight; zero where none fits
	Unsalted bool         // counted as cooked without the salt of its recipe
	Familiar bool         // this person eats it, or many do; for the caller to say

	adds       [nutrient.Count]float64 // unknown is 0; see [NewOffer]
	group      int
	step, most float64 // portions a day: the least to speak of, and the most
}

// NewOffer is a portion of a food. It is not ok where the food has no usual portion, or where its energy or
// the value of a limited nutrient is left blank: what isn't known can't be kept within a limit. Where sodium
// is above its limit already, food cooked at home counts without the salt of its recipe.
func NewOffer(f *food.Food, limits []Limit) (o Offer, ok bool) {
	r, err := rules()
	c, offered := r.categories[f.Category]
	if err != nil || !offered || !slices.ContainsFunc(f.Portions, func(p food.Portion) bool { return p.Kind == food.Usual }) {
		return Offer{}, false
	}
	usual, err := food.UsualPortion().Of(f)
	if err != nil || f.Per100g[nutrient.Energy].State != nutrient.Measured {
		return Offer{}, false
	}
	saltless := false
	for i := range limits {
		l := &limits[i]
		if f.Per100g[l.Nutrient].State == nutrient.Unknown {
			return Offer{}, false
		}
		saltless = saltless || l.Nutrient == nutrient.Sodium && l.Over()
	}
	o = Offer{Food: f, group: c.group}
	o.serve(&r.groups[c.group], usual.Grams)
	for id, q := range f.Per100g {
		o.adds[id] = q.Times(o.Grams / 100).Value
	}
	if saltless && c.salted == byCook && !hasAny(folded(f.Name), r.words[makerSalts]) {
		salt := r.recipes[f.Code].salt * o.Grams / 100
		o.Unsalted = salt > 0
		o.adds[nutrient.Sodium] = max(0, o.adds[nutrient.Sodium]-salt)
	}
	return o, true
}

const (
	week   = 7
	byCook = "cook"
)

// serve makes a portion of what people of a group's food eat at a time, or else of the usual weight.
func (o *Offer) serve(g *group, usual float64) {
	o.step, o.most = g.Step/week, min(mostPortions, g.Most/week)
	o.Grams = usual
	if g.Grams > 0 {
		o.Grams = g.Grams
	}
	if g.Called != "" {
		o.Measure = food.Portion{Amount: 1, Label: g.Called, Grams: g.Grams, Kind: food.Household}
		return
	}
	measure, ok := household(o.Food, o.Grams)
	if !ok {
		return
	}
	o.Measure, o.Grams = measure, measure.Grams
	if measure.Amount < 1 && o.step < 1 {
		o.step = 1 // nobody measures a quarter of a cup of beans
	}
}

// Adds is how much of a nutrient one portion holds, as far as is known.
func (o *Offer) Adds(id nutrient.ID) float64 { return o.adds[id] }

// odd are measures that a person doesn't eat by: of shops, of cooking, of the laboratory.
var odd = []string{"cubic inch", "yield", "dry", "restaurant", "burger king", "mcdonald", "wendy", "kids", "quart", "individual", "nlea", "serving", "leaf", "section", "piece", "berry", "ring", "sprig", "floweret", "floret", "spear", "bean", "pod", "strip", "wedge", "fun size", "snack", "miniature", "bite", "juice of"}

// household is the household measure nearest to a weight, or so many of it: "1/2 cup" where the weight is 80 g.
// Nothing within a quarter of the weight is none.
func household(f *food.Food, grams float64) (food.Portion, bool) {
	best, nearest := food.Portion{}, math.Log(1.25)
	for _, p := range f.Portions {
		label := strings.ToLower(p.Label)
		if p.Kind != food.Household || slices.ContainsFunc(odd, func(word string) bool { return strings.Contains(label, word) }) {
			continue
		}
		for _, times := range []float64{1, 0.5, 2, 3} {
			if times < 1 && !Divisible(p.Label) {
				continue
			}
			const plain = 0.02 // one of another measure goes before several of one that is hardly nearer
			if off := math.Abs(math.Log(p.Grams*times/grams)) + plain*math.Abs(math.Log(times)); off < nearest {
				best, nearest = p, off
				best.Amount, best.Grams = p.Amount*times, p.Grams*times
			}
		}
	}
	return best, best.Grams > 0
}

// Divisible reports whether people take half of a measure: of a cup, and not of an egg.
func Divisible(label string) bool {
	unit, _, _ := strings.Cut(strings.ToLower(label), " ")
	return slices.Contains([]string{"cup", "oz", "tablespoon", "fl", "bowl", "glass", "container"}, strings.TrimSuffix(unit, ","))
}

// keeps reports whether one portion stays within all limits, on the days that it is eaten in a week.
func (o *Offer) keeps(limits []Limit) bool {
	for i := range limits {
		if o.adds[limits[i].Nutrient]*min(1, o.most) > limits[i].Room() {
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
	leastEnergy = 80
	// leastOfGoal is the part of a goal that a portion must bring, where it doesn't close the gap by itself:
	// what may be called a good source, 21 CFR 101.54(c).
	leastOfGoal = 0.1
)

// Worth is the part of the gaps closed for the energy added, in kcal.
func (o *Offer) Worth(gaps []Gap) float64 {
	return o.closes(gaps) / max(o.adds[nutrient.Energy], leastEnergy)
}

// OfPlants reports whether a food holds nothing of an animal's body.
func (o *Offer) OfPlants() bool {
	r, err := rules()
	return err == nil && !slices.ContainsFunc(r.contents(o.Food.Code, folded(o.Food.Name)), func(trait string) bool {
		return ofAnimals[trait] == "omnivore"
	})
}

// Rich reports whether a portion brings enough of one of the gaps to be worth a line.
func (o *Offer) Rich(gaps []Gap) bool {
	return slices.ContainsFunc(gaps, func(g Gap) bool {
		return o.adds[g.Nutrient] >= min(leastOfGoal*g.Goal, g.Missing())
	})
}
