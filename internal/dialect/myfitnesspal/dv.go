package myfitnesspal

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/nutrigap/nutrigap/internal/nutrient"

	_ "embed" // the daily values
)

//go:embed dv.csv
var dvCSV string

// dailyValue is one hundred percent of a column.
type dailyValue struct {
	heading, base string
	id            nutrient.ID
	amount        float64
}

var allDailyValues = sync.OnceValue(func() []dailyValue {
	all, err := readDailyValues(dvCSV)
	if err != nil {
		panic(err) // an embedded file is broken: no test has passed on this build
	}
	return all
})

func readDailyValues(embedded string) ([]dailyValue, error) {
	rows, err := csv.NewReader(strings.NewReader(embedded)).ReadAll()
	if err != nil {
		return nil, err
	}
	var all []dailyValue
	for _, row := range rows[1:] {
		id, known := nutrient.ByKey(row[1])
		amount, err := strconv.ParseFloat(row[3], 64)
		if !known || err != nil {
			return nil, fmt.Errorf("daily value of %q: %w", row[0], err)
		}
		all = append(all, dailyValue{heading: row[0], base: row[2], id: id, amount: amount})
	}
	return all, nil
}

// Bases are the sets of US daily values that percentages can be of, by the year they came: 2016 for the
// label of today, 1995 for the one before.
func Bases() []string { return []string{"2016", "1995"} }

// dailyValues is the amount of one hundred percent of each nutrient; empty for an empty base.
func dailyValues(base string) (map[nutrient.ID]float64, error) {
	if base != "" && !slices.Contains(Bases(), base) {
		return nil, fmt.Errorf("%q is no set of daily values; known are %s", base, strings.Join(Bases(), ", "))
	}
	values := map[nutrient.ID]float64{}
	for _, v := range allDailyValues() {
		if v.base == base {
			values[v.id] = v.amount
		}
	}
	return values, nil
}

// unbased are the headings of percentages without a daily value among the given ones.
func unbased(values map[nutrient.ID]float64) []string {
	var headings []string
	for _, v := range allDailyValues() {
		if _, based := values[v.id]; !based && !slices.Contains(headings, v.heading) {
			headings = append(headings, v.heading)
		}
	}
	return headings
}
