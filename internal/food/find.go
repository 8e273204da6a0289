package food

import (
	"strings"
)

// FindAmount finds the amount in a phrase that also names the food ("eggs, 2 large", "4oz eye of round
// steak", "a small bowl of spinach") and returns the words that are left for the food. It takes out only
// words of measure: numbers that belong to a name ("2% milk", "80/20", "7 grain bread") stay. Words for the
// cut ("chopped") stay too, and are repeated in the amount's label.
func FindAmount(text string) (a Amount, rest string, ok bool) {
	var buf [64]token
	r := newReader(buf[:0], text)
	best := found{}
	for i := 0; i < len(r.toks); {
		if n := r.nameAt(i); n > 0 {
			i += n
			continue
		}
		f, ok := r.amountAt(i)
		if !ok {
			i++
			continue
		}
		if f.rank > best.rank {
			best = f
		}
		i = max(f.to, i+1)
	}
	if best.rank == 0 {
		return Amount{}, strings.TrimSpace(text), false
	}
	rest = r.without(best.from, best.to)
	if rest == "" && best.unit >= 0 {
		rest = strings.TrimSpace(text[r.toks[best.unit].start:r.toks[best.to-1].end])
		best.Unit = ""
	}
	r.cutsInto(&best)
	return best.Amount, rest, true
}

// found is an amount, the tokens that it takes up, and how sure it is to be one.
type found struct {
	Amount
	from, to int
	unit     int // the token of a unit word that may also be the food ("2 patties"); -1 where there is none
	rank     int
}

// How sure a reading is to be the amount of the phrase, the least sure first.
const (
	byImpliedOne = 1 + iota // "bowl of soup", "medium banana"
	byArticle               // "a croissant"
	byBareNumber            // "2 eggs", "eggs 2"
	bySize                  // "2 large eggs"
	byUnit                  // "2 slices of bread"
	byMeasure               // "200 g", "1 cup"
)

// nameAt is the number of tokens at i that only look like an amount: "2%", "80/20", "7 grain", "half and half".
func (r *reader) nameAt(i int) int {
	t := &r.toks[i]
	var buf [32]byte
	key := r.key(buf[:], i)
	if t.kind == numberToken {
		if n := r.numberName(i); n > 0 {
			return n
		}
		key = append(buf[:0], t.text...)
	}
	if key == nil {
		return 0
	}
	n := r.phrase(r.lang.names[string(key)], i)
	if n == 0 && (t.kind == numberToken || r.lang.numbers[string(key)].kind == "cardinal") {
		n = r.phrase(r.lang.names["#"], i)
	}
	return n
}

func (r *reader) phrase(rests [][]string, i int) int {
	for _, rest := range rests {
		match := true
		for k, w := range rest {
			if !r.isWord(i+1+k, w) && !r.isMark(i+1+k, w) {
				match = false
				break
			}
		}
		if match {
			return 1 + len(rest)
		}
	}
	return 0
}

// numberName recognises numbers that are no counts by their shape: percentages, ratios that add up to 100,
// times of day, years, diameters, and numbers glued or hyphenated to a word that is no unit ("2-egg").
func (r *reader) numberName(i int) int {
	t := &r.toks[i]
	switch {
	case t.ratio && strings.Contains(t.text, "/") && t.value >= 1:
		return 1
	case r.isMark(i+1, "%", "\"", "”", "″", "'", "°"):
		return 2
	case r.isMark(i+1, ":") && r.toks[i+1].tight && r.isNumber(i+2) && r.toks[i+2].tight:
		return 3
	case !t.ratio && t.decimals == 0 && t.value >= 1900 && t.value < 2100 && r.isMonth(i-1, i-2):
		return 1
	case r.isMonth(i - 1):
		return 1
	}
	j := i + 1
	if r.isMark(j, "-") && r.toks[j].tight {
		j++
	}
	if j < len(r.toks) && r.toks[j].tight && r.toks[j].kind == wordToken && !r.isWord(j, "x", "ish") {
		if _, _, ok := r.unit(j); !ok {
			return j - i + 1
		}
	}
	return 0
}

func (r *reader) isMonth(at ...int) bool {
	for _, i := range at {
		if r.isWord(i, "jan", "feb", "mar", "apr", "may", "june", "jun", "july", "jul", "aug", "sep", "sept", "oct", "nov", "dec") {
			return true
		}
	}
	return false
}

// amountAt reads an amount that begins at token i.
func (r *reader) amountAt(i int) (found, bool) {
	c, j, counted := r.count(i)
	if r.isMark(i, "×", "*") || r.isWord(i, "x") && r.isNumber(i+1) {
		c, j, counted = r.count(i + 1)
	}
	if !counted {
		if i > 0 {
			return found{}, false
		}
		return r.impliedOne()
	}
	f := found{Amount: Amount{Count: c.value, Low: c.low, High: c.high}, from: i, to: j, unit: -1, rank: byBareNumber}
	if c.article {
		f.rank = byArticle
		if i > 0 && !r.isMark(i-1, ",", "(") {
			f.rank = 0
		}
	}
	if c.spelled && i > 0 && f.rank == byBareNumber {
		f.rank = byArticle
	}
	r.measureAt(&f, c, j)
	return f, f.rank > 0
}

// impliedOne reads a measure without a number at the start of the phrase: "handful of nuts", "medium banana".
func (r *reader) impliedOne() (found, bool) {
	f := found{Amount: Amount{Count: 1, Low: 1, High: 1}, unit: -1}
	r.measureAt(&f, exactly(1), 0)
	if f.Unit != "" && !r.isWord(f.to-1, "of") || f.Unit == "" && f.Size == "" || f.to >= len(r.toks) {
		return f, false
	}
	f.rank = byImpliedOne
	return f, true
}

// measureAt reads the sizes, stated weights and unit that follow a number into f.
func (r *reader) measureAt(f *found, c count, i int) {
	i = r.hyphen(i)
	if m, j, ok := r.bracketed(i); ok {
		f.Each, i = m, j
	}
	for {
		s, j, ok := r.size(i)
		if !ok || r.nameAt(i) > 0 {
			break
		}
		f.Size, i = s, j
		f.to, f.rank = j, max(f.rank, bySize)
	}
	if m, _, j, ok := r.stated(i); ok {
		r.statedAt(f, m, j)
		return
	}
	if u, k, next, ok := r.unitAhead(i); ok {
		f.takeUnit(r, u, i, k, next)
		r.after(f, c)
		return
	}
	if f.Each.Value > 0 {
		f.to = i
	}
}

// hyphen steps over the hyphen of "12-ounce".
func (r *reader) hyphen(i int) int {
	if r.isMark(i, "-") && r.toks[i].tight && i+1 < len(r.toks) && r.toks[i+1].tight {
		return i + 1
	}
	return i
}

// bracketed reads "(14 oz)" at token i.
func (r *reader) bracketed(i int) (Measure, int, bool) {
	if !r.isMark(i, "(") {
		return Measure{}, i, false
	}
	m, _, j, ok := r.stated(i + 1)
	if r.isWord(j, "each") {
		j++
	}
	if !ok || !r.isMark(j, ")") {
		return Measure{}, i, false
	}
	return m, j + 1, true
}

// statedAt takes a second number with a unit: the weight of a following vessel or piece, else a factor.
func (r *reader) statedAt(f *found, m Measure, j int) {
	if u, k, next, ok := r.unitAhead(r.hyphen(j)); ok && u.kind != mass && u.kind != volume {
		f.Each = m
		f.takeUnit(r, u, j, k, next)
		return
	}
	f.Unit, f.rank, f.to = m.Unit, byMeasure, r.skipOf(j)
	f.multiply(m.Value)
}

// unitAhead finds a unit at token i, or behind up to four words that end in "of" ("small single serving bag of").
// It returns the index of the unit and the index behind it.
func (r *reader) unitAhead(i int) (unitInfo, int, int, bool) {
	if u, j, ok := r.unit(i); ok && (u.kind != item || r.isWord(j, "of")) {
		return u, i, j, true
	}
	for k := i + 1; k < i+5 && k < len(r.toks) && r.toks[k-1].kind == wordToken && !r.isWord(k-1, "of", "and", "with"); k++ {
		if u, j, ok := r.unit(k); ok && r.isWord(j, "of") {
			return u, k, j, true
		}
	}
	return unitInfo{}, i, i, false
}

// takeUnit makes u the unit of f; tokens from i to the unit at k are its label.
func (f *found) takeUnit(r *reader, u unitInfo, i, k, next int) {
	f.Unit, f.rank, f.to = u.unit, byUnit, next
	if u.kind == mass || u.kind == volume || u.kind == dose || f.Each.Value > 0 {
		f.rank = byMeasure
	}
	if u.kind == piece || u.kind == item {
		f.unit = k
	}
	if k > i {
		f.Label = r.text[r.toks[i].start:r.toks[k-1].end]
	}
}

// after reads what may follow the unit: a weight in brackets, "each", "of".
func (r *reader) after(f *found, c count) {
	if m, j, ok := r.bracketed(f.to); ok {
		u := r.lang.byUnit[f.Unit]
		if u.kind != vessel && u.kind != serving && u.kind != doseForm && !r.isWord(j-2, "each") && f.Count > 0 {
			m.Value /= f.Count
		}
		if f.Each.Value == 0 && !redundant(u, m, r.lang.byUnit[m.Unit].kind, r.lang) {
			f.Each = m
		}
		f.to = j
	}
	f.to = r.skipOf(f.to)
}

// without is the text without tokens from..to, the brackets that only they filled, and loose marks at the seam.
func (r *reader) without(from, to int) string {
	for r.isMark(from-1, "(", "[") && r.isMark(to, ")", "]") {
		from, to = from-1, to+1
	}
	const loose = " ,;:-–|(\t\r\n"
	before, after := "", ""
	if from > 0 {
		before = strings.TrimRight(strings.TrimSpace(r.text[:r.toks[from].start]), loose)
	}
	if to < len(r.toks) {
		after = strings.TrimLeft(r.text[r.toks[to].start:], " ,;:-–|)\t\r\n")
		after = strings.TrimSpace(after)
	}
	return joinWords(before, after)
}

// cutsInto adds the words for the cut, wherever they stand in the phrase, to the label; the second of two
// alternatives ("sea salt or kosher salt") is left out.
func (r *reader) cutsInto(f *found) {
	for i := range r.toks {
		if i >= f.from && i < f.to || !r.isCut(i) || r.isWord(i-1, "or") {
			continue
		}
		f.Label = joinWords(f.Label, r.toks[i].text)
	}
}

// IsCut reports whether a word says how a food is cut or measured ("chopped", "packed") rather than what it is.
func IsCut(word string) bool {
	var buf [32]byte
	_, ok := lookup(words().cuts, fold(buf[:0], word))
	return ok
}
