package match

import (
	"strings"

	"github.com/nutrigap/nutrigap/internal/food"
)

// labels are words that people give to rows which name no food: notes, days, meals of their own.
var labels = wordSet(`daily day notes note done total totals misc miscellaneous standard usual std breakfast bfast lunch dinner
	supper brunch snack snacks meal meals main main dish recipe prototype same leftovers leftover stuff various other unknown
	today yesterday monday tuesday wednesday thursday friday saturday sunday am pm morning afternoon evening test the my a
	of from skipped nothing fasting fast none na n/a quick add custom entry entries calories item items copy`)

var months = wordSet(`jan january feb february mar march apr april may jun june jul july aug august sep sept september oct
	october nov november dec december`)

// notFood says why a row names no food, or nothing.
func notFood(q Query) string {
	words := split(withoutDate(fold(q.Food)))
	for _, w := range words {
		if !labels[w] && !isMark(w) && w != "and" && !isNumber(w) {
			if a, err := food.ParseAmount(q.Amount); err == nil && isForm(a.Unit) {
				return "a supplement that doesn't state its dose"
			}
			return ""
		}
	}
	return "names no food"
}

func isNumber(w string) bool {
	for i := 0; i < len(w); i++ {
		if !isDigit(w[i]) && w[i] != '.' {
			return false
		}
	}
	return true
}

// withoutDate drops the dates that people put into the names of their own mixtures: "Mixed vegetables Jan 7
// 2024".
func withoutDate(s string) string {
	words := strings.Fields(s)
	var kept []string
	for i := 0; i < len(words); i++ {
		if months[strings.Trim(words[i], ".,")] && i+1 < len(words) && isOrdinal(words[i+1]) {
			i++
			if i+1 < len(words) && len(words[i+1]) == 4 && isNumber(words[i+1]) {
				i++
			}
			continue
		}
		kept = append(kept, words[i])
	}
	if len(kept) == len(words) {
		return s
	}
	return strings.Join(kept, " ")
}

// isOrdinal reports whether a word is a day or a year: "7", "3rd", "2024".
func isOrdinal(w string) bool {
	w = strings.Trim(w, ",.")
	for _, ending := range []string{"st", "nd", "rd", "th"} {
		w = strings.TrimSuffix(w, ending)
	}
	return w != "" && isNumber(w)
}
