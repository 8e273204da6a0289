package nutrientdb

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nutrigap/nutrigap/internal/nutrient"
)

func TestServingsRowByRow(t *testing.T) {
	rows, err := csv.NewReader(bytes.NewReader(servings)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"code", "name", "amount", "label", "source"}, rows[0]); diff != "" {
		t.Errorf("header (-want +got):\n%s", diff)
	}
	list, err := open(t).servings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for i, s := range list {
		row := rows[i+1]
		if s.Food.Name != row[1] || s.Food.Source != row[4] {
			t.Errorf("servings.csv has %q of %s, the table %q of %s", row[1], row[4], s.Food.Name, s.Food.Source)
		}
		if seen[s.Food.Code] {
			t.Errorf("%s comes twice", s.Food.Name)
		}
		seen[s.Food.Code] = true
		if s.Portion.Grams < 10 || s.Portion.Grams > 300 {
			t.Errorf("%v %s of %s weigh %v g: hardly a serving", s.Portion.Amount, s.Portion.Label, s.Food.Name, s.Portion.Grams)
		}
	}
}

func TestBestSourcesAreEverydayFoods(t *testing.T) {
	db := open(t)
	for _, tt := range []struct {
		id   nutrient.ID
		want []string
	}{
		{nutrient.Magnesium, []string{"Pumpkin seeds", "Quinoa", "Spinach"}},
		{nutrient.VitaminD, []string{"Fish", "Fish", "Fish"}},
		{nutrient.Potassium, []string{"Potato", "Sweet potato", "Fish"}},
		{nutrient.VitaminC, []string{"Guava", "Broccoli", "Papaya"}},
		{nutrient.Folate, []string{"Edamame", "Cereal", "Lentils"}},
		{nutrient.Caffeine, nil},
	} {
		t.Run(tt.id.Key(), func(t *testing.T) {
			best, err := db.BestSources(t.Context(), tt.id, 3)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, s := range best {
				kind, _, _ := strings.Cut(s.Food.Name, ",")
				got = append(got, kind)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestServingAddsItsShareOf100Grams(t *testing.T) {
	best, err := open(t).BestSources(t.Context(), nutrient.Magnesium, 1)
	if err != nil {
		t.Fatal(err)
	}
	// Pumpkin seeds without salt: 550 mg in 100 g, an ounce without shell is 28.35 g.
	if s := best[0]; s.Portion.Grams != 28.35 || s.Adds != 550*28.35/100 {
		t.Errorf("%v mg in %v g", s.Adds, s.Portion.Grams)
	}
}

func BenchmarkBestSources(b *testing.B) {
	db := open(b)
	for b.Loop() {
		if _, err := db.BestSources(b.Context(), nutrient.Magnesium, 5); err != nil {
			b.Fatal(err)
		}
	}
}
