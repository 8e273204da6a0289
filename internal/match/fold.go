package match

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxText is the longest text that is read, in bytes; what people log is far shorter.
const maxText = 4000

// fold brings text into the one form in which names and queries are compared: lower case, no accents,
// straight quotes, valid UTF-8, and nothing beyond maxText.
func fold(s string) string {
	if len(s) > maxText {
		s = s[:maxText]
	}
	if !isASCII(s) {
		s = foldUnicode(s)
	}
	return strings.ToLower(s)
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// plainer spells out letters and marks that have no decomposition.
var plainer = strings.NewReplacer("’", "'", "‘", "'", "´", "'", "`", "'", "“", `"`, "”", `"`, "″", `"`,
	"–", "-", "—", "-", "‑", "-", "ł", "l", "Ł", "l", "ø", "o", "Ø", "o", "ß", "ss", "æ", "ae", "Æ", "ae", "œ", "oe", "Œ", "oe")

// foldUnicode drops accents. Fractions keep their meaning because [norm.NFD] leaves "½" alone.
func foldUnicode(s string) string {
	s = norm.NFD.String(plainer.Replace(strings.ToValidUTF8(s, " ")))
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case unicode.IsSpace(r):
			return ' '
		}
		return r
	}, s)
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// irregular plurals of food words.
var irregular = map[string]string{
	"leaves": "leaf", "loaves": "loaf", "halves": "half", "calves": "calf", "knives": "knife",
	"quiches": "quiche", "ceviches": "ceviche", "teeth": "tooth", "feet": "foot", "geese": "goose",
	"fries": "fry", "pies": "pie", "brownies": "browny", "pastries": "pastry",
}

// stem is the word without its plural ending, so that "berries" meets "berry" and "cookie" "cookies". It
// keeps every other ending: "sweet" isn't "sweetened".
func stem(word string) string {
	if s, ok := irregular[word]; ok {
		return s
	}
	n := len(word)
	if n < 4 {
		return word
	}
	switch {
	case strings.HasSuffix(word, "ies") && n > 4:
		return word[:n-3] + "y"
	case strings.HasSuffix(word, "ie") && n > 4:
		return word[:n-2] + "y"
	case hasAnySuffix(word, "sses", "xes", "zes", "ches", "shes", "oes"):
		return word[:n-2]
	case hasAnySuffix(word, "ss", "us", "is"):
		return word
	case word[n-1] == 's':
		return word[:n-1]
	}
	return word
}

func hasAnySuffix(s string, suffixes ...string) bool {
	for _, x := range suffixes {
		if strings.HasSuffix(s, x) {
			return true
		}
	}
	return false
}
