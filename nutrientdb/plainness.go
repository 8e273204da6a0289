package nutrientdb

import (
	"math"
	"slices"
	"strings"
)

// plainness is what full text search can't see, in the scale of its relevance: whether the words of a search head
// the food's name, how much the name says beyond them, and whether people eat this food.
func plainness(words []string, r *nameRow) (score float64) {
	parts := strings.Split(r.text, ",")
	if len(parts) > 1 && slices.Contains(classWords, strings.ToLower(parts[0])) && !slices.Contains(words, strings.ToLower(parts[0])) {
		parts = parts[1:]
	}
	for i, part := range parts {
		for j, w := range searchWords(part) {
			said := slices.ContainsFunc(words, func(s string) bool { return sameWord(s, w) })
			switch {
			case said && i == 0 && j == 0:
				score += 3
			case said && j == 0:
				score++
			case said || slices.Contains(plainWords, w):
			case i == 0:
				score -= 2.5 // another food: chicken curry
			default:
				score -= 0.4 // a kind of this food: chicken, stewed
			}
		}
	}
	if r.rank.Valid {
		score += 5 - math.Log10(float64(r.rank.Int64))
	}
	if r.known == 0 {
		score -= 10
	}
	return score
}

// classWords begin names without being part of what people call the food: "Fish, salmon", "Nuts, almonds".
var classWords = []string{"beans", "beverages", "cheese", "crustaceans", "fish", "mollusks", "nuts", "seeds", "spices"}

// plainWords say that a food is nothing special.
var plainWords = []string{"nfs", "ns", "as", "to", "raw", "whole", "plain", "regular"}

// sameWord reports whether two words differ at most in a plural ending.
func sameWord(a, b string) bool {
	return a == b || a+"s" == b || a == b+"s" || a+"es" == b || a == b+"es"
}
