package symptom

import (
	"slices"
	"strings"
	"testing"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

func with(conditions ...diary.Condition) *diary.Person { return &diary.Person{Conditions: conditions} }

func TestEveryConditionHasItsRow(t *testing.T) {
	var rows []diary.Condition
	for _, r := range table[conditionRow](t, "conditions.csv") {
		rows = append(rows, diary.Condition(r.Condition))
		for key := range strings.SplitSeq(r.Withholds, "; ") {
			if _, ok := nutrient.ByKey(key); key != "" && !ok {
				t.Errorf("%s withholds %q", r.Condition, key)
			}
		}
		if r.Source == "" {
			t.Errorf("%s has no source", r.Condition)
		}
	}
	if !slices.Equal(rows, diary.Conditions()) {
		t.Errorf("rows %v, want %v", rows, diary.Conditions())
	}
}

func TestEveryTouchIsSoundAndReached(t *testing.T) {
	b := load(t)
	people := map[string]*diary.Person{
		"": {}, "vegan": {Diet: "vegan"}, "over-50": {AgeMonths: 51 * 12}, "under-18": {AgeMonths: 17 * 12},
		"pregnancy": {LifeStage: diary.Pregnancy}, "lactation": {LifeStage: diary.Lactation},
	}
	for _, c := range diary.Conditions() {
		people[string(c)] = with(c)
	}
	for _, r := range table[touchRow](t, "touches.csv") {
		name := r.Symptom
		if name == "any" {
			name = "cramps"
		}
		severities := map[string]int{}
		if name != "" {
			if w, err := b.Named(name); err != nil || w.Key != name {
				t.Errorf("%+v: %v", r, err)
			}
			severities[name] = r.From
		}
		if people[r.With] == nil {
			t.Fatalf("%+v: who is that", r)
		}
		isFlag := func(f RedFlag) bool { return f.ID == r.Flag }
		touched, others := b.RedFlagsFor(people[r.With], severities)
		if !slices.ContainsFunc(touched, isFlag) || len(touched)+len(others) != len(b.RedFlags()) {
			t.Errorf("%+v touches %v", r, touched)
		}
		severities[name] = r.From - 1
		if touched, _ := b.RedFlagsFor(&diary.Person{}, severities); slices.ContainsFunc(touched, isFlag) {
			t.Errorf("%+v: touched without", r)
		}
	}
}

func TestKidneyDiseaseComesFirstAndTakesAdviceAway(t *testing.T) {
	b := load(t)
	for _, c := range []diary.Condition{diary.KidneyDisease, diary.PotassiumSparing} {
		p := with(diary.Statin, c)
		if touched, _ := b.RedFlagsFor(p, map[string]int{"confusion": 9}); touched[0].ID != "kidney" || touched[1].ID != "confusion" {
			t.Errorf("%s: %v", c, touched)
		}
		for _, id := range []nutrient.ID{nutrient.Potassium, nutrient.Magnesium, nutrient.Protein} {
			e := b.ExplainTo(short(id), p)
			if len(e.Foods) > 0 || !b.Withheld(id, p) || len(e.Links) == 0 {
				t.Errorf("%s, %s: %d foods, %d links", c, id, len(e.Foods), len(e.Links))
			}
		}
		if e := b.ExplainTo(short(nutrient.Iron), p); len(e.Foods) == 0 {
			t.Errorf("%s: no food for iron", c)
		}
	}
}

func TestAMedicineBringsItsNoteForward(t *testing.T) {
	b := load(t)
	for _, tt := range []struct {
		condition diary.Condition
		id        nutrient.ID
		word      string
	}{
		{diary.AcidBlocker, nutrient.Magnesium, "Acid blockers"}, {diary.Diuretic, nutrient.Magnesium, "Water tablets"},
		{diary.Metformin, nutrient.VitaminB12, "metformin"}, {diary.Diuretic, nutrient.Potassium, "commonest reason"},
	} {
		e, usual := b.ExplainTo(short(tt.id), with(tt.condition)), b.ExplainTo(short(tt.id), with())
		if !strings.Contains(e.Notes[0], tt.word) || strings.Contains(usual.Notes[0], tt.word) || len(e.Notes) != len(usual.Notes) {
			t.Errorf("%s: the first note is %q", tt.condition, e.Notes[0])
		}
	}
}

func TestWhatIsNotSaidIsNamed(t *testing.T) {
	b := load(t)
	got := b.Unsaid(&diary.Person{Sex: diary.Male})
	if len(got) != 4 || slices.Contains(got, "") || !strings.HasPrefix(got[2], "age, weight, height not given: ") {
		t.Errorf("little said: %q", got)
	}
	all := &diary.Person{Sex: diary.Male, AgeMonths: 400, WeightKg: 80, HeightCm: 180, Diet: "vegan", Smoker: diary.No, Conditions: []diary.Condition{diary.NoCondition}}
	if got := b.Unsaid(all); len(got) != 0 {
		t.Errorf("all said: %q", got)
	}
}
