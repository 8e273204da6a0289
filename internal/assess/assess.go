// Package assess compares what a person took in with what they need and gives a verdict on each nutrient,
// for a day and for the mean of a period.
//
// Its rule: the rules of judging stand in one place, [judge], with their source, and a verdict says which
// of them decided. It refuses to call an intake short because a part of it is unknown.
package assess

import (
	"cmp"

	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/reference"
)

// Status is a verdict in one word. It is empty where there is nothing to compare with.
type Status string

// The statuses, the most pressing first.
const (
	Shortfall         Status = "shortfall"
	PossibleShortfall Status = "possible_shortfall"
	Excess            Status = "excess"
	CannotTell        Status = "cannot_tell"
	Adequate          Status = "adequate"
)

// Why is the rule that decided a verdict.
type Why string

// The rules that may decide.
const (
	MeetsRDA          Why = "meets_rda"
	MeetsAI           Why = "meets_ai"
	BelowEAR          Why = "below_ear"            // even if the unknown part is as rich as the known one
	KnownPartBelowEAR Why = "known_part_below_ear" // the unknown part may make up for it
	BelowRDA          Why = "below_rda"            // and not below the EAR
	BelowRDANoEAR     Why = "below_rda_no_ear"
	BelowAI           Why = "below_ai"
	AboveUL           Why = "above_ul"
	AboveCDRR         Why = "above_cdrr"
	LittleKnown       Why = "little_known"
	LittleKnownEnough Why = "little_known_enough" // and the known part alone reaches the target
	LittleKnownOver   Why = "little_known_over"   // and the known part alone is above a limit
	NotRecorded       Why = "not_recorded"        // the diary has no place for the nutrient
	NoDrinks          Why = "no_drinks"           // water, and no drink was logged
)

// Verdict is the judgement of one nutrient.
type Verdict struct {
	Nutrient nutrient.ID
	Amount   nutrient.Quantity // what is known of the intake, a day
	Coverage float64           // share of the energy, 0 to 1, whose foods have a known value
	Target   reference.Target  // the zero value where there is none
	Status   Status
	Why      Why
}

// Percent is the known intake in percent of the target. It is not ok without either.
func (v *Verdict) Percent() (percent float64, ok bool) {
	amount, known := v.Amount.Known()
	goal, _, has := v.Target.Goal()
	if !known || !has {
		return 0, false
	}
	return 100 * amount / goal, true
}

// Short reports whether the verdict is a shortfall or a possible one.
func (v *Verdict) Short() bool { return v.Status == Shortfall || v.Status == PossibleShortfall }

// MinCoverage is the coverage, 0 to 1, below which nothing can be told.
const MinCoverage = 0.75

// judge is all the rules, in order. Numbers 3 to 6 follow IOM 2000, Dietary Reference Intakes:
// Applications in Dietary Assessment, pp. 46-57.
//
//  1. Too little is known to tell if the known values cover less than [MinCoverage] of the energy.
//  2. Above the UL, or for sodium above the CDRR (NASEM 2019), the intake is an excess. A UL for
//     supplements (magnesium, IOM 1997) or for one form alone (folate, IOM 1998) is no limit for food.
//  3. At or above the RDA or the AI the intake is adequate.
//  4. Below an AI no conclusion can be drawn, so that this is at most a possible shortfall.
//  5. Below an RDA without an EAR it is at most a possible shortfall: an RDA is a goal and no cut-off.
//  6. Below the EAR the intake very likely needs improving, between EAR and RDA it probably does. Values
//     that are missing are no zeros: it is a shortfall only if it stays below the EAR with the unknown
//     part counted as rich as the known one.
func judge(t *reference.Target, amount nutrient.Quantity, coverage float64) (Status, Why) {
	goal, kind, has := t.Goal()
	if !has {
		return "", ""
	}
	known, some := amount.Known()
	limit := over(t, known)
	enough := reaches(known, goal)
	switch ear, hasEAR := t.EAR.Known(); {
	case amount.State == nutrient.NotRecorded:
		return CannotTell, NotRecorded
	case !some || !reaches(coverage, MinCoverage):
		return CannotTell, littleKnown(limit, enough)
	case limit != "":
		return Excess, limit
	case enough && kind == reference.AI:
		return Adequate, MeetsAI
	case enough:
		return Adequate, MeetsRDA
	case kind == reference.AI:
		return PossibleShortfall, BelowAI
	case !hasEAR:
		return PossibleShortfall, BelowRDANoEAR
	case reaches(known, ear):
		return PossibleShortfall, BelowRDA
	case reaches(known/coverage, ear):
		return PossibleShortfall, KnownPartBelowEAR
	}
	return Shortfall, BelowEAR
}

// over names the limit that an intake is above, if any.
func over(t *reference.Target, known float64) Why {
	if limit, ok := t.Limit(); ok && known > limit {
		return AboveUL
	}
	if cdrr, ok := t.CDRR.Known(); ok && known > cdrr {
		return AboveCDRR
	}
	return ""
}

func littleKnown(limit Why, enough bool) Why {
	switch {
	case limit != "":
		return LittleKnownOver
	case enough:
		return LittleKnownEnough
	}
	return LittleKnown
}

// reaches is x >= y, forgiving the last digits that a sum of many foods loses.
func reaches(x, y float64) bool { return x >= y*(1-1e-9) }

// Compare orders verdicts by what a person should see first: by status, then the smallest percentage of
// the target, then the nutrients' own order.
func Compare(a, b *Verdict) int {
	x, _ := a.Percent()
	y, _ := b.Percent()
	return cmp.Or(cmp.Compare(urgency(a.Status), urgency(b.Status)), cmp.Compare(x, y), cmp.Compare(a.Nutrient, b.Nutrient))
}

func urgency(s Status) int {
	for i, status := range []Status{Shortfall, PossibleShortfall, Excess, CannotTell, Adequate} {
		if s == status {
			return i
		}
	}
	return 5
}
