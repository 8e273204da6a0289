package main

import (
	"math"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/nutrigap/nutrigap/internal/diary"
)

// personFlags say whose diary it is. What isn't given stays unknown.
type personFlags struct {
	sex, lifeStage, diet, activity        string
	menstruating, pill, smoker, littleSun string
	age, weight, height                   float64
}

func (p *personFlags) add(f *pflag.FlagSet) {
	f.StringVar(&p.sex, "sex", "", "female or male: which reference values apply")
	f.Float64Var(&p.age, "age", 0, "age in years")
	f.Float64Var(&p.weight, "weight", 0, "body weight in kg: protein needs depend on it")
	f.Float64Var(&p.height, "height", 0, "height in cm")
	f.StringVar(&p.lifeStage, "life-stage", "", "pregnancy or lactation")
	f.StringVar(&p.diet, "diet", "", "omnivore, vegetarian or vegan")
	f.StringVar(&p.activity, "activity", "", "inactive, low_active, active or very_active")
	f.StringVar(&p.menstruating, "menstruating", "", "yes or no: iron needs depend on it")
	f.StringVar(&p.pill, "contraceptive-pill", "", "yes or no: iron needs depend on it too")
	f.StringVar(&p.smoker, "smoker", "", "yes or no: vitamin C needs depend on it")
	f.StringVar(&p.littleSun, "little-sun", "", "yes or no: vitamin D needs depend on it")
}

// person checks the flags that were given.
func (p *personFlags) person(f *pflag.FlagSet) (diary.Person, error) {
	for _, c := range []struct {
		flag, value string
		words       []string
	}{
		{"sex", p.sex, []string{"female", "male"}},
		{"life-stage", p.lifeStage, []string{"pregnancy", "lactation"}},
		{"diet", p.diet, []string{"omnivore", "vegetarian", "vegan"}},
		{"activity", p.activity, []string{"inactive", "low_active", "active", "very_active"}},
		{"menstruating", p.menstruating, []string{"yes", "no"}},
		{"contraceptive-pill", p.pill, []string{"yes", "no"}},
		{"smoker", p.smoker, []string{"yes", "no"}},
		{"little-sun", p.littleSun, []string{"yes", "no"}},
	} {
		if f.Changed(c.flag) && !slices.Contains(c.words, c.value) {
			return diary.Person{}, usagef("--%s %q is not known; use %s", c.flag, c.value, strings.Join(c.words, ", "))
		}
	}
	for _, c := range []struct {
		flag       string
		value      float64
		low, high  float64
		unit, what string
	}{
		{"age", p.age, 1, 120, "years", "an age"},
		{"weight", p.weight, 5, 500, "kg", "a body weight"},
		{"height", p.height, 40, 260, "cm", "a height"},
	} {
		if f.Changed(c.flag) && !(c.value >= c.low && c.value <= c.high) {
			return diary.Person{}, usagef("--%s %v: %s is between %v and %v %s", c.flag, c.value, c.what, c.low, c.high, c.unit)
		}
	}
	if p.sex == "male" && p.lifeStage != "" {
		return diary.Person{}, usagef("--life-stage %s does not go with --sex male", p.lifeStage)
	}
	if p.sex == "male" && p.menstruating == "yes" {
		return diary.Person{}, usagef("--menstruating yes does not go with --sex male")
	}
	return diary.Person{
		Sex:       diary.Sex(p.sex),
		AgeMonths: int(math.Round(p.age * 12)),
		WeightKg:  p.weight,
		HeightCm:  p.height,
		LifeStage: diary.LifeStage(p.lifeStage),
		Diet:      p.diet,
		Activity:  p.activity,

		Menstruating:      diary.Answer(p.menstruating),
		OralContraceptive: diary.Answer(p.pill),
		Smoker:            diary.Answer(p.smoker),
		LittleSun:         diary.Answer(p.littleSun),
	}, nil
}
