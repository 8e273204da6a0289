package assess

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/intake"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/reference"
)

func womanOf34(t testing.TB) *reference.Needs {
	t.Helper()
	set, err := reference.Load("dri")
	if err != nil {
		t.Fatal(err)
	}
	needs := set.For(diary.Person{Sex: diary.Female, AgeMonths: 34 * 12, WeightKg: 62})
	return &needs
}

// logged is a day with one nutrient.
func logged(id nutrient.ID, amount nutrient.Quantity, coverage float64, drinks int) intake.Day {
	d := intake.Day{Entries: 5, Drinks: drinks}
	given(&d).Amounts[id], given(&d).Coverages[id] = amount, coverage
	return d
}

func of(means []Mean, id nutrient.ID) Mean {
	for _, m := range means {
		if m.Nutrient == id {
			return m
		}
	}
	return Mean{}
}

func TestPeriod(t *testing.T) {
	const mg = nutrient.Magnesium
	q := nutrient.Of
	for _, tt := range []struct {
		name   string
		days   []intake.Day
		amount nutrient.Quantity
		status Status
		judged int
		below  int
		low    nutrient.Quantity
		high   nutrient.Quantity
	}{
		{
			"the published example: 320 mg over three days",
			[]intake.Day{logged(mg, q(300), 1, 0), logged(mg, q(320), 1, 0), logged(mg, q(340), 1, 0)},
			q(320), CannotTell, 3, 1, q(300), q(340),
		},
		{
			"a day that knows too little counts for the mean and not for the days",
			[]intake.Day{logged(mg, q(200), 1, 0), logged(mg, q(240), 1, 0), logged(mg, q(40), 0.4, 0)},
			q(160), Shortfall, 2, 2, q(200), q(240),
		},
		{
			"a day that knows nothing lowers the coverage",
			[]intake.Day{logged(mg, q(200), 1, 0), logged(mg, unknown, 0, 0)},
			q(100), CannotTell, 1, 1, q(200), q(200),
		},
		{"nothing known on any day", []intake.Day{logged(mg, unknown, 0, 0)}, unknown, CannotTell, 0, 0, unknown, unknown},
		{"no place for it on any day", []intake.Day{logged(mg, notRecorded, 0, 0)}, notRecorded, CannotTell, 0, 0, unknown, unknown},
		{"no days", nil, unknown, CannotTell, 0, 0, unknown, unknown},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m := of(Period(tt.days, womanOf34(t)), mg)
			if m.Amount != tt.amount || m.Status != tt.status || m.Days != len(tt.days) {
				t.Errorf("%v a day over %d days: %s; want %v: %s", m.Amount, m.Days, m.Status, tt.amount, tt.status)
			}
			if m.DaysJudged != tt.judged || m.DaysBelow != tt.below || m.Low != tt.low || m.High != tt.high {
				t.Errorf("%d of %d days below, %v to %v; want %d of %d, %v to %v",
					m.DaysBelow, m.DaysJudged, m.Low, m.High, tt.below, tt.judged, tt.low, tt.high)
			}
		})
	}
}

func TestWaterIsJudgedOnlyWhereDrinksAreLogged(t *testing.T) {
	const water = nutrient.Water
	dry, wet := logged(water, nutrient.Of(900), 1, 0), logged(water, nutrient.Of(2800), 1, 3)
	needs := womanOf34(t)
	for _, tt := range []struct {
		name   string
		days   []intake.Day
		status Status
		why    Why
		judged int
	}{
		{"no drink at all", []intake.Day{dry, dry}, CannotTell, NoDrinks, 0},
		{"drinks on every day", []intake.Day{wet, wet, wet}, Adequate, MeetsAI, 3},
		{"drinks on two days, which is little", []intake.Day{wet, wet}, CannotTell, FewDays, 2},
		{"drinks on half of the days", []intake.Day{wet, dry}, CannotTell, LittleKnown, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m := of(Period(tt.days, needs), water)
			if m.Status != tt.status || m.Why != tt.why || m.DaysJudged != tt.judged {
				t.Errorf("%s (%s), %d days judged", m.Status, m.Why, m.DaysJudged)
			}
		})
	}
	for _, v := range Day(&dry, needs) {
		if v.Nutrient == water && (v.Status != CannotTell || v.Why != NoDrinks) {
			t.Errorf("a day without a drink: %s (%s)", v.Status, v.Why)
		}
	}
}

func TestDayListsWhatIsKnownOrNeeded(t *testing.T) {
	d := logged(nutrient.Caffeine, nutrient.Of(80), 1, 0)
	verdicts := Day(&d, womanOf34(t))
	seen := map[nutrient.ID]Status{}
	for i, v := range verdicts {
		seen[v.Nutrient] = v.Status
		if i > 0 && v.Nutrient <= verdicts[i-1].Nutrient {
			t.Errorf("%s comes after %s", v.Nutrient, verdicts[i-1].Nutrient)
		}
	}
	if status, listed := seen[nutrient.Caffeine]; !listed || status != "" {
		t.Errorf("caffeine, known and without a target: listed %v, %q", listed, status)
	}
	if seen[nutrient.Iron] != CannotTell {
		t.Errorf("iron, needed and unknown: %q", seen[nutrient.Iron])
	}
	if _, listed := seen[nutrient.Sugars]; listed {
		t.Error("sugars, neither known nor needed, are listed")
	}
}

func TestMeanHasOneDenominator(t *testing.T) {
	needs := womanOf34(t)
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 10).Draw(t, "days")
		days := make([]intake.Day, n)
		sum, coverage := 0.0, 0.0
		for i := range days {
			amount := rapid.Float64Range(0, 600).Draw(t, "amount")
			share := rapid.Float64Range(0, 1).Draw(t, "coverage")
			days[i] = logged(nutrient.Magnesium, nutrient.Of(amount), share, 0)
			sum, coverage = sum+amount, coverage+share
		}
		m := of(Period(days, needs), nutrient.Magnesium)
		if math.Abs(m.Amount.Value-sum/float64(n)) > 1e-9 || math.Abs(m.Coverage-coverage/float64(n)) > 1e-9 {
			t.Errorf("mean %v at %v, want %v at %v", m.Amount, m.Coverage, sum/float64(n), coverage/float64(n))
		}
		if m.DaysBelow > m.DaysJudged || m.DaysJudged > m.Days {
			t.Errorf("%d of %d of %d days", m.DaysBelow, m.DaysJudged, m.Days)
		}
		if low, ok := m.Low.Known(); ok && low > m.High.Value {
			t.Errorf("%v to %v", m.Low, m.High)
		}
	})
}

func BenchmarkPeriod(b *testing.B) {
	needs := womanOf34(b)
	days := make([]intake.Day, 7)
	for i := range days {
		days[i] = logged(nutrient.Magnesium, nutrient.Of(300), 1, 1)
	}
	b.ReportAllocs()
	for b.Loop() {
		Period(days, needs)
	}
}

// given are the figures of a day that a test makes up.
func given(d *intake.Day) *intake.Given {
	if d.Figures == nil {
		d.Figures = &intake.Given{}
	}
	return d.Figures.(*intake.Given)
}
