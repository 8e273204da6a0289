package report

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nutrigap/nutrigap/internal/assess"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/intake"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/reference"
	"github.com/nutrigap/nutrigap/internal/symptom"
)

var spinach = &food.Food{
	Code: "72125211", Name: "Spinach, fresh, cooked, no added fat",
	Per100g: nutrient.Amounts{nutrient.Magnesium: nutrient.Of(100), nutrient.Potassium: nutrient.Of(500)},
	Portions: []food.Portion{
		{Amount: 1, Label: "cup", Grams: 180, Kind: food.Household},
		{Amount: 1, Label: "Quantity not specified", Grams: 180, Kind: food.Usual},
	},
}

// findings are those of a woman of 34 who ate one food a day with the given amounts.
func findings(t *testing.T, days ...map[nutrient.ID]float64) *Findings {
	t.Helper()
	set, err := reference.Load("dri")
	if err != nil {
		t.Fatal(err)
	}
	book, err := symptom.Load()
	if err != nil {
		t.Fatal(err)
	}
	person := diary.Person{Sex: diary.Female, AgeMonths: 34 * 12, WeightKg: 62}
	needs := set.For(person)
	var totals intake.Totals
	for i, amounts := range days {
		e := &diary.Entry{Date: diary.Date{Year: 2026, Month: 3, Day: 1 + i}, Food: "stew"}
		for id, v := range amounts {
			e.Nutrients[id] = nutrient.Of(v)
		}
		eaten := intake.Eat(e, nil, intake.Diary)
		totals.Add(&eaten)
	}
	logged := assess.Check(totals.Days(), &needs, nil)
	counted := assess.Select(logged, &needs, false)
	return &Findings{
		Person: person, Needs: &needs, Book: book, Days: logged, Counted: counted, Means: assess.Period(counted.Days, &needs),
		Sources: totals.Sources, Foods: map[string]*food.Food{spinach.Code: spinach},
	}
}

func TestBuildShowsTheShortfallsOfTheFocusFirst(t *testing.T) {
	s := Build(findings(t,
		map[nutrient.ID]float64{nutrient.Energy: 2000, nutrient.Magnesium: 100, nutrient.Iron: 20, nutrient.VitaminC: 1},
		map[nutrient.ID]float64{nutrient.Energy: 2000, nutrient.Magnesium: 200, nutrient.Iron: 20, nutrient.VitaminC: 1},
	))
	mg := s.Nutrients[0]
	if mg.Key != "magnesium_mg" || mg.Status != StatusShortfall {
		t.Fatalf("the first nutrient is %s, %s; want the shortfall of magnesium", mg.Key, mg.Status)
	}
	// The values are those of women of 31 to 50 years.
	want := map[string]float64{"mean": 150, "low": 100, "high": 200, "target": 320, "ear": 265, "percent": 150. / 320 * 100}
	got := map[string]float64{"mean": *mg.Mean, "low": *mg.Low, "high": *mg.High, "target": *mg.Target, "ear": *mg.EAR, "percent": *mg.Percent}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("magnesium (-want +got):\n%s", diff)
	}
	if mg.UL != nil {
		t.Errorf("magnesium of food has the limit %v; its UL is for supplements", *mg.UL)
	}
	if mg.DaysBelow != 2 || mg.DaysJudged != 2 || len(mg.Symptoms) == 0 || len(mg.Notes) == 0 {
		t.Errorf("magnesium lacks what belongs to a shortfall: %+v", mg)
	}
	if diff := cmp.Diff([]Suggestion{{Food: "cooked spinach", Portion: "1 cup (180 g)", Adds: 180}}, mg.Suggestions); diff != "" {
		t.Errorf("suggestions (-want +got):\n%s", diff)
	}
	for _, key := range s.Focus {
		if s.Nutrient(key) == nil {
			t.Errorf("the focus names %s, which is not among the nutrients", key)
		}
	}
}

func TestBuildNeverWritesUnknownAsZero(t *testing.T) {
	s := Build(findings(t, map[nutrient.ID]float64{nutrient.Energy: 2000, nutrient.VitaminD: 0}))
	if d := s.Nutrient("vitamin_d_mcg"); d.Mean == nil || *d.Mean != 0 {
		t.Error("a measured zero of vitamin D got lost")
	}
	b12 := s.Nutrient("vitamin_b12_mcg")
	if b12.Mean != nil || b12.Low != nil || b12.Percent != nil || b12.Status != StatusCannotTell {
		t.Errorf("vitamin B12 is unknown and reads %+v", b12)
	}
	if day := s.Days[0].Nutrient("vitamin_b12_mcg"); day.Amount != nil || day.Percent != nil || day.Coverage != 0 {
		t.Errorf("vitamin B12 of the day is unknown and reads %+v", day)
	}
}

func TestBuildWarns(t *testing.T) {
	full := map[nutrient.ID]float64{nutrient.Energy: 2000}
	for _, tt := range []struct {
		name    string
		days    []map[nutrient.ID]float64
		rows    Rows
		warning string
	}{
		{"of one day", []map[nutrient.ID]float64{full}, Rows{}, "Only 1 day"},
		{"of a day with little energy", []map[nutrient.ID]float64{full, full, {nutrient.Energy: 300}}, Rows{}, "on 1 of 3 days: 2026-03-03 (little energy). They are left out"},
		{"of nothing but partial days", []map[nutrient.ID]float64{{nutrient.Energy: 300}, {nutrient.Energy: 300}, {nutrient.Energy: 300}}, Rows{}, "No day looks as if everything"},
		{"of rows without a food", []map[nutrient.ID]float64{full, full, full}, Rows{Unmatched: 2}, "2 rows without a known food"},
		{"of nothing where nothing is wrong", []map[nutrient.ID]float64{full, full, full}, Rows{}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := findings(t, tt.days...)
			f.Rows = tt.rows
			got := strings.Join(Build(f).Warnings, "\n")
			if tt.warning == "" && got != "" || !strings.Contains(got, tt.warning) {
				t.Errorf("warnings %q, want %q", got, tt.warning)
			}
		})
	}
}

func TestBuildNamesTheOneDenominator(t *testing.T) {
	full := map[nutrient.ID]float64{nutrient.Energy: 2000, nutrient.Magnesium: 300}
	s := Build(findings(t, full, full, map[nutrient.ID]float64{nutrient.Energy: 300, nutrient.Magnesium: 30}))
	if s.Period.DaysLogged != 3 || s.Period.DaysCounted != 2 || s.Period.DaysComplete != 2 || !s.Days[2].SetApart {
		t.Errorf("%+v, the last day is set apart: %v", s.Period, s.Days[2].SetApart)
	}
	if mg := s.Nutrient("magnesium_mg"); *mg.Mean != 300 || mg.Days != 2 {
		t.Errorf("magnesium: %v a day over %d days", *mg.Mean, mg.Days)
	}
}

func TestBuildSaysHowSureItIs(t *testing.T) {
	day := map[nutrient.ID]float64{nutrient.Energy: 2000, nutrient.Magnesium: 300, nutrient.Potassium: 2000, nutrient.VitaminB12: 9}
	s := Build(findings(t, day, day, day))
	mg, k, b12 := s.Nutrient("magnesium_mg"), s.Nutrient("potassium_mg"), s.Nutrient("vitamin_b12_mcg")
	if mg.Adequate == nil || mg.AboveAI != nil || mg.Method != "test" || mg.MoreDays == nil || mg.EARKind != "EAR" || mg.Source == "" {
		t.Errorf("magnesium has an EAR and a test: %+v", mg)
	}
	if k.AboveAI == nil || k.Adequate != nil || k.Status != StatusCannotTell || len(k.Symptoms) == 0 || k.MoreDays != nil {
		t.Errorf("potassium below its AI proves nothing, and says what it could mean: %+v", k)
	}
	if b12.Adequate != nil || b12.Method != "reading" || b12.Status != StatusAdequate || len(b12.Notes) == 0 {
		t.Errorf("vitamin B12 has no test, and says why: %+v", b12)
	}
}

func TestBuildShowsAdjustments(t *testing.T) {
	f := findings(t, map[nutrient.ID]float64{nutrient.Energy: 2000, nutrient.Iron: 10})
	f.Person.Diet = "vegan"
	needs := f.Needs.Set.For(f.Person)
	f.Needs, f.Means = &needs, assess.Period(f.Counted.Days, &needs)
	s := Build(f)
	iron := s.Nutrient("iron_mg")
	if len(iron.Adjustments) != 1 || iron.Adjustments[0].Source == "" || *iron.Target != 32.4 {
		t.Errorf("iron of a vegan: %+v", iron)
	}
	if len(s.Person.Adjusted) == 0 || !strings.Contains(strings.Join(s.Person.Adjusted, "\n"), "iron: The body takes up less iron from plants") {
		t.Errorf("adjusted: %q", s.Person.Adjusted)
	}
}

// TestEachNutrientOfTheArticleTriggersItsRowAlone eats enough of everything and then little of one: only
// that one says what a low intake can contribute to. Potassium has an AI, so that it is no shortfall.
func TestEachNutrientOfTheArticleTriggersItsRowAlone(t *testing.T) {
	enough := map[nutrient.ID]float64{
		nutrient.Energy: 2200, nutrient.Magnesium: 420, nutrient.Potassium: 4000, nutrient.VitaminD: 20, nutrient.Iron: 20,
		nutrient.VitaminB12: 6, nutrient.Protein: 90, nutrient.Calcium: 1400, nutrient.Sodium: 2000, nutrient.VitaminC: 150,
		nutrient.Zinc: 15, nutrient.Phosphorus: 1400, nutrient.Folate: 700, nutrient.Thiamin: 2, nutrient.VitaminB6: 2.5,
	}
	for _, low := range []nutrient.ID{
		nutrient.Magnesium, nutrient.Potassium, nutrient.VitaminD, nutrient.Iron, nutrient.VitaminB12, nutrient.Protein, nutrient.Calcium,
	} {
		day := maps.Clone(enough)
		day[low] *= 0.3
		s := Build(findings(t, day, day, day, day, day, day, day))
		var triggered []string
		for _, n := range s.Nutrients {
			if len(n.Symptoms) > 0 {
				triggered = append(triggered, n.Key+" "+n.Status)
			}
		}
		status := StatusShortfall
		if low == nutrient.Potassium {
			status = StatusCannotTell
		}
		if want := []string{low.Key() + " " + status}; !slices.Equal(triggered, want) {
			t.Errorf("little %s triggers %q, want %q", low, triggered, want)
		}
	}
	if s := Build(findings(t, enough, enough, enough, enough, enough, enough, enough)); len(s.WithStatus(StatusShortfall, StatusPossible)) > 0 {
		t.Errorf("enough of everything is short of %+v", s.WithStatus(StatusShortfall, StatusPossible))
	}
}

func TestBuildOfNoDays(t *testing.T) {
	s := Build(findings(t))
	if s.Period.DaysLogged != 0 || len(s.Days) != 0 || s.Disclaimer == "" || len(s.RedFlags) == 0 {
		t.Errorf("the report of nothing is %+v", s)
	}
	for _, n := range s.Nutrients {
		if n.Status != StatusCannotTell {
			t.Errorf("%s is %s without a single day", n.Key, n.Status)
		}
	}
}
