// Package app is what nutrigap can do, one use case a file: judge a diary, keep it, explain a figure,
// look a food up.
//
// Its rule: a use case takes readers and small interfaces, and returns a finished value; opening files,
// printing and the clock belong to the command. It refuses to lose a row: whatever can't be read comes
// back with its position.
package app

import (
	"github.com/nutrigap/nutrigap/internal/match"
)

// Matcher finds the foods in what a person wrote. It is safe for concurrent use.
type Matcher interface {
	Match(match.Query) []match.Item
}
