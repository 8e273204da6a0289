package reference

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// columns are what a transcription calls the values of our schema.
var columns = map[string]struct{ ear, rda, ai, ul, cdrr string }{
	"efsa": {"AR", "PRI", "AI", "UL", ""},
	"uk":   {"", "RNI", "", "", ""}, // the EAR and LRNI were not seen in print, so that they stay away
	"nnr":  {"", "RI", "AI", "", "MAX"},
}

// TestOtherSetsAgreeWithTheTranscription follows every row of the transcriptions: it is a row of ours with
// the same figures, or the table of what was left out names it.
func TestOtherSetsAgreeWithTheTranscription(t *testing.T) {
	for name, file := range map[string]string{"efsa": "efsa.csv", "uk": "uk.csv", "nnr": "nnr2023.csv"} {
		t.Run(name, func(t *testing.T) {
			s := loadSet(t, name)
			ours := slices.Clone(s.Rows())
			for i, rec := range transcription(t, file) {
				want, ok := otherRow(t, name, rec)
				at := slices.IndexFunc(ours, func(r Row) bool {
					r.Note, r.Source, r.ULOf = "", "", ""
					return ok && cmp.Equal(r, want)
				})
				if at >= 0 {
					ours = slices.Delete(ours, at, at+1)
					continue
				}
				if !slices.ContainsFunc(s.shared.leftOut, func(o leftOut) bool {
					return o.set == name && o.id == want.Nutrient && slices.Contains(o.stages, want.Stage)
				}) {
					t.Errorf("row %d is neither ours nor left out: %v", i+1, rec)
				}
			}
			if len(ours) > 0 {
				t.Errorf("%d rows of ours are in no transcription: %+v", len(ours), ours[0])
			}
		})
	}
}

// otherRow is a transcribed row in our schema, not ok where its unit is none that we count in.
func otherRow(t *testing.T, set string, rec map[string]string) (Row, bool) {
	t.Helper()
	key := rec["nutrient"]
	perKg := strings.HasSuffix(key, "_g_per_kg")
	key, _, _ = strings.Cut(key, "_g_per_kg")
	key = strings.TrimSuffix(key, "_per_MJ")
	factor, suffix := 1.0, "_"+strings.Fields(strings.NewReplacer("mcg_DFE", "mcg", "/kg", "", "/MJ", "").Replace(rec["unit"]))[0]
	if rec["unit"] == "L" {
		factor, suffix = 1000, "_g"
	}
	id, ok := nutrient.ByKey(key + suffix)
	if !ok {
		t.Fatalf("no nutrient %q", key+suffix)
	}
	value := func(column string) nutrient.Quantity {
		if rec[column] == "" || rec["verified_"+column] == "no" {
			return nutrient.Quantity{}
		}
		v, err := strconv.ParseFloat(rec[column], 64)
		if err != nil {
			t.Fatal(err)
		}
		return nutrient.Of(v * factor)
	}
	span := func(column string) int { n, _ := strconv.Atoi(rec[column]); return n }
	when := map[string]When{"premenopausal": Menstruating, "postmenopausal": NotMenstruating}[rec["subgroup"]]
	if strings.HasPrefix(rec["subgroup"], "phytate") {
		when = When(rec["subgroup"])
	}
	c := columns[set]
	r := Row{
		Nutrient: id, Stage: Stage(rec["life_stage"]), When: when, PerKg: perKg, Verified: rec["verified"] == "yes",
		FromMonths: span("age_min_months"), ToMonths: span("age_max_months"),
		Values: Values{EAR: value(c.ear), RDA: value(c.rda), AI: value(c.ai), UL: value(c.ul), CDRR: value(c.cdrr)},
	}
	if set == "nnr" && id == nutrient.VitaminC && r.Stage == Female && r.FromMonths == 132 {
		r.Verified = false // its transcriber asks for a check
	}
	return r, !strings.Contains(rec["unit"], "add") && !strings.Contains(rec["unit"], "MJ")
}

func TestOtherSetsAreSound(t *testing.T) {
	for _, name := range []string{"efsa", "uk", "nnr"} {
		for i, r := range loadSet(t, name).Rows() {
			fail := func(format string, args ...any) {
				t.Helper()
				t.Errorf("%s row %d (%s %s): "+format, append([]any{name, i + 1, r.Nutrient, r.Stage}, args...)...)
			}
			if r.Source == "" || r.FromMonths >= r.ToMonths {
				fail("source %q, %d to %d months", r.Source, r.FromMonths, r.ToMonths)
			}
			if !r.Verified && !strings.Contains(r.Source+r.Note, "not seen") && !strings.Contains(r.Note, "check") {
				fail("is not verified and doesn't say so")
			}
			if _, _, goal := (&Target{Values: r.Values}).Goal(); goal {
				checkOrder(fail, r)
			} else if r.CDRR.State != nutrient.Measured {
				fail("has no value at all")
			}
		}
	}
}

func TestSetsNameTheirValuesAsTheAuthorityDoes(t *testing.T) {
	woman := diary.Person{Sex: diary.Female, AgeMonths: 34 * years, WeightKg: 62}
	for _, tt := range []struct {
		set  string
		id   nutrient.ID
		kind string
		goal float64
	}{
		{"dri", nutrient.Magnesium, "RDA", 320}, {"efsa", nutrient.Magnesium, "AI", 300}, {"uk", nutrient.Magnesium, "RNI", 270},
		{"nnr", nutrient.Iron, "RI", 15}, {"efsa", nutrient.Iron, "PRI", 16}, {"uk", nutrient.Iron, "RNI", 14.8},
		{"efsa", nutrient.Protein, "PRI", 0.83 * 62}, {"efsa", nutrient.Zinc, "PRI", 12.7},
	} {
		needs := loadSet(t, tt.set).For(woman)
		target, _ := needs.Target(tt.id)
		goal, kind, _ := target.Goal()
		if got := target.Terms.Of(kind); got != tt.kind || goal != tt.goal {
			t.Errorf("%s %s: %s %v, want %s %v", tt.set, tt.id, got, goal, tt.kind, tt.goal)
		}
	}
	needs := loadSet(t, "efsa").For(woman)
	if zinc, _ := needs.Target(nutrient.Zinc); zinc.EAR.Value != 6.2 {
		t.Errorf("zinc begins to be too little at %v; the least that any diet asks for is 6.2", zinc.EAR)
	}
	if assumed := assumedOf(needs); !slices.Equal(assumed, []string{"menstruation", "phytate zinc_mg"}) {
		t.Errorf("what stands in for the phytate of the diet is not named once: %q", assumed)
	}
	if why := needs.Missing(nutrient.Thiamin); !strings.Contains(why, "megajoule") {
		t.Errorf("thiamin has no target, and the reason is %q", why)
	}
}

// assumedOf is what was assumed of a person: each key, with the nutrients that it is about.
func assumedOf(n Needs) []string {
	var all []string
	for _, a := range n.Assumed {
		text := a.Key
		for _, id := range a.Nutrients {
			text += " " + id.Key()
		}
		all = append(all, text)
	}
	return all
}

func TestPregnancyWithoutAValueOfItsOwn(t *testing.T) {
	expecting := diary.Person{AgeMonths: 30 * years, WeightKg: 62, LifeStage: diary.Pregnancy}
	needs := loadSet(t, "efsa").For(expecting)
	if calcium, _ := needs.Target(nutrient.Calcium); calcium.RDA != nutrient.Of(950) {
		t.Errorf("calcium: %v, want the 950 of women", calcium.RDA)
	}
	if protein, has := needs.Target(nutrient.Protein); has || !strings.Contains(needs.Missing(nutrient.Protein), "trimester") {
		t.Errorf("protein depends on the trimester, which nobody gave, but has the target %+v", protein)
	}
}

// TestTheTrimesterAddsProtein is EFSA 2012, doi 10.2903/j.efsa.2012.2557: 0.52, 7.2 and 23 g a day for the
// average requirement, 1, 9 and 28 g for the PRI, beside the 0.66 and 0.83 g per kilogram of any woman.
func TestTheTrimesterAddsProtein(t *testing.T) {
	for i, more := range []Values{{EAR: nutrient.Of(0.52), RDA: nutrient.Of(1)}, {EAR: nutrient.Of(7.2), RDA: nutrient.Of(9)}, {EAR: nutrient.Of(23), RDA: nutrient.Of(28)}} {
		expecting := diary.Person{AgeMonths: 30 * years, WeightKg: 60, LifeStage: diary.Pregnancy, Trimester: i + 1}
		needs := loadSet(t, "efsa").For(expecting)
		protein, _ := needs.Target(nutrient.Protein)
		if !near(protein.EAR.Value, 0.66*60+more.EAR.Value) || !near(protein.RDA.Value, 0.83*60+more.RDA.Value) || len(protein.Adjustments) != 1 {
			t.Errorf("trimester %d: %+v", i+1, protein)
		}
		if assumed := assumedOf(needs); !slices.Contains(assumed, "trimester_some protein_g") {
			t.Errorf("trimester %d: %q", i+1, assumed)
		}
		for _, set := range []string{"dri", "uk", "nnr"} {
			whole := expecting
			whole.Trimester = 0
			with, without := loadSet(t, set).For(expecting), loadSet(t, set).For(whole)
			if !slices.Contains(assumedOf(with), "trimester_none") {
				t.Errorf("%s does not say that the trimester changes nothing: %q", set, assumedOf(with))
			}
			for _, id := range nutrient.All() {
				a, _ := with.Target(id)
				b, _ := without.Target(id)
				if !cmp.Equal(a, b) {
					t.Errorf("%s %s: %+v with the trimester, %+v without", set, id, a, b)
				}
			}
		}
	}
	light := loadSet(t, "efsa").For(diary.Person{AgeMonths: 30 * years, LifeStage: diary.Pregnancy, Trimester: 2})
	if protein, has := light.Target(nutrient.Protein); has || !slices.Contains(assumedOf(light), "weight") {
		t.Errorf("without a weight protein has the target %+v; assumed: %q", protein, assumedOf(light))
	}
}

// TestAdditionsByTrimesterAgreeWithTheTranscription follows the rows that stand for a part of a pregnancy.
func TestAdditionsByTrimesterAgreeWithTheTranscription(t *testing.T) {
	ours := map[string]Adjustment{}
	for _, a := range loadSet(t, "efsa").shared.adjustments {
		ours[a.Who] = a
	}
	rows := 0
	for _, rec := range transcription(t, "efsa.csv") {
		nth, _, by := strings.Cut(rec["subgroup"], "_trimester")
		if !by {
			continue
		}
		rows++
		a := ours["trimester_"+nth[:1]]
		if low, high := strconv.FormatFloat(a.Low.Value, 'f', -1, 64), strconv.FormatFloat(a.High.Value, 'f', -1, 64); low != rec["AR"] || high != rec["PRI"] {
			t.Errorf("%s: %s and %s, want %s and %s", rec["subgroup"], low, high, rec["AR"], rec["PRI"])
		}
	}
	if rows != 3 {
		t.Errorf("%d rows by trimester, want 3", rows)
	}
}

func TestMenstruationDecidesAboutIron(t *testing.T) {
	woman := diary.Person{Sex: diary.Female, AgeMonths: 34 * years}
	for _, tt := range []struct {
		set          string
		age          int
		menstruating diary.Answer
		rda          float64
	}{
		{"dri", 34, "", 18}, {"dri", 34, diary.No, 8}, {"dri", 54, "", 8}, {"dri", 54, diary.Yes, 18},
		{"efsa", 34, "", 16}, {"efsa", 34, diary.No, 11}, {"efsa", 54, "", 11}, {"efsa", 54, diary.Yes, 16},
		{"uk", 34, diary.No, 8.7}, {"nnr", 34, diary.No, 8},
	} {
		woman.AgeMonths, woman.Menstruating = tt.age*years, tt.menstruating
		needs := loadSet(t, tt.set).For(woman)
		if iron, _ := needs.Target(nutrient.Iron); iron.RDA != nutrient.Of(tt.rda) {
			t.Errorf("%s at %d, menstruating %q: %v, want %v", tt.set, tt.age, tt.menstruating, iron.RDA, tt.rda)
		}
	}
}
