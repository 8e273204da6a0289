package report

import (
	"fmt"
	"slices"

	"github.com/nutrigap/nutrigap/internal/assess"
	"github.com/nutrigap/nutrigap/internal/associate"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/intake"
	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/reference"
	"github.com/nutrigap/nutrigap/internal/symptom"
)

// Findings is everything that was found out about a diary, before it is ordered and worded.
type Findings struct {
	Tool     Tool
	Language string // the tag of the language in which the Summary is worded; empty is English

	Person  diary.Person
	Needs   *reference.Needs
	Book    *symptom.Book
	Days    []assess.Logged
	Counted assess.Selection
	AllDays bool // whether partial days were asked for

	Anonymous bool // whether the Summary leaves out who the person is and when it was
	Means     []assess.Mean
	Sources   func(nutrient.ID) []intake.Source
	Eaten     []intake.FoodSum      // what was eaten, in the order of the Summary
	Log       []LogRow              // in order of date, where it was asked for
	LogMore   int                   // rows that the log leaves out
	Foods     map[string]*food.Food // those that the book may suggest, by code

	Symptoms     []diary.Symptom // that the person logged, of the period
	Associations associate.Table // of the symptoms with what was eaten

	Rows              Rows
	Unmatched, Review []Unmatched
	Refused           []string
}

// focus are the nutrients that the report is about, in the order of its grid.
var focus = []nutrient.ID{
	nutrient.Magnesium, nutrient.Potassium, nutrient.Iron, nutrient.VitaminD, nutrient.VitaminB12,
	nutrient.Protein, nutrient.Calcium, nutrient.Sodium, nutrient.Water,
}

// maxSources is the most foods that a report names as the source of a nutrient.
const maxSources = 5

// Build orders and words what was found.
func Build(f *Findings) *Summary {
	s := &Summary{
		Schema:     Schema,
		Language:   f.lang().Tag(),
		Tool:       f.Tool,
		Person:     f.person(),
		Reference:  f.Needs.Set.Name,
		Authority:  f.lang().T(f.Needs.Set.Title),
		Rows:       f.Rows,
		Unmatched:  f.Unmatched,
		Review:     f.Review,
		Refused:    f.Refused,
		Pointer:    f.Book.Pointer(),
		Disclaimer: f.Book.Disclaimer(),
	}
	for _, id := range focus {
		s.Focus = append(s.Focus, id.Key())
	}
	if len(f.Days) > 0 {
		s.Days = make([]Day, len(f.Days)) // many in a long diary
	}
	for i := range f.Days {
		s.Days[i] = f.day(&f.Days[i])
	}
	s.Period = f.period(s.Days)
	s.Warnings = warnings(f, s)
	s.RedFlags, s.AdviceWithheld = f.redFlags()
	means := slices.Clone(f.Means)
	slices.SortStableFunc(means, compareMeans)
	for i := range means {
		s.Nutrients = append(s.Nutrients, f.nutrient(&means[i], s.AdviceWithheld != ""))
	}
	s.OwnSymptoms = f.ownSymptoms()
	s.Electrolytes = f.electrolytes()
	s.Questions = f.questions(s)
	s.Foods = f.eaten()
	s.Log, s.LogMore = f.Log, f.LogMore
	if f.Anonymous {
		f.anonymize(s)
	}
	return s
}

// compareMeans puts the focus before everything else, and within each what a person should see first.
func compareMeans(a, b assess.Mean) int {
	inA, inB := slices.Contains(focus, a.Nutrient), slices.Contains(focus, b.Nutrient)
	switch {
	case inA && !inB:
		return -1
	case inB && !inA:
		return 1
	}
	return assess.Compare(&a.Verdict, &b.Verdict)
}

// lang is the language in which the Summary is worded.
func (f *Findings) lang() *lang.Language { return lang.Of(f.Language) }

func (f *Findings) person() Person {
	p, l := f.Person, f.lang()
	out := Person{
		Name: p.Name, Sex: string(p.Sex), LifeStage: string(p.LifeStage), Diet: p.Diet, Activity: p.Activity,
		AgeYears: said(float64(p.AgeMonths) / 12), WeightKg: said(p.WeightKg), HeightCm: said(p.HeightCm),
		Trimester: p.Trimester,
	}
	for _, c := range p.Conditions {
		out.Conditions = append(out.Conditions, string(c))
	}
	for i := range f.Needs.Assumed {
		out.Assumed = append(out.Assumed, f.Book.Assumed(&f.Needs.Assumed[i]))
	}
	out.Assumed = append(out.Assumed, f.Book.Unsaid(&p)...)
	for _, id := range nutrient.All() {
		if why := f.Needs.Missing(id); why != "" {
			out.Assumed = append(out.Assumed, l.Tf("no target for %s: %s", l.T(id.Name()), l.T(why)))
		}
		target, _ := f.Needs.Target(id)
		for i := range target.Adjustments {
			a := &target.Adjustments[i]
			out.Adjusted = append(out.Adjusted, fmt.Sprintf("%s: %s (%s)", l.T(id.Name()), f.Book.Adjustment(a), a.Source))
		}
	}
	return out
}

// said is a figure that a person gave, or nil for zero, which means that nobody did.
func said(v float64) *float64 {
	if v == 0 {
		return nil
	}
	return &v
}

func (f *Findings) day(d *assess.Logged) Day {
	out := Day{
		Date: f.date(d.Date), Entries: d.Entries, Energy: known(d.Amount(nutrient.Energy)),
		Partial: string(d.Partial), Mark: string(d.Mark),
		SetApart: !d.Counted,
	}
	out.Complete = d.Partial == "" && (out.Energy != nil || d.Mark != "")
	out.Nutrients = DayNutrients{day: d, need: f.Needs}
	return out
}

func (f *Findings) period(days []Day) Period {
	p := Period{DaysLogged: len(days), DaysCounted: len(f.Counted.Days)}
	if len(days) == 0 {
		return p
	}
	p.From, p.To = days[0].Date, days[len(days)-1].Date
	for _, d := range days {
		if d.Complete {
			p.DaysComplete++
		}
	}
	return p
}

// known is a quantity as the Summary has it: null where nobody knows.
func known(q nutrient.Quantity) *float64 {
	v, ok := q.Known()
	if !ok {
		return nil
	}
	return &v
}

func goal(t *reference.Target) (*float64, string) {
	v, kind, ok := t.Goal()
	if !ok {
		return nil, ""
	}
	return &v, t.Terms.Of(kind)
}

func percent(v *assess.Verdict) *float64 {
	p, ok := v.Percent()
	if !ok {
		return nil
	}
	return &p
}
