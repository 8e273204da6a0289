package report

import (
	"slices"

	"github.com/nutrigap/nutrigap/internal/assess"
	"github.com/nutrigap/nutrigap/internal/lang"
)

// Comparison sets reports side by side: a person before and after, or several people.
type Comparison struct {
	Schema    int        `json:"schema"`
	Language  string     `json:"language,omitempty"` // that of the first report; empty is English
	Sides     []Side     `json:"sides"`
	Nutrients []Compared `json:"nutrients"` // the focus, in its order, then the others that a side judges
	Cautions  []string   `json:"cautions"`  // what makes the sides hard to compare, a sentence each
}

// Side is one of the reports that are compared.
type Side struct {
	Label     string   `json:"label"` // what the person who compares calls it: a file, a period, a name
	Person    Person   `json:"person"`
	Reference string   `json:"reference"`
	Period    Period   `json:"period"`
	Energy    *float64 `json:"energy_kcal"` // mean a day
}

// Compared is one nutrient of every side.
type Compared struct {
	Key    string  `json:"key"`
	Name   string  `json:"name"`
	Unit   string  `json:"unit"`
	Values []Value `json:"values"`           // one a side; of a side without this nutrient everything is unknown
	Change *Change `json:"change,omitempty"` // of two sides, where both means are known well enough
}

// Value is what one side says of a nutrient.
type Value struct {
	Mean       *float64 `json:"mean_intake"`
	Coverage   float64  `json:"coverage"`
	Target     *float64 `json:"target"`
	TargetKind string   `json:"target_kind,omitempty"`
	Percent    *float64 `json:"percent"`
	Status     string   `json:"status"`
}

// Change is the step from the first side to the second.
type Change struct {
	Difference float64 `json:"difference"` // second less first, in the nutrient's unit
	// Sure is the confidence, 0.5 to 1, that the usual intake differs in this direction and not by the chance
	// of the days that were written down; null where no test fits the nutrient.
	Sure *float64 `json:"confidence"`
}

// Confidence is how sure the change is, "97%", or empty where no test fits.
func (c *Change) Confidence(l *lang.Language) string {
	if c.Sure == nil {
		return ""
	}
	return l.Percent(float64(assess.Percent(*c.Sure)))
}

// Compare sets two or more reports side by side. There is a label for each of them.
func Compare(labels []string, reports []*Summary) *Comparison {
	l := lang.Of(reports[0].Language)
	c := &Comparison{Schema: Schema, Language: l.Tag(), Nutrients: []Compared{}, Cautions: cautions(l, labels, reports)}
	for i, s := range reports {
		side := Side{Label: labels[i], Person: s.Person, Reference: s.Reference, Period: s.Period}
		if energy := s.Nutrient("energy_kcal"); energy != nil {
			side.Energy = energy.Mean
		}
		c.Sides = append(c.Sides, side)
	}
	for _, key := range sharedKeys(reports) {
		c.Nutrients = append(c.Nutrients, compared(key, reports))
	}
	return c
}

// sharedKeys are the nutrients of the focus, and those that any of the reports judges.
func sharedKeys(reports []*Summary) []string {
	var keys []string
	add := func(key string) {
		if !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	for _, s := range reports {
		for _, key := range s.Focus {
			add(key)
		}
	}
	for _, s := range reports {
		for i := range s.Nutrients {
			if s.Nutrients[i].Status != "" {
				add(s.Nutrients[i].Key)
			}
		}
	}
	return keys
}

func compared(key string, reports []*Summary) Compared {
	row := Compared{Key: key}
	var found []*Nutrient
	for _, s := range reports {
		n := s.Nutrient(key)
		if n == nil {
			n = &Nutrient{}
		}
		if row.Name == "" {
			row.Name, row.Unit = s.NameOf(key), n.Unit
		}
		found = append(found, n)
		row.Values = append(row.Values, Value{
			Mean: n.Mean, Coverage: n.Coverage, Target: n.Target, TargetKind: n.TargetKind, Percent: n.Percent, Status: n.Status,
		})
	}
	if len(found) == 2 {
		row.Change = change(found[0], found[1])
	}
	return row
}

// change is nil unless enough is known of both means: what was not written down must not read as a change.
func change(first, second *Nutrient) *Change {
	for _, n := range []*Nutrient{first, second} {
		if n.Mean == nil || n.Coverage < MinCoverage || n.Days < 1 {
			return nil
		}
	}
	c := &Change{Difference: *second.Mean - *first.Mean}
	if first.Spread != nil && second.Spread != nil && *first.Spread > 0 && *second.Spread > 0 {
		rose := assess.Confidence(assess.ChangeScore(*first.Mean, *first.Spread, first.Days, *second.Mean, *second.Spread, second.Days))
		direction := max(rose, 1-rose)
		c.Sure = &direction
	}
	return c
}

// cautions are what makes reports hard to compare.
func cautions(l *lang.Language, labels []string, reports []*Summary) []string {
	all := []string{}
	differ := func(what func(*Summary) string) bool {
		return slices.ContainsFunc(reports, func(s *Summary) bool { return what(s) != what(reports[0]) })
	}
	if differ(func(s *Summary) string { return s.Reference }) {
		all = append(all, l.T("The reference values are not the same, so the percentages are not of the same amounts."))
	}
	if differ(func(s *Summary) string { return s.Tool.TableDigest }) {
		all = append(all, l.T("The nutrient tables are not the same; a difference may come from them."))
	}
	for i, s := range reports {
		if s.Period.Counted() < assess.MinDays {
			all = append(all, labels[i]+": "+l.N("only %d day; a few days say little about what somebody usually eats.",
				"only %d days; a few days say little about what somebody usually eats.", s.Period.Counted()))
		}
	}
	return all
}
