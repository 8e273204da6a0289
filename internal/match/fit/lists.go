package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// row is one row of a list, and how a food in the stated amount is judged.
type row struct {
	list  string
	query match.Query
	times int                                // how often the list has it
	fold  int                                // the part of the lists that it belongs to
	right func(*food.Food, food.Amount) bool // as the list judges; nil where no food of the table is right
	close func(*food.Food, food.Amount) bool // nutrients near enough for the answer to be of use

	// whole judges all that was read as the list does, and says by how much it misses; sound is what a person
	// would have nothing to mend in.
	whole func([]match.Item) (right bool, miss float64)
	sound func([]match.Item) bool
	codes []string // the exact foods, where the list names them
	want  string   // what is right, for people
}

// The names of the lists.
const (
	common  = "common foods"
	phrases = "phrases of our own"
	logs    = "diary rows with nutrients"
	meals   = "meals in sentences"
	diaries = "diary rows with energy"
	lines   = "lines of recipes"
)

func lists() []string { return []string{common, phrases, logs, meals, diaries, lines} }

// listWeight is how much one row of a list counts in the ranking. The meals are many and of one style.
var listWeight = map[string]float64{common: 4, phrases: 1, logs: 1, meals: 0.5, diaries: 0.5, lines: 0.3}

// answerWeight is how much one answer counts in the calibration.
var answerWeight = map[string]float64{common: 1, phrases: 0.3, logs: 1, meals: 0.1, diaries: 0.5}

// readLists reads the lists in dir, and the phrases of our own out of the matcher's folder. Equal rows become
// one that happened several times.
func readLists(dir, matcher string, foods map[string]*food.Food) ([]row, error) {
	var rows []row
	for _, l := range []struct {
		list, file string
		read       func(map[string]string) (row, bool)
	}{
		{common, filepath.Join(dir, "common-foods.csv"), commonRow},
		{phrases, filepath.Join(matcher, "testdata", "phrases.csv"), phraseRow},
		{logs, filepath.Join(dir, "foods-dev.csv"), foodsRow},
		{meals, filepath.Join(dir, "nutribench-us-dev.csv"), func(r map[string]string) (row, bool) { return mealRow(r, foods) }},
		{diaries, filepath.Join(dir, "bigideas-dev.csv"), logRow},
		{lines, filepath.Join(dir, "household-lines-dev.csv"), lineRow},
	} {
		records, err := readCSV(l.file)
		if err != nil {
			return nil, err
		}
		seen := map[match.Query]int{}
		for _, r := range records {
			got, ok := l.read(r)
			if !ok {
				continue
			}
			if i, ok := seen[got.query]; ok {
				rows[i].times++
				continue
			}
			seen[got.query] = len(rows)
			got.list, got.times, got.fold = l.list, 1, foldOf(got.query.Food)
			rows = append(rows, got)
		}
	}
	return rows, nil
}

func readCSV(name string) ([]map[string]string, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, err
	}
	var out []map[string]string
	for _, rec := range all[1:] {
		m := map[string]string{}
		for i, v := range rec {
			m[strings.TrimPrefix(all[0][i], "\ufeff")] = v
		}
		out = append(out, m)
	}
	return out, nil
}

func number(s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return math.NaN()
	}
	return v
}

func near(got, want, share, least float64) bool {
	return math.Abs(got-want) <= max(least, share*math.Abs(want))
}

// eaten is the energy and protein of an amount of a food.
func eaten(f *food.Food, a food.Amount) (grams, kcal, protein float64, ok bool) {
	w, err := a.Of(f)
	if err != nil {
		return 0, 0, 0, false
	}
	e, known := f.Per100g[nutrient.Energy].Known()
	p, _ := f.Per100g[nutrient.Protein].Known()
	return w.Grams, e * w.Grams / 100, p * w.Grams / 100, known
}

func commonRow(r map[string]string) (row, bool) {
	name := regexp.MustCompile("(?i)" + r["name_has"])
	right := func(f *food.Food, a food.Amount) bool {
		g, e, _, ok := eaten(f, a)
		return ok && name.MatchString(f.Name) && g >= 0.97*number(r["grams_min"]) && g <= 1.03*number(r["grams_max"]) &&
			e >= number(r["kcal_min"])-1 && e <= number(r["kcal_max"])+1
	}
	whole := func(items []match.Item) (bool, float64) {
		g := grams(items)
		e, ok := total(items, nutrient.Energy)
		return ok && name.MatchString(names(items)) && g >= 0.97*number(r["grams_min"]) && g <= 1.03*number(r["grams_max"]) &&
			e >= number(r["kcal_min"])-1 && e <= number(r["kcal_max"])+1, 0
	}
	return row{query: match.Query{Food: r["food"], Amount: r["amount"]}, right: right, close: right, whole: whole, want: r["name_has"] + " " + r["grams_min"] + ".." + r["grams_max"] + " kcal " + r["kcal_min"] + ".." + r["kcal_max"]}, true
}

func phraseRow(r map[string]string) (row, bool) {
	name := regexp.MustCompile(r["name"])
	right := func(f *food.Food, a food.Amount) bool {
		g, e, _, ok := eaten(f, a)
		fits := func(column string, low, high float64) bool {
			return r[column+"_min"] == "" || low >= number(r[column+"_min"]) && high <= number(r[column+"_max"])
		}
		return ok && name.MatchString(f.Name) && fits("grams", g*1.03, g/1.03) && fits("kcal", 100*e/g, 100*e/g)
	}
	whole := func(items []match.Item) (bool, float64) {
		g := grams(items)
		e, ok := total(items, nutrient.Energy)
		fits := func(column string, low, high float64) bool {
			return r[column+"_min"] == "" || low >= number(r[column+"_min"]) && high <= number(r[column+"_max"])
		}
		return ok && name.MatchString(names(items)) && fits("grams", g*1.03, g/1.03) && fits("kcal", 100*e/g, 100*e/g), 0
	}
	return row{query: match.Query{Food: r["food"], Amount: r["amount"]}, right: right, close: right, whole: whole, want: r["name"] + " " + r["grams_min"] + ".." + r["grams_max"] + " kcal " + r["kcal_min"] + ".." + r["kcal_max"]}, true
}

var skipped = regexp.MustCompile(`(?i)full recipe|\brecipe\b|^[\d.]+ 1$|^[\d.]+ serving$`)

func foodsRow(r map[string]string) (row, bool) {
	energy, protein := number(r["Energy (kcal)"]), number(r["Protein (g)"])
	if math.IsNaN(energy) || energy < 5 || skipped.MatchString(r["amount"]) {
		return row{}, false
	}
	right := func(f *food.Food, a food.Amount) bool {
		_, e, p, ok := eaten(f, a)
		return ok && near(e, energy, 0.12, 5) && (math.IsNaN(protein) || near(p, protein, 0.15, 0.6))
	}
	whole := func(items []match.Item) (bool, float64) {
		e, ok := total(items, nutrient.Energy)
		p, okp := total(items, nutrient.Protein)
		return ok && near(e, energy, 0.12, 5) && (math.IsNaN(protein) || okp && near(p, protein, 0.15, 0.6)), 0
	}
	return row{query: match.Query{Food: r["food"], Amount: r["amount"]}, right: right, close: right, whole: whole, want: fmt.Sprint(energy, " kcal ", protein, " g protein")}, true
}

func mealRow(r map[string]string, foods map[string]*food.Food) (row, bool) {
	var codes []string
	if json.Unmarshal([]byte(r["fndds2123_codes"]), &codes) != nil {
		return row{}, false
	}
	query := match.Query{Food: r["meal_description"]}
	whole := func(items []match.Item) (bool, float64) {
		c, _ := total(items, nutrient.Carbohydrate)
		d := math.Abs(c - number(r["carb"]))
		return d <= 7.5, d
	}
	want := r["item_descriptions"] + " carb " + r["carb"]
	if len(codes) == 1 && codes[0] == "" {
		g := goneRow(query, number(r["energy"]), number(r["carb"]), number(r["protein"]))
		g.whole, g.want, g.codes = whole, want, codes
		return g, true
	}
	gold, gone := map[string]bool{}, false
	for _, c := range codes {
		gold[c] = true
		gone = gone || c == ""
	}
	right := func(f *food.Food, _ food.Amount) bool { return gold[f.Code] }
	if gone {
		// the ranking learns from the foods that the table still has; of the others nobody knows what is right
		return row{query: query, right: right, whole: whole, want: want}, true
	}
	like := func(f *food.Food, _ food.Amount) bool {
		for c := range gold {
			if g := foods[c]; g != nil && alike(f, g) {
				return true
			}
		}
		return false
	}
	return row{query: query, right: right, close: like, whole: whole, want: want, codes: codes}, true
}

// goneRow is a meal of one food that the table doesn't have any more: what has its energy, carbohydrate and
// protein is right.
func goneRow(q match.Query, energy, carb, protein float64) row {
	right := func(f *food.Food, a food.Amount) bool {
		g, e, p, ok := eaten(f, a)
		c, _ := f.Per100g[nutrient.Carbohydrate].Known()
		return ok && near(e, energy, 0.15, 5) && near(p, protein, 0.25, 1) && near(c*g/100, carb, 0.15, 2)
	}
	return row{query: q, right: right, close: right}
}

// alike reports whether two foods have nearly the same energy, protein and carbohydrate.
func alike(f, g *food.Food) bool {
	for _, n := range []struct {
		id           nutrient.ID
		share, least float64
	}{{nutrient.Energy, 0.12, 5}, {nutrient.Protein, 0.15, 1}, {nutrient.Carbohydrate, 0.15, 1.5}} {
		a, ok := f.Per100g[n.id].Known()
		b, _ := g.Per100g[n.id].Known()
		if !ok || !near(a, b, n.share, n.least) {
			return false
		}
	}
	return true
}

func logRow(r map[string]string) (row, bool) {
	energy, protein := number(r["kcal"]), number(r["protein_g"])
	if !(energy > 0) {
		return row{}, false
	}
	var parts []string
	for _, p := range []string{r["amount"], r["unit"]} {
		if p != "" && p != "#N/A" {
			parts = append(parts, p)
		}
	}
	right := func(f *food.Food, a food.Amount) bool {
		_, e, p, ok := eaten(f, a)
		return ok && near(e, energy, 0.2, 0) && near(p, protein, 0.5, 1.5)
	}
	whole := func(items []match.Item) (bool, float64) {
		e, ok := total(items, nutrient.Energy)
		if !ok {
			return false, 1
		}
		return near(e, energy, 0.2, 0), math.Abs(e-energy) / energy
	}
	sound := func(items []match.Item) bool { return soundLog(items, energy, protein, number(r["carb_g"])) }
	return row{query: match.Query{Food: r["logged_food"], Amount: strings.Join(parts, " ")}, right: right, close: right,
		whole: whole, sound: sound, want: fmt.Sprint(energy, " kcal ", protein, " g protein")}, true
}

// soundLog judges an entry of a rough diary, whose amounts are guesses: the shares of energy that come from protein
// and from carbohydrate say which food it was, and the energy need only be of the same size.
func soundLog(items []match.Item, energy, protein, carb float64) bool {
	e, ok := total(items, nutrient.Energy)
	if !ok || e < energy/2-2 || e > energy*2+2 {
		return false
	}
	p, _ := total(items, nutrient.Protein)
	c, _ := total(items, nutrient.Carbohydrate)
	const perGram, little = 4, 15 // kcal
	return near(perGram*p/max(e, little), perGram*protein/max(energy, little), 0, 0.1) &&
		near(perGram*c/max(e, little), perGram*carb/max(energy, little), 0, 0.15)
}

func lineRow(r map[string]string) (row, bool) {
	want := number(r["grams"])
	right := func(f *food.Food, a food.Amount) bool {
		g, _, _, ok := eaten(f, a)
		return ok && near(g, want, 0.2, 0)
	}
	whole := func(items []match.Item) (bool, float64) {
		g := grams(items)
		return near(g, want, 0.2, 0), math.Abs(g-want) / want
	}
	return row{query: match.Query{Food: r["test_line"]}, right: right, close: right, whole: whole, want: r["grams"]}, true
}
