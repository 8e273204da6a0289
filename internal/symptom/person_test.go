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
			e := b.ExplainTo(short(id), p, false)
			if len(e.Foods) > 0 || !b.Withheld(id, p) || len(e.Links) == 0 {
				t.Errorf("%s, %s: %d foods, %d links", c, id, len(e.Foods), len(e.Links))
			}
		}
		if e := b.ExplainTo(short(nutrient.Iron), p, false); len(e.Foods) == 0 {
			t.Errorf("%s: no food for iron", c)
		}
	}
}

// TestEverySymptomOfARedFlagTakesAdviceAway: whatever of a person's symptoms touches a flag, no food is named
// before a doctor was seen. Being pregnant or young alone does not.
func TestEverySymptomOfARedFlagTakesAdviceAway(t *testing.T) {
	b := load(t)
	for _, r := range table[flagRow](t, "redflags.csv") {
		want := map[string]string{"pregnancy": "", "kidney": "conditions.csv"}
		if withholds, told := want[r.ID]; told && r.Withholds != withholds || !told && r.Withholds != "all" {
			t.Errorf("%s withholds %q", r.ID, r.Withholds)
		}
	}
	for _, tt := range []struct {
		who      *diary.Person
		felt     map[string]int
		silenced bool
	}{
		{with(), map[string]int{"palpitations": 1}, true}, {with(), map[string]int{"cramps": 7}, true},
		{with(), map[string]int{"cramps": 6}, false}, {with(diary.Statin), map[string]int{"cramps": 1}, true},
		{&diary.Person{LifeStage: diary.Pregnancy}, map[string]int{"cramps": 1}, false}, {with(diary.KidneyDisease), nil, false},
	} {
		touched, _ := b.RedFlagsFor(tt.who, tt.felt)
		if text := b.Silence(touched); (text != "") != tt.silenced {
			t.Errorf("%+v with %v: %q", tt.who, tt.felt, text)
		}
	}
	loud, silent := b.ExplainTo(short(nutrient.Iron), with(), false), b.ExplainTo(short(nutrient.Iron), with(), true)
	if len(loud.Foods) == 0 || len(silent.Foods) > 0 || len(silent.Links) != len(loud.Links) {
		t.Errorf("silenced: %d foods and %d links of %d", len(silent.Foods), len(silent.Links), len(loud.Links))
	}
	if notes := strings.Join(silent.Notes, " "); strings.Contains(notes, "Vitamin C in the same meal") || strings.Contains(notes, "Tea") || !strings.Contains(notes, "blood test") {
		t.Errorf("silenced, the notes on iron are %q", notes)
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
		e, usual := b.ExplainTo(short(tt.id), with(tt.condition), false), b.ExplainTo(short(tt.id), with(), false)
		if !strings.Contains(e.Notes[0], tt.word) || strings.Contains(usual.Notes[0], tt.word) || len(e.Notes) != len(usual.Notes) {
			t.Errorf("%s: the first note is %q", tt.condition, e.Notes[0])
		}
	}
}

func TestWhatIsNotSaidIsNamed(t *testing.T) {
	b := load(t)
	got := b.Unsaid(&diary.Person{Sex: diary.Male})
	if len(got) != 4 || slices.Contains(got, "") || !strings.HasPrefix(got[2], "age, weight and height not given: ") {
		t.Errorf("little said: %q", got)
	}
	all := &diary.Person{Sex: diary.Male, AgeMonths: 400, WeightKg: 80, HeightCm: 180, Diet: "vegan", Smoker: diary.No, Conditions: []diary.Condition{diary.NoCondition}}
	if got := b.Unsaid(all); len(got) != 0 {
		t.Errorf("all said: %q", got)
	}
}
