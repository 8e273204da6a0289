package report

import (
	"slices"
	"strings"

	"github.com/nutrigap/nutrigap/internal/assess"
	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/reference"
	"github.com/nutrigap/nutrigap/internal/symptom"
)

// nutrient is one nutrient over the period, with what its verdict means and, unless silenced, what could be
// eaten.
func (f *Findings) nutrient(m *assess.Mean, silenced bool) Nutrient {
	id := m.Nutrient
	n := Nutrient{
		Key: id.Key(), Name: f.lang().T(id.Name()), Unit: string(id.Unit()),
		Mean: known(m.Amount), Best: known(m.Best), Low: known(m.Low), High: known(m.High),
		Coverage: m.Coverage, Days: m.Days,
		EAR: known(m.Target.EAR), CDRR: known(m.Target.CDRR), Percent: percent(&m.Verdict),
		Status: string(m.Status), Verdict: f.verdict(m, silenced),
		DaysBelow: m.DaysBelow, DaysJudged: m.DaysJudged,
		Source: m.Target.Source,
	}
	n.Target, n.TargetKind = goal(&m.Target)
	n.Unverified = n.Target != nil && !m.Target.Verified
	if n.EAR != nil {
		n.EARKind = m.Target.Terms.Of(reference.EAR)
	}
	if n.CDRR != nil {
		n.CDRRKind = f.lang().T(m.Target.Terms.Of(reference.CDRR))
	}
	if limit, ok := m.Target.Limit(); ok {
		n.UL = &limit
	}
	confidence(&n, m)
	n.Spread = f.spread(m)
	for i := range m.Target.Adjustments {
		a := &m.Target.Adjustments[i]
		n.Adjustments = append(n.Adjustments, Adjustment{Text: f.Book.Adjustment(a), Source: a.Source})
	}
	why := f.Book.ExplainTo(&m.Verdict, &f.Person, silenced)
	n.Notes = slices.Concat(why.Notes, f.method(&n, m))
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

// verdict is the status in words; that more would be better is said only to whom it may be.
func (f *Findings) verdict(m *assess.Mean, silenced bool) string {
	if m.Verdict.Low() && f.Book.Withheld(m.Nutrient, &f.Person) {
		return f.Book.WithheldSentence(m.Nutrient)
	}
	better := ""
	if !silenced {
		better = f.Book.Better(&m.Verdict)
	}
	return sentences(f.Book.Sentence(&m.Verdict), better, f.Book.MoreDays(m))
}

// confidence copies how sure a verdict is.
func confidence(n *Nutrient, m *assess.Mean) {
	if m.Status == "" {
		return
	}
	n.Method = string(m.Method)
	n.Within = probability(m.Within)
	if m.Method == assess.AITest {
		n.AboveAI = probability(m.Adequate)
	} else {
		n.Adequate, n.AdequateLow = probability(m.Adequate), probability(m.AdequateLow)
	}
	if m.Settles {
		n.MoreDays = &m.MoreDays
	}
}

// probability is a chance as the Summary has it: null where nobody knows.
func probability(c assess.Chance) *float64 {
	if !c.Known {
		return nil
	}
	return &c.P
}

// spread is how much days differ within a person, where a test of a mean may rest on it.
func (f *Findings) spread(m *assess.Mean) *float64 {
	v, ok := f.Needs.Variation(m.Nutrient)
	mean, known := m.Amount.Known()
	if !ok || !known || v.Use == reference.FitsNot {
		return nil
	}
	sd, ok := v.Within(mean)
	if !ok {
		return nil
	}
	return &sd
}

// method is what there is to know of how a verdict was reached, for a verdict that rests on it.
func (f *Findings) method(n *Nutrient, m *assess.Mean) []string {
	var notes []string
	if m.Status == assess.Excess || m.Status == "" || m.Coverage < assess.MinCoverage {
		return nil
	}
	if text := f.Book.Method(m); text != "" {
		notes = append(notes, text)
	}
	if v, ok := f.Needs.Variation(m.Nutrient); ok && !v.Verified && m.Adequate.Known && m.Method != assess.IronTable {
		notes = append(notes, f.Book.SpreadNotVerified(m.Nutrient))
	}
	switch {
	case n.Unverified && m.Target.PerKg:
		notes = append(notes, f.Book.PerKgWorkedOut(m.Nutrient))
	case n.Unverified:
		notes = append(notes, f.Book.NotVerified(m.Nutrient))
	}
	return notes
}

// sentences puts the ones that aren't empty one after the other.
func sentences(all ...string) string {
	return strings.Join(slices.DeleteFunc(all, func(s string) bool { return s == "" }), " ")
}

// suggestions are usual portions of foods and what each adds, in the order of the book.
func (f *Findings) suggestions(id nutrient.ID, foods []symptom.Food) []Suggestion {
	var list []Suggestion
	for _, named := range foods {
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
		list = append(list, Suggestion{Food: named.Name, Portion: portion(f.lang(), in, weight.Grams), Adds: adds})
	}
	return list
}

// portion names a weight of a food in its household measure, if one fits: "1 cup (156 g)". The measures come
// from the table, which has them in English alone; in another language the weight says enough.
func portion(l *lang.Language, f *food.Food, grams float64) string {
	weight := l.Measure(grams, "g")
	for _, p := range f.Portions {
		if p.Kind == food.Household && p.Grams > grams*0.98 && p.Grams < grams*1.02 && l == lang.English() {
			return l.Number(p.Amount) + " " + p.Label + " (" + weight + ")"
		}
	}
	return weight
}
