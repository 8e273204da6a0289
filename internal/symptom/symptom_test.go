package symptom

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nutrigap/nutrigap/internal/assess"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/reference"
)

func load(t testing.TB) *Book {
	t.Helper()
	b, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func short(id nutrient.ID) *assess.Verdict {
	return &assess.Verdict{Nutrient: id, Status: assess.Shortfall, Why: assess.BelowEAR}
}

func TestOnlyShortfallsAreExplained(t *testing.T) {
	b := load(t)
	for _, status := range []assess.Status{assess.Adequate, assess.CannotTell, assess.Excess, ""} {
		for _, id := range nutrient.All() {
			if got := b.Explain(&assess.Verdict{Nutrient: id, Status: status}, ""); !cmp.Equal(got, Explanation{}) {
				t.Errorf("%s %q is explained by %+v", id, status, got)
			}
		}
	}
	if got := b.Explain(short(nutrient.Cholesterol), ""); !cmp.Equal(got, Explanation{}) {
		t.Errorf("nothing is known of low cholesterol, but: %+v", got)
	}
}

func TestBelowAnAIIsExplainedAndNoVerdict(t *testing.T) {
	v := &assess.Verdict{Nutrient: nutrient.Potassium, Status: assess.CannotTell, Why: assess.BelowAI}
	if e := load(t).Explain(v, ""); len(e.Links) == 0 || len(e.Foods) == 0 || v.Short() {
		t.Errorf("potassium below its AI: %d links, %d foods, short: %v", len(e.Links), len(e.Foods), v.Short())
	}
}

func TestSentencesNameTheConfidence(t *testing.T) {
	b := load(t)
	chance := func(p float64) assess.Chance { return assess.Chance{P: p, Known: true} }
	for _, tt := range []struct {
		verdict assess.Verdict
		want    string
	}{
		{assess.Verdict{Nutrient: nutrient.Magnesium, Why: assess.SurelyShort, Adequate: chance(0.03)}, "97% sure that this is too little"},
		{assess.Verdict{Nutrient: nutrient.Magnesium, Why: assess.SurelyShort, Adequate: chance(0)}, "99% sure"},
		{assess.Verdict{Nutrient: nutrient.Iron, Why: assess.LikelyEnough, Adequate: chance(0.65)}, "roughly 65% sure that this is enough"},
		{assess.Verdict{Nutrient: nutrient.VitaminD, Why: assess.BelowRDA, Target: reference.Target{Terms: reference.Terms{EAR: "AR", RDA: "PRI"}}}, "the recommended amount (PRI)"},
	} {
		if got := b.Sentence(&tt.verdict); !strings.Contains(got, tt.want) {
			t.Errorf("%q, want it to say %q", got, tt.want)
		}
	}
}

func TestMoreDaysInWords(t *testing.T) {
	b := load(t)
	for _, tt := range []struct {
		mean assess.Mean
		want string
	}{
		{assess.Mean{Verdict: assess.Verdict{Why: assess.LikelyEnough}, MoreDays: 1, Settles: true}, "About 1 more day like these would settle it."},
		{assess.Mean{Verdict: assess.Verdict{Why: assess.LikelyShort}, MoreDays: 9, Settles: true}, "About 9 more days like these would settle it."},
		{assess.Mean{Verdict: assess.Verdict{Why: assess.LikelyShort}}, "More days like these would not settle it."},
		{assess.Mean{Verdict: assess.Verdict{Why: assess.LikelyShort}, Method: assess.IronTable}, ""},
		{assess.Mean{Verdict: assess.Verdict{Why: assess.SurelyShort}}, ""},
	} {
		if got := b.MoreDays(&tt.mean); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}

func TestEveryMethodAndAdjustmentHasItsWords(t *testing.T) {
	b := load(t)
	for _, method := range []assess.Method{assess.RoughTest, assess.IronTable, assess.Reading} {
		if got := b.Method(&assess.Mean{Method: method, Verdict: assess.Verdict{Nutrient: nutrient.Zinc}}); got == "" {
			t.Errorf("%s has no words", method)
		}
	}
	person := diary.Person{Sex: diary.Male, AgeMonths: 70 * 12, WeightKg: 70, Diet: "vegan", Smoker: diary.Yes, LittleSun: diary.Yes, Activity: "active"}
	seen := map[string]bool{}
	for _, name := range reference.Names() {
		set, err := reference.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, age := range []int{70, 30} {
			person.AgeMonths = age * 12
			needs := set.For(person)
			for _, id := range nutrient.All() {
				target, _ := needs.Target(id)
				for _, a := range target.Adjustments {
					seen[a.Key] = true
					if got := b.Adjustment(&a); got == "" || strings.ContainsAny(got, "{}") {
						t.Errorf("%s reads %q", a.Key, got)
					}
				}
			}
		}
	}
	person = diary.Person{LifeStage: diary.Pregnancy, Trimester: 2, WeightKg: 62}
	efsa, err := reference.Load("efsa")
	if err != nil {
		t.Fatal(err)
	}
	needs := efsa.For(person)
	protein, _ := needs.Target(nutrient.Protein)
	for _, a := range protein.Adjustments {
		seen[a.Key] = true
		if got := b.Adjustment(&a); !strings.Contains(got, "9 g of protein") {
			t.Errorf("%s reads %q", a.Key, got)
		}
	}
	if len(seen) != 7 {
		t.Errorf("%d adjustments were shown, want all 7: %v", len(seen), seen)
	}
	if got := b.Underreported(assess.Chance{P: 0.52, Known: true}); !strings.Contains(got, "52% of the energy") {
		t.Errorf("a diary of half the energy: %q", got)
	}
	if b.Underreported(assess.Chance{}) == "" || b.NotVerified(nutrient.Iron) == "" || b.SpreadNotVerified(nutrient.Iron) == "" {
		t.Error("a warning has no words")
	}
}

func TestEveryAssumptionHasItsWords(t *testing.T) {
	b := load(t)
	seen := map[string]bool{}
	for _, name := range reference.Names() {
		set, err := reference.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range []diary.Person{
			{}, {Sex: diary.Female, AgeMonths: 400}, {AgeMonths: 60 * 12, LifeStage: diary.Pregnancy, Trimester: 2}, {Sex: diary.Male, AgeMonths: 400},
		} {
			needs := set.For(p)
			for i := range needs.Assumed {
				text := b.Assumed(&needs.Assumed[i])
				if text == "" || strings.ContainsAny(text, "{}") || strings.HasSuffix(text, ".") {
					t.Errorf("%+v reads %q", needs.Assumed[i], text)
				}
				seen[needs.Assumed[i].Key] = true
			}
		}
	}
	rows := 0
	for _, r := range table[textRow](t, "texts.csv") {
		if key, is := strings.CutPrefix(r.Key, "assumed_"); is {
			rows++
			if !seen[key] {
				t.Errorf("%s is never assumed", key)
			}
		}
	}
	if rows != len(seen) {
		t.Errorf("%d sentences for %d assumptions: %v", rows, len(seen), seen)
	}
}

func TestTheMuscleNutrientsAreExplained(t *testing.T) {
	b := load(t)
	for _, id := range []nutrient.ID{
		nutrient.Magnesium, nutrient.VitaminD, nutrient.Potassium, nutrient.Iron, nutrient.VitaminB12, nutrient.Protein,
		nutrient.Calcium, nutrient.Sodium, nutrient.Water,
	} {
		for _, status := range []assess.Status{assess.Shortfall, assess.PossibleShortfall} {
			v := &assess.Verdict{Nutrient: id, Status: status}
			before := *v
			e := b.Explain(v, "omnivore")
			if len(e.Links) == 0 || len(e.Notes) == 0 {
				t.Errorf("%s: %d links, %d notes", id, len(e.Links), len(e.Notes))
			}
			// More salt or water is no advice to give.
			if salty := id == nutrient.Sodium || id == nutrient.Water; salty != (len(e.Foods) == 0) {
				t.Errorf("%s: %d foods", id, len(e.Foods))
			}
			if !cmp.Equal(before, *v) {
				t.Errorf("%s: the explanation changed the verdict to %+v", id, v)
			}
		}
	}
}

func TestBestEvidenceForLowIntakeComesFirst(t *testing.T) {
	b := load(t)
	for _, id := range nutrient.All() {
		links := b.Explain(short(id), "").Links
		for i := 1; i < len(links); i++ {
			if rank(links[i].LowIntake) < rank(links[i-1].LowIntake) {
				t.Errorf("%s: %s (%s) comes after %s (%s)", id, links[i].Symptom, links[i].LowIntake, links[i-1].Symptom, links[i-1].LowIntake)
			}
		}
	}
	// Tiredness is the only link of iron that a trial speaks for; joint pain is mere hearsay.
	iron := b.Explain(short(nutrient.Iron), "").Links
	if first, last := iron[0], iron[len(iron)-1]; first.Symptom != "fatigue" || last.Clinical != Limited || first.Name != "tiredness" {
		t.Errorf("iron begins with %s and ends with %s", first.Symptom, last.Symptom)
	}
}

func TestNotesBeginWithTheDanger(t *testing.T) {
	b := load(t)
	notes := b.Explain(short(nutrient.Potassium), "").Notes
	if !strings.Contains(notes[0], "kidney disease") || !strings.Contains(notes[0], "ACE inhibitor") {
		t.Errorf("the notes on potassium begin with %q", notes[0])
	}
	iron := strings.Join(b.Explain(short(nutrient.Iron), "").Notes, " ")
	for _, want := range []string{"Vitamin C in the same meal", "Tea, coffee", "blood test"} {
		if !strings.Contains(iron, want) {
			t.Errorf("the notes on iron don't say %q: %s", want, iron)
		}
	}
	for _, id := range nutrient.All() {
		notes := b.Explain(short(id), "").Notes
		if sorted := slices.Sorted(slices.Values(notes)); len(slices.Compact(sorted)) != len(notes) {
			t.Errorf("%s: a note stands twice in %q", id, notes)
		}
	}
}

func TestFoodsFitTheDiet(t *testing.T) {
	b := load(t)
	for diet, excluded := range map[string][]string{
		"": nil, "omnivore": nil, "vegetarian": {"omnivore"}, "vegan": {"omnivore", "vegetarian"},
	} {
		for _, id := range []nutrient.ID{nutrient.Iron, nutrient.VitaminB12, nutrient.VitaminD, nutrient.Protein} {
			foods := b.Explain(short(id), diet).Foods
			if len(foods) == 0 {
				t.Errorf("%s: no food for the diet %q", id, diet)
			}
			for _, f := range foods {
				if slices.Contains(excluded, f.Diet) {
					t.Errorf("%s: %s is no food for the diet %q", id, f.Name, diet)
				}
			}
		}
	}
}

func TestSentencesOfOneNutrientComeFirst(t *testing.T) {
	b := load(t)
	for _, tt := range []struct {
		id   nutrient.ID
		why  assess.Why
		want string
	}{
		{nutrient.Potassium, assess.BelowAI, "How much potassium people need on average is not known, so this cannot be called too little."},
		{nutrient.Sodium, assess.BelowAI, "Diaries usually miss salt, so this cannot be called too little."},
		{nutrient.Protein, assess.BelowRDANoEAR, "With the body weight this could be judged better."},
		{nutrient.Water, assess.NoDrinks, "No drinks are written down, so water cannot be judged."},
	} {
		if got := b.Sentence(&assess.Verdict{Nutrient: tt.id, Why: tt.why}); !strings.HasSuffix(got, tt.want) {
			t.Errorf("%s %s: %q, want it to end with %q", tt.id, tt.why, got, tt.want)
		}
	}
}

func TestRedFlagsBeginWithEmergencies(t *testing.T) {
	flags := load(t).RedFlags()
	var order []string
	for _, f := range flags {
		if len(order) == 0 || order[len(order)-1] != f.Urgency {
			order = append(order, f.Urgency)
		}
	}
	if want := []string{"emergency", "urgent", "see_doctor_soon", "see_doctor", "suppress_advice"}; !slices.Equal(order, want) {
		t.Errorf("the flags come as %v, want %v", order, want)
	}
	if d := load(t).Disclaimer(); !strings.Contains(d, "informs and does not diagnose") {
		t.Errorf("the disclaimer is %q", d)
	}
}
