package food

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

type tokenKind uint8

const (
	noToken tokenKind = iota
	wordToken
	numberToken
	markToken
)

// token is a piece of the text that is read as one: a word with its inner hyphens and apostrophes, a number
// ("12", "1.50", "3/4", "½"), or a single mark.
type token struct {
	text       string // as written, without the full stop of an abbreviation
	start, end int    // bytes of the text; end includes that full stop
	value      float64
	kind       tokenKind
	tight      bool // follows the token before it without a space
	ratio      bool // written as a fraction: "3/4", "80/20"
	decimals   int8 // digits after the decimal point; apps write exactly two
}

// scan appends the tokens of text to dst. It never fails: what it doesn't know is a mark.
func scan(dst []token, text string) []token {
	end := 0
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) || r == utf8.RuneError {
			i += n
			continue
		}
		t := token{start: i, tight: i > 0 && end == i}
		switch _, vulgar := vulgarFraction(r); {
		case isDigit(r) || vulgar || r == '.' && i+1 < len(text) && isDigit(rune(text[i+1])) && !t.tight:
			scanNumber(&t, text)
		case unicode.IsLetter(r):
			scanWord(&t, text)
		default:
			t.kind, t.end = markToken, i+n
			t.text = text[i:t.end]
		}
		i, end = t.end, t.end
		dst = append(dst, t)
	}
	return dst
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// vulgarFraction is the value of one of Unicode's ready-made fractions.
func vulgarFraction(r rune) (float64, bool) {
	switch r {
	case '½':
		return 1. / 2, true
	case '¼':
		return 1. / 4, true
	case '¾':
		return 3. / 4, true
	case '⅓':
		return 1. / 3, true
	case '⅔':
		return 2. / 3, true
	case '⅕':
		return 1. / 5, true
	case '⅖':
		return 2. / 5, true
	case '⅗':
		return 3. / 5, true
	case '⅘':
		return 4. / 5, true
	case '⅙':
		return 1. / 6, true
	case '⅚':
		return 5. / 6, true
	case '⅛':
		return 1. / 8, true
	case '⅜':
		return 3. / 8, true
	case '⅝':
		return 5. / 8, true
	case '⅞':
		return 7. / 8, true
	}
	return 0, false
}

// scanNumber reads the number at t.start: digits with a decimal point or comma, thousands commas, or a
// fraction. Three digits after a comma are thousands ("1,234"), fewer are decimals ("1,5").
func scanNumber(t *token, text string) {
	t.kind = numberToken
	r, n := utf8.DecodeRuneInString(text[t.start:])
	if v, ok := vulgarFraction(r); ok {
		t.value, t.end, t.ratio = v, t.start+n, true
		t.text = text[t.start:t.end]
		return
	}
	v, i := digits(text, t.start)
	for i < len(text) && text[i] == ',' && v > 0 && v < 1e9 {
		group, j := digits(text, i+1)
		if j != i+4 {
			break
		}
		v, i = v*1000+group, j
	}
	if i+1 < len(text) && (text[i] == '.' || text[i] == ',') && isDigit(rune(text[i+1])) {
		frac, j := digits(text, i+1)
		v, t.decimals = v+frac/math.Pow10(j-i-1), int8(min(j-i-1, math.MaxInt8))
		i = j
	} else if over, j, ok := denominator(text, i); ok {
		v, i, t.ratio = v/over, j, true
	}
	if math.IsInf(v, 0) || math.IsNaN(v) {
		v = math.MaxFloat32
	}
	t.value, t.end, t.text = v, i, text[t.start:i]
}

// digits reads the digits at text[i:]; a number too long to be an amount just grows large.
func digits(text string, i int) (float64, int) {
	v := 0.
	for ; i < len(text) && isDigit(rune(text[i])); i++ {
		if v < 1e18 {
			v = v*10 + float64(text[i]-'0')
		}
	}
	return v, i
}

// denominator reads "/4" or "⁄4" at text[i:].
func denominator(text string, i int) (float64, int, bool) {
	for _, bar := range []string{"/", "⁄"} {
		if strings.HasPrefix(text[i:], bar) {
			d, j := digits(text, i+len(bar))
			return d, j, d > 0
		}
	}
	return 0, i, false
}

// scanWord reads the word at t.start: letters, then letters and digits, with single hyphens, apostrophes
// and full stops inside. "x2" is two tokens: a sign of multiplication and a number.
func scanWord(t *token, text string) {
	i := t.start
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if isDigit(r) && i == t.start+1 && (text[t.start] == 'x' || text[t.start] == 'X') {
			break
		}
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !isDigit(r) && !joins(text, i, r, n) {
			break
		}
		i += n
	}
	t.kind, t.text, t.end = wordToken, text[t.start:i], i
	if i < len(text) && text[i] == '.' {
		t.end++
	}
}

// joins reports whether the hyphen or apostrophe r at text[i:] is inside a word.
func joins(text string, i int, r rune, n int) bool {
	if r != '-' && r != '\'' && r != '’' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[i+n:])
	return unicode.IsLetter(next)
}
