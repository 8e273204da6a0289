// Package assess compares what a person took in with what they need and gives a verdict on each nutrient,
// for a day and for the mean of a period.
//
// Its rule: the rules of judging stand in one place, [Mean.judge], with their source, the thresholds in
// another, [Sure] and its neighbours, and a verdict says which of them decided. It refuses to call an intake
// short because a part of it is unknown, because it is below an AI, or because a day wasn't written down.
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
	SurelyEnough Why = "surely_enough" // by a test
	LikelyEnough Why = "likely_enough"
	LikelyShort  Why = "likely_short"
	SurelyShort  Why = "surely_short"

	MeetsRDA          Why = "meets_rda"
	MeetsAI           Why = "meets_ai"
	AboveAI           Why = "above_ai"             // by a test
	NearAI            Why = "near_ai"              // above it, and not surely
	BelowEAR          Why = "below_ear"            // even if the unknown part is as rich as the known one
	KnownPartBelowEAR Why = "known_part_below_ear" // the unknown part may make up for it
	BelowRDA          Why = "below_rda"            // and not below the EAR
	BelowRDANoEAR     Why = "below_rda_no_ear"
	BelowAI           Why = "below_ai"
	AboveUL           Why = "above_ul"
	AboveULOf         Why = "above_ul_of" // the UL limits supplements or one form alone
	AboveCDRR         Why = "above_cdrr"

	UnknownDecides    Why = "unknown_decides" // the answer hangs on the foods without a value
	FewDays           Why = "few_days"
	FewDaysLow        Why = "few_days_low"     // and below what is needed
	PerhapsUnlogged   Why = "perhaps_unlogged" // a shortfall, in a diary that misses meals
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

	// Adequate is the chance that the usual intake is enough, by the best estimate: that it meets the need,
	// or for an AI, that it is above. Known of periods alone, and where a test fits.
	Adequate Chance
	// Within is the chance that the usual intake is below the UL or the CDRR.
	Within Chance
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

// Low reports whether it is worth saying what a low intake could mean: for a shortfall, and below an AI,
// which can't be called one.
func (v *Verdict) Low() bool { return v.Short() || v.Why == BelowAI }

// judgeDay sets one day against the reference values. A day says what was eaten and little of what is
// usual, so that no confidence belongs to it. The rules are those of [Mean.judge] where no test fits, but
// what is unknown counts as rich as what is known.
func judgeDay(t *reference.Target, amount nutrient.Quantity, coverage float64) (Status, Why) {
	goal, kind, has := t.Goal()
	known, some := amount.Known()
	limit := over(t, known)
	enough := has && reaches(known, goal)
	switch ear, hasEAR := t.EAR.Known(); {
	case !has && limit == "":
		return "", ""
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
		return CannotTell, BelowAI
	case !hasEAR:
		return PossibleShortfall, BelowRDANoEAR
	case reaches(known, ear):
		return PossibleShortfall, BelowRDA
	case reaches(known/coverage, ear):
		return PossibleShortfall, KnownPartBelowEAR
	}
	return Shortfall, BelowEAR
}

// over names the limit that a day is above, if any.
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
