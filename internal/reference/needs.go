package reference

import (
	"fmt"
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
	Assumed []string // what had to be assumed of the person, one clause each: "age not given: ..."

	targets [nutrient.Count]Target
	has     [nutrient.Count]bool
}

// Target is what the person needs of one nutrient. It is not ok where the set says nothing about it.
func (n *Needs) Target(id nutrient.ID) (Target, bool) { return n.targets[id], n.has[id] }

// For picks what a person needs. Pregnancy and lactation come before sex. Protein follows the body weight
// where it is known. Without a sex, both sexes are kept in sight: the target is the higher one, while the
// average requirement and the limits are the lower ones, so that both "adequate" and "shortfall" hold
// whoever the person is. Without an age, 31 to 50 years are assumed.
func (s *Set) For(p diary.Person) Needs {
	n := Needs{Set: s}
	who := s.group(p, &n)
	byWeight := s.byWeight(who)
	if p.WeightKg <= 0 && byWeight != [nutrient.Count]bool{} {
		n.assume("weight not given: protein is compared with the amount for a person of average weight")
		byWeight = [nutrient.Count]bool{}
	}
	for i := range s.rows {
		r := &s.rows[i]
		if !who.holds(r) || r.PerKg != byWeight[r.Nutrient] {
			continue
		}
		t := r.target(p.WeightKg)
		if n.has[r.Nutrient] {
			t = both(n.targets[r.Nutrient], t)
		}
		n.targets[r.Nutrient], n.has[r.Nutrient] = t, true
	}
	return n
}

func (n *Needs) assume(format string, args ...any) {
	n.Assumed = append(n.Assumed, fmt.Sprintf(format, args...))
}

// group is the people whose rows count for one person.
type group struct {
	stages []Stage
	age    int // in months
}

func (g group) holds(r *Row) bool {
	return r.FromMonths <= g.age && g.age < r.ToMonths && slices.Contains(g.stages, r.Stage)
}

// group says which rows are for a person, and notes on n what it assumed.
func (s *Set) group(p diary.Person, n *Needs) group {
	g := group{age: p.AgeMonths}
	if p.AgeMonths <= 0 {
		g.age = assumedAge
		n.assume("age not given: the values for 31 to 50 years are used")
	}
	switch p.LifeStage {
	case diary.Pregnancy, diary.Lactation:
		stage := Stage(p.LifeStage)
		g.stages = []Stage{stage}
		if from, to := s.ages(stage); g.age < from || g.age >= to {
			g.age = min(max(g.age, from), to-1)
			n.assume("values for %s are published for %d to %d years: those for the nearest age are used", stage, from/12, to/12-1)
		}
		return g
	}
	switch p.Sex {
	case diary.Female, diary.Male:
		g.stages = []Stage{Infant, Child, Stage(p.Sex)}
		return g
	}
	g.stages = []Stage{Infant, Child, Female, Male}
	if s.sexMatters(g.age) {
		n.assume("sex not given: the higher target of women and men is used, and a shortfall is called only where it would be one for both")
	}
	return g
}

// ages is the span of ages, in months, that a stage has rows for.
func (s *Set) ages(stage Stage) (from, to int) {
	for _, r := range s.rows {
		if r.Stage != stage {
			continue
		}
		if to == 0 {
			from, to = r.FromMonths, r.ToMonths
		}
		from, to = min(from, r.FromMonths), max(to, r.ToMonths)
	}
	return from, to
}

func (s *Set) sexMatters(age int) bool {
	sexed := group{stages: []Stage{Female, Male}, age: age}
	return slices.ContainsFunc(s.rows, func(r Row) bool { return sexed.holds(&r) })
}

// byWeight says which nutrients have values for each kilogram of body weight.
func (s *Set) byWeight(g group) (per [nutrient.Count]bool) {
	for i := range s.rows {
		if r := &s.rows[i]; r.PerKg && g.holds(r) {
			per[r.Nutrient] = true
		}
	}
	return per
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
