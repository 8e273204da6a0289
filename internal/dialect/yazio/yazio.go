// Package yazio reads diaries of Yazio. The app exports none itself; other programs do, in two shapes
// for foods and one for totals of meals.
//
// Its rule: figures are for the whole row, a recipe of 0.0 g is one of unknown weight, and meals have one
// name in either language. It refuses the columns of figures per gram, which repeat the others.
package yazio

import (
	_ "embed" // the headings
	"strings"
	"sync"

	"github.com/nutrigap/nutrigap/internal/dialect/export"
	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/diary"
)

// Name and MealsName are how the dialects are chosen on the command line.
const (
	Name      = "yazio"
	MealsName = "yazio-meals"
)

// Title and MealsTitle say which files are meant.
const (
	Title      = "foods of Yazio, exported by another program"
	MealsTitle = "meal totals of Yazio, exported by another program"
)

//go:embed columns.csv
var columnsCSV string

var layout = sync.OnceValue(func() export.Layout { return export.Parse(columnsCSV) })

// Claims reports whether a header is that of a list of foods, in German or in English.
func Claims(header []string) bool {
	return export.Lists(header, "Datum", "Mahlzeit", "Produkt", "Menge", "Kalorien", "Protein (g)", "Fett (g)") ||
		export.Lists(header, "date", "meal", "name", "amount_g", "kcal", "kcal_per_g")
}

// ClaimsMeals reports whether a header is that of totals of meals.
func ClaimsMeals(header []string) bool {
	return export.Lists(header, "date", "meal", "kcal", "protein_g", "carbs_g", "fat_g", "fiber_g", "sugar_g") && len(header) == 8
}

// Open reads the foods of f.
func Open(f *table.File, order table.Order) (table.Source, error) {
	return export.Open(f, layout(), order, func(r *export.Serving, e *diary.Entry, d *table.Dates) diary.Record {
		r.Meal = mealOf(r.Meal)
		r.Amount = strings.Replace(r.Amount, "Portion(en)", "Portion", 1)
		return r.Fill(e, d)
	}, "food")
}

// OpenMeals reads the meal totals of f.
func OpenMeals(f *table.File, order table.Order) (table.Source, error) {
	return export.Open(f, layout(), order, func(r *export.Total, e *diary.Entry, d *table.Dates) diary.Record {
		r.Meal = mealOf(r.Meal)
		return r.Fill(e, d, diary.Meal)
	}, "meal")
}

// meals are the names of the app's meals in its exports.
var meals = map[string]string{
	"breakfast": "Breakfast", "lunch": "Lunch", "dinner": "Dinner", "snack": "Snack",
	"frühstück": "Breakfast", "fruehstueck": "Breakfast", "mittagessen": "Lunch", "abendessen": "Dinner", "snacks": "Snack",
}

func mealOf(name string) string {
	if meal, known := meals[strings.ToLower(name)]; known {
		return meal
	}
	return name
}
