package match

import (
	"strings"

	"github.com/nutrigap/nutrigap/internal/food"
)

// drinks take additives of which nobody says how much.
var drinks = wordSet("coffee tea espresso decaf")

// additives are what goes into a drink: "tea with milk and sugar".
var additives = wordSet("milk cream sugar honey creamer sweetener stevia splenda lemon half-and-half skim whole oat almond soy")

// additive reports whether piece i is something in the drink that the first piece names.
func additive(pieces []piece, i int) bool {
	if pieces[i].before != byWith && (pieces[i].before != byAnd && pieces[i].before != byComma || i == 1) || !anyIn(pieces[0].text, drinks) {
		return false
	}
	for w := range strings.FieldsSeq(pieces[i].text) {
		if !additives[w] {
			return false
		}
	}
	return pieces[i].text != ""
}

func anyIn(text string, set map[string]bool) bool {
	for w := range strings.FieldsSeq(text) {
		if set[w] {
			return true
		}
	}
	return false
}

// stirredBasis is what the weight of something put into a drink rests on.
const stirredBasis = "guideline amount in a drink"

// stir weighs what was put into a drink by the table's guideline for a fluid ounce of it, where the table has
// one and nobody said how much it was.
func (it *Item) stir(drink *Item) {
	if it.Food == nil || drink.Food == nil || drink.Weight.Grams <= 0 {
		return
	}
	for _, p := range it.Food.Portions {
		if p.Kind != food.Guideline || !strings.Contains(p.Label, "fl oz of beverage") {
			continue
		}
		const gramsPerOunce = 29.57 // of water
		grams := p.Grams / max(p.Amount, 1) * drink.Weight.Grams / gramsPerOunce
		it.Weight = food.Weight{Grams: grams, Low: grams / 2, High: grams * 2, Basis: stirredBasis}
		it.Amounts, it.AmountErr = it.Food.Per100g.Times(grams/100), nil
		return
	}
}
