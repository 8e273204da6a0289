package report

import (
	"slices"

	"github.com/nutrigap/nutrigap/internal/associate"
)

// association is how a symptom came and went with what was eaten; nil where nobody looked.
func (f *Findings) association(s *OwnSymptom) *Association {
	found := f.Associations.Of(s.Key)
	if found == nil {
		return nil
	}
	a := &Association{Days: found.Days, Missing: found.Missing, Tested: f.Associations.Tested}
	for i := range found.Pairs {
		p := &found.Pairs[i]
		a.Pairs = append(a.Pairs, Coincidence{
			Nutrient: p.Nutrient.Key(), Name: f.lang().T(p.Nutrient.Name()), Window: string(p.Window), Days: p.Days,
			Rho: p.Rho, P: p.P, Q: p.Q, StandsOut: p.StandsOut(),
		})
	}
	what := "none"
	switch {
	case a.Missing > 0:
		what = "few"
	case len(a.Pairs) == 0:
		what = "same"
	case slices.ContainsFunc(a.Pairs, func(c Coincidence) bool { return c.StandsOut }):
		what = "some"
	}
	a.Text = f.Book.Together(what, associate.MinDays, a.Days, a.Missing, a.Tested)
	return a
}

// Line is one nutrient of an [Association], in every window that was looked at.
type Line struct {
	Name    string
	Windows [3]*Coincidence // the same day, the day before, the mean of three days; nil where too little is known
}

// Lines are the nutrients that were looked at, those that stand out first.
func (a *Association) Lines() (standOut, others []Line) {
	for i := 0; i < len(a.Pairs); {
		line, stands := Line{Name: a.Pairs[i].Name}, false
		for key := a.Pairs[i].Nutrient; i < len(a.Pairs) && a.Pairs[i].Nutrient == key; i++ {
			if at := slices.Index(associate.Windows(), associate.Window(a.Pairs[i].Window)); at >= 0 {
				line.Windows[at] = &a.Pairs[i]
				stands = stands || a.Pairs[i].StandsOut
			}
		}
		if stands {
			standOut = append(standOut, line)
		} else {
			others = append(others, line)
		}
	}
	return standOut, others
}
