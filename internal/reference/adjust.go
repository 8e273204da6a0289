package reference

import (
	"fmt"
	"strings"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Operation is what an adjustment does.
type Operation string

// The operations. The last two change no value: they are shown beside it.
const (
	Multiply   Operation = "times"        // EAR and RDA times Low
	Add        Operation = "plus"         // EAR plus Low, RDA plus High where there is one, else plus Low too
	AtLeast    Operation = "at_least"     // the RDA, if it is lower, becomes Low
	UpToTimes  Operation = "up_to_times"  // the need may be up to Low times as high
	RangePerKg Operation = "range_per_kg" // a range to plan by, from Low to High for each kilogram of body weight
)

// Adjustment is a change of the values for people of a kind: who eats no meat, smokes, is old or trains.
type Adjustment struct {
	Key       string // "vegetarian_iron"; the sentence about it goes by this name
	Set       string // the short name of the set that it belongs to; empty for all
	Nutrient  nutrient.ID
	Who       string // plant_based, smoker, little_sun, over_65, active or trimester_1 to trimester_3
	Operation Operation
	Low       nutrient.Quantity
	High      nutrient.Quantity // of a range, or of an addition that differs for EAR and RDA; else unknown
	Verified  bool
	Source    string
}

type adjustmentLine struct {
	Key       string `csv:"key"`
	Set       string `csv:"set"`
	Nutrient  string `csv:"nutrient"`
	Who       string `csv:"who"`
	Operation string `csv:"operation"`
	Low       string `csv:"low"`
	High      string `csv:"high"`
	Verified  string `csv:"verified"`
	Source    string `csv:"source"`
}

func (l adjustmentLine) row() (a Adjustment, err error) {
	a = Adjustment{
		Key: l.Key, Set: l.Set, Who: l.Who, Operation: Operation(l.Operation),
		Verified: l.Verified == "yes", Source: l.Source,
	}
	if a.Nutrient, err = known(l.Nutrient); err != nil {
		return a, err
	}
	return a, numbers(cell{l.Low, &a.Low}, cell{l.High, &a.High})
}

// adjust applies to a person's targets what is known of such people.
func (n *Needs) adjust() {
	for _, a := range n.Set.shared.adjustments {
		if a.Set != "" && a.Set != n.Set.Name || !concerns(a.Who, n.Person) || !n.has[a.Nutrient] {
			continue
		}
		t := &n.targets[a.Nutrient]
		t.Adjustments = append(t.Adjustments, a)
		switch a.Operation {
		case Multiply:
			t.EAR, t.RDA = t.EAR.Times(a.Low.Value), t.RDA.Times(a.Low.Value)
		case Add:
			t.EAR, t.RDA = plus(t.EAR, a.Low.Value), plus(t.RDA, a.High.Or(a.Low).Value)
		case AtLeast:
			if rda, known := t.RDA.Known(); known {
				t.RDA = nutrient.Of(max(rda, a.Low.Value))
			}
		}
	}
}

// plus is a quantity and some more; an unknown one stays unknown.
func plus(q nutrient.Quantity, more float64) nutrient.Quantity {
	if v, known := q.Known(); known {
		return nutrient.Of(v + more)
	}
	return q
}

// The ages, in months, between which the needs of those who train hold, and from which those of the old.
const (
	adult = 19 * 12
	old   = 65 * 12
)

// concerns reports whether a person is of the kind that an adjustment is for.
func concerns(who string, p diary.Person) bool {
	switch who {
	case "plant_based":
		return plantBased(p)
	case "smoker":
		return p.Smoker == diary.Yes
	case "little_sun":
		return p.LittleSun == diary.Yes
	case "over_65":
		return p.AgeMonths >= old
	case "active":
		trains := p.Activity == "active" || p.Activity == "very_active"
		return trains && p.AgeMonths >= adult && p.AgeMonths < old && p.LifeStage == ""
	case "trimester_1", "trimester_2", "trimester_3":
		return p.LifeStage == diary.Pregnancy && who == fmt.Sprintf("trimester_%d", p.Trimester)
	}
	return false
}

// sayTrimester says which values the trimester changes: those of a set that has any by trimester.
func (n *Needs) sayTrimester() {
	if n.Person.LifeStage != diary.Pregnancy || n.Person.Trimester == 0 {
		return
	}
	var changed []nutrient.ID
	for _, a := range n.Set.shared.adjustments {
		if a.Set == n.Set.Name && strings.HasPrefix(a.Who, "trimester") && concerns(a.Who, n.Person) {
			changed = append(changed, a.Nutrient)
		}
	}
	if len(changed) == 0 {
		n.assume(Assumption{Key: "trimester_none"})
		return
	}
	n.assume(Assumption{Key: "trimester_some", Nutrients: changed})
}

func plantBased(p diary.Person) bool { return p.Diet == "vegetarian" || p.Diet == "vegan" }
