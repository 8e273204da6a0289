package reference

import (
	"slices"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// group is the people whose rows count for one person.
type group struct {
	stages      []Stage
	age         int // in months, within the ages that the stage has rows for
	own         int // the person's own age, or the assumed one
	ironAge     int // of women, for iron alone: menstruation counts there and not the years
	menstruates bool
}

func (g group) holds(r *Row) bool {
	age := g.age
	if r.Nutrient == nutrient.Iron && r.Stage == Female {
		age = g.ironAge
	}
	return r.FromMonths <= age && age < r.ToMonths && g.includes(r.Stage) && g.meets(r.When)
}

// meets reports whether a condition holds. What nobody can know of a person, the phytate of the diet,
// always does: its rows are then all kept in sight.
func (g group) meets(w When) bool {
	switch w {
	case Menstruating:
		return g.menstruates
	case NotMenstruating:
		return !g.menstruates
	}
	return true
}

func (g group) includes(s Stage) bool { return slices.Contains(g.stages, s) }

// woman is the same person without the pregnancy or lactation.
func (g group) woman() group {
	g.stages, g.age = []Stage{Female}, g.own
	return g
}

func (g group) expecting() bool { return g.stages[0] == Pregnancy || g.stages[0] == Lactation }

// mayBe reports whether somebody of the group may have a sex.
func (g group) mayBe(sex diary.Sex) bool {
	return g.includes(Stage(sex)) || g.expecting() && sex == diary.Female
}

// group says which rows are for a person, and notes on n what it assumed.
func (s *Set) group(p diary.Person, n *Needs) group {
	g := group{age: p.AgeMonths}
	if p.AgeMonths <= 0 {
		g.age = assumedAge
		n.assume(Assumption{Key: "age"})
	}
	g.own = g.age
	s.menstruation(p, &g, n)
	switch p.LifeStage {
	case diary.Pregnancy, diary.Lactation:
		stage := Stage(p.LifeStage)
		g.stages = []Stage{stage}
		if from, to := s.ages(stage); g.age < from || g.age >= to {
			g.age = min(max(g.age, from), to-1)
			n.assume(Assumption{Key: "stage_ages", Stage: stage, FromYears: from / 12, ToYears: to/12 - 1})
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
		n.assume(Assumption{Key: "sex"})
	}
	return g
}

// The ages, in months, between which menstruation is taken for granted where nobody says otherwise.
const (
	menarche  = 14 * 12
	menopause = 51 * 12
)

// menstruation settles which iron values count for a woman: those of her age, unless she says otherwise.
func (s *Set) menstruation(p diary.Person, g *group, n *Needs) {
	g.ironAge = g.own
	g.menstruates = g.own >= menarche && g.own < menopause
	switch {
	case p.Menstruating == "" && g.menstruates && p.Sex == diary.Female && p.LifeStage == "":
		n.assume(Assumption{Key: "menstruation"})
	case p.Menstruating == diary.Yes:
		g.menstruates = true
		if s.menopause > 0 {
			g.ironAge = min(g.own, s.menopause-1)
		}
	case p.Menstruating == diary.No:
		g.menstruates = false
		if g.own >= adult {
			g.ironAge = max(g.own, s.menopause)
		}
	}
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
	sexed := group{stages: []Stage{Female, Male}, age: age, ironAge: age}
	return slices.ContainsFunc(s.rows, func(r Row) bool { return sexed.holds(&r) })
}
