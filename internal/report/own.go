package report

import (
	"cmp"
	"maps"
	"slices"

	"github.com/nutrigap/nutrigap/internal/assess"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// severities are the worst of each logged symptom.
func (f *Findings) severities() map[string]int {
	worst := map[string]int{}
	for _, s := range f.Symptoms {
		worst[s.Symptom] = max(worst[s.Symptom], s.Severity)
	}
	return worst
}

// redFlags puts those first that the person's symptoms or conditions touch, and says what stands in place of
// advice on food where one of them takes it away.
func (f *Findings) redFlags() (flags []RedFlag, silence string) {
	touched, others := f.Book.RedFlagsFor(&f.Person, f.severities())
	for _, flag := range touched {
		flags = append(flags, RedFlag{ID: flag.ID, Text: flag.Text, Urgency: flag.Urgency, Touched: true})
	}
	for _, flag := range others {
		flags = append(flags, RedFlag{ID: flag.ID, Text: flag.Text, Urgency: flag.Urgency})
	}
	return flags, f.Book.Silence(touched)
}

// ownSymptoms sets the logged symptoms against the verdicts, the worst first. One that was only logged as
// absent is none.
func (f *Findings) ownSymptoms() []OwnSymptom {
	days := map[string]map[diary.Date]int{} // the worst severity of each day
	for _, s := range f.Symptoms {
		if days[s.Symptom] == nil {
			days[s.Symptom] = map[diary.Date]int{}
		}
		days[s.Symptom][s.Date] = max(days[s.Symptom][s.Date], s.Severity)
	}
	var own []OwnSymptom
	for _, key := range slices.Sorted(maps.Keys(days)) {
		s := OwnSymptom{Key: key, Name: f.Book.NameOf(key), Logged: len(days[key])}
		for _, severity := range days[key] {
			s.Worst = max(s.Worst, severity)
			if severity > 0 {
				s.Days++
			}
		}
		if s.Days > 0 {
			f.causes(&s)
			s.Association = f.association(&s)
			own = append(own, s)
		}
	}
	slices.SortStableFunc(own, func(a, b OwnSymptom) int {
		return cmp.Or(cmp.Compare(b.Worst, a.Worst), cmp.Compare(b.Days, a.Days))
	})
	return own
}

// causes sorts the known causes of a symptom by what the diary says of them.
func (f *Findings) causes(s *OwnSymptom) {
	verdicts := map[nutrient.ID]*assess.Mean{}
	for i := range f.Means {
		verdicts[f.Means[i].Nutrient] = &f.Means[i]
	}
	links := f.Book.LinksTo(s.Key)
	if len(links) == 0 {
		s.Notes = append(s.Notes, f.Book.Own("none", nutrient.Energy))
	}
	for _, l := range links {
		c := Cause{Nutrient: l.Nutrient.Key(), Name: f.lang().T(l.Nutrient.Name()), Evidence: string(l.LowIntake)}
		m := verdicts[l.Nutrient]
		if m != nil {
			c.Status = string(m.Status)
		}
		if l.Nutrient == nutrient.Energy && f.Counted.LittleEnergy {
			c.Status = StatusPossible // set against what such a body needs, and no target
		}
		switch c.Status {
		case StatusShortfall, StatusPossible:
			c.Text = l.Text
			s.Supports = append(s.Supports, c)
		case StatusAdequate, StatusExcess:
			c.Text = f.Book.Own("enough", l.Nutrient)
			s.Against = append(s.Against, c)
		default:
			c.Text = f.Book.Own("open", l.Nutrient)
			s.Open = append(s.Open, c)
		}
	}
	s.Notes = append(s.Notes, f.Book.Own("blind", nutrient.Energy))
}
