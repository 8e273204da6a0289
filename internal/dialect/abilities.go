package dialect

import (
	_ "embed" // what the formats can say
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Ability is what a format can say of a nutrient.
type Ability string

// The abilities. What a format can never say is not recorded, and no shortfall follows from it.
const (
	States      Ability = "measured" // has a column for it
	StatesShare Ability = "percent"  // as a percentage of a daily value that the file doesn't name
	StatesNot   Ability = "never"    // has no place for it
	StatesMaybe Ability = "unseen"   // no file has shown it yet
)

// Format is what is known of a dialect before a file is seen.
type Format struct {
	Name, Title string
	Totals      bool // its entries are totals that name no food
	Abilities   []Ability
	Note        string
}

//go:embed abilities.csv
var abilitiesCSV string

var abilities = sync.OnceValues(func() ([]nutrient.ID, map[string]Format) {
	ids, known, err := readAbilities(abilitiesCSV)
	if err != nil {
		panic(err) // an embedded file is broken: no test has passed on this build
	}
	return ids, known
})

func readAbilities(file string) ([]nutrient.ID, map[string]Format, error) {
	rows, err := csv.NewReader(strings.NewReader(file)).ReadAll()
	if err != nil {
		return nil, nil, err
	}
	var ids []nutrient.ID
	last := len(rows[0]) - 2 // behind the nutrients stand note and source
	for _, key := range rows[0][1:last] {
		id, ok := nutrient.ByKey(key)
		if !ok {
			return nil, nil, fmt.Errorf("no nutrient %q", key)
		}
		ids = append(ids, id)
	}
	known := map[string]Format{}
	for _, row := range rows[1:] {
		f := Format{Name: row[0], Note: row[last]}
		for _, cell := range row[1:last] {
			if !slices.Contains([]Ability{States, StatesShare, StatesNot, StatesMaybe}, Ability(cell)) {
				return nil, nil, fmt.Errorf("%s: no ability %q", row[0], cell)
			}
			f.Abilities = append(f.Abilities, Ability(cell))
		}
		known[f.Name] = f
	}
	return ids, known, nil
}

// Formats lists the dialects and what each can say of the nutrients that are listed first.
func Formats() ([]nutrient.ID, []Format) {
	ids, known := abilities()
	var all []Format
	for _, f := range formats() {
		k := known[f.name]
		k.Name, k.Title, k.Totals = f.name, f.title, slices.Contains(totals(), f.name)
		all = append(all, k)
	}
	return ids, all
}
