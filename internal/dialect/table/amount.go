package table

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// maxCount is more of anything than a person eats at once, be it 1,000,000 IU.
const maxCount = 1_000_000

// CheckAmount looks at the number that an amount begins with. An amount of zero was planned or deleted
// and makes a *[diary.Skipped], a negative or an absurd one a *[diary.SyntaxError] in the column tagged
// "amount", one of zero with nutrients above zero as well, since one of the two must be wrong. All other
// amounts give nil: what they weigh is decided elsewhere.
func CheckAmount(amount string, nutrients *nutrient.Amounts) diary.Record {
	rest, negative := cutMinus(amount)
	end := strings.IndexFunc(rest, func(r rune) bool { return !strings.ContainsRune("0123456789.,", r) })
	if end < 0 {
		end = len(rest)
	}
	count, err := nutrient.ParseNumber(rest[:end])
	behind := []rune(rest[end:])
	isCount := len(behind) == 0 || unicode.IsLetter(behind[0]) || strings.ContainsRune(" (×", behind[0])
	switch {
	case negative && end > 0:
		return badAmount(amount, "is negative", "an amount that was taken back is left out together with the row that it corrects")
	case err != nil || !isCount:
		return nil
	case count > maxCount:
		return badAmount(amount, "is more than anyone eats", "")
	case count > 0:
		return nil
	}
	for id, q := range nutrients {
		if value, known := q.Known(); known && value > 0 {
			return badAmount(amount, fmt.Sprintf("is zero, and yet the row has %s", nutrient.ID(id).Name()), "")
		}
	}
	return &diary.Skipped{Reason: "amount is zero"}
}

func cutMinus(amount string) (rest string, negative bool) {
	for _, minus := range []string{"-", "−"} {
		if rest, ok := strings.CutPrefix(amount, minus); ok {
			return rest, true
		}
	}
	return amount, false
}

func badAmount(amount, why, hint string) diary.Record {
	return &diary.SyntaxError{Column: "amount", Reason: Quote(amount) + " " + why, Hint: hint}
}
