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

// foldUnicode drops accents. Fractions keep their meaning because [norm.NFD] leaves "½" alone, and the
// letters that have no decomposition are spelt out.
func foldUnicode(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToValidUTF8(s, " ")) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == '’' || r == '‘' || r == '´' || r == '`':
			b.WriteByte('\'')
		case r == '“' || r == '”' || r == '″':
			b.WriteByte('"')
		case r == '–' || r == '—' || r == '‑':
			b.WriteByte('-')
		case r == 'ł' || r == 'Ł':
			b.WriteByte('l')
		case r == 'ø' || r == 'Ø':
			b.WriteByte('o')
		case r == 'ß':
			b.WriteString("ss")
		case r == 'æ' || r == 'Æ':
			b.WriteString("ae")
		case r == 'œ' || r == 'Œ':
			b.WriteString("oe")
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// mark is a punctuation mark that structures a name.
const (
	markComma = ","
	markOpen  = "("
	markClose = ")"
	markSemi  = ";"
	markSlash = "/"
)

// split cuts folded text into words and the marks that structure a name. Apostrophes vanish ("reese's"
// is "reeses"), hyphens part words, "%" stays with its number, "&" and "+" are "and", "w/" is "with".
func split(s string) []string {
	words := make([]string, 0, len(s)/5+1)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			word, used := takeWord(s[i:])
			if word == "w" && strings.HasPrefix(s[i+used:], "/") {
				word, used = withWord(s[i:])
			}
			words = append(words, word)
			i += used
			continue
		case r == ',' || r == '(' || r == ')' || r == ';' || r == '/':
			words = append(words, s[i:i+1])
		case r == '|':
			words = append(words, markSemi)
		case r == '&' || r == '+':
			words = append(words, "and")
		}
		i += n
	}
	return words
}

// withWord reads "w/" as with and "w/o" as without.
func withWord(s string) (word string, used int) {
	if strings.HasPrefix(s, "w/o ") {
		return "without", len("w/o")
	}
	return "with", len("w/")
}

// takeWord reads the word at the beginning of s and says how many bytes it takes.
func takeWord(s string) (word string, used int) {
	quoted := false
	for i, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
		case r == '\'' && i > 0 && joined(s[i+1:]):
			quoted = true
		case r == '.' && i > 0 && isDigit(s[i-1]) && i+1 < len(s) && isDigit(s[i+1]):
		case r == '%' && i > 0 && isDigit(s[i-1]):
			return s[:i+1], i + 1
		case r == ' ' && i > 0 && isDigit(s[i-1]) && strings.HasPrefix(s[i:], " %"):
			return s[:i] + "%", i + 2
		default:
			return unquote(s[:i], quoted), i
		}
	}
	return unquote(s, quoted), len(s)
}

// joined reports whether s goes on with a letter, as after the apostrophe of "reese's".
func joined(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

func unquote(word string, quoted bool) string {
	if !quoted {
		return word
	}
	return strings.ReplaceAll(word, "'", "")
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
