package dialect_test

import (
	"bytes"
	"encoding/csv"
	"io"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

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

// samples says what every file of the shared samples is read as. Sheets that people keep by hand have their own test.
var samples = map[string]struct {
	dialect                  string // empty for a file that is refused
	level                    diary.Level
	entries, skipped, broken int
	refused                  string // a part of the reason
}{
	"asa24-ins-header-only.csv":                     {dialect: "asa24-supplements"},
	"asa24-items-head.csv":                          {dialect: "asa24", entries: 51, skipped: 248, broken: 1},
	"asa24-totals.csv":                              {dialect: "asa24-totals", level: diary.Day, entries: 3, skipped: 45, broken: 1},
	"cronometer-biometrics-ph-2024.csv":             {refused: "Cronometer's biometrics export, which holds no food"},
	"cronometer-dailysummary-ph-2024.csv":           {dialect: "cronometer-daily", level: diary.Day, entries: 71},
	"cronometer-dailysummary-us-2025.csv":           {dialect: "cronometer-daily", level: diary.Day, entries: 5},
	"cronometer-servings-ph-2024-notime.csv":        {dialect: "cronometer", entries: 437},
	"cronometer-servings-uk-2020-nosodium.csv":      {dialect: "cronometer", entries: 110, skipped: 6},
	"cronometer-servings-us-2025-notime.csv":        {dialect: "cronometer", entries: 43},
	"fatsecret-report-RECONSTRUCTED.csv":            {dialect: "fatsecret", entries: 2, skipped: 5},
	"fitbit-export-foodlog-excerpt.csv":             {dialect: "fitbit", skipped: 8},
	"loseit-food-logs-fixture.csv":                  {dialect: "loseit", entries: 7, skipped: 2},
	"loseit-food-logs-type-fixture.csv":             {dialect: "loseit", entries: 4, skipped: 1},
	"loseit-weekly-blog-2020.csv":                   {dialect: "loseit", entries: 4},
	"macrofactor-foodlog-eu-fixture.csv":            {dialect: "macrofactor", entries: 2},
	"macrofactor-foodlog-header.csv":                {dialect: "macrofactor", entries: 3},
	"mfp-exercise-summary-2024-head.csv":            {refused: "MyFitnessPal's exercise summary, which holds no food"},
	"mfp-nutrition-summary-2015-2025-time-note.csv": {dialect: "myfitnesspal", level: diary.Meal, entries: 1036},
	"mfp-nutrition-summary-2024-2026-crlf.csv":      {dialect: "myfitnesspal", level: diary.Meal, entries: 1593},
	"mfp-printable-parsed-2019.csv":                 {refused: "repeats each food under every meal of the day"},
	"mfp-printable-pasted-2019.csv":                 {dialect: "myfitnesspal-diary", entries: 143, skipped: 138},
	"samsung-food_intake-RECONSTRUCTED.csv":         {dialect: "samsung", level: diary.Meal, entries: 1},
	"samsung-water_intake-RECONSTRUCTED.csv":        {dialect: "samsung-water", entries: 1},
	"sparkyfitness-diary-template-SYNTHETIC.csv":    {dialect: "sparkyfitness", entries: 1},
	"waistline-diary-de-SYNTHETIC.csv":              {dialect: "waistline", level: diary.Day, entries: 2},
	"yazio-thirdparty-de-bom-head.csv":              {dialect: "yazio", entries: 400},
	"yazio-thirdparty-meal-summary-head.csv":        {dialect: "yazio-meals", level: diary.Meal, entries: 60},
}

func TestEverySampleIsReadAsWhatItIs(t *testing.T) {
	seen := map[string]bool{}
	for _, path := range sample(t, "*.csv") {
		name := filepath.Base(path)
		want, listed := samples[name]
		seen[name] = true
		if strings.HasPrefix(name, "handkept-") || strings.HasPrefix(name, "loseit-derived-") {
			continue
		}
		if !listed {
			t.Errorf("%s: nobody says what it is", name)
			continue
		}
		records, info, err := readSample(t, path)
		if want.refused != "" || err != nil {
			if err == nil || want.refused == "" || !strings.Contains(err.Error(), want.refused) {
				t.Errorf("%s: opened as %q: %v; want an error with %q", name, info.Dialect, err, want.refused)
			}
			continue
		}
		got := want
		got.dialect, got.entries, got.skipped, got.broken = info.Dialect, 0, 0, 0
		for _, record := range records {
			switch r := record.(type) {
			case *diary.Entry:
				got.entries++
				got.level = r.Level
			case *diary.Skipped:
				got.skipped++
			case *diary.SyntaxError:
				got.broken++
				if want.broken == 0 {
					t.Error(r)
				}
			}
		}
		if got != want {
			t.Errorf("%s: %+v, want %+v", name, got, want)
		}
	}
	for name := range samples {
		if !seen[name] {
			t.Errorf("there is no sample %s", name)
		}
	}
}

func readSample(t *testing.T, path string) ([]diary.Record, dialect.Info, error) {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	reader, info, err := dialect.Open(filepath.Base(path), bytes.NewReader(content), dialect.Options{})
	if err != nil {
		return nil, info, err
	}
	var all []diary.Record
	for {
		record, err := reader.Read()
		if err == io.EOF {
			return all, info, nil
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, record)
	}
}

// sumsOf adds up the known values of the entries by day.
func sumsOf(t *testing.T, pattern string) map[dayOf]float64 {
	t.Helper()
	sums := map[dayOf]float64{}
	for _, path := range sample(t, pattern) {
		records, _, err := readSample(t, path)
		if err != nil {
			t.Fatal(err)
		}
		for _, record := range records {
			if e, ok := record.(*diary.Entry); ok {
				for id, q := range e.Nutrients {
					if value, known := q.Known(); known {
						sums[dayOf{e.Date.String(), nutrient.ID(id)}] += value
					}
				}
			}
		}
	}
	return sums
}

// TestFoodsAddUpToTheTotalsOfTheSameDays holds two exports of the same days against each other: each of
// them is read right only if both are.
func TestFoodsAddUpToTheTotalsOfTheSameDays(t *testing.T) {
	for _, tt := range []struct{ foods, totals string }{
		{"cronometer-servings-ph-2024-notime.csv", "cronometer-dailysummary-ph-2024.csv"},
		{"cronometer-servings-us-2025-notime.csv", "cronometer-dailysummary-us-2025.csv"},
		{"asa24-items-head.csv", "asa24-totals.csv"},
	} {
		foods, totals := sumsOf(t, tt.foods), sumsOf(t, tt.totals)
		if len(totals) < 30 {
			t.Errorf("%s: only %d figures", tt.totals, len(totals))
		}
		for key, want := range totals {
			if got := foods[key]; math.Abs(got-want) > 0.005*want+0.5 {
				t.Errorf("%s: %s on %s: foods add up to %v, the total is %v", tt.foods, key.id, key.day, got, want)
			}
		}
	}
}

// TestThePrintedDiaryAddsUp compares the foods with the totals that the printed diary itself has below them.
func TestThePrintedDiaryAddsUp(t *testing.T) {
	const pattern = "mfp-printable-pasted-2019.csv"
	var want []float64
	for _, path := range sample(t, pattern) {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(content)) {
			if cells, err := csv.NewReader(strings.NewReader(line)).Read(); err == nil && cells[0] == "TOTAL:" {
				kcal, _ := strconv.ParseFloat(strings.ReplaceAll(cells[1], ",", ""), 64)
				want = append(want, kcal)
			}
		}
	}
	var got []float64
	sums := sumsOf(t, pattern)
	for _, key := range slices.SortedFunc(maps.Keys(sums), func(a, b dayOf) int { return strings.Compare(a.day, b.day) }) {
		if key.id == nutrient.Energy {
			got = append(got, sums[key])
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("kcal of the days (-want +got)\n%s", diff)
	}
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
