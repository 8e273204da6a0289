package food

import (
	"bytes"
	"slices"
	"strings"
)

// reader reads numbers, sizes and measures off the tokens of one text. Its methods take the index of a
// token and return the index after what they read; an index out of range reads as nothing.
type reader struct {
	text string
	toks []token
	lang *language
	from int // where the text begins that is of interest
}

func newReader(buf []token, text string) reader {
	return reader{text: text, toks: scan(buf, text), lang: words()}
}

func (r *reader) kindOf(i int) tokenKind {
	if i < 0 || i >= len(r.toks) {
		return noToken
	}
	return r.toks[i].kind
}

// key is token i folded for a look-up; nil where it is no word.
func (r *reader) key(buf []byte, i int) []byte {
	if r.kindOf(i) != wordToken {
		return nil
	}
	return fold(buf[:0], r.toks[i].text)
}

func (r *reader) isNumber(i int) bool { return r.kindOf(i) == numberToken }

func (r *reader) isMark(i int, marks ...string) bool {
	return r.kindOf(i) == markToken && slices.Contains(marks, r.toks[i].text)
}

func (r *reader) isWord(i int, words ...string) bool {
	if r.kindOf(i) != wordToken {
		return false
	}
	for _, w := range words {
		if strings.EqualFold(r.toks[i].text, w) {
			return true
		}
	}
	return false
}

// is reports whether token i is a word that plays one of these roles.
func (r *reader) is(i int, role roles) bool {
	var buf [32]byte
	key := r.key(buf[:], i)
	return key != nil && r.lang.roles[string(key)]&role != 0
}

// tight reports whether token i stands there and follows the one before it without a space.
func (r *reader) tight(i int) bool { return r.kindOf(i) != noToken && r.toks[i].tight }

// skipOf steps over an "of".
func (r *reader) skipOf(i int) int {
	if r.is(i, of) {
		return i + 1
	}
	return i
}

// size reads a size of one or two words at token i: "large", "extra large", "medium-sized".
func (r *reader) size(i int) (Size, int, bool) {
	var buf [64]byte
	key := r.key(buf[:], i)
	if len(key) == 0 {
		return "", i, false
	}
	var more [32]byte
	if word := r.key(more[:], i+1); word != nil && len(key)+len(word) < cap(buf) {
		if s, ok := r.lang.sizes[string(append(append(key, ' '), word...))]; ok {
			return s, i + 2, true
		}
	}
	if s, ok := r.lang.sizes[string(key)]; ok {
		return s, i + 1, true
	}
	s, ok := r.lang.sizes[string(unsuffixed(key))]
	return s, i + 1, ok
}

// unit reads a measure of one to three words at token i. Single letters are measures only after a number.
func (r *reader) unit(i int) (unitInfo, int, bool) {
	var buf [64]byte
	key := r.key(buf[:], i)
	if len(key) == 0 {
		return unitInfo{}, i, false
	}
	if len(key) == 1 {
		if u, ok := r.letter(i, key[0]); ok {
			return u, i + 1, true
		}
	}
	found, ok := lookup(r.lang.units, key)
	next := i + 1
	if !r.lang.starts[string(key)] {
		return found, next, ok
	}
	for j := i + 1; j < i+3 && len(key) < 40; j++ {
		var more [32]byte
		word := r.key(more[:], j)
		if word == nil {
			break
		}
		key = append(append(key, ' '), word...)
		if u, hit := lookup(r.lang.units, key); hit {
			found, next, ok = u, j+1, true
		}
	}
	return found, next, ok
}

// letter reads the one-letter measures of recipes, where T and t differ: 1 T = 1 tablespoon.
func (r *reader) letter(i int, folded byte) (unitInfo, bool) {
	if !r.isNumber(i - 1) {
		return unitInfo{}, false
	}
	unit := Unit("")
	switch {
	case r.toks[i].text == "T":
		unit = "tbsp"
	case folded == 't':
		unit = "tsp"
	case folded == 'c':
		unit = Cup
	case folded == 'g':
		unit = Gram
	case folded == 'l':
		unit = "l"
	}
	u, ok := r.lang.byUnit[unit]
	return u, ok
}

// unitRun reads a unit, or the last of several in a row: "single serving bag" is a bag. It returns the index of
// that unit and the index behind it.
func (r *reader) unitRun(i int) (unitInfo, int, int, bool) {
	u, j, ok := r.unit(i)
	if !ok {
		return u, i, i, false
	}
	for u.kind == serving || u.kind == vessel || u.unit == Piece {
		next, k, ok := r.unit(j)
		if !ok || next.kind != vessel && next.kind != piece {
			break
		}
		u, i, j = next, j, k
	}
	return u, i, j, true
}

// unitInClause finds a unit at token i, or a piece or vessel behind up to three other words of the same clause
// ("365 WF can", "single serving bag"). It returns the index of the unit and the index behind it.
func (r *reader) unitInClause(i int) (unitInfo, int, int, bool) {
	if u, k, j, ok := r.unitRun(i); ok {
		if next, after, ok := r.unit(j); ok && u.kind == item && next.kind == piece {
			return next, j, after, true // "2 pizza slices"
		}
		return u, k, j, true
	}
	for k := i + 1; k < i+4 && k < len(r.toks) && r.toks[k-1].kind != markToken; k++ {
		if u, k, j, ok := r.unitRun(k); ok && u.kind != mass && u.kind != volume {
			return u, k, j, true
		}
	}
	return unitInfo{}, i, i, false
}

// stated reads a number with a unit of mass, volume or dose at token i: "12 fl oz", "1000mcg", "8-ounce", "half-cup".
func (r *reader) stated(i int) (Measure, unitKind, int, bool) {
	if !r.isNumber(i) {
		return r.statedWord(i)
	}
	c, j, _ := r.simple(i)
	if r.isMark(j, "-") && r.tight(j) {
		j++
	}
	u, next, ok := r.unit(j)
	if !ok || u.kind != mass && u.kind != volume && u.kind != dose {
		return Measure{}, "", i, false
	}
	return Measure{c.value, u.unit}, u.kind, next, true
}

// statedWord reads a number word that a hyphen joins to its unit: "one-ounce", "half-cup".
func (r *reader) statedWord(i int) (Measure, unitKind, int, bool) {
	var buf [32]byte
	number, unit, ok := bytes.Cut(r.key(buf[:], i), []byte("-"))
	if !ok {
		return Measure{}, "", i, false
	}
	n, known := r.lang.numbers[string(number)]
	u, ok := lookup(r.lang.units, unit)
	if !known || n.kind == "article" || !ok || u.kind != mass && u.kind != volume {
		return Measure{}, "", i, false
	}
	return Measure{n.value, u.unit}, u.kind, i + 1, true
}

// isCut reports whether token i says how the food is cut or prepared.
func (r *reader) isCut(i int) bool {
	var buf [32]byte
	_, ok := lookup(r.lang.cuts, r.key(buf[:], i))
	return ok
}

// words reads the text of the tokens from..to as it was written.
func (r *reader) words(s span) string {
	if s.from >= s.to || s.from >= len(r.toks) {
		return ""
	}
	return r.text[r.toks[s.from].start:r.toks[min(s.to, len(r.toks))-1].end]
}

// span is the tokens from one up to, but without, another.
type span struct{ from, to int }

func (s span) has(i int) bool { return s.from <= i && i < s.to }

// joinWords puts a space between two texts, where there are two.
func joinWords(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}
