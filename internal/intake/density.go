package intake

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// densitiesCSV is made from the nutrient table by TestDensitiesAreThoseOfTheTable with -update: for every
// category of foods the median amount in 100 g, of the foods that have a value.
//
//go:embed data/densities.csv
var densitiesCSV string

// minFoods is how many foods of a category must have a value before their median speaks for the others.
const minFoods = 3

// density is what the foods of a category usually hold in a gram.
type density nutrient.Amounts

var densities = sync.OnceValue(func() map[string]*density {
	lines := strings.Split(strings.TrimSpace(densitiesCSV), "\n")
	table := make(map[string]*density, len(lines))
	for _, line := range lines[1:] {
		// The name comes last, because it alone may hold commas.
		cells := strings.SplitN(line, ",", nutrient.Count+1)
		d := new(density)
		for id := range d {
			if v, err := strconv.ParseFloat(cells[id], 64); err == nil {
				d[id] = nutrient.Of(v / 100)
			}
		}
		table[cells[nutrient.Count]] = d
	}
	return table
})

// densityOf is not ok for a category that the table doesn't have.
func densityOf(category string) (d *density, ok bool) {
	d, ok = densities()[category]
	return d, ok
}

// inGrams is what so many grams of such food usually hold.
func (d *density) inGrams(id nutrient.ID, grams float64) (amount float64, ok bool) {
	return d[id].Times(grams).Known()
}

// inEnergy is what such food of so much energy, in kcal, usually holds: the two medians of a gram set
// against each other. Food that is as good as free of energy can't be measured by it.
func (d *density) inEnergy(id nutrient.ID, kcal float64) (amount float64, ok bool) {
	perGram, known := d[nutrient.Energy].Known()
	if !known || perGram < calorieFree/100. {
		return 0, false
	}
	return d[id].Times(kcal / perGram).Known()
}
