package match

import (
	"slices"
	"strings"
)

// joiners join foods in a text, connectives the parts of a dish in its name.
var (
	joiners     = []string{" and ", " on ", " & ", " + "}
	connectives = []string{" and ", " with ", " or ", " on ", " in ", "&", "sandwich", "/"}
)

// doubtJoined is the most that one food is believed in for a text that joins two, when its name joins nothing:
// "2 eggs and toast" may be read as "Bread, egg, toasted", but a person should look.
const doubtJoined = 0.5

// doubtful is the confidence in one food for a text.
func doubtful(confidence float64, text, name string) float64 {
	has := func(s string, list []string) bool {
		s = strings.ToLower(s)
		return slices.ContainsFunc(list, func(c string) bool { return strings.Contains(s, c) })
	}
	if has(text, joiners) && !has(name, connectives) {
		return min(confidence, doubtJoined)
	}
	return confidence
}
