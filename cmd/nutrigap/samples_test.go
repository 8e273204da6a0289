package main

import (
	"bytes"
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/json"
)

// sampleColumns are the columns of Cronometer that are compared, with what one unit of theirs is in ours.
var sampleColumns = map[string]struct {
	id    nutrient.ID
	times float64
}{
	"Energy (kcal)": {nutrient.Energy, 1}, "Protein (g)": {nutrient.Protein, 1}, "Carbs (g)": {nutrient.Carbohydrate, 1},
	"Fat (g)": {nutrient.Fat, 1}, "Fiber (g)": {nutrient.Fiber, 1}, "Water (g)": {nutrient.Water, 1},
	"Magnesium (mg)": {nutrient.Magnesium, 1}, "Potassium (mg)": {nutrient.Potassium, 1}, "Iron (mg)": {nutrient.Iron, 1},
	"Vitamin D (IU)": {nutrient.VitaminD, 1. / 40}, "B12 (Cobalamin) (µg)": {nutrient.VitaminB12, 1},
	"Calcium (mg)": {nutrient.Calcium, 1}, "Sodium (mg)": {nutrient.Sodium, 1}, "Zinc (mg)": {nutrient.Zinc, 1},
	"Vitamin C (mg)": {nutrient.VitaminC, 1}, "Selenium (µg)": {nutrient.Selenium, 1}, "Phosphorus (mg)": {nutrient.Phosphorus, 1},
	"B1 (Thiamine) (mg)": {nutrient.Thiamin, 1}, "B6 (Pyridoxine) (mg)": {nutrient.VitaminB6, 1},
}

// TestCronometerSamples compares the day totals of real exports with the sums of their own cells.
func TestCronometerSamples(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join("..", "..", "..", "shared", "data", "diaries", "samples", "cronometer-servings-*.csv"))
	if len(files) == 0 {
		t.Skip("the samples of real diaries are not here")
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			got := sampleReport(t, file)
			cells := 0
			for date, want := range sampleSums(t, file) {
				day := got[date]
				if day == nil {
					t.Errorf("%s is not in the report", date)
					continue
				}
				for key, sum := range want {
					cells++
					n := day.Nutrient(key)
					if n == nil || n.Amount == nil || math.Abs(*n.Amount-sum) > 0.005*sum {
						t.Errorf("%s: %s is %v, want %v", date, key, n, sum)
					}
				}
			}
			if cells == 0 {
				t.Error("nothing was compared")
			}
		})
	}
}

// sampleReport is the report of a file with the diary's own figures, by date.
func sampleReport(t *testing.T, file string) map[string]*report.Day {
	t.Helper()
	var out, messages bytes.Buffer
	env := environment{stdin: strings.NewReader(""), stdout: &out, stderr: &messages, now: time.Now, getenv: func(string) string { return "" }}
	if status := run(t.Context(), env, []string{"report", "--format", "json", "--values", "diary", file}); status != exitDone {
		t.Fatalf("exit status %d: %s", status, &messages)
	}
	summary, err := json.Read(&out)
	if err != nil {
		t.Fatal(err)
	}
	days := map[string]*report.Day{}
	for i := range summary.Days {
		days[summary.Days[i].Date] = &summary.Days[i]
	}
	return days
}

// sampleSums adds up the known cells of a file by date and nutrient key.
func sampleSums(t *testing.T, file string) map[string]map[string]float64 {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	sums := map[string]map[string]float64{}
	for _, row := range rows[1:] {
		for i, heading := range rows[0] {
			column, known := sampleColumns[heading]
			v, err := strconv.ParseFloat(row[i], 64)
			if !known || err != nil {
				continue
			}
			if sums[row[0]] == nil {
				sums[row[0]] = map[string]float64{}
			}
			sums[row[0]][column.id.Key()] += v * column.times
		}
	}
	return sums
}
