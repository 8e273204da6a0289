package associate

import (
	"reflect"
	"testing"

	"github.com/nutrigap/nutrigap/internal/assess"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/intake"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

func on(day int) diary.Date { return diary.Date{Year: 2026, Month: 3, Day: 1}.AddDays(day) }

// ate is a diary of which all is known: that much magnesium on each day.
func ate(magnesium ...float64) []assess.Logged {
	days := make([]assess.Logged, len(magnesium))
	for i, mg := range magnesium {
		d := &intake.Day{Date: on(i)}
		given(d).Amounts[nutrient.Magnesium], given(d).Coverages[nutrient.Magnesium] = nutrient.Of(mg), 1
		days[i] = assess.Logged{Day: d, Counted: true}
	}
	return days
}

func felt(severities ...int) []diary.Symptom {
	var all []diary.Symptom
	for i, n := range severities {
		all = append(all, diary.Symptom{Date: on(i), Symptom: "cramps", Severity: n})
	}
	return all
}

// The less magnesium a day has, the worse the next one is.
var (
	magnesium = []float64{400, 100, 350, 120, 300, 500, 90, 410, 380, 150, 450, 80, 320, 200, 360, 60}
	cramps    = []int{1, 2, 7, 3, 6, 3, 1, 8, 2, 2, 5, 1, 9, 3, 4, 3}
)

func pairs(t *testing.T, table Table) map[Window]Pair {
	t.Helper()
	s := table.Of("cramps")
	if s == nil {
		t.Fatal("nothing of cramps")
	}
	by := map[Window]Pair{}
	for _, p := range s.Pairs {
		if p.Nutrient != nutrient.Magnesium {
			t.Errorf("%s is known on no day, and stands in the table", p.Nutrient)
		}
		by[p.Window] = p
	}
	return by
}

func TestTheDayBeforeIsFound(t *testing.T) {
	table := Between(ate(magnesium...), felt(cramps...))
	by := pairs(t, table)
	if p := by[DayBefore]; p.Days != 15 || p.Rho > -0.9 || p.P > 0.001 || !p.StandsOut() {
		t.Errorf("the day before: %+v", p)
	}
	if p := by[SameDay]; p.Days != 16 || p.StandsOut() {
		t.Errorf("the same day: %+v", p)
	}
	if p := by[ThreeDays]; p.Days != 14 {
		t.Errorf("three days: %+v", p)
	}
	if table.Tested != 3 {
		t.Errorf("%d looks, want one a window", table.Tested)
	}
	if again := Between(ate(magnesium...), felt(cramps...)); !reflect.DeepEqual(table, again) {
		t.Errorf("the same diary gives %+v and %+v", table, again)
	}
}

func TestTooFewDaysSayHowManyAreMissing(t *testing.T) {
	s := Between(ate(magnesium[:13]...), felt(cramps...)).Of("cramps")
	if s.Days != 13 || s.Missing != 1 || len(s.Pairs) > 0 {
		t.Errorf("13 days: %+v", s)
	}
	if s := Between(ate(magnesium[:14]...), felt(cramps...)).Of("cramps"); s.Missing != 0 || len(s.Pairs) != 3 {
		t.Errorf("14 days: %+v", s)
	}
	if s := Between(nil, felt(cramps...)).Of("cramps"); s.Missing != MinDays {
		t.Errorf("no diary: %+v", s)
	}
}

func TestUnknownDaysAreLeftOut(t *testing.T) {
	days := ate(magnesium...)
	days[3].Counted = false                                        // set apart
	given(days[5].Day).Coverages[nutrient.Magnesium] = 0.5         // too little known
	given(days[8].Day).Amounts[nutrient.Magnesium].State = 0       // unknown
	given(days[8].Day).Bests[nutrient.Magnesium] = nutrient.Of(80) // but estimated
	by := pairs(t, Between(days, felt(cramps...)))
	if p := by[SameDay]; p.Days != 14 {
		t.Errorf("the same day counts %d days, want 16 less two", p.Days)
	}
	if p := by[DayBefore]; p.Days != 13 {
		t.Errorf("the day before counts %d days, want 15 less two", p.Days)
	}
	if p, ok := by[ThreeDays]; ok {
		t.Errorf("three days in a row are known too seldom, but: %+v", p)
	}
}

func TestADayWithoutTheSymptomCountsWhereItWasLogged(t *testing.T) {
	logged := felt(cramps...)
	for i := range logged {
		if logged[i].Severity < 3 {
			logged[i].Severity = 0
		}
	}
	if s := Between(ate(magnesium...), logged).Of("cramps"); s.Days != 16 {
		t.Errorf("%d days, want those with 0 too", s.Days)
	}
	silent := append(logged[:3:3], logged[5:]...)
	if s := Between(ate(magnesium...), silent).Of("cramps"); s.Days != 14 {
		t.Errorf("%d days, want none on which nothing was said", s.Days)
	}
	if table := Between(ate(magnesium...), felt(0, 0, 0)); len(table.Symptoms) > 0 {
		t.Errorf("never felt, but: %+v", table)
	}
}

func TestTheWorstOfADayCounts(t *testing.T) {
	twice := append(felt(cramps...), felt(0, 0, 0, 0, 0, 0)...)
	if got, want := Between(ate(magnesium...), twice), Between(ate(magnesium...), felt(cramps...)); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestWhatNeverChangesIsNotLookedAt(t *testing.T) {
	always := make([]int, len(magnesium))
	for i := range always {
		always[i] = 4
	}
	if s := Between(ate(magnesium...), felt(always...)).Of("cramps"); s.Missing != 0 || len(s.Pairs) > 0 {
		t.Errorf("the same every day: %+v", s)
	}
}

// BenchmarkBetween is a year in which everything goes together, where no test may stop early.
func BenchmarkBetween(b *testing.B) {
	const year = 365
	days := make([]assess.Logged, year)
	var logged []diary.Symptom
	for i := range days {
		d := &intake.Day{Date: on(i)}
		for _, id := range nutrient.All() {
			given(d).Amounts[id], given(d).Coverages[id] = nutrient.Of(float64(i%97)), 1
		}
		d.Drinks = 1
		days[i] = assess.Logged{Day: d, Counted: true}
		for _, name := range []string{"cramps", "fatigue", "weakness"} {
			logged = append(logged, diary.Symptom{Date: d.Date, Symptom: name, Severity: i % 97 / 10})
		}
	}
	b.ResetTimer()
	for b.Loop() {
		Between(days, logged)
	}
}

// given are the figures of a day that a test makes up.
func given(d *intake.Day) *intake.Given {
	if d.Figures == nil {
		d.Figures = &intake.Given{}
	}
	return d.Figures.(*intake.Given)
}
