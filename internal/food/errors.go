package food

import (
	"fmt"
	"strings"
)

// UnitError says that an amount names a measure that is in no table. The [Amount] that comes with it still
// holds the count and the words, so that a food which is sold by that word ("1 siopao") can be weighed.
type UnitError struct {
	Unit string
	Food string // what was measured, as written; empty where nobody said
}

func (e *UnitError) Error() string {
	of := ""
	if e.Food != "" {
		of = fmt.Sprintf(" for %q", e.Food)
	}
	return fmt.Sprintf("unknown unit %q%s; use g, ml, oz, fl oz, tsp, tbsp, cup, slice, piece, small, medium, large or serving", e.Unit, of)
}

// WeighError says that a measure is known but has no weight for this food.
type WeighError struct {
	Amount string   // as understood: "2 slice"
	Food   string   // the food's name
	Known  []string // the measures that the food has, at most eight
}

func (e *WeighError) Error() string {
	if len(e.Known) == 0 {
		return fmt.Sprintf("%q of %q can't be weighed; give grams", e.Amount, e.Food)
	}
	return fmt.Sprintf("%q of %q can't be weighed; give grams, or one of: %s", e.Amount, e.Food, strings.Join(e.Known, "; "))
}

// RangeError says that an amount is negative, no number, or more than anybody eats.
type RangeError struct{ Amount, Why string }

func (e *RangeError) Error() string { return fmt.Sprintf("%q %s", e.Amount, e.Why) }

// NumberError says that an amount begins with something that is neither a number nor a measure.
type NumberError struct{ Text string }

func (e *NumberError) Error() string {
	return fmt.Sprintf("%q has no amount that can be read; write a number and a unit, such as 2 slices or 150 g", e.Text)
}
