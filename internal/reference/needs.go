package reference

import (
	"slices"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// assumedAge, in months, stands in for an age that nobody gave: the group of 31 to 50 years, in the
// middle of adult life, whose values differ least from those of its neighbours.
const assumedAge = 31 * 12

// Needs is what a set says that one person needs.
type Needs struct {
	Set     *Set
	Person  diary.Person
	Assumed []Assumption // what had to be assumed of the person

	age       int // in months, the person's own or the assumed one
	targets   [nutrient.Count]Target
	has       [nutrient.Count]bool
	variation [nutrient.Count]Variation
	varies    [nutrient.Count]bool
	missing   [nutrient.Count]string
}

// Assumption is something that had to be taken for granted of a person, or that makes no difference.
type Assumption struct {
	Key       string        // "age"; the sentence about it goes by this name
	Nutrients []nutrient.ID // that it is about; mostly none

	Stage              Stage // the stage of "stage_ages", which has values
	FromYears, ToYears int   // for these ages, both inclusive
}

// Target is what the person needs of one nutrient. It is not ok where the set says nothing about it.
func (n *Needs) Target(id nutrient.ID) (Target, bool) { return n.targets[id], n.has[id] }

// Missing says why there is no target although the authority speaks of the nutrient; mostly empty.
func (n *Needs) Missing(id nutrient.ID) string { return n.missing[id] }

// For picks what a person needs. Pregnancy and lactation come before sex. Protein follows the body weight
// where it is known. Without a sex, both sexes are kept in sight: the target is the higher one, while the
// average requirement and the limits are the lower ones, so that both "adequate" and "shortfall" hold
// whoever the person is. Without an age, 31 to 50 years are assumed.
func (s *Set) For(p diary.Person) Needs {
	n := Needs{Set: s, Person: p}
	who := s.group(p, &n)
	n.age = who.own
	n.pick(who)
	for _, o := range s.shared.leftOut {
		filled := o.unless == "trimester" && p.Trimester > 0
		if o.set == s.Name && !n.has[o.id] && !filled && slices.ContainsFunc(o.stages, who.includes) {
			n.missing[o.id] = o.reason
		}
	}
	if who.expecting() {
		n.pick(who.woman()) // where a set has no value of its own for pregnancy or lactation, it asks for no more
	}
	n.adjust()
	n.sayTrimester()
	n.vary(who)
	return n
}

// pick takes the rows of a group for the nutrients that have no target yet.
func (n *Needs) pick(who group) {
	before := n.has
	byWeight := n.byWeight(who)
	for i := range n.Set.rows {
		r := &n.Set.rows[i]
		if before[r.Nutrient] || n.missing[r.Nutrient] != "" || !who.holds(r) || r.PerKg != byWeight[r.Nutrient] {
			continue
		}
		if r.When == Phytate300 {
			n.assume(Assumption{Key: "phytate", Nutrients: []nutrient.ID{r.Nutrient}})
		}
		t := r.target(n.Person.WeightKg)
		t.Terms = n.Set.Terms
		if n.has[r.Nutrient] {
			t = both(n.targets[r.Nutrient], t)
		}
		n.targets[r.Nutrient], n.has[r.Nutrient] = t, true
	}
}

func (n *Needs) assume(a Assumption) { n.Assumed = append(n.Assumed, a) }

// byWeight says which nutrients have values for each kilogram of body weight, if the weight is known.
func (n *Needs) byWeight(g group) (per [nutrient.Count]bool) {
	whole := [nutrient.Count]bool{}
	for i := range n.Set.rows {
		if r := &n.Set.rows[i]; g.holds(r) {
			per[r.Nutrient] = per[r.Nutrient] || r.PerKg
			whole[r.Nutrient] = whole[r.Nutrient] || !r.PerKg
		}
	}
	unsettled := !n.has[nutrient.Protein] && n.missing[nutrient.Protein] == ""
	switch {
	case n.Person.WeightKg > 0 || !per[nutrient.Protein]:
		return per
	case unsettled && whole[nutrient.Protein]:
		n.assume(Assumption{Key: "weight_average"})
	case unsettled:
		n.assume(Assumption{Key: "weight"})
	}
	return [nutrient.Count]bool{}
}

func (r *Row) target(kg float64) Target {
	t := Target{
		Nutrient: r.Nutrient, Values: r.Values, ULOf: r.ULOf, PerKg: r.PerKg,
		Verified: r.Verified, Source: r.Source, Note: r.Note,
	}
	if r.PerKg {
		t.Values = r.Values.times(kg)
	}
	return t
}

// both is a target for somebody who may belong to either of two groups: the lower EAR and limits, the
// higher RDA or AI, and the words of the one with the higher goal.
func both(a, b Target) Target {
	goalA, _, _ := a.Goal()
	if goalB, _, _ := b.Goal(); goalB > goalA {
		a, b = b, a
	}
	t := a
	t.EAR = lower(a.EAR, b.EAR)
	t.UL = lower(a.UL, b.UL)
	t.CDRR = lower(a.CDRR, b.CDRR)
	t.Verified = a.Verified && b.Verified
	return t
}

// lower is the smaller of two quantities, unknown if either is.
func lower(a, b nutrient.Quantity) nutrient.Quantity {
	x, okA := a.Known()
	y, okB := b.Known()
	if !okA || !okB {
		return nutrient.Quantity{}
	}
	return nutrient.Of(min(x, y))
}
