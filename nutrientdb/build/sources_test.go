package main

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/nutrientdb"
)

// published is one food as the published tables have it, read again without the builder's own reader.
type published struct {
	name, source, category string
	rank                   string
	values                 map[string]string // nil where the tables have none
	columns                *[nutrient.Count]string
	portions               []string // weights of the usable ones, in order
}

func TestSampleAgreesWithThePublishedTablesCellByCell(t *testing.T) {
	foods := readPublished(t)
	codes := sortedCodes(foods)
	random := rand.New(rand.NewPCG(2021, 2023))
	random.Shuffle(len(codes), func(i, j int) { codes[i], codes[j] = codes[j], codes[i] })
	codes = codes[:200]
	got, err := open(t).Foods(t.Context(), codes...)
	if err != nil {
		t.Fatal(err)
	}
	for i, code := range codes {
		want := foods[code]
		if diff := gocmp.Diff(want.describe(code), describe(got[i])); diff != "" {
			t.Errorf("food %s (-published +table):\n%s", code, diff)
		}
	}
}

func TestNoUnknownBecameZeroAndNoZeroUnknown(t *testing.T) {
	foods := readPublished(t)
	codes := sortedCodes(foods)
	got, err := open(t).Foods(t.Context(), codes...)
	if err != nil {
		t.Fatal(err)
	}
	type count struct{ Unknown, Zero int }
	var wantCounts, gotCounts [nutrient.Count]count
	for i, code := range codes {
		for id := range nutrient.Count {
			switch v, known := got[i].Per100g[id].Known(); {
			case !known:
				gotCounts[id].Unknown++
			case v == 0:
				gotCounts[id].Zero++
			}
			switch q := foods[code].quantity(nutrient.ID(id)); {
			case q == "unknown", q == "not recorded":
				wantCounts[id].Unknown++
			case q == "0":
				wantCounts[id].Zero++
			}
		}
	}
	for id := range nutrient.Count {
		if gotCounts[id] != wantCounts[id] {
			t.Errorf("%s: table has %+v, the published tables %+v", nutrient.ID(id), gotCounts[id], wantCounts[id])
		}
	}
}

func (p *published) quantity(id nutrient.ID) string {
	switch {
	case p.values == nil:
		return "unknown"
	case p.columns[id] == "":
		return "not recorded"
	case p.values[p.columns[id]] == "":
		return "unknown"
	}
	return number(p.values[p.columns[id]])
}

func (p *published) describe(code string) string {
	return describeFood(code, p.name, p.source, p.category, cmp.Or(p.rank, "0"), p.portions, func(id nutrient.ID) string {
		if p.columns[id] == "" {
			return "not recorded" // of a food without any values, too
		}
		return p.quantity(id)
	})
}

func describe(f *food.Food) string {
	var portions []string
	for _, p := range f.Portions {
		portions = append(portions, fmt.Sprint(p.Grams))
	}
	return describeFood(f.Code, f.Name, f.Source, f.Category, fmt.Sprint(f.Rank), portions, func(id nutrient.ID) string {
		switch q := f.Per100g[id]; q.State {
		case nutrient.Measured:
			return fmt.Sprint(q.Value)
		case nutrient.NotRecorded:
			return "not recorded"
		}
		return "unknown"
	})
}

func describeFood(code, name, source, category, rank string, portions []string, quantity func(nutrient.ID) string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s\n%s, %s, rank %s\nportions %s\n", code, name, source, category, rank, strings.Join(portions, " "))
	for _, id := range nutrient.All() {
		fmt.Fprintf(&b, "%s %s\n", id, quantity(id))
	}
	return b.String()
}

func readPublished(t *testing.T) map[string]*published {
	t.Helper()
	foods := make(map[string]*published)
	for _, r := range readCSV(t, "fndds-2021-2023-foods-and-beverages.csv") {
		foods[r["Food code"]] = &published{name: r["Main food description"], source: "FNDDS 2021-2023",
			category: r["WWEIA Category description"], columns: &fnddsColumns}
	}
	for _, r := range readCSV(t, "fndds-2021-2023-nutrient-values.csv") {
		foods[r["Food code"]].values = r
	}
	for _, r := range readCSV(t, "fndds-2021-2023-portions-and-weights.csv") {
		foods[r["Food code"]].addPortion("1", r["Portion weight (g)"])
	}
	for _, r := range readCSV(t, "nhanes-food-frequency-rank.csv") {
		if f := foods[r["Food code"]]; f != nil {
			f.rank = r["Rank"]
		}
	}
	groups := map[string]string{}
	for _, r := range readCSV(t, "sr-legacy-food-group.csv") {
		groups[r["FdGrp_Cd"]] = r["FdGrp_Desc"]
	}
	for _, r := range readCSV(t, "sr-legacy-food-description.csv") {
		foods[r["NDB_No"]] = &published{name: r["Long_Desc"], source: "SR Legacy", category: groups[r["FdGrp_Cd"]], columns: &sr28Columns}
	}
	for _, r := range readCSV(t, "sr28-abbreviated.csv") {
		if f := foods[r["NDB_No"]]; f != nil {
			f.values = r
		}
	}
	for _, r := range readCSV(t, "sr-legacy-weight.csv") {
		foods[r["NDB_No"]].addPortion(r["Amount"], r["Gm_Wgt"])
	}
	return foods
}

func (p *published) addPortion(amount, grams string) {
	if number(amount) != "0" && number(grams) != "0" {
		p.portions = append(p.portions, number(grams))
	}
}

// number writes a cell's number in the one way in which fmt writes a float.
func number(cell string) string {
	v, err := strconv.ParseFloat(cell, 64)
	if err != nil {
		return err.Error()
	}
	return fmt.Sprint(v)
}

func readCSV(t *testing.T, name string) (rows []map[string]string) {
	t.Helper()
	file, err := os.Open(filepath.Join("../../../shared/data/usda", name))
	if err != nil {
		t.Skip("the published tables are not at hand: ", err)
	}
	defer file.Close()
	lines, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range lines[1:] {
		row := make(map[string]string, len(line))
		for i, cell := range line {
			row[lines[0][i]] = cell
		}
		rows = append(rows, row)
	}
	return rows
}

func sortedCodes(foods map[string]*published) []string {
	codes := make([]string, 0, len(foods))
	for code := range foods {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	return codes
}

func open(t *testing.T) *nutrientdb.DB {
	t.Helper()
	db, err := nutrientdb.Open()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db
}
