package reference

import (
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// equation is one line of the energy requirement of adults.
type equation struct {
	sex        diary.Sex
	activity   string
	fromMonths int

	intercept, perYear, perCm, perKg nutrient.Quantity
}

type energyLine struct {
	Sex       string `csv:"sex"`
	Activity  string `csv:"activity"`
	From      string `csv:"from_months"`
	Intercept string `csv:"intercept"`
	PerYear   string `csv:"per_year"`
	PerCm     string `csv:"per_cm"`
	PerKg     string `csv:"per_kg"`
}

func (l energyLine) row() (e equation, err error) {
	e.sex, e.activity = diary.Sex(l.Sex), l.Activity
	if e.fromMonths, err = months("from_months", l.From); err != nil {
		return e, err
	}
	return e, numbers(cell{l.Intercept, &e.intercept}, cell{l.PerYear, &e.perYear}, cell{l.PerCm, &e.perCm}, cell{l.PerKg, &e.perKg})
}

// Energy is the estimated energy requirement, in kcal a day, of an adult whose sex, age, weight and
// height are known (NASEM 2023). Who doesn't say how active they are counts as inactive, and what
// pregnancy and lactation add is left out, so that it is rather too low than too high. It is not ok for
// anybody else.
func (n *Needs) Energy() (kcal float64, ok bool) {
	p := n.Person
	if p.AgeMonths <= 0 || p.WeightKg <= 0 || p.HeightCm <= 0 {
		return 0, false
	}
	activity := p.Activity
	if activity == "" {
		activity = "inactive"
	}
	for _, e := range n.Set.shared.energy {
		if e.sex == p.Sex && e.activity == activity && p.AgeMonths >= e.fromMonths {
			years := float64(p.AgeMonths) / 12
			return e.intercept.Value + e.perYear.Value*years + e.perCm.Value*p.HeightCm + e.perKg.Value*p.WeightKg, true
		}
	}
	return 0, false
}
