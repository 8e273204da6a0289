package report

import (
	"slices"

	"github.com/nutrigap/nutrigap/internal/assess"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// maxQuestions is what fits into a visit of ten minutes.
const maxQuestions = 3

// questions are what this person may want to ask a professional, the weightiest first.
func (f *Findings) questions(s *Summary) []string {
	var all []string
	ask := func(question string, id nutrient.ID, symptom string) {
		all = append(all, f.Book.Ask(question, id, symptom))
	}
	first := func(question string, fits func(*Nutrient) bool) {
		i := slices.IndexFunc(s.Nutrients, func(n Nutrient) bool { return slices.Contains(s.Focus, n.Key) && fits(&n) })
		if i >= 0 {
			id, _ := nutrient.ByKey(s.Nutrients[i].Key)
			ask(question, id, "")
		}
	}
	status := func(status string) func(*Nutrient) bool {
		return func(n *Nutrient) bool { return n.Status == status && !f.withheld(n.Key) }
	}
	first("withheld", func(n *Nutrient) bool { return f.withheld(n.Key) })
	first("short", status(StatusShortfall))
	if len(s.OwnSymptoms) > 0 {
		own := &s.OwnSymptoms[0]
		if len(own.Supports) > 0 {
			ask("symptom_supported", nutrient.Energy, own.Name)
		} else {
			ask("symptom_alone", nutrient.Energy, own.Name)
		}
	}
	first("excess", status(StatusExcess))
	first("possible", status(StatusPossible))
	if f.Counted.Underreported {
		ask("underreported", nutrient.Energy, "")
	}
	first("unknown", func(n *Nutrient) bool { return n.Coverage < assess.MinCoverage && s.Period.DaysCounted > 0 })
	return all[:min(maxQuestions, len(all))]
}

// withheld reports whether nobody may tell this person to eat more of a nutrient.
func (f *Findings) withheld(key string) bool {
	id, ok := nutrient.ByKey(key)
	return ok && f.Book.Withheld(id, &f.Person)
}
