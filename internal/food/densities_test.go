package food_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/golden"
	"github.com/nutrigap/nutrigap/nutrientdb"
)

// The rows "USDA portions" of densities.csv are medians over the nutrient table. With -update they are computed
// anew.
func TestDensitiesAreThoseOfTheTable(t *testing.T) {
	rows := readCSV(t, "densities.csv")
	values, foods := make([][]float64, len(rows)), make([]int, len(rows))
	for _, f := range allFoods(t) {
		name := food.NameOf(f)
		for i, row := range rows[1:] {
			if row[6] != derived || !name.By(row[0]) {
				continue
			}
			list := food.OwnDensities(f, row[1])
			foods[i+1] += min(len(list), 1)
			values[i+1] = append(values[i+1], list...)
		}
	}
	for i, row := range rows {
		if row[6] != derived {
			continue
		}
		if len(values[i]) == 0 {
			t.Errorf("%s, %s: no portion of the table says so", row[0], row[1])
			continue
		}
		want := []string{row[0], row[1]}
		want = append(want, spread(values[i])...)
		want = append(want, strconv.Itoa(foods[i]), derived)
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

// The rows that name FAO/INFOODS have the value of its table, where that is at hand.
func TestDensitiesAreThoseOfFAO(t *testing.T) {
	const prefix = "FAO/INFOODS: "
	path := filepath.Join("..", "..", "..", "shared", "data", "density-fao-infoods.csv")
	if _, err := os.Stat(path); err != nil {
		t.Skip("no table of FAO/INFOODS beside the repository:", err)
	}
	published := map[string]string{}
	for _, row := range readCSV(t, path) {
		if published[strings.TrimSpace(row[0])] = row[1]; row[1] == "" {
			published[strings.TrimSpace(row[0])] = row[2] // specific gravity
		}
	}
	for _, row := range readCSV(t, "densities.csv") {
		name, ok := strings.CutPrefix(row[6], prefix)
		if !ok {
			continue
		}
		want, err := strconv.ParseFloat(published[name], 64)
		got, _ := strconv.ParseFloat(row[2], 64)
		if err != nil || math.Abs(got-want) > 0.006 {
			t.Errorf("%s: %s g/ml, FAO/INFOODS has %q for %q", row[0], row[2], published[name], name)
		}
	}
}

// derived is the source of the rows that follow from the nutrient table.
const derived = "USDA portions"

// spread is the median of the values, with the first and ninth decile, but at least a tenth around it.
func spread(values []float64) []string {
	slices.Sort(values)
	at := func(q float64) float64 { return values[int(math.Round(q*float64(len(values)-1)))] }
	mid := at(.5)
	return []string{round(mid), round(min(at(.1), 0.9*mid)), round(max(at(.9), 1.1*mid))}
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
