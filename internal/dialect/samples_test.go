package dialect_test

import (
	"bytes"
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/nutrigap/nutrigap/internal/dialect"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// servingsColumns are the headings of servings.csv that stand for a nutrient of ours, and what a cell is
// divided by. It is written down a second time here, to judge the reading of headings.
var servingsColumns = map[string]struct {
	id       nutrient.ID
	divideBy float64
}{
	"Energy (kcal)": {nutrient.Energy, 1}, "Alcohol (g)": {nutrient.Alcohol, 1}, "Caffeine (mg)": {nutrient.Caffeine, 1},
	"Water (g)": {nutrient.Water, 1}, "B1 (Thiamine) (mg)": {nutrient.Thiamin, 1}, "B2 (Riboflavin) (mg)": {nutrient.Riboflavin, 1},
	"B3 (Niacin) (mg)": {nutrient.Niacin, 1}, "B5 (Pantothenic Acid) (mg)": {nutrient.PantothenicAcid, 1},
	"B6 (Pyridoxine) (mg)": {nutrient.VitaminB6, 1}, "B12 (Cobalamin) (µg)": {nutrient.VitaminB12, 1},
	"Choline (mg)": {nutrient.Choline, 1}, "Vitamin A (µg)": {nutrient.VitaminA, 1}, "Vitamin C (mg)": {nutrient.VitaminC, 1},
	"Vitamin D (IU)": {nutrient.VitaminD, 40}, "Vitamin E (mg)": {nutrient.VitaminE, 1}, "Vitamin K (µg)": {nutrient.VitaminK, 1},
	"Calcium (mg)": {nutrient.Calcium, 1}, "Copper (mg)": {nutrient.Copper, 1}, "Iron (mg)": {nutrient.Iron, 1},
	"Magnesium (mg)": {nutrient.Magnesium, 1}, "Manganese (mg)": {nutrient.Manganese, 1}, "Phosphorus (mg)": {nutrient.Phosphorus, 1},
	"Potassium (mg)": {nutrient.Potassium, 1}, "Selenium (µg)": {nutrient.Selenium, 1}, "Sodium (mg)": {nutrient.Sodium, 1},
	"Zinc (mg)": {nutrient.Zinc, 1}, "Carbs (g)": {nutrient.Carbohydrate, 1}, "Fiber (g)": {nutrient.Fiber, 1},
	"Sugars (g)": {nutrient.Sugars, 1}, "Fat (g)": {nutrient.Fat, 1}, "Cholesterol (mg)": {nutrient.Cholesterol, 1},
	"Saturated (g)": {nutrient.SaturatedFat, 1}, "Protein (g)": {nutrient.Protein, 1},
}

// dayOf is one nutrient on one day.
type dayOf struct {
	day string
	id  nutrient.ID
}

// sample opens a file of the shared samples, which are not part of this repository.
func sample(t *testing.T, pattern string) []string {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join("..", "..", "..", "shared", "data", "diaries", "samples", pattern))
	if len(files) == 0 {
		t.Skipf("no %s in ../shared", pattern)
	}
	return files
}

func TestServingsOfRealPeopleAddUpToTheirOwnCells(t *testing.T) {
	for _, path := range sample(t, "cronometer-servings-*.csv") {
		t.Run(filepath.Base(path), func(t *testing.T) {
			wantRows, wantSums := readServings(t, path)
			content, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			reader, info, err := dialect.Open(path, bytes.NewReader(content), dialect.Options{})
			if err != nil || info.Dialect != "cronometer" {
				t.Fatalf("opened as %q: %v", info.Dialect, err)
			}
			rows, sums := 0, map[dayOf]float64{}
			for {
				record, err := reader.Read()
				if err == io.EOF {
					break
				}
				if err != nil {
					t.Fatal(err)
				}
				rows++
				if bad, ok := record.(*diary.SyntaxError); ok {
					t.Errorf("a real row is refused: %v", bad)
				}
				if e, ok := record.(*diary.Entry); ok {
					for id, q := range e.Nutrients {
						if value, known := q.Known(); known {
							sums[dayOf{e.Date.String(), nutrient.ID(id)}] += value
						}
					}
				}
			}
			if rows != wantRows {
				t.Errorf("%d records of %d rows", rows, wantRows)
			}
			for key, want := range wantSums {
				if got := sums[key]; got != want {
					t.Errorf("%s %s: %v, the file's cells add up to %v", key.day, key.id, got, want)
				}
			}
		})
	}
}

// readServings counts the rows of a servings.csv and adds up its cells, with nothing of ours but the table above.
func readServings(t *testing.T, path string) (int, map[dayOf]float64) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	sums := map[dayOf]float64{}
	for _, row := range rows[1:] {
		for i, cell := range row {
			column, ok := servingsColumns[rows[0][i]]
			if !ok || cell == "" {
				continue
			}
			value, err := strconv.ParseFloat(cell, 64)
			if err != nil {
				t.Fatal(err)
			}
			sums[dayOf{row[0], column.id}] += value / column.divideBy
		}
	}
	return len(rows) - 1, sums
}
