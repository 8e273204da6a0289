// Command bench makes a large diary and the foods in it, for million.sh: the same bytes every time.
package main

import (
	"context"
	"encoding/csv"
	"errors"
	"flag"
	"log"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/nutrientdb"
)

// rowsPerDay and distinctFoods are those of a cohort's diary; rows without end are what grows.
const (
	rowsPerDay    = 25
	distinctFoods = 5000
)

// columns are the nutrients that the reference job adds up.
var columns = []nutrient.ID{
	nutrient.Energy, nutrient.Protein, nutrient.Magnesium, nutrient.Potassium, nutrient.Iron, nutrient.VitaminD, nutrient.Calcium,
}

func main() {
	rows := flag.Int("rows", 1_000_000, "rows of the diary")
	dir := flag.String("dir", ".", "where diary.csv and foods.csv go")
	flag.Parse()
	if err := run(*rows, *dir); err != nil {
		log.Fatal(err)
	}
}

func run(rows int, dir string) error {
	table, err := nutrientdb.Open()
	if err != nil {
		return err
	}
	defer table.Close()
	names, err := writeFoods(table, filepath.Join(dir, "foods.csv"))
	if err != nil {
		return err
	}
	return writeCSV(filepath.Join(dir, "diary.csv"), func(w *csv.Writer) {
		w.Write([]string{"date", "meal", "food", "amount"}) // an error sticks to the writer
		random := rand.New(rand.NewPCG(1, 2))
		first := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
		meals := []string{"breakfast", "lunch", "dinner", "snack"}
		for i := range rows {
			date := first.AddDate(0, 0, i/rowsPerDay).Format(time.DateOnly)
			grams := strconv.Itoa(5 + 5*random.IntN(60))
			w.Write([]string{date, meals[i%len(meals)], names[random.IntN(len(names))], grams + " g"})
		}
	})
}

// writeFoods writes the exact names of foods with the nutrients that the reference job needs, and returns them.
func writeFoods(table *nutrientdb.DB, name string) ([]string, error) {
	ctx := context.Background()
	var codes []string
	seen := map[string]bool{}
	for n, err := range table.Names(ctx) {
		if err != nil {
			return nil, err
		}
		if len(codes) < distinctFoods && n.Known > 0 && !seen[n.Name] {
			seen[n.Name] = true
			codes = append(codes, n.Code)
		}
	}
	foods, err := table.Foods(ctx, codes...)
	if err != nil {
		return nil, err
	}
	var names []string
	err = writeCSV(name, func(w *csv.Writer) {
		header := []string{"name"}
		for _, id := range columns {
			header = append(header, id.Key())
		}
		w.Write(header)
		for _, f := range foods {
			names = append(names, f.Name)
			row := []string{f.Name}
			for _, id := range columns {
				row = append(row, strconv.FormatFloat(f.Per100g[id].Value, 'g', -1, 64))
			}
			w.Write(row)
		}
	})
	return names, err
}

func writeCSV(name string, write func(*csv.Writer)) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	w := csv.NewWriter(f)
	write(w)
	w.Flush()
	return errors.Join(w.Error(), f.Close())
}
