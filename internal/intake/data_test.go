package intake

import (
	"encoding/csv"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

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

func TestEveryBeverageIsAPublishedCategory(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(beveragesCSV)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows)-1 != len(beverages()) {
		t.Errorf("%d rows became %d categories", len(rows)-1, len(beverages()))
	}
	published := map[string]bool{"Beverages": true}
	for _, food := range shared(t, "usda", "fndds-2021-2023-foods-and-beverages.csv") {
		published[food["WWEIA Category description"]] = true
	}
	for _, row := range rows[1:] {
		if row[1] == "" || !published[row[0]] || !beverages()[strings.ToLower(row[0])] {
			t.Errorf("%q is no published category with a source that we know", row)
		}
	}
}

// cronometer maps some of the app's columns to nutrients and the factor to our units.
var cronometer = map[string]struct {
	id     nutrient.ID
	factor float64
}{
	"Energy (kcal)":        {nutrient.Energy, 1},
	"Protein (g)":          {nutrient.Protein, 1},
	"Water (g)":            {nutrient.Water, 1},
	"Magnesium (mg)":       {nutrient.Magnesium, 1},
	"Potassium (mg)":       {nutrient.Potassium, 1},
	"Sodium (mg)":          {nutrient.Sodium, 1},
	"Calcium (mg)":         {nutrient.Calcium, 1},
	"Iron (mg)":            {nutrient.Iron, 1},
	"Vitamin D (IU)":       {nutrient.VitaminD, 1. / 40},
	"B12 (Cobalamin) (µg)": {nutrient.VitaminB12, 1},
	"Fiber (g)":            {nutrient.Fiber, 1},
	"Cholesterol (mg)":     {nutrient.Cholesterol, 1},
}

func cronometerAmounts(t *testing.T, row map[string]string) nutrient.Amounts {
	t.Helper()
	var all nutrient.Amounts
	for column, c := range cronometer {
		cell, recorded := row[column]
		switch {
		case !recorded:
			all[c.id].State = nutrient.NotRecorded
		case cell != "":
			v, err := strconv.ParseFloat(cell, 64)
			if err != nil {
				t.Fatal(err)
			}
			all[c.id] = nutrient.Of(v * c.factor)
		}
	}
	return all
}

// TestDaysAgreeWithTheAppsOwnSums adds real diaries up and compares the days with the daily summary that
// the app exported beside them. The app sums what it knows, so that a blank cell means nothing was known.
func TestDaysAgreeWithTheAppsOwnSums(t *testing.T) {
	for _, person := range []struct{ servings, summary string }{
		{"cronometer-servings-us-2025-notime.csv", "cronometer-dailysummary-us-2025.csv"},
		{"cronometer-servings-ph-2024-notime.csv", "cronometer-dailysummary-ph-2024.csv"},
	} {
		t.Run(person.servings, func(t *testing.T) {
			var totals Totals
			for _, row := range shared(t, "diaries", "samples", person.servings) {
				date, err := diary.ParseDate(row["Day"])
				if err != nil {
					t.Fatal(err)
				}
				e := Eat(&diary.Entry{Date: date, Nutrients: cronometerAmounts(t, row)}, nil, Diary)
				totals.Add(&e)
			}
			want := map[string]nutrient.Amounts{}
			for _, row := range shared(t, "diaries", "samples", person.summary) {
				want[row["Date"]] = cronometerAmounts(t, row)
			}
			cells := 0
			for _, d := range totals.Days() {
				sums, ok := want[d.Date.String()]
				if !ok {
					t.Fatalf("%v is not in the summary", d.Date)
				}
				for _, c := range cronometer {
					w, knownByApp := sums[c.id].Known()
					g, known := d.Amount(c.id).Known()
					// Cells are rounded to 0.005, so that a sum of many may be off by a few hundredths.
					if known != knownByApp || abs(g-w) > 0.005*w+0.05*c.factor {
						t.Errorf("%v %v: %v, the app says %v", d.Date, c.id, d.Amount(c.id), sums[c.id])
					}
					cells++
				}
			}
			t.Logf("%d cells agree", cells)
		})
	}
}

func abs(v float64) float64 { return max(v, -v) }
