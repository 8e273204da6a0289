package match

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"github.com/nutrigap/nutrigap/internal/nutrient"
)

func rows(t *testing.T, text string, columns ...string) [][]string {
	t.Helper()
	in := csv.NewReader(strings.NewReader(text))
	in.Comment = '#'
	all, err := in.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(all[0], columns) {
		t.Fatalf("header %q, want %q", all[0], columns)
	}
	return all[1:]
}

func TestEverySynonymIsOfUse(t *testing.T) {
	seen := map[string]bool{}
	for _, row := range rows(t, synonymsCSV, "from", "to", "side", "source") {
		from, side := row[0], row[2]
		if !slices.Contains([]string{"both", "query", "alone"}, side) {
			t.Errorf("%q: no side %q", from, side)
		}
		if len(stems(from)) == 0 || len(stems(row[1])) == 0 || row[3] == "" {
			t.Errorf("%q: a synonym needs words on both sides and a source", from)
		}
		if seen[from+side] {
			t.Errorf("%q: twice for %s", from, side)
		}
		seen[from+side] = true
	}
}

func TestEveryPhraseOfProseHasARole(t *testing.T) {
	seen := map[string]bool{}
	for _, row := range rows(t, proseCSV, "phrase", "role", "source") {
		if !slices.Contains([]string{"skip", "join", "same", "keep"}, row[1]) || row[2] == "" {
			t.Errorf("%q: role %q, source %q", row[0], row[1], row[2])
		}
		if seen[row[0]] || strings.TrimSpace(row[0]) == "" {
			t.Errorf("%q: empty or twice", row[0])
		}
		seen[row[0]] = true
	}
}

func TestEverySupplementNamesANutrient(t *testing.T) {
	for _, row := range rows(t, supplementsCSV, "words", "nutrient", "source") {
		if _, ok := nutrient.ParseHeading(row[1] + " (mg)"); !ok || row[0] != strings.ToLower(row[0]) || row[2] == "" {
			t.Errorf("%q: nutrient %q, source %q", row[0], row[1], row[2])
		}
	}
}

func TestTheWeightsAreThoseOfTheFeatures(t *testing.T) {
	w, err := ReadWeights(weightsCSV)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range FeatureNames() {
		if _, ok := w.Features[name]; !ok {
			t.Errorf("no weight for %q; fit again", name)
		}
	}
	for _, name := range DoubtNames() {
		if _, ok := w.Doubt[name]; !ok {
			t.Errorf("no weight for the doubt %q; fit again", name)
		}
	}
	for h := range handCount {
		for i := range trustCount {
			if _, ok := w.Trust[trustName(h, i)]; !ok {
				t.Errorf("no weight for the trust %q; fit again", trustName(h, i))
			}
		}
	}
	if len(w.Features) != len(FeatureNames()) || len(w.Doubt) != len(DoubtNames()) || len(w.Trust) != len(Hands())*len(TrustNames()) {
		t.Error("weights of features that are gone; fit again")
	}
}

func TestReadWeightsSaysWhatIsWrong(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"", "the weights are empty"},
		{"kind,word,weight\nshoe,x,1\n", `weights: no kind "shoe"`},
		{"kind,word,weight\nunsaid,powder,much\n", `weights: unsaid powder: "much" is not a number`},
	} {
		if _, err := ReadWeights(tt.text); err == nil || err.Error() != tt.want {
			t.Errorf("ReadWeights(%q): %v, want %s", tt.text, err, tt.want)
		}
	}
}
