// Package samsung reads the export of Samsung Health: food_intake, foods with their calories; nutrition,
// totals of meals; and water_intake.
//
// Its rule: a file is read at one level, so that foods of which most have no name are parts of meals; the
// clock stays as written. It refuses columns for which no paper of the vendor names a unit.
package samsung

import (
	_ "embed" // the headings
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/nutrigap/nutrigap/internal/dialect/export"
	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/diary"
)

// Name, MealsName and WaterName are how the dialects are chosen on the command line.
const (
	Name      = "samsung"
	MealsName = "samsung-nutrition"
	WaterName = "samsung-water"
)

// Title, MealsTitle and WaterTitle say which files are meant.
const (
	Title      = "com.samsung.health.food_intake, foods of Samsung Health"
	MealsTitle = "com.samsung.health.nutrition, totals of meals"
	WaterTitle = "com.samsung.health.water_intake, drinks of water"
)

//go:embed columns.csv
var columnsCSV string

var layout = sync.OnceValue(func() export.Layout { return export.Parse(columnsCSV) })

// Claims reports whether a header is that of food_intake.
func Claims(header []string) bool {
	return export.Lists(header, "start_time", "meal_type", "name", "amount", "calorie", "food_info_id")
}

// ClaimsMeals reports whether a header is that of nutrition.
func ClaimsMeals(header []string) bool {
	return export.Lists(header, "start_time", "meal_type", "title", "calorie", "total_fat", "datauuid")
}

// ClaimsWater reports whether a header is that of water_intake. Other drinks have the same columns, and
// the line above them tells.
func ClaimsWater(header []string) bool {
	return export.Lists(header, "start_time", "amount", "unit_amount", "datauuid")
}

// Open reads the foods of f. Where names are missing, as they do where only food_info.csv has them, all of
// them are parts of meals.
func Open(f *table.File, _ table.Order) (table.Source, error) {
	tags := layout().Tags(f.Header)
	if err := f.Need(tags, "date", "food", "quantity"); err != nil {
		return nil, err
	}
	level := diary.Food
	for name := range f.Sample(slices.Index(tags, "food")) {
		if table.Empty(name) {
			level = diary.Meal
			break
		}
	}
	return open(f, layout().Meant(f.Header), func(r *row, e *diary.Entry) diary.Record {
		e.Level, e.Amount = level, r.cell("quantity")
		if level != diary.Food {
			e.Note, e.Amount = r.cell("food"), ""
		} else if e.Food = r.cell("food"); table.Empty(e.Food) {
			return &diary.SyntaxError{Column: "name", Reason: "is empty", Hint: "food_info.csv of the same export has the name"}
		}
		if e.Amount == "" {
			return nil
		}
		return table.CheckAmount(e.Amount, &e.Nutrients)
	})
}

// OpenMeals reads the totals of f.
func OpenMeals(f *table.File, _ table.Order) (table.Source, error) {
	return open(f, layout().Meant(f.Header), func(r *row, e *diary.Entry) diary.Record {
		e.Level, e.Note = diary.Meal, r.cell("food")
		return nil
	})
}

// OpenWater reads the drinks of f.
func OpenWater(f *table.File, _ table.Order) (table.Source, error) {
	const kind = "com.samsung.health.water_intake"
	above := ""
	if n := len(f.Preamble); n > 0 {
		above = f.Preamble[n-1][0]
	}
	if err := f.Need(layout().Tags(f.Header), "quantity"); err != nil {
		return nil, err
	}
	if above != kind {
		return nil, &diary.FileError{
			File:   f.Name,
			Reason: fmt.Sprintf("the line above the headings is %s and not %s", table.Quote(above), kind),
			Advice: "give the file as it was exported; Samsung Health writes other drinks in the same columns",
		}
	}
	meant := layout().Meant(f.Header)
	amount := slices.Index(layout().Tags(f.Header), "quantity")
	meant[amount] = "Water (ml)"
	return open(f, meant, func(r *row, e *diary.Entry) diary.Record {
		e.Food, e.Amount = "Water", r.cell("quantity")
		if table.Empty(e.Amount) {
			return &diary.SyntaxError{Column: "amount", Reason: "is empty"}
		}
		e.Amount += " ml"
		return table.CheckAmount(e.Amount, &e.Nutrients)
	})
}

// row is one line by the fields of the layout.
type row struct {
	tags  []string
	cells []string
}

func (r *row) cell(field string) string {
	if i := slices.Index(r.tags, field); i >= 0 {
		return table.Clean(r.cells[i])
	}
	return ""
}

// open reads the rows of f, whose nutrients are those that meant names. Rows may end with a comma more than
// the headings.
func open(f *table.File, meant []string, fill func(*row, *diary.Entry) diary.Record) (table.Source, error) {
	tags := layout().Tags(f.Header)
	if err := f.Need(tags, "date"); err != nil {
		return nil, err
	}
	nutrients := f.Nutrients(meant, func(column int) bool { return tags[column] != "" && meant[column] == f.Header[column] })
	var dates table.Dates
	return export.NewOutline(f, nutrients, layout().Ignored(f.Header), func(_ *export.Outline, cells []string) diary.Record {
		if len(cells) < len(tags) || strings.TrimSpace(strings.Join(cells[len(tags):], "")) != "" {
			return &diary.SyntaxError{Reason: fmt.Sprintf("the row has %d cells, the headings are %d", len(cells), len(tags))}
		}
		r := &row{tags, cells}
		date, clock, err := dates.Parse(r.cell("date"))
		if err != nil {
			return &diary.SyntaxError{Column: "start_time", Reason: err.Error()}
		}
		amounts, bad := nutrients.Read(cells)
		if bad != nil {
			return bad
		}
		export.DropZeros(&amounts)
		e := &diary.Entry{Date: date, Time: clock, Meal: mealOf(r.cell("meal")), Nutrients: amounts}
		if problem := fill(r, e); problem != nil {
			return problem
		}
		return e
	})
}

// meals are the codes of the app (Samsung Health SDK, HealthConstants.FoodIntake).
var meals = map[string]string{
	"100001": "Breakfast", "100002": "Lunch", "100003": "Dinner",
	"100004": "Morning snack", "100005": "Afternoon snack", "100006": "Evening snack",
}

func mealOf(code string) string {
	if meal, known := meals[code]; known {
		return meal
	}
	return code
}
