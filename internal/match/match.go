// Package match turns what a person wrote ("2 eggs on toast", "black coffee" + "12 fl oz") into foods of
// a table and grams, with the reasons and a confidence.
//
// Its rule: abstaining is a normal result. It accepts only what it is sure of, offers candidates for
// review where it isn't, and says so when nothing fits. It refuses to count what it didn't understand as
// zero, and it knows no file, no database and no network: foods come in through [Index].
package match

import (
	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Query is one logged food: its text and its amount. Either may be empty; then the other holds both.
type Query struct{ Food, Amount string }

// Status says what may be done with an item.
type Status string

// The statuses of an item.
const (
	Accepted  Status = "accepted"  // sure enough to be counted
	Review    Status = "review"    // counted as a best guess, and a person should look
	Unmatched Status = "unmatched" // nothing fits; its nutrients are unknown
)

// Kind says how a food was found.
type Kind string

// The kinds of match, the surest first.
const (
	ByChoice Kind = "own choice"  // the person said so before
	ByName   Kind = "exact name"  // the table's own name or one of its other names
	ByDose   Kind = "stated dose" // a supplement whose name or amount states the nutrient
	BySearch Kind = "search"      // found by its words and ranked
	ByNone   Kind = "none"
)

// Item is one food recognised in a query. A query may hold several.
type Item struct {
	Text       string // the words of the query that this item reads
	Status     Status
	Kind       Kind
	Food       *food.Food  // nil for an unmatched item and for a stated dose
	Confidence float64     // calibrated chance that the food is right, 0 to 1
	Why        []string    // the reasons, for people
	Candidates []Candidate // up to five, best first, where the item is for review

	Weight    food.Weight
	AmountErr error // why the amount couldn't be weighed; Weight is then the zero value

	// Amounts are the nutrients of the whole amount; unknown where the food or its weight is.
	Amounts nutrient.Amounts
}

// Candidate is a food that may be meant.
type Candidate struct {
	Food       *food.Food
	Confidence float64
	Why        []string
}
