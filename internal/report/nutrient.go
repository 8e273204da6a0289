package report

import (
	"fmt"

	"github.com/nutrigap/nutrigap/internal/assess"
	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/symptom"
)

// nutrient is one nutrient over the period, with what its verdict means and what could be eaten.
func (f *Findings) nutrient(m *assess.Mean) Nutrient {
	id := m.Nutrient
	n := Nutrient{
		Key: id.Key(), Name: id.Name(), Unit: string(id.Unit()),
		Mean: known(m.Amount), Low: known(m.Low), High: known(m.High), Coverage: m.Coverage,
		EAR: known(m.Target.EAR), Percent: percent(&m.Verdict),
		Status: string(m.Status), Verdict: f.Book.Sentence(&m.Verdict),
		DaysBelow: m.DaysBelow, DaysJudged: m.DaysJudged,
		Source: m.Target.Source,
	}
	n.Target, n.TargetKind = goal(&m.Target)
	if limit, ok := m.Target.Limit(); ok {
		n.UL = &limit
	}
	why := f.Book.Explain(&m.Verdict, f.Person.Diet)
	n.Notes = why.Notes
	if m.Target.PerKg && !m.Target.Verified {
		n.Notes = append(n.Notes, "This target per kilogram of body weight was worked out from the published amount per day.")
	}
	for _, link := range why.Links {
		n.Symptoms = append(n.Symptoms, Symptom{Symptom: link.Name, Evidence: string(link.LowIntake), Text: link.Text})
	}
	for i, source := range f.Sources(id) {
		if i == maxSources {
			break
		}
		n.Sources = append(n.Sources, Share{Food: source.Food, Share: source.Share, Amount: source.Amount, Times: source.Times})
	}
	n.Suggestions = f.suggestions(id, why.Foods)
	return n
}

// suggestions are usual portions of foods and what each adds, in the order of the book.
func (f *Findings) suggestions(id nutrient.ID, foods []symptom.Food) []Suggestion {
	var list []Suggestion
	for _, named := range foods {
		if len(list) == maxSuggestions {
			break
		}
		in := f.Foods[named.Code]
		if in == nil {
			continue
		}
		weight, err := food.UsualPortion().Of(in)
		if err != nil {
			continue
		}
		adds, ok := in.Per100g[id].Times(weight.Grams / 100).Known()
		if !ok {
			continue
		}
		list = append(list, Suggestion{Food: named.Name, Portion: portion(in, weight.Grams), Adds: adds})
	}
	return list
}

// portion names a weight of a food in its household measure, if one fits: "1 cup (156 g)".
func portion(f *food.Food, grams float64) string {
	for _, p := range f.Portions {
		if p.Kind == food.Household && p.Grams > grams*0.98 && p.Grams < grams*1.02 {
			return fmt.Sprintf("%s %s (%s g)", Number(p.Amount), p.Label, Number(p.Grams))
		}
	}
	return Number(grams) + " g"
}
