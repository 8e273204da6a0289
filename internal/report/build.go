package report

import (
	"fmt"
	"slices"

	"github.com/nutrigap/nutrigap/internal/assess"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/intake"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/reference"
	"github.com/nutrigap/nutrigap/internal/symptom"
)

// Findings is everything that was found out about a diary, before it is ordered and worded.
type Findings struct {
	Tool    Tool
	Person  diary.Person
	Needs   *reference.Needs
	Book    *symptom.Book
	Days    []intake.Day
	Means   []assess.Mean
	Sources func(nutrient.ID) []intake.Source
	Foods   map[string]*food.Food // those that the book may suggest, by code

	Rows              Rows
	Unmatched, Review []Unmatched
	Refused           []string
}

// focus are the nutrients that the report is about, in the order of its grid.
var focus = []nutrient.ID{
	nutrient.Magnesium, nutrient.Potassium, nutrient.Iron, nutrient.VitaminD, nutrient.VitaminB12,
	nutrient.Protein, nutrient.Calcium, nutrient.Sodium, nutrient.Water,
}

// The most that a report lists of each.
const (
	maxSources     = 5
	maxSuggestions = 5
)

// fewKcal is the energy, in kcal, below which a day looks as if something was not written down: adults
// who eat that little for a week are rare, and forgotten meals are not.
const fewKcal = 800

// Build orders and words what was found.
func Build(f *Findings) *Summary {
	s := &Summary{
		Schema:     Schema,
		Tool:       f.Tool,
		Person:     person(f.Person, f.Needs.Assumed),
		Reference:  f.Needs.Set.Name,
		Authority:  f.Needs.Set.Title,
		Rows:       f.Rows,
		Unmatched:  f.Unmatched,
		Review:     f.Review,
		Refused:    f.Refused,
		Disclaimer: f.Book.Disclaimer(),
	}
	for _, id := range focus {
		s.Focus = append(s.Focus, id.Key())
	}
	for i := range f.Days {
		s.Days = append(s.Days, day(&f.Days[i], f.Needs))
	}
	s.Period = period(s.Days)
	s.Warnings = warnings(f, s)
	means := slices.Clone(f.Means)
	slices.SortStableFunc(means, compareMeans)
	for i := range means {
		s.Nutrients = append(s.Nutrients, f.nutrient(&means[i]))
	}
	for _, flag := range f.Book.RedFlags() {
		s.RedFlags = append(s.RedFlags, RedFlag{ID: flag.ID, Text: flag.Text, Urgency: flag.Urgency})
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

func person(p diary.Person, assumed []string) Person {
	return Person{
		Name: p.Name, Sex: string(p.Sex), LifeStage: string(p.LifeStage), Diet: p.Diet, Activity: p.Activity,
		AgeYears: said(float64(p.AgeMonths) / 12), WeightKg: said(p.WeightKg), HeightCm: said(p.HeightCm),
		Assumed: assumed,
	}
}

// said is a figure that a person gave, or nil for zero, which means that nobody did.
func said(v float64) *float64 {
	if v == 0 {
		return nil
	}
	return &v
}

func day(d *intake.Day, needs *reference.Needs) Day {
	out := Day{Date: d.Date.String(), Entries: d.Entries, Energy: known(d.Amounts[nutrient.Energy])}
	out.Complete = out.Energy != nil && *out.Energy >= fewKcal
	for _, v := range assess.Day(d, needs) {
		n := DayNutrient{
			Key: v.Nutrient.Key(), Unit: string(v.Nutrient.Unit()),
			Amount: known(v.Amount), Coverage: v.Coverage, Status: string(v.Status),
		}
		n.Target, n.TargetKind = goal(&v.Target)
		n.Percent = percent(&v)
		out.Nutrients = append(out.Nutrients, n)
	}
	return out
}

func period(days []Day) Period {
	p := Period{DaysLogged: len(days)}
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
	return &v, string(kind)
}

func percent(v *assess.Verdict) *float64 {
	p, ok := v.Percent()
	if !ok {
		return nil
	}
	return &p
}

// warnings are about the whole report.
func warnings(f *Findings, s *Summary) []string {
	var all []string
	if few := s.Period.DaysLogged - s.Period.DaysComplete; few > 0 {
		all = append(all, fmt.Sprintf(
			"%s with less than %d kcal: probably not everything was written down. The means count all logged days.",
			plural(few, "day"), fewKcal))
	}
	if n := s.Period.DaysLogged; n > 0 && n < 3 {
		all = append(all, fmt.Sprintf("Only %s: a few days say little about what somebody usually eats.", plural(n, "day")))
	}
	if n := f.Rows.Totals; n > 0 {
		all = append(all, fmt.Sprintf(
			"%s of a meal or a day without the foods: no food can be named as a source. Apps add up what they don't know "+
				"as nothing, so that more may have been eaten than the totals say.", plural(n, "total")))
	}
	if n := f.Rows.Twice; n > 0 {
		all = append(all, fmt.Sprintf(
			"%s left out because the diary has the day once as foods and once as totals; the one that came first counts.", plural(n, "row")))
	}
	if n := f.Rows.Unmatched; n > 0 {
		all = append(all, fmt.Sprintf(
			"%s without a known food: not counted as nothing, but as not known.", plural(n, "row")))
	}
	return all
}

func plural(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}
