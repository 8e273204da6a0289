package html

import (
	"github.com/nutrigap/nutrigap/internal/report"
)

// FeltAs says how severe a symptom was and on how many days.
func (p *page) FeltAs(s report.OwnSymptom) string {
	return p.Tf("%d of 10 at worst, on %d of %d logged days", s.Worst, s.Days, s.Logged)
}

// Causes are the names of nutrients in a sentence.
func (p *page) Causes(causes []report.Cause) string {
	var names []string
	for _, c := range causes {
		names = append(names, c.Name)
	}
	return p.List(names)
}
