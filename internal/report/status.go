package report

import "github.com/nutrigap/nutrigap/internal/assess"

// The status words of a [Nutrient] and a [DayNutrient]. A nutrient without a target has none: the empty
// string. A voice shows a word that it does not know as it shows the empty one, and never drops the row.
const (
	StatusShortfall  = "shortfall"
	StatusPossible   = "possible_shortfall"
	StatusAdequate   = "adequate"
	StatusExcess     = "excess"
	StatusCannotTell = "cannot_tell"
)

// MinCoverage is the coverage, 0 to 1, below which too little of a day or a period is known to tell. What
// can't be told above it has another reason, and a sentence that names it.
const MinCoverage = assess.MinCoverage

// WithStatus picks the nutrients that have one of the statuses, in the order of the Summary.
func (s *Summary) WithStatus(statuses ...string) []*Nutrient {
	var picked []*Nutrient
	for i := range s.Nutrients {
		for _, status := range statuses {
			if s.Nutrients[i].Status == status {
				picked = append(picked, &s.Nutrients[i])
				break
			}
		}
	}
	return picked
}

// Unjudged picks the nutrients whose status is none of the words above: counted, but without a target.
func (s *Summary) Unjudged() []*Nutrient {
	var picked []*Nutrient
	for i := range s.Nutrients {
		switch s.Nutrients[i].Status {
		case StatusShortfall, StatusPossible, StatusAdequate, StatusExcess, StatusCannotTell:
		default:
			picked = append(picked, &s.Nutrients[i])
		}
	}
	return picked
}
