package reference

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

func TestVariationAgreesWithTheTranscription(t *testing.T) {
	ours := load(t).shared.variation
	rows := transcription(t, "variance.csv")
	if len(rows) != len(ours) {
		t.Fatalf("%d rows, the transcription has %d", len(ours), len(rows))
	}
	for i, rec := range rows {
		v := ours[i]
		for _, c := range []struct {
			column string
			got    nutrient.Quantity
			factor float64
		}{{"SD_within", v.SD, 1}, {"CV_within_pct", v.CV, 0.01}, {"CV_requirement_pct", v.RequirementCV, 0.01}} {
			want, err := strconv.ParseFloat(rec[c.column], 64)
			if got, known := c.got.Known(); known != (err == nil) || math.Abs(got-want*c.factor) > 1e-12 {
				t.Errorf("row %d: %s is %v, want %q", i+1, c.column, c.got, rec[c.column])
			}
		}
		from, to := strconv.Itoa(v.FromMonths), strconv.Itoa(v.ToMonths)
		if !strings.HasPrefix(v.Nutrient.Key(), rec["nutrient"]) || string(v.Sex) != rec["sex"] || from != rec["age_min_months"] ||
			to != rec["age_max_months"] || string(v.Use) != rec["z_test_ok"] || v.Verified != (rec["verified"] == "yes") {
			t.Errorf("row %d is %+v, want %v", i+1, v, rec)
		}
	}
}

func TestTheSpreadIsTheWiderOneWithoutASex(t *testing.T) {
	s := load(t)
	needs := s.For(diary.Person{AgeMonths: 34 * years})
	v, ok := needs.Variation(nutrient.Magnesium)
	if sd, known := v.Within(300); !ok || !known || sd != 122 {
		t.Errorf("magnesium varies by %v, want the 122 of men", sd)
	}
	older := s.For(diary.Person{AgeMonths: 60 * years})
	if v, _ := older.Variation(nutrient.VitaminC); v.Use != FitsNot {
		t.Errorf("vitamin C, borderline for women and unfit for men, is %q", v.Use)
	}
	folate := s.For(diary.Person{Sex: diary.Female, AgeMonths: 60 * years})
	if v, _ := folate.Variation(nutrient.Folate); !near(must(v.Within(200)), 104) {
		t.Errorf("the misprinted spread of folate is %v, want 52 percent of the mean", must(v.Within(200)))
	}
}

func must(v float64, ok bool) float64 {
	if !ok {
		return math.NaN()
	}
	return v
}

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

func TestIronAgreesWithTheTranscription(t *testing.T) {
	woman := diary.Person{Sex: diary.Female, AgeMonths: 34 * years, Menstruating: diary.Yes}
	needs := load(t).For(woman)
	for _, rec := range transcription(t, "iron_probability.csv") {
		want, _ := strconv.ParseFloat(rec["probability_inadequate"], 64)
		for _, cell := range []string{rec["usual_intake_min_mg"], rec["usual_intake_max_mg"]} {
			usual, err := strconv.ParseFloat(cell, 64)
			if err != nil {
				continue
			}
			if cell == rec["usual_intake_min_mg"] {
				usual += 0.001 // two lines begin where the one before ends
			}
			if got, ok := needs.IronShort(usual); !ok || got != want {
				t.Errorf("%v mg: %v, want %v", usual, got, want)
			}
		}
	}
}

func TestIronTableIsForItsOwnPeopleOnly(t *testing.T) {
	woman := diary.Person{Sex: diary.Female, AgeMonths: 34 * years}
	for _, tt := range []struct {
		name   string
		set    string
		change func(*diary.Person)
		want   float64 // at 10 mg; NaN for none
	}{
		{"a woman of 34", "dri", func(p *diary.Person) {}, 0.25},
		{"of an age that had to be assumed", "dri", func(p *diary.Person) { p.AgeMonths = 0 }, 0.25},
		{"who eats no meat, as if she had 5.6 mg", "dri", func(p *diary.Person) { p.Diet = "vegan" }, 0.85},
		{"who does not menstruate", "dri", func(p *diary.Person) { p.Menstruating = diary.No }, math.NaN()},
		{"who takes the pill", "dri", func(p *diary.Person) { p.OralContraceptive = diary.Yes }, math.NaN()},
		{"who is pregnant", "dri", func(p *diary.Person) { p.LifeStage = diary.Pregnancy }, math.NaN()},
		{"of 60", "dri", func(p *diary.Person) { p.AgeMonths = 60 * years }, math.NaN()},
		{"of 16", "dri", func(p *diary.Person) { p.AgeMonths = 16 * years }, math.NaN()},
		{"a man", "dri", func(p *diary.Person) { p.Sex = diary.Male }, math.NaN()},
		{"beside another authority's values", "efsa", func(p *diary.Person) {}, math.NaN()},
	} {
		p := woman
		tt.change(&p)
		needs := loadSet(t, tt.set).For(p)
		if got := must(needs.IronShort(10)); got != tt.want && !(math.IsNaN(got) && math.IsNaN(tt.want)) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestMoreIronIsNeverLikelierTooLittle(t *testing.T) {
	needs := load(t).For(diary.Person{Sex: diary.Female, AgeMonths: 34 * years})
	rapid.Check(t, func(t *rapid.T) {
		usual := rapid.Float64Range(0, 30).Draw(t, "usual")
		less := must(needs.IronShort(usual))
		if more := must(needs.IronShort(usual + rapid.Float64Range(0, 5).Draw(t, "more"))); more > less {
			t.Errorf("%v mg: %v, and with more %v", usual, less, more)
		}
	})
}

func TestEnergyAgreesWithTheTranscription(t *testing.T) {
	for _, rec := range transcription(t, "energy.csv") {
		if rec["authority"] != "NASEM 2023" {
			continue
		}
		number := func(column string) float64 {
			v, err := strconv.ParseFloat(rec[column], 64)
			if err != nil {
				t.Fatal(err)
			}
			return v
		}
		p := diary.Person{Sex: diary.Sex(rec["sex"]), Activity: rec["activity"], AgeMonths: 40 * years, WeightKg: 70, HeightCm: 170}
		want := number("intercept") + 40*number("age_coef") + 170*number("height_coef") + 70*number("weight_coef")
		needs := load(t).For(p)
		if got, ok := needs.Energy(); !ok || !near(got, want) {
			t.Errorf("%s %s: %v, want %v", p.Sex, p.Activity, got, want)
		}
	}
}

func TestEnergyNeedsAPersonKnownEnough(t *testing.T) {
	whole := diary.Person{Sex: diary.Female, AgeMonths: 34 * years, WeightKg: 62, HeightCm: 168}
	for name, change := range map[string]func(*diary.Person){
		"sex": func(p *diary.Person) { p.Sex = "" }, "age": func(p *diary.Person) { p.AgeMonths = 0 },
		"weight": func(p *diary.Person) { p.WeightKg = 0 }, "height": func(p *diary.Person) { p.HeightCm = 0 },
		"an adult's age": func(p *diary.Person) { p.AgeMonths = 15 * years },
	} {
		p := whole
		change(&p)
		if needs := load(t).For(p); !math.IsNaN(must(needs.Energy())) {
			t.Errorf("without %s there is a requirement", name)
		}
	}
	needs := load(t).For(whole) // 584.90 - 7.01*34 + 5.72*168 + 11.71*62
	if got := must(needs.Energy()); !near(got, 2033.54) {
		t.Errorf("an inactive woman of 34 needs %v kcal, want 2033.54", got)
	}
}

func TestAdjustmentsAreShownAndApplied(t *testing.T) {
	for _, tt := range []struct {
		name     string
		set      string
		person   diary.Person
		id       nutrient.ID
		key      string
		ear, rda float64 // 0: unknown
	}{
		{"iron of a vegan woman", "dri", diary.Person{Sex: diary.Female, AgeMonths: 34 * years, Diet: "vegan"}, nutrient.Iron, "vegetarian_iron", 8.1 * 1.8, 18 * 1.8},
		{"iron of a vegetarian man", "dri", diary.Person{Sex: diary.Male, AgeMonths: 34 * years, Diet: "vegetarian"}, nutrient.Iron, "vegetarian_iron", 6 * 1.8, 8 * 1.8},
		{"zinc may have to be more, and is left", "dri", diary.Person{Sex: diary.Male, AgeMonths: 34 * years, Diet: "vegan"}, nutrient.Zinc, "vegetarian_zinc", 9.4, 11},
		{"vitamin C of a smoker", "dri", diary.Person{Sex: diary.Male, AgeMonths: 34 * years, Smoker: diary.Yes}, nutrient.VitaminC, "smoker_vitamin_c", 110, 125},
		{"vitamin D with little sun", "nnr", diary.Person{Sex: diary.Male, AgeMonths: 34 * years, LittleSun: diary.Yes}, nutrient.VitaminD, "little_sun_vitamin_d", 0, 20},
		{"protein past 65 has a range beside it", "dri", diary.Person{Sex: diary.Male, AgeMonths: 70 * years, WeightKg: 70}, nutrient.Protein, "older_protein", 46.2, 56},
		{"protein in training too", "dri", diary.Person{Sex: diary.Male, AgeMonths: 30 * years, WeightKg: 70, Activity: "active"}, nutrient.Protein, "active_protein", 46.2, 56},
		{"EFSA leaves the iron of vegans alone", "efsa", diary.Person{Sex: diary.Male, AgeMonths: 34 * years, Diet: "vegan"}, nutrient.Iron, "", 6, 11},
	} {
		t.Run(tt.name, func(t *testing.T) {
			needs := loadSet(t, tt.set).For(tt.person)
			got, _ := needs.Target(tt.id)
			key := ""
			for _, a := range got.Adjustments {
				key += a.Key
				if a.Source == "" || !a.Verified {
					t.Errorf("%+v is without a source that was seen", a)
				}
			}
			if key != tt.key || !near(got.EAR.Value, tt.ear) || !near(got.RDA.Value, tt.rda) {
				t.Errorf("%q: %v, %v; want %q: %v, %v", key, got.EAR, got.RDA, tt.key, tt.ear, tt.rda)
			}
		})
	}
}
