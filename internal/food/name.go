package food

import "strings"

// nameAt is the number of tokens at i that only look like an amount: "2%", "80/20", "7 grain", "half and half".
func (r *reader) nameAt(i int) int {
	var buf [32]byte
	key := r.key(buf[:], i)
	if r.isNumber(i) {
		if n := r.numberName(i); n > 0 {
			return n
		}
		key = append(buf[:0], r.toks[i].text...)
	}
	if key == nil {
		return 0
	}
	n := r.phrase(r.lang.names[string(key)], i)
	if n == 0 && (r.isNumber(i) || r.lang.numbers[string(key)].kind == "cardinal") {
		n = r.phrase(r.lang.names["#"], i)
	}
	return n
}

// phrase is the number of tokens from i on that are one of the names whose first word is token i.
func (r *reader) phrase(rests [][]string, i int) int {
	for _, rest := range rests {
		k := 0
		for k < len(rest) && r.kindOf(i+1+k) != noToken && strings.EqualFold(r.toks[i+1+k].text, rest[k]) {
			k++
		}
		if k == len(rest) {
			return 1 + k
		}
	}
	return 0
}

// numberName recognises numbers that are no counts by their shape: percentages, ratios above one ("80/20"), times of
// day, dates, diameters, and numbers glued or hyphenated to a word that is no unit ("2-egg").
func (r *reader) numberName(i int) int {
	t := &r.toks[i]
	switch {
	case t.ratio && t.value >= 1:
		return 1
	case r.isMark(i+1, "%", "\"", "”", "″", "'", "°"):
		return 2
	case r.timeAt(i) > 0:
		return r.timeAt(i)
	case r.isWord(i+1, "to", "by") && r.isNumber(i+2) && r.isWord(i+3, "inch", "inches"):
		return 4
	case r.is(i-1, month), r.is(i-2, month) && r.isNumber(i-1) && t.value >= 1900 && t.value < 2100:
		return 1
	}
	j := i + 1
	if r.isMark(j, "-") && r.tight(j) {
		j++
	}
	if r.kindOf(j) == wordToken && r.tight(j) && !r.isWord(j, "x", "ish", "th") {
		if _, _, ok := r.unit(j); !ok {
			return j - i + 1
		}
	}
	return 0
}

// WithoutTime is a text without a time of day at its beginning: "12:15 1 idli", "6pm cappuccino".
func WithoutTime(text string) string {
	var buf [64]token
	r := newReader(buf[:0], text)
	r.skipTime()
	return text[r.from:]
}

// skipTime drops a time of day at the beginning: "12:15 1 idli", "6pm cappuccino".
func (r *reader) skipTime() {
	n := r.timeAt(0)
	if n == 0 {
		return
	}
	r.toks = r.toks[n:]
	r.from = len(r.text)
	if len(r.toks) > 0 {
		r.from = r.toks[0].start
	}
}

// timeAt is the number of tokens at i that are a time of day: "12:15", "8:30 am", "6pm".
func (r *reader) timeAt(i int) int {
	n := 1
	switch {
	case !r.isNumber(i) || r.toks[i].decimals > 0 || r.toks[i].ratio:
		return 0
	case r.isMark(i+1, ":") && r.tight(i+1) && r.isNumber(i+2) && r.tight(i+2):
		n = 3
	case r.toks[i].value > 12:
		return 0
	}
	if r.isWord(i+n, "am", "pm") {
		return n + 1
	}
	return n / 3 * 3
}
