package main

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"github.com/nutrigap/nutrigap/internal/diary"
)

// personFlags say whose diary it is. What isn't given stays unknown.
type personFlags struct {
	sex, lifeStage, diet, activity        string
	menstruating, pill, smoker, littleSun string
	age, weight, height                   float64
	born, conditions                      string
	trimester                             int
}

func (p *personFlags) add(f *pflag.FlagSet) {
	f.StringVar(&p.sex, "sex", "", "female or male: which reference values apply")
	f.Float64Var(&p.age, "age", 0, "age in years")
	f.StringVar(&p.born, "born", "", "date of birth, 1991-05-02, instead of the age")
	f.Float64Var(&p.weight, "weight", 0, "body weight in kg: protein needs depend on it")
	f.Float64Var(&p.height, "height", 0, "height in cm")
	f.StringVar(&p.lifeStage, "life-stage", "", "pregnancy or lactation")
	f.IntVar(&p.trimester, "trimester", 0, "1, 2 or 3, of a pregnancy")
	f.StringVar(&p.diet, "diet", "", "omnivore, vegetarian or vegan")
	f.StringVar(&p.activity, "activity", "", "inactive, low_active, active or very_active")
	f.StringVar(&p.menstruating, "menstruating", "", "yes or no: iron needs depend on it")
	f.StringVar(&p.pill, "contraceptive-pill", "", "yes or no: iron needs depend on it too")
	f.StringVar(&p.smoker, "smoker", "", "yes or no: vitamin C needs depend on it")
	f.StringVar(&p.littleSun, "little-sun", "", "yes or no: vitamin D needs depend on it")
	f.StringVar(&p.conditions, "conditions", "", "illness, medicines and strains that change the advice, with commas between\nthem: "+
		strings.Replace(spelled(diary.Conditions()), "statin,", "statin,\n", 1)+"\n(potassium-sparing is every medicine that holds potassium back, ACE\ninhibitors and ARBs too; vomiting is diarrhoea too)")
}

// person checks the flags that were given.
func (p *personFlags) person(f *pflag.FlagSet, env environment) (diary.Person, error) {
	if err := p.aged(f, diary.DateOf(env.now())); err != nil {
		return diary.Person{}, err
	}
	conditions, err := parseConditions(p.conditions)
	if err != nil {
		return diary.Person{}, err
	}
	if f.Changed("trimester") && (p.trimester < 1 || p.trimester > 3 || p.lifeStage != string(diary.Pregnancy)) {
		return diary.Person{}, usagef("--trimester %d: it is 1, 2 or 3, with --life-stage pregnancy", p.trimester)
	}
	if err := p.check(f); err != nil {
		return diary.Person{}, err
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
		Trimester: p.trimester,

		Conditions: conditions,

		Menstruating:      diary.Answer(p.menstruating),
		OralContraceptive: diary.Answer(p.pill),
		Smoker:            diary.Answer(p.smoker),
		LittleSun:         diary.Answer(p.littleSun),
	}, nil
}

// check looks at each answer alone.
func (p *personFlags) check(f *pflag.FlagSet) error {
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
			return usagef("--%s %q is not known; use %s", c.flag, c.value, strings.Join(c.words, ", "))
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
		if (f.Changed(c.flag) || c.value != 0) && !(c.value >= c.low && c.value <= c.high) {
			return usagef("--%s %v: %s is between %v and %v %s", c.flag, c.value, c.what, c.low, c.high, c.unit)
		}
	}
	return nil
}

// aged makes an age of a date of birth: whole years from two on, before that months.
func (p *personFlags) aged(f *pflag.FlagSet, today diary.Date) error {
	if p.born == "" {
		return nil
	}
	if f.Changed("age") {
		return usagef("--born and --age say the same; use one of them")
	}
	born, err := diary.ParseDate(p.born)
	if err != nil {
		return usagef("--born %w", err)
	}
	months := monthsBetween(born, today)
	if months < 12 || months > 120*12 {
		return usagef("--born %s: an age is between 1 and 120 years", p.born)
	}
	if p.age = float64(months) / 12; p.age >= 2 {
		p.age = math.Floor(p.age)
	}
	return nil
}

// monthsBetween is the number of whole months from one date to a later one.
func monthsBetween(from, to diary.Date) int {
	months := (to.Year-from.Year)*12 + int(to.Month) - int(from.Month)
	if to.Day < from.Day {
		months--
	}
	return months
}

// grown is an age, in years, that was said on a day, with the whole years since then.
func grown(age string, on, today diary.Date) string {
	years, err := strconv.ParseFloat(age, 64)
	if err != nil {
		return age
	}
	return strconv.FormatFloat(years+float64(max(monthsBetween(on, today), 0)/12), 'f', -1, 64)
}

func parseConditions(text string) ([]diary.Condition, error) {
	var said []diary.Condition
	for word := range strings.SplitSeq(text, ",") {
		c := diary.Condition(strings.ToLower(strings.TrimSpace(word)))
		if c == "" {
			continue
		}
		if !slices.Contains(diary.Conditions(), c) {
			return nil, usagef("--conditions %q is not known; use %s", c, spelled(diary.Conditions()))
		}
		said = append(said, c)
	}
	if len(said) > 1 && slices.Contains(said, diary.NoCondition) {
		return nil, usagef("--conditions: %s goes alone", diary.NoCondition)
	}
	return said, nil
}

func spelled(conditions []diary.Condition) string {
	words := make([]string, len(conditions))
	for i, c := range conditions {
		words[i] = string(c)
	}
	return strings.Join(words, ", ")
}
