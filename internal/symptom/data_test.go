package symptom

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nutrigap/nutrigap/internal/assess"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/reference"
)

func table[Row any](t *testing.T, name string) []Row {
	t.Helper()
	rows, err := read[Row](name)
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) == 0 {
		t.Fatalf("%s is empty", name)
	}
	return rows
}

// TestSentencesAreWhole; what they must not say, internal/house looks for in every data file.
func TestSentencesAreWhole(t *testing.T) {
	texts := map[string]string{}
	for _, r := range table[linkRow](t, "links.csv") {
		texts["links.csv: "+r.Nutrient+" "+r.Symptom] = r.Text
	}
	for _, r := range table[interactionRow](t, "interactions.csv") {
		texts["interactions.csv: "+r.Nutrient+" "+r.With] = r.Text
	}
	for _, r := range table[flagRow](t, "redflags.csv") {
		texts["redflags.csv: "+r.ID] = r.Text
	}
	for _, r := range table[textRow](t, "texts.csv") {
		texts["texts.csv: "+r.Key+" "+r.Nutrient] = r.Text
	}
	for i, r := range table[electrolyteRow](t, "electrolytes.csv") {
		if r.Text != "" {
			texts[fmt.Sprintf("electrolytes.csv: %s %d", r.About, i)] = r.Text
		}
	}
	for _, r := range table[foodRow](t, "sources.csv") {
		texts["sources.csv: "+r.Nutrient+" "+r.Code] = r.Food + "."
	}
	for _, r := range table[questionRow](t, "questions.csv") {
		texts["questions.csv: "+r.Question] = r.Text
	}
	seen := map[string]string{}
	for where, text := range texts {
		if !strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "?") || text != strings.TrimSpace(text) {
			t.Errorf("%s is no whole sentence: %q", where, text)
		}
		for _, sentence := range strings.Split(text, ". ") {
			if n := len(strings.Fields(sentence)); n > 30 {
				t.Errorf("%s has a sentence of %d words: %s", where, n, sentence)
			}
		}
		if other, twice := seen[text]; twice && !strings.HasPrefix(where, "sources.csv") {
			t.Errorf("%s and %s say the same: %s", where, other, text)
		}
		seen[text] = where
	}
}

func TestEveryLinkIsSound(t *testing.T) {
	vocabulary := map[string]bool{}
	for _, s := range table[symptomRow](t, "symptoms.csv") {
		vocabulary[s.Symptom] = s.Name != "" && s.Source != ""
	}
	for _, r := range table[linkRow](t, "links.csv") {
		where := r.Nutrient + " and " + r.Symptom
		if !vocabulary[r.Symptom] {
			t.Errorf("%s: the symptom is not in the vocabulary", where)
		}
		if rank(Evidence(r.Clinical)) < 0 || rank(Evidence(r.LowIntake)) < 0 {
			t.Errorf("%s: graded %q and %q", where, r.Clinical, r.LowIntake)
		}
		if !strings.Contains(r.Text, "can contribute") || r.Source == "" {
			t.Errorf("%s: %q (%s)", where, r.Text, r.Source)
		}
		if open := strings.Contains(r.Text, "disagree") || strings.Contains(r.Text, "found no effect"); r.LowIntake == "conflicting" && !open {
			t.Errorf("%s: the evidence conflicts, but it says: %s", where, r.Text)
		}
		sendsToDoctor := strings.Contains(r.Text, "doctor")
		if r.Urgency != "routine" && r.Urgency != "see_doctor" && r.Urgency != "see_doctor_if_persistent" || (r.Urgency != "routine") != sendsToDoctor {
			t.Errorf("%s: %s, but says: %s", where, r.Urgency, r.Text)
		}
	}
}

func TestEveryOtherRowIsSound(t *testing.T) {
	for _, r := range table[interactionRow](t, "interactions.csv") {
		if !slices.Contains([]string{"danger", "helps", "hinders", "need", "medicine"}, r.Effect) || r.With == "" || r.Source == "" {
			t.Errorf("interactions.csv: %+v", r)
		}
	}
	for _, r := range table[flagRow](t, "redflags.csv") {
		if !slices.Contains([]string{"emergency", "urgent", "see_doctor_soon", "see_doctor", "suppress_advice"}, r.Urgency) || r.ID == "" || r.Source == "" {
			t.Errorf("redflags.csv: %+v", r)
		}
	}
	for _, r := range table[textRow](t, "texts.csv") {
		if _, ok := nutrient.ByKey(r.Nutrient); r.Nutrient != "" && !ok || r.Source == "" {
			t.Errorf("texts.csv: %+v", r)
		}
	}
	for _, r := range table[foodRow](t, "sources.csv") {
		if !slices.Contains([]string{"vegan", "vegetarian", "omnivore"}, r.Diet) || len(r.Code) != 8 || r.Source == "" {
			t.Errorf("sources.csv: %+v", r)
		}
	}
}

func TestEveryRuleHasASentence(t *testing.T) {
	b := load(t)
	for _, why := range []assess.Why{
		assess.SurelyEnough, assess.LikelyEnough, assess.LikelyShort, assess.SurelyShort, assess.AboveAI, assess.NearAI,
		assess.UnknownDecides, assess.FewDays, assess.FewDaysLow, assess.PerhapsUnlogged, assess.AboveULOf,
		assess.MeetsRDA, assess.MeetsAI, assess.BelowEAR, assess.KnownPartBelowEAR, assess.BelowRDA, assess.BelowRDANoEAR,
		assess.BelowAI, assess.AboveUL, assess.AboveCDRR, assess.LittleKnown, assess.LittleKnownEnough,
		assess.LittleKnownOver, assess.NotRecorded, assess.NoDrinks,
	} {
		if why == assess.SurelyShort || why == assess.BelowEAR {
			if text := b.Better(&assess.Verdict{Nutrient: nutrient.Iron, Why: why}); !strings.Contains(text, "more iron") {
				t.Errorf("%s: %q", why, text)
			}
		} else if text := b.Better(&assess.Verdict{Nutrient: nutrient.Iron, Why: why}); text != "" {
			t.Errorf("%s asks for more: %q", why, text)
		}
		for _, id := range nutrient.All() {
			text := b.Sentence(&assess.Verdict{Nutrient: id, Why: why})
			if text == "" || strings.ContainsAny(text, "{}") {
				t.Errorf("%s of %s: %q", why, id, text)
			}
		}
	}
	if text := b.Sentence(&assess.Verdict{}); text != "" {
		t.Errorf("nothing to compare with, but: %q", text)
	}
}

// shared reads a CSV of the repository's neighbour as one map a row, or skips the test.
func shared(t *testing.T, elements ...string) []map[string]string {
	t.Helper()
	f, err := os.Open(filepath.Join(append([]string{"..", "..", "..", "shared", "data"}, elements...)...))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("../shared is not there; nothing to compare with")
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	rows := make([]map[string]string, len(records)-1)
	for i, record := range records[1:] {
		rows[i] = map[string]string{}
		for column, name := range records[0] {
			rows[i][name] = record[column]
		}
	}
	return rows
}

// keyOf finds our key of a nutrient that a shared file names without its unit.
func keyOf(name string) string {
	for _, id := range nutrient.All() {
		if key := id.Key(); strings.TrimSuffix(key, "_"+string(id.Unit())) == name {
			return key
		}
	}
	return ""
}

func TestGradesAgreeWithTheEvidenceTable(t *testing.T) {
	var want, got []linkRow
	for _, r := range shared(t, "science", "links.csv") {
		want = append(want, linkRow{
			Nutrient: keyOf(r["nutrient"]), Symptom: r["symptom"], Clinical: r["evidence_clinical_deficiency"],
			LowIntake: r["evidence_low_intake"], Urgency: r["severity"], Verified: r["citation_verified"],
		})
	}
	for _, r := range table[linkRow](t, "links.csv") {
		r.Text, r.Source = "", "" // in words of our own
		got = append(got, r)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("links.csv differs (-evidence table +ours)\n%s", diff)
	}
}

func TestFlagsAndInteractionsAreComplete(t *testing.T) {
	ours := map[string]string{}
	for _, r := range table[flagRow](t, "redflags.csv") {
		ours[r.ID] = r.Urgency
	}
	for _, r := range shared(t, "science", "redflags.csv") {
		if ours[r["id"]] != r["urgency"] {
			t.Errorf("red flag %s: %q, want %q", r["id"], ours[r["id"]], r["urgency"])
		}
	}
	for _, r := range shared(t, "science", "symptoms.csv") {
		if !slices.ContainsFunc(table[symptomRow](t, "symptoms.csv"), func(s symptomRow) bool { return s.Symptom == r["symptom"] }) {
			t.Errorf("the symptom %s is missing", r["symptom"])
		}
	}
	with := map[string]int{}
	for _, r := range table[interactionRow](t, "interactions.csv") {
		with[r.Nutrient] += len(strings.Split(r.With, ";"))
	}
	published := map[string]int{}
	for _, r := range shared(t, "science", "foods.csv") {
		if key := keyOf(r["nutrient"]); r["kind"] == "interaction" && key != "" {
			published[key]++
		}
	}
	for key, n := range published {
		if with[key] < n {
			t.Errorf("%s: %d interactions, want %d", key, with[key], n)
		}
	}
}

// TestFoodsSupplyTheirNutrient looks every food up in the published table: its usual portion brings at
// least seven hundredths of what a woman of 34 needs, and the richest portion comes first.
func TestFoodsSupplyTheirNutrient(t *testing.T) {
	columns := map[string]string{
		"magnesium_mg": "Magnesium (mg)", "vitamin_d_mcg": "Vitamin D (D2 + D3) (mcg)", "potassium_mg": "Potassium (mg)",
		"iron_mg": "Iron (mg)", "vitamin_b12_mcg": "Vitamin B-12 (mcg)", "protein_g": "Protein (g)",
		"calcium_mg": "Calcium (mg)", "vitamin_c_mg": "Vitamin C (mg)", "zinc_mg": "Zinc (mg)",
		"phosphorus_mg": "Phosphorus (mg)", "folate_mcg": "Folate, DFE (mcg_DFE)", "thiamin_mg": "Thiamin (mg)",
		"vitamin_b6_mg": "Vitamin B-6 (mg)",
	}
	number := func(text string) float64 {
		v, err := strconv.ParseFloat(text, 64)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	per100g := map[string]map[string]string{}
	for _, r := range shared(t, "usda", "fndds-2021-2023-nutrient-values.csv") {
		per100g[r["Food code"]] = r
	}
	usual := map[string]float64{}
	for _, r := range shared(t, "usda", "fndds-2021-2023-portions-and-weights.csv") {
		if r["Portion description"] == "Quantity not specified" {
			usual[r["Food code"]] = number(r["Portion weight (g)"])
		}
	}
	set, err := reference.Load("dri")
	if err != nil {
		t.Fatal(err)
	}
	needs := set.For(diary.Person{Sex: diary.Female, AgeMonths: 34 * 12})
	before := map[string]float64{}
	for _, r := range table[foodRow](t, "sources.csv") {
		food, ok := per100g[r.Code]
		if !ok {
			t.Errorf("%s: the table has no food %s", r.Food, r.Code)
			continue
		}
		id, _ := nutrient.ByKey(r.Nutrient)
		target, _ := needs.Target(id)
		goal, _, _ := target.Goal()
		share := number(food[columns[r.Nutrient]]) * usual[r.Code] / 100 / goal
		if share < 0.07 {
			t.Errorf("%s brings %.0f %% of %s in a usual portion of %s", r.Food, 100*share, id, food["Main food description"])
		}
		if last, seen := before[r.Nutrient]; seen && share > last {
			t.Errorf("%s: %s is richer than the food before it", r.Nutrient, r.Food)
		}
		before[r.Nutrient] = share
	}
}
