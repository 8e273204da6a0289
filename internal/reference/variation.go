package reference

import (
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Use says whether the normal distribution, on which tests of an intake rest, fits a nutrient's days.
type Use string

// The uses, the best first. From a CV of 60 percent on the test is rough, from 70 percent on it is none.
const (
	Fits       Use = "yes"
	Borderline Use = "borderline"
	FitsNot    Use = "no"
)

// Variation is how much the intake of one person changes from day to day, and requirements from person to
// person, as surveys of large groups found it.
type Variation struct {
	Nutrient             nutrient.ID
	Sex                  diary.Sex
	FromMonths, ToMonths int               // ages, from inclusive, to exclusive
	SD                   nutrient.Quantity // within a person, in the nutrient's unit
	CV                   nutrient.Quantity // the same as a share of the mean, 0 to 3
	RequirementCV        nutrient.Quantity // between persons, a share of the EAR
	Use                  Use
	Verified             bool // whether the figures were seen in a copy of the source
	Source, Note         string
}

// Within is the standard deviation of one person's days around a mean intake. Where the printed figure
// was not seen, or can't be right, the CV of the mean stands in for it. It is not ok where no survey
// gives either.
func (v *Variation) Within(mean float64) (sd float64, ok bool) {
	if cv, known := v.CV.Known(); known && !v.Verified {
		return cv * mean, true
	}
	return v.SD.Known()
}

type variationLine struct {
	Nutrient      string `csv:"nutrient"`
	Sex           string `csv:"sex"`
	From          string `csv:"from_months"`
	To            string `csv:"to_months"`
	SD            string `csv:"sd_within"`
	CV            string `csv:"cv_within_percent"`
	RequirementCV string `csv:"cv_requirement_percent"`
	Use           string `csv:"test"`
	Verified      string `csv:"verified"`
	Source        string `csv:"source"`
	Note          string `csv:"note"`
}

func (l variationLine) row() (Variation, error) {
	v := Variation{
		Sex: diary.Sex(l.Sex), Use: Use(l.Use), Verified: l.Verified == "yes", Source: l.Source, Note: l.Note,
	}
	var err error
	if v.Nutrient, err = known(l.Nutrient); err != nil {
		return Variation{}, err
	}
	if v.FromMonths, err = months("from_months", l.From); err != nil {
		return Variation{}, err
	}
	if v.ToMonths, err = months("to_months", l.To); err != nil {
		return Variation{}, err
	}
	err = numbers(cell{l.SD, &v.SD}, cell{l.CV, &v.CV}, cell{l.RequirementCV, &v.RequirementCV})
	v.CV, v.RequirementCV = v.CV.Times(0.01), v.RequirementCV.Times(0.01)
	return v, err
}

// Variation is how much a nutrient varies for the person. Without a sex, the wider spread and the stricter
// use of both count. It is not ok where no survey speaks of such people.
func (n *Needs) Variation(id nutrient.ID) (Variation, bool) { return n.variation[id], n.varies[id] }

// vary fills in what the surveys say of the person's sex and age.
func (n *Needs) vary(g group) {
	for _, v := range n.Set.shared.variation {
		if v.FromMonths > g.age || g.age >= v.ToMonths || !g.mayBe(v.Sex) {
			continue
		}
		if n.varies[v.Nutrient] {
			v = wider(n.variation[v.Nutrient], v)
		}
		n.variation[v.Nutrient], n.varies[v.Nutrient] = v, true
	}
}

// wider is the spread of somebody who may be of either sex.
func wider(a, b Variation) Variation {
	if b.SD.Value > a.SD.Value {
		a, b = b, a
	}
	a.Verified = a.Verified && b.Verified
	for _, use := range []Use{Borderline, FitsNot} {
		if b.Use == use && a.Use != FitsNot {
			a.Use = use
		}
	}
	return a
}
