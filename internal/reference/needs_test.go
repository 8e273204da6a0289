package reference

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

const years = 12 // months

func TestPublishedTargets(t *testing.T) {
	s := load(t)
	woman := diary.Person{Sex: diary.Female, AgeMonths: 34 * years, WeightKg: 62}
	for _, tt := range []struct {
		name      string
		person    diary.Person
		id        nutrient.ID
		kind      Kind
		goal, ear float64 // ear 0: none
	}{
		{"magnesium of a woman of 34", woman, nutrient.Magnesium, RDA, 320, 265},
		{"magnesium of a man of 34", diary.Person{Sex: diary.Male, AgeMonths: 34 * years}, nutrient.Magnesium, RDA, 420, 350},
		{"iron of a woman of 50", diary.Person{Sex: diary.Female, AgeMonths: 51*years - 1}, nutrient.Iron, RDA, 18, 8.1},
		{"iron of a woman of 51", diary.Person{Sex: diary.Female, AgeMonths: 51 * years}, nutrient.Iron, RDA, 8, 5},
		{"iron in pregnancy", diary.Person{Sex: diary.Female, AgeMonths: 30 * years, LifeStage: diary.Pregnancy}, nutrient.Iron, RDA, 27, 22},
		{"folate in lactation", diary.Person{AgeMonths: 30 * years, LifeStage: diary.Lactation}, nutrient.Folate, RDA, 500, 450},
		{"vitamin D past 70", diary.Person{Sex: diary.Male, AgeMonths: 71 * years}, nutrient.VitaminD, RDA, 20, 10},
		{"potassium has an AI alone", woman, nutrient.Potassium, AI, 2600, 0},
		{"water in grams", woman, nutrient.Water, AI, 2700, 0},
		{"protein of 62 kg", woman, nutrient.Protein, RDA, 49.6, 40.92},
		{"protein without a weight", diary.Person{Sex: diary.Female, AgeMonths: 34 * years}, nutrient.Protein, RDA, 46, 0},
		{"protein of a child of 20 kg", diary.Person{AgeMonths: 5 * years, WeightKg: 20}, nutrient.Protein, RDA, 19, 15.2},
		{"calcium of an infant", diary.Person{AgeMonths: 7}, nutrient.Calcium, AI, 260, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			needs := s.For(tt.person)
			target, ok := needs.Target(tt.id)
			if !ok {
				t.Fatal("no target")
			}
			goal, kind, _ := target.Goal()
			ear, _ := target.EAR.Known()
			if kind != tt.kind || math.Abs(goal-tt.goal) > 1e-9 || math.Abs(ear-tt.ear) > 1e-9 {
				t.Errorf("%s %v, EAR %v; want %s %v, EAR %v", kind, goal, ear, tt.kind, tt.goal, tt.ear)
			}
		})
	}
}

func TestNutrientsWithoutAValueHaveNoTarget(t *testing.T) {
	needs := load(t).For(diary.Person{Sex: diary.Male, AgeMonths: 40 * years})
	if target, ok := needs.Target(nutrient.Caffeine); ok {
		t.Errorf("caffeine has the target %+v", target)
	}
}

func TestUpperLevelsOfOneFormAreNoLimit(t *testing.T) {
	needs := load(t).For(diary.Person{Sex: diary.Male, AgeMonths: 40 * years})
	for id, want := range map[nutrient.ID]bool{
		nutrient.Magnesium: false, nutrient.Folate: false, nutrient.Iron: true, nutrient.VitaminB12: false,
	} {
		target, _ := needs.Target(id)
		if _, ok := target.Limit(); ok != want {
			t.Errorf("%s has a limit: %v, want %v", id, ok, want)
		}
	}
}

func TestAssumptionsAreNamed(t *testing.T) {
	age, sex, weight, menses := Assumption{Key: "age"}, Assumption{Key: "sex"}, Assumption{Key: "weight_average"}, Assumption{Key: "menstruation"}
	old := Assumption{Key: "stage_ages", Stage: Pregnancy, FromYears: 14, ToYears: 50}
	s := load(t)
	for _, tt := range []struct {
		name   string
		person diary.Person
		want   []Assumption
	}{
		{"nothing is known", diary.Person{}, []Assumption{age, sex, weight}},
		{"everything is known", diary.Person{Sex: diary.Female, AgeMonths: 408, WeightKg: 62, Menstruating: diary.Yes}, nil},
		{"menstruation is not", diary.Person{Sex: diary.Female, AgeMonths: 408, WeightKg: 62}, []Assumption{menses}},
		{"menstruation does not matter at 60", diary.Person{Sex: diary.Female, AgeMonths: 60 * years, WeightKg: 62}, nil},
		{"sex does not matter below nine years", diary.Person{AgeMonths: 96, WeightKg: 30}, nil},
		{"sex does not matter in pregnancy", diary.Person{AgeMonths: 400, WeightKg: 70, LifeStage: diary.Pregnancy}, nil},
		{"pregnancy at 52", diary.Person{AgeMonths: 52 * years, WeightKg: 70, LifeStage: diary.Pregnancy}, []Assumption{old}},
		{"pregnancy at 13", diary.Person{AgeMonths: 13 * years, WeightKg: 50, LifeStage: diary.Pregnancy}, []Assumption{old}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			needs := s.For(tt.person)
			if diff := cmp.Diff(tt.want, needs.Assumed); diff != "" {
				t.Errorf("assumed (-want +got)\n%s", diff)
			}
			if target, ok := needs.Target(nutrient.Iron); !ok || !target.Verified {
				t.Errorf("iron: %+v", target)
			}
		})
	}
}

// TestUnknownSexKeepsBothInSight is what makes a verdict hold whoever the person is: meeting the goal
// meets it for both sexes, and staying below the EAR stays below it for both.
func TestUnknownSexKeepsBothInSight(t *testing.T) {
	s := load(t)
	rapid.Check(t, func(t *rapid.T) {
		p := diary.Person{
			AgeMonths: rapid.IntRange(1, 1799).Draw(t, "age"),
			WeightKg:  rapid.SampledFrom([]float64{0, 15, 62, 140}).Draw(t, "weight"),
		}
		unknown := s.For(p)
		for _, sex := range []diary.Sex{diary.Female, diary.Male} {
			p.Sex = sex
			known := s.For(p)
			for _, id := range nutrient.All() {
				either, okEither := unknown.Target(id)
				own, ok := known.Target(id)
				if ok != okEither {
					t.Fatalf("%s: has a target for %q: %v, without a sex: %v", id, sex, ok, okEither)
				}
				goal, kind, _ := own.Goal()
				if g, k, _ := either.Goal(); ok && (g < goal || k != kind) {
					t.Errorf("%s: goal %v %s is below the %v %s of %s", id, g, k, goal, kind, sex)
				}
				if ear, known := own.EAR.Known(); known && either.EAR.Value > ear {
					t.Errorf("%s: EAR %v is above the %v of %s", id, either.EAR.Value, ear, sex)
				}
			}
		}
	})
}

func TestEveryPersonHasAllTargets(t *testing.T) {
	s := load(t)
	rapid.Check(t, func(t *rapid.T) {
		p := diary.Person{
			Sex:       rapid.SampledFrom([]diary.Sex{"", diary.Female, diary.Male}).Draw(t, "sex"),
			AgeMonths: rapid.IntRange(0, 1799).Draw(t, "age"),
			WeightKg:  rapid.Float64Range(0, 300).Draw(t, "weight"),
			LifeStage: rapid.SampledFrom([]diary.LifeStage{"", diary.Pregnancy, diary.Lactation}).Draw(t, "stage"),
		}
		needs := s.For(p)
		count := 0
		for _, id := range nutrient.All() {
			target, ok := needs.Target(id)
			if !ok {
				continue
			}
			count++
			if goal, _, ok := target.Goal(); !ok || goal <= 0 || target.Source == "" {
				t.Errorf("%s: %+v", id, target)
			}
			if target.PerKg != (id == nutrient.Protein && p.WeightKg > 0) {
				t.Errorf("%s follows the weight: %v", id, target.PerKg)
			}
		}
		if count != 15 {
			t.Errorf("%d targets, want 15", count)
		}
	})
}

func BenchmarkFor(b *testing.B) {
	s := load(b)
	for b.Loop() {
		s.For(diary.Person{AgeMonths: 408, WeightKg: 62})
	}
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		if _, err := decode("dri.csv", line.row); err != nil {
			b.Fatal(err)
		}
	}
}
