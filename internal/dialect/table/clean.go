package table

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// maxText is how many characters a cell may hold. A longer one is no name of a food and no note.
const maxText = 10_000

// Clean makes a cell safe to carry and to show: trimmed, in one line, without control characters (and so
// without terminal escapes) and without the invisible ones that reorder or hide text. Bytes that are not
// UTF-8 are read as Windows-1252, which is what spreadsheets write, and what was encoded twice is repaired.
func Clean(text string) string {
	plain := true
	for i := range len(text) {
		if c := text[i]; c < ' ' || c > '~' {
			plain = false
			break
		}
	}
	if plain {
		return strings.Trim(text, " ")
	}
	if !utf8.ValidString(text) {
		text = decodeStrays(text)
	}
	text = repair(text)
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t':
			return ' '
		case r == '\u200c' || r == '\u200d': // joiners belong to Persian words and to emoji
			return r
		case unicode.In(r, unicode.Cc, unicode.Cf):
			return -1
		}
		return r
	}, text))
}

// CleanAll cleans all cells of a row into a new slice.
func CleanAll(cells []string) []string {
	clean := make([]string, len(cells))
	for i, cell := range cells {
		clean[i] = Clean(cell)
	}
	return clean
}

// decodeStrays replaces each byte that is no UTF-8 by its meaning in Windows-1252.
func decodeStrays(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && size == 1 {
			r = charmap.Windows1252.DecodeByte(text[i])
		}
		b.WriteRune(r)
		i += size
	}
	return b.String()
}

// Fold leaves of a heading what tells names apart: letters and digits in lower case. "Food Name",
// "food_name" and "FoodName" are the same.
func Fold(heading string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, heading)
}

// FoldAll folds all headings of a file.
func FoldAll(headings []string) []string {
	folded := make([]string, len(headings))
	for i, heading := range headings {
		folded[i] = Fold(heading)
	}
	return folded
}

// Empty reports whether a cell says nothing: blank, or one of the marks that apps and people put there.
func Empty(cell string) bool {
	switch cell {
	case "", "-", "--", "–", "—", "?", "n/a", "N/A", "n/A", "N/a", "na", "NA", "null", "NULL":
		return true
	}
	return false
}

// Quote is a text as a message shows it: quoted, and cut where it is long.
func Quote(text string) string {
	const most = 60
	n := 0
	for i := range text {
		if n == most {
			return fmt.Sprintf("%q", text[:i]+"…")
		}
		n++
	}
	return fmt.Sprintf("%q", text)
}

// List is some names as a message shows them: the first ones, and how many more there are.
func List(names []string, most int) string {
	if len(names) > most {
		names = append(names[:most:most], fmt.Sprintf("and %d more", len(names)-most))
	}
	return strings.Join(names, ", ")
}
