package pantry

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseRecipe(t *testing.T) {
	got, err := ParseRecipe("soup.txt", strings.NewReader("\ufeff# Lentil soup\nYield: 0.9 kg\nserves: 4 people\n\n## Base\n- 200 g lentils, dry\n\nFor the top:\n• 2 tbsp olive oil\nsalt\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := &Recipe{Name: "Lentil soup", YieldGrams: 900, Servings: 4, Ingredients: []Ingredient{
		{6, "200 g lentils, dry"}, {9, "2 tbsp olive oil"}, {10, "salt"},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got.Lines() != "200 g lentils, dry\n2 tbsp olive oil\nsalt" {
		t.Errorf("lines %q", got.Lines())
	}
}

func TestRecipesThatCannotBeRead(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"nothing", "\n \n", "soup.txt: is empty"},
		{"a name alone", "Soup\n", "soup.txt: has no ingredients"},
		{"no name", "#\n1 egg\n", "soup.txt:1: the first line is the name of the recipe"},
		{"a yield that is no weight", "Soup\nyield: a pot\n1 egg\n", `soup.txt:2: yield: "a pot" is no weight; write it in grams, such as 900 g`},
		{"a yield in cups", "Soup\nyield: 3 cups\n1 egg\n", `soup.txt:2: yield: "3 cups" is no weight; write it in grams, such as 900 g`},
		{"no servings", "Soup\nservings: 0\n1 egg\n", `soup.txt:2: servings: "0" is no number between 1 and 1000`},
		{"too many ingredients", "Soup\n" + strings.Repeat("1 egg\n", 201), "soup.txt:202: a recipe has at most 200 ingredients"},
		{"too long", "Soup\n" + strings.Repeat(strings.Repeat("x", 1000)+":\n", 70), "soup.txt:67: a recipe is at most 64 kB of text"},
		{"one endless line", strings.Repeat("x", 70_000), "soup.txt:1: a recipe is at most 64 kB of text"},
	} {
		if _, err := ParseRecipe("soup.txt", strings.NewReader(tt.in)); err == nil || err.Error() != tt.want {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.want)
		}
	}
}

func FuzzParseRecipe(f *testing.F) {
	f.Add("# Soup\nyield: 900 g\nservings: 4\n- 200 g lentils\n")
	f.Fuzz(func(t *testing.T, text string) {
		r, err := ParseRecipe("f", strings.NewReader(text))
		if err != nil {
			return
		}
		if r.Name == "" || len(r.Ingredients) == 0 || r.YieldGrams < 0 || r.Servings < 0 {
			t.Errorf("%q became %+v", text, r)
		}
		if lines := strings.Count(text, "\n") + 1; len(r.Ingredients) >= lines {
			t.Errorf("%d ingredients of %d lines", len(r.Ingredients), lines)
		}
	})
}
