package food

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

func (n numeral) count() count {
	return count{value: n.value, low: n.low, high: n.high, inner: 1, spelled: true, article: n.kind == "article"}
}

// count reads a number with its range and multiplier at token i.
func (r *reader) count(i int) (count, int, bool) {
	for n := 0; n < 3 && (r.isMark(i, "~", "≈", "±") || r.is(i, about)); n++ {
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
	if !r.isNumber(i + 1) {
		return c, i + 1, true
	}
	inner, j, _ := r.simple(i + 1)
	c = c.times(inner)
	c.inner = inner.value
	return c, j, true
}

// rangeEnd reads the "-3" of "2-3" or the "to 3" of "2 to 3".
func (r *reader) rangeEnd(i int, low count) (count, int, bool) {
	if !r.isMark(i, "-", "–", "—") && !r.is(i, between) || low.article || low.app {
		return count{}, i, false
	}
	high, j, ok := r.simple(i + 1)
	if !ok || high.article || high.value <= low.value || high.value > widest*low.value {
		return count{}, i, false
	}
	return high, j, true
}

// widest is how many times its lower end the upper end of a range may be; beyond that the numbers belong to
// different things.
const widest = 20

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
		if part, j, ok := r.mixed(i); ok {
			return exactly(t.value + part), j, true
		}
	}
	if t.ratio && r.isWord(i, "th") {
		i++ // "3/4th"
	}
	if n, ok := r.numeral(i); ok && n.kind == "multiple" {
		return c.times(n.count()), r.skipOf(i + 1), true
	}
	return c, i, true
}

// mixed reads the fraction of a mixed number behind its whole: "1 1/2", "1½", "1-1/2", "1 and a half".
func (r *reader) mixed(i int) (float64, int, bool) {
	if r.isWord(i, "and", "und", "et", "y") {
		return r.part(i + 1)
	}
	if r.isMark(i, "-") && r.tight(i) && r.tight(i+1) {
		i++
	}
	if r.isNumber(i) && r.toks[i].ratio && r.toks[i].value < 1 {
		return r.toks[i].value, i + 1, true
	}
	return 0, i, false
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
	c := n.count()
	i++
	next, ok := r.numeral(i)
	switch {
	case n.kind == "fraction":
		c, i = r.fractionOf(c, i)
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

// fractionOf reads what a fraction is of: "half a", "half of one", "half a dozen".
func (r *reader) fractionOf(c count, i int) (count, int) {
	i = r.skipOf(i)
	if a, ok := r.numeral(i); ok && (a.kind == "article" || a.value == 1) {
		i++
	}
	if m, ok := r.numeral(i); ok && m.kind == "multiple" {
		return c.times(m.count()), r.skipOf(i + 1)
	}
	return c, i
}
