package assess

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/reference"
)

var (
	unknown     = nutrient.Quantity{}
	notRecorded = nutrient.Quantity{State: nutrient.NotRecorded}
)

func TestRulesOfJudgingADay(t *testing.T) {
	of := nutrient.Of
	magnesium := reference.Target{Values: reference.Values{EAR: of(265), RDA: of(320), UL: of(350)}, ULOf: "supplements"}
	iron := reference.Target{Values: reference.Values{EAR: of(8.1), RDA: of(18), UL: of(45)}}
	potassium := reference.Target{Values: reference.Values{AI: of(2600)}}
	sodium := reference.Target{Values: reference.Values{AI: of(1500), CDRR: of(2300)}}
	protein := reference.Target{Values: reference.Values{RDA: of(46)}}
	for _, tt := range []struct {
		name     string
		target   reference.Target
		amount   nutrient.Quantity
		coverage float64
		status   Status
		why      Why
	}{
		{"at the RDA", magnesium, of(320), 1, Adequate, MeetsRDA},
		{"at the RDA but for a rounding error", magnesium, of(320 - 1e-8), 1, Adequate, MeetsRDA},
		{"between EAR and RDA", magnesium, of(319), 1, PossibleShortfall, BelowRDA},
		{"at the EAR", magnesium, of(265), 1, PossibleShortfall, BelowRDA},
		{"below the EAR", magnesium, of(264), 1, Shortfall, BelowEAR},
		{"nothing of it", magnesium, of(0), 1, Shortfall, BelowEAR},
		{"below the EAR, and the unknown fifth could make up", magnesium, of(213), 0.8, PossibleShortfall, KnownPartBelowEAR},
		{"below the EAR whatever the unknown fifth holds", magnesium, of(211), 0.8, Shortfall, BelowEAR},
		{"coverage at the limit", magnesium, of(320), 0.75, Adequate, MeetsRDA},
		{"coverage below the limit", magnesium, of(100), 0.74, CannotTell, LittleKnown},
		{"coverage below the limit, yet enough", magnesium, of(330), 0.74, CannotTell, LittleKnownEnough},
		{"nothing known", magnesium, unknown, 0, CannotTell, LittleKnown},
		{"no place for it in the diary", magnesium, notRecorded, 0, CannotTell, NotRecorded},
		{"magnesium of food has no upper level", magnesium, of(900), 1, Adequate, MeetsRDA},
		{"above the UL", iron, of(46), 1, Excess, AboveUL},
		{"at the UL", iron, of(45), 1, Adequate, MeetsRDA},
		{"above the UL with little known", iron, of(46), 0.5, CannotTell, LittleKnownOver},
		{"at the AI", potassium, of(2600), 1, Adequate, MeetsAI},
		{"far below an AI is never a shortfall", potassium, of(200), 1, CannotTell, BelowAI},
		{"sodium above the CDRR", sodium, of(2301), 1, Excess, AboveCDRR},
		{"sodium at the CDRR", sodium, of(2300), 1, Adequate, MeetsAI},
		{"little sodium is never a shortfall", sodium, of(100), 1, CannotTell, BelowAI},
		{"far below an RDA without an EAR", protein, of(10), 1, PossibleShortfall, BelowRDANoEAR},
		{"at an RDA without an EAR", protein, of(46), 1, Adequate, MeetsRDA},
		{"nothing to compare with", reference.Target{}, of(10), 1, "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			status, why := judgeDay(&tt.target, tt.amount, tt.coverage)
			if status != tt.status || why != tt.why {
				t.Errorf("%s (%s), want %s (%s)", status, why, tt.status, tt.why)
			}
		})
	}
}

func TestPercent(t *testing.T) {
	goal := reference.Target{Values: reference.Values{RDA: nutrient.Of(320)}}
	for _, tt := range []struct {
		name string
		v    Verdict
		want float64
		ok   bool
	}{
		{"half", Verdict{Amount: nutrient.Of(160), Target: goal}, 50, true},
		{"nothing eaten", Verdict{Amount: nutrient.Of(0), Target: goal}, 0, true},
		{"unknown is not zero percent", Verdict{Target: goal}, 0, false},
		{"no target", Verdict{Amount: nutrient.Of(160)}, 0, false},
	} {
		if got, ok := tt.v.Percent(); got != tt.want || ok != tt.ok {
			t.Errorf("%s: %v, %v; want %v, %v", tt.name, got, ok, tt.want, tt.ok)
		}
	}
}

func TestCompare(t *testing.T) {
	target := reference.Target{Values: reference.Values{RDA: nutrient.Of(100)}}
	verdict := func(id nutrient.ID, amount float64, s Status) Verdict {
		return Verdict{Nutrient: id, Amount: nutrient.Of(amount), Target: target, Status: s}
	}
	want := []Verdict{
		verdict(nutrient.Zinc, 20, Shortfall),
		verdict(nutrient.Iron, 40, Shortfall),
		verdict(nutrient.Magnesium, 40, Shortfall),
		verdict(nutrient.Calcium, 10, PossibleShortfall),
		verdict(nutrient.Sodium, 300, Excess),
		verdict(nutrient.VitaminD, 5, CannotTell),
		verdict(nutrient.Protein, 110, Adequate),
		verdict(nutrient.Energy, 0, ""),
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, func(a, b Verdict) int { return Compare(&a, &b) })
	for i := range want {
		if got[i].Nutrient != want[i].Nutrient {
			t.Errorf("place %d: %s, want %s", i, got[i].Nutrient, want[i].Nutrient)
		}
	}
}

// drawTarget draws a sound target: EAR <= RDA <= UL, or an AI.
func drawTarget(t *rapid.T) reference.Target {
	goal := rapid.Float64Range(1, 4000).Draw(t, "goal")
	var target reference.Target
	if rapid.Bool().Draw(t, "AI") {
		target.AI = nutrient.Of(goal)
		return target
	}
	target.RDA = nutrient.Of(goal)
	if rapid.Bool().Draw(t, "has an EAR") {
		target.EAR = nutrient.Of(goal * rapid.Float64Range(0.4, 1).Draw(t, "EAR"))
	}
	if rapid.Bool().Draw(t, "has a UL") {
		target.UL = nutrient.Of(goal * rapid.Float64Range(1, 10).Draw(t, "UL"))
	}
	return target
}

func TestShortfallsOfADaySurviveTheUnknownPart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		target := drawTarget(t)
		known := rapid.Float64Range(0, 5000).Draw(t, "amount")
		coverage := rapid.Float64Range(0, 1).Draw(t, "coverage")
		status, _ := judgeDay(&target, nutrient.Of(known), coverage)
		ear, hasEAR := target.EAR.Known()
		switch {
		case coverage < MinCoverage && status != CannotTell:
			t.Errorf("%s with a coverage of %v", status, coverage)
		case status == Shortfall && (!hasEAR || known/coverage >= ear):
			t.Errorf("a shortfall, but the unknown part may lift %v to %v; EAR %v", known, known/coverage, target.EAR)
		case status == Adequate && !reaches(known, target.RDA.Or(target.AI).Value):
			t.Errorf("adequate at %v of %v", known, target.RDA.Or(target.AI))
		}
		// Eating more never makes a shortage worse.
		more, _ := judgeDay(&target, nutrient.Of(known*1.1), coverage)
		if rank := []Status{Shortfall, PossibleShortfall, Adequate, Excess}; status != CannotTell && slices.Index(rank, more) < slices.Index(rank, status) {
			t.Errorf("%s became %s by eating more", status, more)
		}
	})
}
