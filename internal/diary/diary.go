// Package diary holds what any food diary says, whatever program wrote it: entries, the lines that could
// not be read, and the lines that are not food.
//
// Its rule: every line of a file becomes exactly one [Record] with its position, so that entries, errors
// and skipped lines together are all lines. It refuses to interpret: what "a bowl" weighs and which food
// is meant is decided elsewhere.
package diary

import (
	"fmt"

	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Pos is a place in a diary file. Line counts physical lines from 1, so that an editor finds it.
type Pos struct {
	File string
	Line int
}

// String is "file:line", or the file alone where there is no line.
func (p Pos) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d", p.File, p.Line)
}

// Record is what one line of a diary became: an [*Entry], a [*SyntaxError] or a [*Skipped].
type Record interface{ Position() Pos }

// Reader yields the records of one diary in file order and ends with [io.EOF]. Any other error means
// that the file itself can't be read on; a line that can't be understood is a *SyntaxError record.
type Reader interface {
	Read() (Record, error)
}

// Level says what the nutrients of an entry are the sum of.
type Level uint8

// The levels of entries. A diary is read at one of them only: a day is the sum of its meals, and a meal
// that of its foods.
const (
	Food Level = iota // one food, as somebody logged it
	Meal              // everything that a meal held; which foods is not known
	Day               // everything that a day held
)

// String is what an entry of the level is called: "food", "meal total" or "day total".
func (l Level) String() string {
	switch l {
	case Meal:
		return "meal total"
	case Day:
		return "day total"
	}
	return "food"
}

// Entry is one food as it was logged, or what an app gives instead: a total that names no food. Text
// fields are the person's own words, trimmed.
type Entry struct {
	Pos      Pos
	Date     Date
	Time     string // "15:04" where the diary has a time, else empty
	Meal     string
	Level    Level
	Food     string // empty unless the level is Food
	Amount   string // with its unit, "120.00 g", "2 slices"; empty where the diary has none
	Note     string
	Category string // the app's own category of the food, if it has one

	// Nutrients are the values that the diary itself gives for the whole amount.
	Nutrients nutrient.Amounts
}

// Position is where the entry stands.
func (e *Entry) Position() Pos { return e.Pos }

// Label is what the entry is called among others: its food, or which total it is.
func (e *Entry) Label() string {
	if e.Level == Food {
		return e.Food
	}
	return e.Level.String()
}

// SyntaxError is a line that can't be read. It never costs another line.
type SyntaxError struct {
	Pos    Pos
	Column string // the heading as the file spells it, if the trouble is in one cell
	Reason string // subject first, lower case, the user's own spelling in quotes
	Hint   string // what to do, if there is something to do
}

// Position is where the line stands.
func (e *SyntaxError) Position() Pos { return e.Pos }

// Error is "file:line: column: reason"; the hint is separate.
func (e *SyntaxError) Error() string {
	if e.Column == "" {
		return fmt.Sprintf("%s: %s", e.Pos, e.Reason)
	}
	return fmt.Sprintf("%s: %s: %s", e.Pos, e.Column, e.Reason)
}

// Skipped is a line that was understood and is no food eaten: planned and not eaten, a total, a blank.
type Skipped struct {
	Pos    Pos
	Reason string // a few words that can be counted: "amount is zero"
}

// Position is where the line stands.
func (s *Skipped) Position() Pos { return s.Pos }
