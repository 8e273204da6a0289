package report

import (
	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// SpeakIn lets a finished Summary be shown in another language: what a voice says of its own, numbers, dates,
// and the names of nutrients. The sentences in which findings were worded stay as they are; to have those in
// another language the report is made anew.
func (s *Summary) SpeakIn(l *lang.Language) {
	s.Language = l.Tag()
	rename := func(key string, name *string) {
		if id, ok := nutrient.ByKey(key); ok {
			*name = l.T(id.Name())
		}
	}
	for i := range s.Nutrients {
		rename(s.Nutrients[i].Key, &s.Nutrients[i].Name)
	}
	for i := range s.OwnSymptoms {
		own := &s.OwnSymptoms[i]
		for _, causes := range [][]Cause{own.Supports, own.Against, own.Open} {
			for j := range causes {
				rename(causes[j].Nutrient, &causes[j].Name)
			}
		}
		if own.Association == nil {
			continue
		}
		for j := range own.Association.Pairs {
			rename(own.Association.Pairs[j].Nutrient, &own.Association.Pairs[j].Name)
		}
	}
}
