package suggest

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

func rowsOf[Row any](t *testing.T, name string) []Row {
	t.Helper()
	rows, err := read[Row](name)
	if err != nil || len(rows) == 0 {
		t.Fatalf("%s: %d rows, %v", name, len(rows), err)
	}
	return rows
}

func TestRulesAreSound(t *testing.T) {
	r, err := rules()
	if err != nil {
		t.Fatal(err)
	}
	means := append([]string{never, notPregnant, ifEaten, makerSalts}, r.traits...)
	for _, trait := range r.traits {
		means = append(means, not+trait)
	}
	for _, row := range rowsOf[wordRow](t, "words.csv") {
		if strings.TrimSpace(folded(row.Words)) == "" || !slices.Contains(means, row.Means) || row.Source == "" {
			t.Errorf("words.csv: %+v", row)
		}
	}
	for animal := range ofAnimals {
		if !slices.Contains(r.traits, animal) {
			t.Errorf("no word means %q", animal)
		}
	}
	for _, row := range rowsOf[categoryRow](t, "categories.csv") {
		if !slices.Contains(diets, row.Diet) || row.Salted != byCook && row.Salted != "maker" || row.Source == "" {
			t.Errorf("categories.csv: %+v", row)
		}
	}
	for _, row := range rowsOf[calledRow](t, "called.csv") {
		if !slices.Contains(r.traits, row.Trait) || row.Source == "" {
			t.Errorf("called.csv: %+v", row)
		}
	}
}

func TestGroupsAreSound(t *testing.T) {
	for _, g := range rowsOf[group](t, "groups.csv") {
		// Half of a portion a day is one every second day; other steps are whole portions a week.
		step := g.Step == 3.5 || g.Step == float64(int(g.Step))
		if !step || g.Step <= 0 || g.Most < g.Step || g.Grams < 0 || g.Called != "" && g.Grams == 0 || g.Why == "" || g.Source == "" {
			t.Errorf("groups.csv: %+v", g)
		}
	}
}

func TestRecipesAreSound(t *testing.T) {
	r, err := rules()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rowsOf[recipeRow](t, "recipes.csv") {
		for _, trait := range strings.Fields(row.Holds) {
			if !slices.Contains(r.traits, trait) {
				t.Errorf("recipes.csv: %s holds %q", row.Code, trait)
			}
		}
		if len(row.Code) != 8 || row.Salt < 0 || row.Salt > 800 {
			t.Errorf("recipes.csv: %+v", row)
		}
	}
}

// forbidden are words that no sentence for people may use: a diagnosis, a promise, a dose.
var forbidden = regexp.MustCompile(`(?i)\byou('ve| have|'re| are)\b|deficien|\bcure|treat|diagnos|\d\s*(mg|mcg|µg|iu)\b`)

func TestSentencesKeepToTheRules(t *testing.T) {
	for _, row := range rowsOf[textRow](t, "texts.csv") {
		if row.Text == "" || row.Source == "" || forbidden.MatchString(row.Text) || Text(row.Key) != row.Text {
			t.Errorf("texts.csv: %s: %q (%s)", row.Key, row.Text, row.Source)
		}
	}
}
