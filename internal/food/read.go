package food

import (
	"bytes"
	"strings"
)

// reader reads numbers, sizes and measures off the tokens of one text. Its methods take the index of a
// token and return the index after what they read.
type reader struct {
	text string
	toks []token
	lang *language
	from int // where the text begins that is of interest
}

func newReader(buf []token, text string) reader {
	return reader{text: text, toks: scan(buf, text), lang: words()}
}

// key is token i folded for a look-up; empty where it is no word.
func (r *reader) key(buf []byte, i int) []byte {
	if i < 0 || i >= len(r.toks) || r.toks[i].kind != wordToken {
		return nil
	}
	return fold(buf[:0], r.toks[i].text)
}

func (r *reader) isWord(i int, options ...string) bool {
	if i < 0 || i >= len(r.toks) || r.toks[i].kind != wordToken {
		return false
	}
	for _, o := range options {
		if strings.EqualFold(r.toks[i].text, o) {
			return true
		}
	}
	return false
}

func (r *reader) isMark(i int, options ...string) bool {
	if i < 0 || i >= len(r.toks) || r.toks[i].kind != markToken {
		return false
	}
	for _, o := range options {
		if r.toks[i].text == o {
			return true
		}
	}
	return false
}

func (r *reader) isNumber(i int) bool {
	return i >= 0 && i < len(r.toks) && r.toks[i].kind == numberToken
}

// count is a number as written: 2, 1 1/2, 2-3, half a dozen, 2.00 x 20.0.
type count struct {
	value, low, high float64
	inner            float64 // the 20.0 of "2.00 x 20.0"; 1 without a multiplication
	article          bool    // nothing but "a" or "an"
	spelled          bool    // in words
	app              bool    // with exactly two decimals, as apps export it
}

func exactly(v float64) count { return count{value: v, low: v, high: v, inner: 1} }

func (c count) times(n count) count {
	c.value, c.low, c.high = c.value*n.value, c.low*n.low, c.high*n.high
	c.article = false
	return c
}

// count reads a number with its range and multiplier at token i.
func (r *reader) count(i int) (count, int, bool) {
	for r.isMark(i, "~", "≈", "±") || r.isWord(i, "about", "approx", "approximately", "around", "circa", "ca", "roughly", "nearly", "almost", "etwa", "environ") {
		i++
	}
	c, i, ok := r.simple(i)
	if !ok {
		return c, i, false
	}
	if high, j, ok := r.rangeEnd(i, c); ok {
		c.low, c.high, c.value, i = c.value, high.value, (c.value+high.value)/2, j
	}
	if r.isWord(i, "ish") {
		i++
	}
	if !r.isWord(i, "x") && !r.isMark(i, "×", "*") {
		return c, i, true
	}
	if inner, j, ok := r.simple(i + 1); ok && r.isNumber(i+1) {
		c = c.times(inner)
		c.inner = inner.value
		return c, j, true
	}
	return c, i + 1, true
}

// rangeEnd reads the "-3" of "2-3" or the "to 3" of "2 to 3".
func (r *reader) rangeEnd(i int, low count) (count, int, bool) {
	if !r.isMark(i, "-", "–", "—") && !r.isWord(i, "to", "or", "bis", "à") || low.article || low.app {
		return count{}, i, false
	}
	high, j, ok := r.simple(i + 1)
	if !ok || high.article || high.value <= low.value || high.value > 20*low.value {
		return count{}, i, false
	}
	return high, j, true
}

// simple reads one number in figures or in words.
func (r *reader) simple(i int) (count, int, bool) {
	if !r.isNumber(i) {
		return r.spelled(i)
	}
	t := r.toks[i]
	c := exactly(t.value)
	c.app = t.decimals == 2
	i++
	if !t.ratio && t.decimals == 0 {
		j := i
		if r.isMark(j, "-") && r.toks[j].tight && r.isNumber(j+1) && r.toks[j+1].tight {
			j++
		}
		if r.isNumber(j) && r.toks[j].ratio && r.toks[j].value < 1 {
			return exactly(t.value + r.toks[j].value), j + 1, true
		}
		if r.isWord(i, "and", "und", "et", "y") {
			if part, j, ok := r.part(i + 1); ok {
				return exactly(t.value + part), j, true
			}
		}
	}
	if n, ok := r.numeral(i); ok && n.kind == "multiple" {
		return c.times(count{value: n.value, low: n.low, high: n.high}), r.skipOf(i + 1), true
	}
	return c, i, true
}

// part reads a fraction after "and": "1/2", "½", "a half".
func (r *reader) part(i int) (float64, int, bool) {
	if r.isNumber(i) && r.toks[i].ratio && r.toks[i].value < 1 {
		return r.toks[i].value, i + 1, true
	}
	if n, ok := r.numeral(i); ok && n.kind == "article" {
		i++
	}
	if n, ok := r.numeral(i); ok && n.kind == "fraction" {
		return n.value, i + 1, true
	}
	return 0, i, false
}

func (r *reader) numeral(i int) (numeral, bool) {
	var buf [32]byte
	key := r.key(buf[:], i)
	if key == nil {
		return numeral{}, false
	}
	n, ok := r.lang.numbers[string(key)]
	return n, ok
}

// spelled reads number words: "two", "a", "half a", "three quarters of a", "a couple of", "one and a half".
func (r *reader) spelled(i int) (count, int, bool) {
	n, ok := r.numeral(i)
	if !ok {
		return count{}, i, false
	}
	c := count{value: n.value, low: n.low, high: n.high, inner: 1, spelled: true, article: n.kind == "article"}
	i++
	next, ok := r.numeral(i)
	switch {
	case n.kind == "fraction":
		i = r.skipOf(i)
		if a, ok := r.numeral(i); ok && (a.kind == "article" || a.value == 1) {
			i++
		}
		if m, ok := r.numeral(i); ok && m.kind == "multiple" {
			return c.times(count{value: m.value, low: m.low, high: m.high}), r.skipOf(i + 1), true
		}
	case n.kind == "multiple":
		i = r.skipOf(i)
	case ok && r.nameAt(i) > 0: // "a Quarter Pounder"
	case ok && next.kind != "article" && (n.kind == "article" || next.kind != "cardinal"):
		rest, j, _ := r.spelled(i)
		rest.value, rest.low, rest.high = rest.value*n.value, rest.low*n.value, rest.high*n.value
		return rest, j, true
	case r.isWord(i, "and"):
		if part, j, ok := r.part(i + 1); ok {
			return exactly(n.value + part), j, true
		}
	}
	return c, i, true
}

func (r *reader) skipOf(i int) int {
	if r.isWord(i, "of", "de", "von", "d") {
		return i + 1
	}
	return i
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
	found, next, ok := unitInfo{}, i, false
	if u, hit := lookup(r.lang.units, key); hit {
		found, next, ok = u, i+1, true
	}
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

// letter reads the one-letter measures of recipes, where T and t differ: 1 T = 1 tablespoon.
func (r *reader) letter(i int, folded byte) (unitInfo, bool) {
	if !r.isNumber(i - 1) {
		return unitInfo{}, false
	}
	unit := Unit("")
	switch r.toks[i].text {
	case "T":
		unit = "tbsp"
	case "t":
		unit = "tsp"
	default:
		switch folded {
		case 'c':
			unit = Cup
		case 'g':
			unit = Gram
		case 'l':
			unit = "l"
		}
	}
	u, ok := r.lang.byUnit[unit]
	return u, ok
}

// size reads a size of one or two words at token i: "large", "extra large", "medium-sized".
func (r *reader) size(i int) (Size, int, bool) {
	var buf [64]byte
	key := r.key(buf[:], i)
	if len(key) == 0 {
		return "", i, false
	}
	var more [32]byte
	if word := r.key(more[:], i+1); word != nil {
		if s, ok := r.lang.sizes[string(append(append(key, ' '), word...))]; ok {
			return s, i + 2, true
		}
	}
	if s, ok := r.lang.sizes[string(key)]; ok {
		return s, i + 1, true
	}
	base := strings.TrimSuffix(strings.TrimSuffix(string(key), "-sized"), "-size")
	s, ok := r.lang.sizes[base]
	return s, i + 1, ok
}

// stated reads a number with a unit of mass, volume or dose at token i: "12 fl oz", "1000mcg", "8-ounce", "half-cup".
func (r *reader) stated(i int) (Measure, unitKind, int, bool) {
	if !r.isNumber(i) {
		return r.statedWord(i)
	}
	c, j, ok := r.simple(i)
	if !ok {
		return Measure{}, "", i, false
	}
	if r.isMark(j, "-") && r.toks[j].tight {
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
