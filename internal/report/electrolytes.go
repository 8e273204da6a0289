package report

import (
	"github.com/nutrigap/nutrigap/internal/assess"
	"github.com/nutrigap/nutrigap/internal/symptom"
)

// electrolytes looks at salts and water together; nil where nothing brings them up.
func (f *Findings) electrolytes() *Electrolytes {
	var e Electrolytes
	low, unlogged := 0, ""
	for _, id := range symptom.Electrolytes() {
		for i := range f.Means {
			v := &f.Means[i].Verdict
			if v.Nutrient != id {
				continue
			}
			e.Nutrients = append(e.Nutrients, id.Key())
			if v.Low() {
				low++
			}
			if v.Why == assess.NoDrinks {
				unlogged = f.Book.Sentence(v)
			}
		}
	}
	if e.Notes = f.Book.OnElectrolytes(&f.Person, f.severities(), low); len(e.Notes) == 0 {
		return nil
	}
	if unlogged != "" {
		e.Notes = append(e.Notes, unlogged)
	}
	return &e
}
