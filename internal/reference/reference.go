// Package reference holds published reference values: how much of each nutrient an authority says that
// people of a sex, an age and a life stage need, and how much is too much; and beside them what a judgement
// rests on: how intakes vary, what energy a body needs, and how the values change for people of a kind.
//
// Its rule: every figure stands in an embedded data file beside its source, with whether it was seen in
// print, and whatever had to be assumed of a person is said. It refuses to fill gaps: a value that the
// authority doesn't set is unknown, and what can't be shown as a daily amount is left out with its reason.
package reference

import "github.com/nutrigap/nutrigap/internal/nutrient"

// Stage is the group of people that a row is for.
type Stage string

// The stages of life that authorities tell apart.
const (
	Infant    Stage = "infant"
	Child     Stage = "child"
	Female    Stage = "female"
	Male      Stage = "male"
	Pregnancy Stage = "pregnancy"
	Lactation Stage = "lactation"
)

// Values are the reference values of one nutrient for one day, in the nutrient's own unit. What the
// authority doesn't set is unknown.
type Values struct {
	EAR  nutrient.Quantity // meets the need of half of the group
	RDA  nutrient.Quantity // meets the need of nearly all of the group
	AI   nutrient.Quantity // what healthy people take in, where no EAR could be found
	UL   nutrient.Quantity // the most that is likely to do no harm
	CDRR nutrient.Quantity // above it, less lowers the risk of chronic disease
}

// times is every value for a body of so many kilograms.
func (v Values) times(kg float64) Values {
	return Values{EAR: v.EAR.Times(kg), RDA: v.RDA.Times(kg), AI: v.AI.Times(kg), UL: v.UL.Times(kg), CDRR: v.CDRR.Times(kg)}
}

// When narrows a group down by more than sex and age; empty for all of it.
type When string

// The conditions. The phytate of a diet, in milligrams a day, is known of nobody: all of its rows hold.
const (
	Menstruating    When = "menstruating"
	NotMenstruating When = "not_menstruating"
	Phytate300      When = "phytate_300"
	Phytate600      When = "phytate_600"
	Phytate900      When = "phytate_900"
	Phytate1200     When = "phytate_1200"
)

// Row is one line of a set: the values of one nutrient for one group.
type Row struct {
	Nutrient   nutrient.ID
	Stage      Stage
	FromMonths int // the youngest age, inclusive
	ToMonths   int // the oldest age, exclusive
	When       When
	PerKg      bool
	Values            // for each kilogram of body weight if PerKg
	ULOf       string // what alone the UL limits, "supplements"; empty where it limits the whole intake
	Verified   bool   // whether the figures were seen in a copy of the source
	Source     string
	Note       string
}

// Kind says what a value means, whatever its authority calls it; see [Terms].
type Kind string

// The kinds of value, by their names in the Dietary Reference Intakes.
const (
	EAR  Kind = "EAR"
	RDA  Kind = "RDA"
	AI   Kind = "AI"
	UL   Kind = "UL"
	CDRR Kind = "CDRR"
)

// Terms are an authority's own names for the kinds of value; empty where the kind itself is the name.
type Terms struct{ EAR, RDA, CDRR string }

// Of is the name of a kind: "PRI" for the RDA of EFSA.
func (t Terms) Of(k Kind) string {
	name := map[Kind]string{EAR: t.EAR, RDA: t.RDA, CDRR: t.CDRR}[k]
	if name == "" {
		return string(k)
	}
	return name
}

// Target is what one person needs of one nutrient a day.
type Target struct {
	Nutrient nutrient.ID
	Values
	ULOf     string // as in [Row]
	PerKg    bool   // whether the values follow from the person's own weight
	Verified bool
	Source   string
	Note     string

	Terms       Terms        // what the authority calls the values
	Adjustments []Adjustment // what was changed, or should be kept in mind, for this person
}

// Goal is the amount to reach: the RDA, else the AI. It is not ok where the authority sets neither.
func (t *Target) Goal() (amount float64, kind Kind, ok bool) {
	if v, known := t.RDA.Known(); known {
		return v, RDA, true
	}
	v, known := t.AI.Known()
	return v, AI, known
}

// Limit is the upper level that the whole intake may be compared with. It is not ok where there is none,
// or where it limits supplements or one form of the nutrient alone.
func (t *Target) Limit() (amount float64, ok bool) {
	if t.ULOf != "" {
		return 0, false
	}
	return t.UL.Known()
}
