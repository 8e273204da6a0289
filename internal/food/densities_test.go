package food_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/golden"
	"github.com/nutrigap/nutrigap/nutrientdb"
)

// The rows "USDA portions" of densities.csv are medians over the nutrient table. With -update they are computed
// anew.
func TestDensitiesAreThoseOfTheTable(t *testing.T) {
	rows := readCSV(t, "densities.csv")
	foods := allFoods(t)
	for _, row := range rows[1:] {
		if row[6] != "USDA portions" {
			continue
		}
		var values []float64
		n := 0
		for _, f := range foods {
			if !food.NamedBy(f, row[0]) {
				continue
			}
			list := food.OwnDensities(f, row[1])
			if len(list) > 0 {
				n++
			}
			for _, d := range list {
				values = append(values, d.GramsML)
			}
		}
		if len(values) == 0 {
			t.Errorf("%s, %s: no portion of the table says so", row[0], row[1])
			continue
		}
		slices.Sort(values)
		at := func(q float64) float64 { return values[int(math.Round(q*float64(len(values)-1)))] }
		low, mid, high := at(.1), at(.5), at(.9)
		want := []string{row[0], row[1], round(mid), round(min(low, 0.9*mid)), round(max(high, 1.1*mid)), strconv.Itoa(n), row[6]}
		if golden.Update() {
			copy(row, want)
		} else if !slices.Equal(row, want) {
			t.Errorf("densities.csv: row %q, the table gives %q\nhint: run the test with -update", row, want)
		}
	}
	if golden.Update() {
		writeCSV(t, "densities.csv", rows)
	}
}

func round(v float64) string { return strconv.FormatFloat(math.Round(v*1000)/1000, 'f', -1, 64) }

func readCSV(t *testing.T, path string) [][]string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func writeCSV(t *testing.T, path string, rows [][]string) {
	t.Helper()
	var b bytes.Buffer
	if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// allFoods is the whole nutrient table with its portions.
func allFoods(t *testing.T) []*food.Food {
	t.Helper()
	db, err := nutrientdb.Open()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	var codes []string
	for n, err := range db.Names(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		codes = append(codes, n.Code)
	}
	foods, err := db.Foods(context.Background(), codes...)
	if err != nil {
		t.Fatal(fmt.Errorf("%d codes: %w", len(codes), err))
	}
	return foods
}
