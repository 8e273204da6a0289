// Command recipes makes recipes.csv: what the ingredients of each food that may be suggested say of
// allergens and diets, and how much of its sodium is salt added in cooking.
//
//	go run ./internal/suggest/recipes -src DIR > internal/suggest/recipes.csv
//
// DIR holds fndds-2021-2023-ingredients.csv. The same table gives the same bytes.
package main

import (
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/nutrigap/nutrigap/internal/suggest"
)

func main() {
	src := flag.String("src", "", "folder with fndds-2021-2023-ingredients.csv")
	flag.Parse()
	if err := run(*src, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "recipes:", err)
		os.Exit(1)
	}
}

func run(src string, out io.Writer) error {
	in, err := os.Open(filepath.Join(src, "fndds-2021-2023-ingredients.csv"))
	if err != nil {
		return err
	}
	defer in.Close()
	book, err := readRecipes(in)
	if err != nil {
		return err
	}
	return book.write(out)
}

// ingredient is one line of a recipe.
type ingredient struct {
	code, name string
	grams      float64
}

// recipe is a food and what it is made of.
type recipe struct {
	code, name, category string
	moisture             float64 // percent of the weight that cooking adds, or takes away below 0
	ingredients          []ingredient
}

// cookbook is all recipes, in the table's order.
type cookbook struct {
	recipes []*recipe
	byCode  map[string]*recipe
}

func readRecipes(in io.Reader) (*cookbook, error) {
	r := csv.NewReader(in)
	header, err := r.Read()
	if err != nil {
		return nil, err
	}
	column := func(row []string, name string) string { return row[slices.Index(header, name)] }
	b := &cookbook{byCode: map[string]*recipe{}}
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return b, nil
		}
		if err != nil {
			return nil, err
		}
		code := column(row, "Food code")
		if b.byCode[code] == nil {
			b.byCode[code] = &recipe{code: code, name: column(row, "Main food description"), category: column(row, "WWEIA Category description")}
			b.recipes = append(b.recipes, b.byCode[code])
		}
		grams, gramsErr := strconv.ParseFloat(column(row, "Ingredient weight (g)"), 64)
		moisture, moistureErr := strconv.ParseFloat(column(row, "Moisture change (%)"), 64)
		if err := errors.Join(gramsErr, moistureErr); err != nil {
			return nil, fmt.Errorf("food %s: %w", code, err)
		}
		b.byCode[code].moisture = moisture
		b.byCode[code].ingredients = append(b.byCode[code].ingredients, ingredient{column(row, "Ingredient code"), column(row, "Ingredient description"), grams})
	}
}

// holds is what a food holds by its name and by all that it is made of, however deep.
func (b *cookbook) holds(code, name string, depth int) []string {
	traits := suggest.Holds(name)
	if r := b.byCode[code]; r != nil && depth < 10 {
		for _, i := range r.ingredients {
			traits = append(traits, b.holds(i.code, i.name, depth+1)...)
		}
	}
	slices.Sort(traits)
	return slices.Compact(traits)
}

// saltSodium is the sodium, in mg per 100 g, of one gram of salt in 100 g.
const saltSodium = 387.58

// salt is the sodium of a food, in mg per 100 g, out of the table salt that its own recipe adds.
func (r *recipe) salt() float64 {
	total, salt := 0.0, 0.0
	for _, i := range r.ingredients {
		total += i.grams
		if i.name == "Salt, table" {
			salt += i.grams
		}
	}
	if salt == total {
		return 0
	}
	return salt / (total * (1 + r.moisture/100)) * 100 * saltSodium
}

func (b *cookbook) write(out io.Writer) error {
	w := csv.NewWriter(out)
	if err := w.Write([]string{"code", "holds", "salt_sodium_mg", "source"}); err != nil {
		return err
	}
	all := suggest.Wishes{Eaten: func(string) bool { return true }}
	for _, r := range b.recipes {
		if !all.Allow(r.code, r.name, r.category) {
			continue
		}
		row := []string{r.code, strings.Join(b.holds(r.code, r.name, 0), " "), strconv.FormatFloat(r.salt(), 'f', 0, 64), "FNDDS 2021-2023"}
		if err := w.Write(row); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}
