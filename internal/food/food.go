// Package food holds foods as a composition table describes them, and turns household amounts
// ("1 cup", "2 slices", "4 x 20 g") into grams.
//
// Its rule: a food's own portions come first, a general measure second, and every weight says what it
// rests on. It refuses to guess a weight silently: an amount that it can't weigh is an error.
package food

import "github.com/nutrigap/nutrigap/internal/nutrient"

// Food is one food of a composition table.
type Food struct {
	Code     string   // FNDDS food code or SR Legacy NDB number
	Name     string   // the table's description, most general word first: "Spinach, raw"
	Also     []string // other names: additional descriptions, common names, brands
	Source   string   // the table: "FNDDS 2021-2023" or "SR Legacy"
	Category string
	Rank     int // place among the foods that people report most often, 1 the commonest; 0 is unranked

	Per100g  nutrient.Amounts
	Portions []Portion
}

// Portion is one household measure of a food and its weight.
type Portion struct {
	Amount float64 // 1 in "1 cup, chopped"
	Label  string  // "cup, chopped"
	Grams  float64 // for the whole Amount; always above 0
	Kind   PortionKind
}

// PortionKind says how a portion may be used.
type PortionKind string

// The kinds of portion.
const (
	Household PortionKind = "household" // a measure that a person may name
	Usual     PortionKind = "usual"     // the portion meant when nobody named one ("Quantity not specified")
	Guideline PortionKind = "guideline" // an additive's amount on something else ("Guideline amount per fl oz of beverage")
)
