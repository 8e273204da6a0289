package assess

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/intake"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/reference"
)

// week is so many days with the same amount of one nutrient, all known.
func week(n int, id nutrient.ID, amount float64) []intake.Day {
	days := make([]intake.Day, n)
	for i := range days {
		days[i] = logged(id, nutrient.Of(amount), 1, 1)
	}
	return days
}

func needsOf(t testing.TB, set string, change func(*diary.Person)) *reference.Needs {
	t.Helper()
	s, err := reference.Load(set)
	if err != nil {
		t.Fatal(err)
	}
	p := diary.Person{Sex: diary.Female, AgeMonths: 34 * 12, WeightKg: 62}
	if change != nil {
		change(&p)
	}
	needs := s.For(p)
	return &needs
}

func TestRulesOfJudgingAPeriod(t *testing.T) {
	man := func(p *diary.Person) { p.Sex = diary.Male }
	for _, tt := range []struct {
		name   string
		set    string
		person func(*diary.Person)
		id     nutrient.ID
		amount float64
		days   int
		method Method
		status Status
		why    Why
	}{
		{"the published example of a week: 180 mg is surely short", "dri", nil, nutrient.Magnesium, 180, 7, Test, Shortfall, SurelyShort},
		{"and of a day with 97.5 percent: 445 mg is enough", "dri", nil, nutrient.Magnesium, 445, 1, Test, Adequate, SurelyEnough},
		{"at the average requirement it is even", "dri", nil, nutrient.Magnesium, 265, 7, Test, PossibleShortfall, LikelyShort},
		{"a little above it nothing is sure", "dri", nil, nutrient.Magnesium, 280, 7, Test, CannotTell, LikelyEnough},
		{"at the RDA of a week it is", "dri", nil, nutrient.Magnesium, 320, 7, Test, Adequate, SurelyEnough},
		{"of a day it is not", "dri", nil, nutrient.Magnesium, 320, 1, Test, CannotTell, LikelyEnough},
		{"zinc varies so much that the test is rough", "dri", nil, nutrient.Zinc, 20, 7, RoughTest, Adequate, SurelyEnough},
		{"iron by its table", "dri", nil, nutrient.Iron, 6, 7, IronTable, Shortfall, SurelyShort},
		{"in the middle of it", "dri", nil, nutrient.Iron, 9, 7, IronTable, CannotTell, LikelyEnough},
		{"the table knows no days: two of them are few", "dri", nil, nutrient.Iron, 6, 2, IronTable, PossibleShortfall, FewDaysLow},
		{"iron of a man by a rough test", "dri", man, nutrient.Iron, 20, 7, RoughTest, Adequate, SurelyEnough},
		{"iron by EFSA's values is read, not tested", "efsa", nil, nutrient.Iron, 6, 7, Reading, Shortfall, BelowEAR},
		{"vitamin B12 has no test: below the EAR", "dri", nil, nutrient.VitaminB12, 1.9, 7, Reading, Shortfall, BelowEAR},
		{"between EAR and RDA", "dri", nil, nutrient.VitaminB12, 2.2, 7, Reading, PossibleShortfall, BelowRDA},
		{"at the RDA", "dri", nil, nutrient.VitaminB12, 2.4, 7, Reading, Adequate, MeetsRDA},
		{"on two days", "dri", nil, nutrient.VitaminB12, 1.9, 2, Reading, PossibleShortfall, FewDaysLow},
		{"and two good ones", "dri", nil, nutrient.VitaminB12, 9, 2, Reading, CannotTell, FewDays},
		{"vitamin D has none either", "dri", nil, nutrient.VitaminD, 3, 7, Reading, Shortfall, BelowEAR},
		{"potassium far above its AI", "dri", nil, nutrient.Potassium, 4000, 7, AITest, Adequate, AboveAI},
		{"a little above it", "dri", nil, nutrient.Potassium, 2650, 7, AITest, CannotTell, NearAI},
		{"far below it no conclusion can be drawn", "dri", nil, nutrient.Potassium, 200, 30, AITest, CannotTell, BelowAI},
		{"nor below that of EFSA for magnesium", "efsa", nil, nutrient.Magnesium, 50, 30, AITest, CannotTell, BelowAI},
		{"an RNI without an EAR is a goal", "uk", nil, nutrient.Magnesium, 50, 30, Reading, PossibleShortfall, BelowRDANoEAR},
		{"sodium above the CDRR", "dri", nil, nutrient.Sodium, 3500, 7, AITest, Excess, AboveCDRR},
		{"sodium above the Nordic maximum, where there is no goal", "nnr", nil, nutrient.Sodium, 3500, 7, Reading, Excess, AboveCDRR},
		{"sodium below that has nothing to reach", "nnr", nil, nutrient.Sodium, 1500, 7, Reading, "", ""},
		{"iron above the UL", "dri", man, nutrient.Iron, 60, 7, RoughTest, Excess, AboveUL},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m := of(Period(week(tt.days, tt.id, tt.amount), needsOf(t, tt.set, tt.person)), tt.id)
			if m.Status != tt.status || m.Why != tt.why || m.Method != tt.method {
				t.Errorf("%s (%s) by %s, want %s (%s) by %s; adequate: %+v", m.Status, m.Why, m.Method, tt.status, tt.why, tt.method, m.Adequate)
			}
			if tt.method == Reading && m.Adequate.Known {
				t.Errorf("no test fits, but the verdict is %v sure", m.Adequate.P)
			}
		})
	}
}

func TestThePublishedExampleThroughThePeriod(t *testing.T) {
	woman := needsOf(t, "dri", func(p *diary.Person) { p.AgeMonths = 40 * 12 })
	m := of(Period(week(3, nutrient.Magnesium, 320), woman), nutrient.Magnesium)
	if math.Abs(m.Adequate.P-0.8360) > 0.0001 || m.AdequateLow != m.Adequate {
		t.Errorf("320 mg over three days are enough with %.4f, want 0.8360 (IOM 2000, p. 54)", m.Adequate.P)
	}
}

func TestUpperLevelsOfOneFormLimitThatForm(t *testing.T) {
	days := week(7, nutrient.Magnesium, 900)
	if m := of(Period(days, needsOf(t, "dri", nil)), nutrient.Magnesium); m.Status != Adequate {
		t.Errorf("900 mg of magnesium in food: %s (%s)", m.Status, m.Why)
	}
	for i := range days {
		given(&days[i]).Supplements[nutrient.Magnesium] = nutrient.Of(400)
	}
	if m := of(Period(days, needsOf(t, "dri", nil)), nutrient.Magnesium); m.Status != Excess || m.Why != AboveULOf {
		t.Errorf("400 mg of it from supplements: %s (%s)", m.Status, m.Why)
	}
	days = week(7, nutrient.Folate, 2000)
	if m := of(Period(days, needsOf(t, "dri", nil)), nutrient.Folate); m.Status != Adequate {
		t.Errorf("2000 mcg of folate in food: %s (%s)", m.Status, m.Why)
	}
	for i := range days {
		given(&days[i]).Amounts[nutrient.FolicAcid] = nutrient.Of(1100)
	}
	if m := of(Period(days, needsOf(t, "dri", nil)), nutrient.Folate); m.Status != Excess || m.Limited != nutrient.Of(1100) {
		t.Errorf("1100 mcg of folic acid: %s (%s)", m.Status, m.Why)
	}
}

func TestVerdictsHoldAtBothEnds(t *testing.T) {
	const mg = nutrient.Magnesium
	for _, tt := range []struct {
		name      string
		low, best float64
		why       Why
	}{
		{"short at both", 150, 180, SurelyShort},
		{"enough at both", 330, 400, SurelyEnough},
		{"short only if the unknown foods hold nothing", 180, 400, UnknownDecides},
		{"likely short at the upper end", 150, 250, LikelyShort},
	} {
		days := week(7, mg, tt.low)
		for i := range days {
			given(&days[i]).Coverages[mg], given(&days[i]).Bests[mg] = 0.8, nutrient.Of(tt.best)
		}
		if m := of(Period(days, womanOf34(t)), mg); m.Why != tt.why || m.AdequateLow.P > m.Adequate.P {
			t.Errorf("%s: %s, want %s (%+v to %+v)", tt.name, m.Why, tt.why, m.AdequateLow, m.Adequate)
		}
	}
}

func TestHowManyMoreDays(t *testing.T) {
	for _, tt := range []struct {
		name    string
		id      nutrient.ID
		amount  float64
		days    int
		more    int
		settles bool
	}{
		{"three days of 320 mg of magnesium need a fourth", nutrient.Magnesium, 320, 3, 1, true},
		{"300 mg need a good two weeks more", nutrient.Magnesium, 300, 7, 10, true},
		{"at the average requirement no days help", nutrient.Magnesium, 265, 7, 0, false},
		{"a sure verdict needs none", nutrient.Magnesium, 100, 7, 0, false},
		{"potassium a little above the AI", nutrient.Potassium, 2800, 7, 13, true},
		{"below the AI no days help", nutrient.Potassium, 2000, 7, 0, false},
		{"without a test two days need a third", nutrient.VitaminB12, 9, 2, 1, true},
	} {
		m := of(Period(week(tt.days, tt.id, tt.amount), womanOf34(t)), tt.id)
		if m.Settles != tt.settles || tt.settles && m.MoreDays != tt.more {
			t.Errorf("%s: %d more days (%v), want %d (%v)", tt.name, m.MoreDays, m.Settles, tt.more, tt.settles)
			continue
		}
		if !tt.settles || m.Method == Reading {
			continue
		}
		after := of(Period(week(tt.days+m.MoreDays, tt.id, tt.amount), womanOf34(t)), tt.id)
		before := of(Period(week(tt.days+m.MoreDays-1, tt.id, tt.amount), womanOf34(t)), tt.id)
		if after.Status == CannotTell || before.Status != CannotTell {
			t.Errorf("%s: %s after them, %s a day before", tt.name, after.Status, before.Status)
		}
	}
}

func TestDoubtTakesShortfallsBack(t *testing.T) {
	means := Period(week(7, nutrient.Magnesium, 100), womanOf34(t))
	Doubt(means)
	if m := of(means, nutrient.Magnesium); m.Status != PossibleShortfall || m.Why != PerhapsUnlogged {
		t.Errorf("%s (%s)", m.Status, m.Why)
	}
}

// order is how sure a status is of an adequate intake, the least first.
var order = []Status{Shortfall, PossibleShortfall, CannotTell, Adequate, Excess}

// anyNeeds draws a person and a set of values.
func anyNeeds(t *rapid.T, outer testing.TB) *reference.Needs {
	set := rapid.SampledFrom(reference.Names()).Draw(t, "set")
	return needsOf(outer, set, func(p *diary.Person) {
		p.Sex = rapid.SampledFrom([]diary.Sex{"", diary.Female, diary.Male}).Draw(t, "sex")
		p.AgeMonths = rapid.IntRange(12, 1000).Draw(t, "age")
		p.Diet = rapid.SampledFrom([]string{"", "vegan"}).Draw(t, "diet")
		p.Menstruating = rapid.SampledFrom([]diary.Answer{"", diary.Yes, diary.No}).Draw(t, "menstruating")
		p.LifeStage = rapid.SampledFrom([]diary.LifeStage{"", diary.Pregnancy}).Draw(t, "stage")
	})
}

// drawMean draws a period of one nutrient with a target, and the amount that is a fair share of it.
func drawMean(t *rapid.T, needs *reference.Needs) (id nutrient.ID, days []intake.Day) {
	var ids []nutrient.ID
	for _, id := range nutrient.All() {
		if target, has := needs.Target(id); has && id != nutrient.Water {
			if _, _, goal := target.Goal(); goal {
				ids = append(ids, id)
			}
		}
	}
	id = rapid.SampledFrom(ids).Draw(t, "nutrient")
	target, _ := needs.Target(id)
	goal, _, _ := target.Goal()
	days = week(rapid.IntRange(1, 30).Draw(t, "days"), id, goal*rapid.Float64Range(0, 2).Draw(t, "of the goal"))
	coverage := rapid.Float64Range(0.5, 1).Draw(t, "coverage")
	for i := range days {
		given(&days[i]).Coverages[id] = coverage
		given(&days[i]).Bests[id] = given(&days[i]).Amounts[id].Times(1 / coverage)
	}
	return id, days
}

func TestMoreIntakeIsNeverLessSureOfBeingEnough(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		needs := anyNeeds(r, t)
		id, days := drawMean(r, needs)
		before := of(Period(days, needs), id)
		factor := rapid.Float64Range(1, 2).Draw(r, "more")
		for i := range days {
			given(&days[i]).Amounts[id], given(&days[i]).Bests[id] = given(&days[i]).Amounts[id].Times(factor), given(&days[i]).Bests[id].Times(factor)
		}
		after := of(Period(days, needs), id)
		if slices.Index(order, after.Status) < slices.Index(order, before.Status) {
			r.Errorf("%s: %s (%s) became %s (%s) by eating more", id, before.Status, before.Why, after.Status, after.Why)
		}
		if after.Adequate.Known && before.Adequate.Known && after.Adequate.P < before.Adequate.P-1e-9 {
			r.Errorf("%s: %v sure became %v by eating more", id, before.Adequate.P, after.Adequate.P)
		}
	})
}

func TestMoreDaysNeverPullAVerdictToTheMiddle(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		needs := anyNeeds(r, t)
		id, days := drawMean(r, needs)
		before := of(Period(days, needs), id)
		for range rapid.IntRange(1, 20).Draw(r, "more days") {
			days = append(days, days[0])
		}
		after := of(Period(days, needs), id)
		if before.Adequate.Known && math.Abs(after.Adequate.P-0.5) < math.Abs(before.Adequate.P-0.5)-1e-9 {
			r.Errorf("%s: %v sure became %v with more days", id, before.Adequate.P, after.Adequate.P)
		}
		if sure := []Status{Shortfall, Adequate, Excess}; slices.Contains(sure, before.Status) && after.Status != before.Status {
			r.Errorf("%s: %s (%s) became %s (%s) with more days of the same", id, before.Status, before.Why, after.Status, after.Why)
		}
	})
}

// TestKnowingMoreNeverTakesEnoughBack lets the foods without a value turn out to hold something, or nothing.
func TestKnowingMoreNeverTakesEnoughBack(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		needs := anyNeeds(r, t)
		id, days := drawMean(r, needs)
		before := of(Period(days, needs), id)
		found := rapid.Float64Range(0, 1).Draw(r, "found of what was guessed")
		for i := range days {
			d := given(&days[i])
			low, best := d.Amounts[id].Value, d.Bests[id].Value
			d.Amounts[id] = nutrient.Of(low + found*(best-low))
			d.Bests[id], d.Coverages[id] = d.Amounts[id], 1
		}
		after := of(Period(days, needs), id)
		if before.Status == Adequate && after.Status != Adequate && after.Status != Excess {
			r.Errorf("%s: adequate (%s) became %s (%s) by knowing more", id, before.Why, after.Status, after.Why)
		}
		if before.Status == Shortfall && after.Status != Shortfall {
			r.Errorf("%s: a shortfall at both ends became %s between them", id, after.Status)
		}
	})
}

func TestBelowAnAIIsNeverAShortfall(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		needs := anyNeeds(r, t)
		id, days := drawMean(r, needs)
		target, _ := needs.Target(id)
		if _, kind, _ := target.Goal(); kind != reference.AI {
			return
		}
		if m := of(Period(days, needs), id); m.Short() {
			r.Errorf("%s: %s (%s)", id, m.Status, m.Why)
		}
		for _, v := range Day(&days[0], needs) {
			if v.Nutrient == id && v.Short() {
				r.Errorf("%s of a day: %s (%s)", id, v.Status, v.Why)
			}
		}
	})
}
