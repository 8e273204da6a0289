package plain

import (
	_ "embed" // the headings and the meals that people use
	"encoding/csv"
	"slices"
	"strings"
	"sync"

	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

//go:embed columns.csv
var columnsCSV string

//go:embed meals.csv
var mealsCSV string

// synonym is a column under one of its names. Names stand in the order in which they are preferred.
type synonym struct{ name, column, unit string }

var synonyms = sync.OnceValue(func() []synonym {
	var all []synonym
	for _, r := range rowsOf(columnsCSV) {
		all = append(all, synonym{table.Fold(r[0]), r[1], r[2]})
	}
	return all
})

var meals = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, r := range rowsOf(mealsCSV) {
		all[table.Fold(r[0])] = true
	}
	return all
})

func rowsOf(file string) [][]string {
	rows, err := csv.NewReader(strings.NewReader(file)).ReadAll()
	if err != nil {
		panic(err) // an embedded file is broken: no test has passed on this build
	}
	return rows[1:]
}

// isMeal reports whether a text is the name of a meal: "Breakfast", "Snack #2".
func isMeal(text string) bool {
	if len(text) > 40 {
		return false
	}
	return meals()[strings.TrimRight(table.Fold(text), "0123456789")]
}

// Knows reports whether a column of that heading is read.
func Knows(heading string) bool {
	_, isNutrient := nutrient.ParseHeading(heading)
	folded := table.Fold(heading)
	return isNutrient || isMeal(heading) || slices.ContainsFunc(synonyms(), func(s synonym) bool { return s.name == folded })
}

// layout is which heading fills which field of row, and the units that the headings name.
type layout struct {
	tags  []string
	units map[string]string // by column
	meals []int             // the columns that are headed by a meal and hold its foods
}

// read finds the columns of a header. Where several headings mean one column, the preferred one is read
// and the others are ignored.
func read(header []string) layout {
	l := layout{tags: make([]string, len(header)), units: map[string]string{}}
	found := map[string]string{} // column -> name
	folded := table.FoldAll(header)
	for _, s := range synonyms() {
		for i, heading := range folded {
			if heading != s.name || found[s.column] != "" && found[s.column] != s.name {
				continue
			}
			l.tags[i] = s.column
			found[s.column] = s.name
			l.units[s.column] = s.unit
		}
	}
	if !l.has("food") {
		if i := slices.Index(l.tags, "other"); i >= 0 {
			l.tags[i] = "food"
		}
	}
	for i, heading := range header {
		if l.tags[i] == "" && isMeal(heading) {
			l.meals = append(l.meals, i)
		}
	}
	return l
}

func (l *layout) has(column string) bool { return slices.Contains(l.tags, column) }

// wide reports whether there is a column for each meal instead of one for the food.
func (l *layout) wide() bool { return len(l.meals) > 0 && !l.has("food") }

// swap reads the column of the meals as that of the foods where its cells are foods: there is no other, or
// the other's cells are meals.
func (l *layout) swap(f *table.File) {
	meal, food := slices.Index(l.tags, "meal"), slices.Index(l.tags, "food")
	if meal < 0 || l.mostlyMeals(f, meal) {
		return
	}
	if food < 0 {
		l.tags[meal] = "food"
	} else if l.mostlyMeals(f, food) {
		l.tags[meal], l.tags[food] = "food", "meal"
	}
}

// mostlyMeals reports whether half of the first cells of a column are names of meals, or blank.
func (l *layout) mostlyMeals(f *table.File, column int) bool {
	const enough = 200
	meals, others := 0, 0
	for cell := range f.Sample(column) {
		if meals+others == enough {
			break
		}
		if table.Empty(cell) || isMeal(cell) {
			meals++
		} else {
			others++
		}
	}
	return meals >= others
}
