package match

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The marks that structure a name.
const (
	markComma = ","
	markOpen  = "("
	markClose = ")"
	markSemi  = ";"
	markSlash = "/"
)

func isMark(s string) bool {
	return s == markComma || s == markOpen || s == markClose || s == markSemi
}

// eachWord cuts folded text into words and the marks that structure a name. Apostrophes vanish ("reese's" is
// "reeses"), hyphens part words, "%" stays with its number, "&" and "+" are "and", "w/" is "with".
func eachWord(s string, use func(string)) {
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c == ' ':
			i++
		case isWordByte(c):
			word, used := takeWord(s[i:])
			if n := leanness(s[i:], word, used); n > 0 {
				word, used = word+"%", n
			}
			if word == "w" && strings.HasPrefix(s[i+used:], markSlash) {
				word, used = withWord(s[i:])
			}
			use(word)
			i += used
		case c == ',' || c == '(' || c == ')' || c == ';' || c == '/':
			use(s[i : i+1])
			i++
		case c == '|':
			use(markSemi)
			i++
		case c == '&' || c == '+':
			use("and")
			i++
		case c < utf8.RuneSelf:
			i++
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				word, used := takeWord(s[i:])
				use(word)
				n = used
			}
			i += n
		}
	}
}

// split is all words of a text.
func split(s string) []string {
	var words []string
	eachWord(s, func(w string) { words = append(words, w) })
	return words
}

func isWordByte(c byte) bool { return 'a' <= c && c <= 'z' || isDigit(c) }

// leanness reads "80/20" as 80 % lean: it is how many bytes that takes, or 0.
func leanness(s, word string, used int) int {
	if len(word) != 2 || len(s) < used+3 || s[used] != '/' {
		return 0
	}
	lean, err := strconv.Atoi(word)
	if err != nil {
		return 0
	}
	if fat, err := strconv.Atoi(s[used+1 : used+3]); err != nil || lean+fat != 100 {
		return 0
	}
	return used + 3
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
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case isWordByte(c):
			i++
			continue
		case c >= utf8.RuneSelf:
			if r, n := utf8.DecodeRuneInString(s[i:]); unicode.IsLetter(r) || unicode.IsDigit(r) {
				i += n
				continue
			}
		case c == '\'' && i > 0 && joined(s[i+1:]):
			quoted = true
			i++
			continue
		case c == '.' && i > 0 && isDigit(s[i-1]) && i+1 < len(s) && isDigit(s[i+1]):
			i++
			continue
		case c == '%' && i > 0 && isDigit(s[i-1]):
			return s[:i+1], i + 1
		case c == ' ' && i > 0 && isDigit(s[i-1]) && strings.HasPrefix(s[i:], " %"):
			return s[:i] + "%", i + 2
		}
		return unquote(s[:i], quoted), i
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

// wordSet is a set of the words of a text.
func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}
