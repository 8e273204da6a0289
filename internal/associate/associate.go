// Package associate sets how somebody felt beside what they ate, day by day: each logged symptom against each
// nutrient by Spearman's rank correlation, with a permutation test and a correction for how many pairs were
// looked at.
//
// Its rule: a day counts only where both sides of it are known. An intake of which too little is known and a
// day that is set apart are left out, never taken as zero; a symptom that nobody logged that day is unknown,
// one that was logged as 0 is a day without it. It refuses to speak of causes: what goes together in one
// diary is a coincidence until something else shows more.
package associate

import (
	"maps"
	"slices"

	"github.com/nutrigap/nutrigap/internal/assess"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

const (
	// MinDays is the number of days with both an intake and a severity below which nothing is looked at.
	MinDays = 14
	// StandsOut is the share of false finds, 0 to 1, that is put up with among all pairs that stand out.
	StandsOut = 0.05
)

// minPaired is the number of days below which a pair is not looked at: MinDays days in a row have that many
// with two days before them.
const minPaired = MinDays - 2

// Window says which days' intake is set beside the severity of a day.
type Window string

// The windows.
const (
	SameDay   Window = "same_day"
	DayBefore Window = "day_before"
	ThreeDays Window = "three_days" // the mean of the day and the two before it, where all three are known
)

// Windows are all of them, in the order in which they are shown.
func Windows() []Window { return []Window{SameDay, DayBefore, ThreeDays} }

// Table is every symptom of a diary against every nutrient.
type Table struct {
	Symptoms []Symptom // those that were felt on some day, by key
	Tested   int       // pairs of all symptoms together, which the correction is for
}

// Symptom is one symptom against every nutrient.
type Symptom struct {
	Key     string
	Days    int    // on which it was logged, as 0 too, and which count in the diary
	Missing int    // days more until anything can be looked at
	Pairs   []Pair // in the nutrients' own order, then that of [Windows]
}

// Pair is one symptom against one nutrient in one window.
type Pair struct {
	Nutrient nutrient.ID
	Window   Window
	Days     int     // with both known
	Rho      float64 // Spearman's, -1 to 1
	P        float64 // the chance of so strong a rho, either way, if the days had nothing to do with each other
	Q        float64 // P corrected for all pairs of the table (Benjamini and Hochberg 1995)
}

// StandsOut reports whether the pair goes together more than chance easily does, among all that were looked at.
func (p *Pair) StandsOut() bool { return p.Q <= StandsOut }

// Of finds a symptom by its key; nil where it was not felt.
func (t Table) Of(key string) *Symptom {
	for i := range t.Symptoms {
		if t.Symptoms[i].Key == key {
			return &t.Symptoms[i]
		}
	}
	return nil
}

// Between sets the symptoms that were felt beside the days of a diary. Of several severities on one day the
// worst counts.
func Between(days []assess.Logged, felt []diary.Symptom) Table {
	if len(felt) == 0 {
		return Table{}
	}
	severities := map[string]map[diary.Date]int{}
	for _, s := range felt {
		if severities[s.Symptom] == nil {
			severities[s.Symptom] = map[diary.Date]int{}
		}
		severities[s.Symptom][s.Date] = max(severities[s.Symptom][s.Date], s.Severity)
	}
	var t Table
	eaten := intakes(days)
	for _, key := range slices.Sorted(maps.Keys(severities)) {
		if slices.Max(slices.Collect(maps.Values(severities[key]))) == 0 {
			continue
		}
		s := eaten.against(severities[key])
		s.Key = key
		t.Symptoms = append(t.Symptoms, s)
	}
	t.correct()
	return t
}

// correct sets the q of every pair.
func (t *Table) correct() {
	var pairs []*Pair
	var chances []float64
	for i := range t.Symptoms {
		for j := range t.Symptoms[i].Pairs {
			p := &t.Symptoms[i].Pairs[j]
			pairs, chances = append(pairs, p), append(chances, p.P)
		}
	}
	for i, q := range Adjusted(chances) {
		pairs[i].Q = q
	}
	t.Tested = len(pairs)
}
