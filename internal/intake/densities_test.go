package intake

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/nutrigap/nutrigap/internal/golden"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/nutrientdb"
)

// TestDensitiesAreThoseOfTheTable makes data/densities.csv anew and compares; -update writes it.
func TestDensitiesAreThoseOfTheTable(t *testing.T) {
	db, err := nutrientdb.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	ctx := context.Background()
	category := map[string][]string{}
	for name, err := range db.Names(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		category[name.Category] = append(category[name.Category], name.Code)
	}
	var b bytes.Buffer
	for _, id := range nutrient.All() {
		b.WriteString(id.Key() + ",")
	}
	b.WriteString("category\n")
	for _, name := range slices.Sorted(maps.Keys(category)) {
		foods, err := db.Foods(ctx, category[name]...)
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range nutrient.All() {
			var values []float64
			for _, f := range foods {
				if v, known := f.Per100g[id].Known(); known {
					values = append(values, v)
				}
			}
			if len(values) >= minFoods {
				b.WriteString(strconv.FormatFloat(median(values), 'g', 4, 64))
			}
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, "%s\n", name)
	}
	golden.Check(t, filepath.Join("data", "densities.csv"), b.Bytes())
}

func median(values []float64) float64 {
	slices.Sort(values)
	mid := len(values) / 2
	if len(values)%2 == 1 {
		return values[mid]
	}
	return (values[mid-1] + values[mid]) / 2
}

func TestEveryCategoryIsRead(t *testing.T) {
	if n := len(densities()); n != bytes.Count([]byte(densitiesCSV), []byte("\n"))-1 {
		t.Errorf("%d categories of %d lines", n, bytes.Count([]byte(densitiesCSV), []byte("\n"))-1)
	}
	nuts, ok := densityOf("Nuts and seeds")
	if !ok {
		t.Fatal("nuts and seeds are no category")
	}
	grams, _ := nuts.inGrams(nutrient.Magnesium, 30)
	kcal, _ := nuts.inGrams(nutrient.Energy, 30)
	if energy, ok := nuts.inEnergy(nutrient.Magnesium, kcal); !ok || !near(grams, energy) || grams < 30 || grams > 120 {
		t.Errorf("30 g of nuts hold %v mg of magnesium by weight and %v by energy", grams, energy)
	}
	if tea, ok := densityOf("Tea"); ok {
		if v, ok := tea.inEnergy(nutrient.Potassium, 2); ok {
			t.Errorf("tea of 2 kcal is said to hold %v mg of potassium", v)
		}
	}
}
