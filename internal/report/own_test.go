package report

import (
	"strings"
	"testing"

	"github.com/nutrigap/nutrigap/internal/associate"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

func ate(t *testing.T) *Findings {
	t.Helper()
	day := map[nutrient.ID]float64{nutrient.Energy: 2000, nutrient.Magnesium: 100, nutrient.VitaminB12: 9}
	return findings(t, day, day, day, day, day, day, day)
}

func TestOwnSymptomsAreSetAgainstTheVerdicts(t *testing.T) {
	f := ate(t)
	on := func(day int, symptom string, severity int) diary.Symptom {
		return diary.Symptom{Date: diary.Date{Year: 2026, Month: 3, Day: day}, Symptom: symptom, Severity: severity}
	}
	f.Symptoms = []diary.Symptom{
		on(1, "cramps", 3), on(1, "cramps", 5), on(2, "cramps", 0), on(3, "cramps", 1),
		on(1, "stiffness", 8), on(2, "fatigue", 0),
	}
	own := Build(f).OwnSymptoms
	if len(own) != 2 || own[0].Key != "stiffness" || own[1].Key != "cramps" {
		t.Fatalf("%+v, want the worst first, and none that was only absent", own)
	}
	cramps := own[1]
	if cramps.Days != 2 || cramps.Logged != 3 || cramps.Worst != 5 {
		t.Errorf("cramps on %d of %d days, worst %d", cramps.Days, cramps.Logged, cramps.Worst)
	}
	if len(cramps.Supports) != 1 || cramps.Supports[0].Nutrient != "magnesium_mg" || !strings.Contains(cramps.Supports[0].Text, "can contribute") {
		t.Errorf("supported: %+v", cramps.Supports)
	}
	if len(cramps.Against) != 1 || cramps.Against[0].Nutrient != "vitamin_b12_mcg" || !strings.Contains(cramps.Against[0].Text, "enough vitamin B12") {
		t.Errorf("against: %+v", cramps.Against)
	}
	if all := len(cramps.Supports) + len(cramps.Against) + len(cramps.Open); all != len(f.Book.LinksTo("cramps")) {
		t.Errorf("%d causes are told of %d", all, len(f.Book.LinksTo("cramps")))
	}
	if len(own[0].Supports)+len(own[0].Against)+len(own[0].Open) > 0 || len(own[0].Notes) != 2 {
		t.Errorf("no nutrient is tied to stiffness, but: %+v", own[0])
	}
}

func TestKidneyDiseaseTakesAdviceAway(t *testing.T) {
	f := ate(t)
	f.Person.Conditions = []diary.Condition{diary.KidneyDisease}
	s := Build(f)
	mg := s.Nutrient("magnesium_mg")
	if mg.Status != StatusShortfall || len(mg.Suggestions) > 0 || strings.Contains(mg.Verdict, "diet with more") || !strings.Contains(mg.Verdict, "ask the doctor") {
		t.Errorf("magnesium: %s, %q, %v", mg.Status, mg.Verdict, mg.Suggestions)
	}
	if first := s.RedFlags[0]; first.ID != "kidney" || !first.Touched || s.RedFlags[1].Touched {
		t.Errorf("the red flags begin with %+v", s.RedFlags[:2])
	}
}

func TestARedFlagTakesAdviceAway(t *testing.T) {
	f := ate(t)
	if mg := Build(f).Nutrient("magnesium_mg"); len(mg.Suggestions) == 0 || !strings.Contains(mg.Verdict, "diet with more magnesium") {
		t.Fatalf("nothing is wrong, but: %+v", mg)
	}
	f.Symptoms = []diary.Symptom{{Date: diary.Date{Year: 2026, Month: 3, Day: 1}, Symptom: "shortness_of_breath", Severity: 2}}
	s := Build(f)
	if first := s.RedFlags[0]; first.ID != "breathless" || !first.Touched || !strings.Contains(s.AdviceWithheld, "see a doctor") {
		t.Errorf("first %+v, and %q", first, s.AdviceWithheld)
	}
	for _, n := range s.Nutrients {
		if len(n.Suggestions) > 0 || strings.Contains(n.Verdict, "diet with more") {
			t.Errorf("%s: %q, %+v", n.Key, n.Verdict, n.Suggestions)
		}
	}
}

func TestASymptomIsSetBesideWhatWasEaten(t *testing.T) {
	var days []map[nutrient.ID]float64
	var felt []diary.Symptom
	for i, severity := range []int{1, 2, 7, 3, 6, 3, 1, 8, 2, 2, 5, 1, 9, 3, 4} {
		days = append(days, map[nutrient.ID]float64{nutrient.Energy: 2000, nutrient.Magnesium: 400 - 30*float64(severity)})
		felt = append(felt, diary.Symptom{Date: diary.Date{Year: 2026, Month: 3, Day: 1 + i}, Symptom: "cramps", Severity: severity})
	}
	f := findings(t, days...)
	f.Symptoms = felt
	if own := Build(f).OwnSymptoms[0]; own.Association != nil {
		t.Errorf("nobody looked, but: %+v", own.Association)
	}
	f.Associations = associate.Between(f.Days, felt)
	a := Build(f).OwnSymptoms[0].Association
	if a.Days != 15 || a.Tested != 3 || !strings.Contains(a.Text, "On 15 days with both") || !strings.Contains(a.Text, "no cause") {
		t.Errorf("%+v", a)
	}
	standOut, others := a.Lines()
	if len(standOut) != 1 || len(others) != 0 || standOut[0].Name != "magnesium" || standOut[0].Windows[0].Rho != -1 || standOut[0].Windows[2] == nil {
		t.Errorf("%+v stand out, %+v do not", standOut, others)
	}
	f.Associations = associate.Between(f.Days[:10], felt)
	if a := Build(f).OwnSymptoms[0].Association; a.Missing != 4 || !strings.Contains(a.Text, "Still missing: 4.") || len(a.Pairs) > 0 {
		t.Errorf("of 10 days: %+v", a)
	}
}
