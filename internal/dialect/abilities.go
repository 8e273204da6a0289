package dialect

import (
	_ "embed" // what the formats can say
	"encoding/csv"
	"slices"
	"strings"
	"sync"

	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Ability is what a format can say of a nutrient.
type Ability string

// The abilities.
const (
	Measured Ability = "measured" // it has a column for it
	Percent  Ability = "percent"  // as a percentage of a daily value that the file doesn't name
	Never    Ability = "never"    // it has no place for it, so that no shortfall follows from its silence
	Unseen   Ability = "unseen"   // no file has shown it yet
)

// Format is what is known of a dialect before a file is seen.
type Format struct {
	Name, Title string
	Totals      bool // its entries are totals that name no food
	Says        map[nutrient.ID]Ability
	Note        string // empty where there is nothing to add
}

//go:embed abilities.csv
var abilitiesCSV string

// abilities is the list with its headings: dialect, the nutrients, note and source.
var abilities = sync.OnceValue(func() [][]string {
	rows, err := csv.NewReader(strings.NewReader(abilitiesCSV)).ReadAll()
	if err != nil {
		panic(err) // an embedded file is broken: no test has passed on this build
	}
	return rows
})

// Judged lists the nutrients of which it is known what each format can say, in the order of the list.
func Judged() []nutrient.ID {
	var ids []nutrient.ID
	for _, key := range abilities()[0] {
		if id, ok := nutrient.ByKey(key); ok {
			ids = append(ids, id)
		}
	}
	return ids
}

// Formats lists the dialects and what each can say.
func Formats() []Format {
	var all []Format
	for _, f := range formats() {
		known := Format{Name: f.name, Title: f.title, Totals: slices.Contains(totals(), f.name), Says: map[nutrient.ID]Ability{}}
		for _, row := range abilities()[1:] {
			if row[0] != f.name {
				continue
			}
			for i, id := range Judged() {
				known.Says[id] = Ability(row[i+1])
			}
			known.Note = row[len(row)-2]
		}
		all = append(all, known)
	}
	return all
}
