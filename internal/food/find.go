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
	r.skipTime()
	best := found{}
	for i := 0; i < len(r.toks); {
		if n := r.nameAt(i); n > 0 {
			i += n
			continue
		}
		f, ok := r.amountAt(i)
		switch {
		case !ok:
			i++
			continue
		case best.rank > 0 && r.inBrackets(&f):
			best.weighedBy(&r, f)
		case f.rank > best.rank:
			best = f
		}
		i = max(f.to, i+1)
	}
	if best.rank == 0 {
		return Amount{}, strings.TrimSpace(text), false
	}
	rest = r.without(best.span, best.aside)
	if rest == "" && best.unit >= 0 {
		rest = strings.TrimSpace(text[r.toks[best.unit].start:r.toks[best.span.to-1].end])
		best.Unit = ""
	}
	r.cutsInto(&best)
	best.Context = rest
	return best.Amount, rest, true
}

// skipTime drops a time of day at the beginning: "12:15 1 idli".
func (r *reader) skipTime() {
	if r.isNumber(0) && r.isMark(1, ":") && r.isNumber(2) && r.toks[1].tight && r.toks[2].tight {
		r.toks = r.toks[3:]
		if r.isWord(0, "am", "pm") {
			r.toks = r.toks[1:]
		}
		if len(r.toks) > 0 {
			r.from = r.toks[0].start
		}
	}
}

// span is the tokens from one up to, but without, another.
type span struct{ from, to int }

// found is an amount, the tokens that it takes up, and how sure it is to be one.
type found struct {
	Amount
	span
	aside span // a weight in brackets further on: "2 breasts (8 oz each)"
	unit  int  // the token of a unit word that may also be the food ("2 patties"); -1 where there is none
	rank  int
}

// weighedBy takes a weight in brackets behind the amount as that of one unit, or of all of them.
func (f *found) weighedBy(r *reader, m found) {
	u := r.lang.byUnit[m.Unit]
	if f.Each.Value > 0 || f.Count <= 0 || m.rank < byMeasure || r.lang.byUnit[f.Unit].kind == mass {
		return
	}
	f.Each = Measure{m.Count, m.Unit}
	f.aside = m.span
	if r.isWord(m.to, "each", "apiece") {
		f.aside.to++
	} else {
		f.Each.Value /= f.Count
	}
	if redundant(r.lang.byUnit[f.Unit], f.Each, u.kind, r.lang) {
		f.Each = Measure{}
	}
}

// inBrackets reports whether an amount stands in brackets behind another: "(about 8 oz each)".
func (r *reader) inBrackets(f *found) bool {
	i := f.from - 1
	return r.isMark(i, "(") || r.isMark(i-1, "(") && r.isWord(i, "about", "approx", "approximately", "around", "roughly", "or")
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
			if i+1+k >= len(r.toks) || !strings.EqualFold(r.toks[i+1+k].text, w) {
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
	if r.isMark(i, "×", "*") || r.isWord(i, "x") && r.isNumber(i+1) {
		f, ok := r.amountAt(i + 1)
		f.from = i
		return f, ok
	}
	c, j, counted := r.count(i)
	if !counted {
		if m, _, j, ok := r.stated(i); ok { // "half-cup", "one-ounce"
			f := found{Amount: Amount{Count: 1, Low: 1, High: 1}, span: span{i, j}, unit: -1}
			r.statedAt(&f, m, j)
			return f, true
		}
		if i > 0 {
			return found{}, false
		}
		return r.impliedOne()
	}
	f := found{Amount: Amount{Count: c.value, Low: c.low, High: c.high}, span: span{i, j}, unit: -1, rank: byBareNumber}
	switch {
	case c.article && r.isWord(i-1, "from"):
		return f, false // "a peach from a can"
	case c.article && (i > 0 && !r.isMark(i-1, ",", "(") || !r.wordOrNumber(j)):
		f.rank = 0
	case c.article || c.spelled && i > 0:
		f.rank = byArticle
	case c.value > mostPieces:
		f.rank = 0
	}
	r.measureAt(&f, j)
	return f, f.rank > 0 && f.Count > 0
}

// mostPieces is the largest number that is still a count of pieces and not part of a name.
const mostPieces = 200

func (r *reader) wordOrNumber(i int) bool { return i < len(r.toks) && r.toks[i].kind != markToken }

// impliedOne reads a measure without a number at the start of the phrase: "handful of nuts", "medium banana".
func (r *reader) impliedOne() (found, bool) {
	f := found{Amount: Amount{Count: 1, Low: 1, High: 1}, unit: -1}
	if r.isWord(0, "regular") {
		return f, false
	}
	r.measureAt(&f, 0)
	if f.Unit != "" && !r.isWord(f.to-1, "of") || f.Unit == "" && f.Size == "" || f.to >= len(r.toks) {
		return f, false
	}
	f.rank = byImpliedOne
	return f, true
}

// measureAt reads the sizes, stated weights and unit that follow a number into f.
func (r *reader) measureAt(f *found, i int) {
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
		f.takeUnit(r, u, span{i, k}, next)
		r.after(f)
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
		f.takeUnit(r, u, span{j, k}, next)
		r.after(f)
		return
	}
	f.Unit, f.rank, f.to = m.Unit, byMeasure, r.skipOf(j)
	f.multiply(m.Value)
}

// unitAhead finds a unit at token i, or behind up to four words that end in "of" ("small single serving bag of").
// It returns the index of the unit and the index behind it.
func (r *reader) unitAhead(i int) (unitInfo, int, int, bool) {
	if u, k, j, ok := r.unitRun(i); ok && (u.kind != item || r.isWord(j, "of")) {
		return u, k, j, true
	}
	for k := i + 1; k < i+5 && k < len(r.toks) && r.toks[k-1].kind == wordToken && !r.isWord(k-1, "of", "and", "with"); k++ {
		if u, j, ok := r.unit(k); ok && r.isWord(j, "of") {
			return u, k, j, true
		}
	}
	return unitInfo{}, i, i, false
}

// takeUnit makes u the unit of f; the tokens before it are its label.
func (f *found) takeUnit(r *reader, u unitInfo, label span, next int) {
	f.Unit, f.rank, f.to = u.unit, byUnit, next
	if u.kind == mass || u.kind == volume || u.kind == dose || f.Each.Value > 0 {
		f.rank = byMeasure
	}
	if u.kind == piece || u.kind == item {
		f.unit = label.to
	}
	if label.to > label.from {
		f.Label = r.text[r.toks[label.from].start:r.toks[label.to-1].end]
	}
}

// after reads what may follow the unit: a weight in brackets, a vessel ("330 ml can"), "of".
func (r *reader) after(f *found) {
	u := r.lang.byUnit[f.Unit]
	if part, j, ok := r.part(f.to + 1); ok && r.isWord(f.to, "and") {
		f.Count, f.Low, f.High, f.to = f.Count+part, f.Low+part, f.High+part, j
	}
	if m, j, ok := r.bracketed(f.to); ok {
		if u.kind != vessel && u.kind != serving && u.kind != doseForm && !r.isWord(j-2, "each") && f.Count > 0 {
			m.Value /= f.Count
		}
		if f.Each.Value == 0 && !redundant(u, m, r.lang.byUnit[m.Unit].kind, r.lang) {
			f.Each = m
		}
		f.to = j
	}
	if u.kind == mass || u.kind == volume {
		if v, _, j, ok := r.unitRun(f.to); ok && (v.kind == vessel || v.kind == piece && r.isWord(j, "of")) {
			f.to = j
		}
	}
	f.to = r.skipOf(f.to)
	if s, j, ok := r.size(f.to); ok && f.Size == "" && u.kind == piece && r.isWord(f.to-1, "of") && r.nameAt(f.to) == 0 && j < len(r.toks) {
		f.Size, f.to = s, j // "a piece of large pizza" is a large piece
	}
}

// without is the text outside the spans, without the brackets that only they filled and loose marks at the seams.
func (r *reader) without(spans ...span) string {
	const loose = " ,;:-–|\t\r\n"
	rest, from := "", r.from
	for _, s := range append(spans, span{len(r.toks), len(r.toks)}) {
		if s.from == s.to && s.to < len(r.toks) {
			continue
		}
		for r.isMark(s.from-1, "(", "[") && r.isMark(s.to, ")", "]") || r.isWord(s.from-1, "about") {
			s.from--
			if r.isMark(s.to, ")", "]") {
				s.to++
			}
		}
		end := len(r.text)
		if s.from < len(r.toks) {
			end = r.toks[s.from].start
		}
		part := strings.TrimSpace(r.text[min(from, end):end])
		if from > r.from {
			part = strings.TrimLeft(part, loose+")")
		}
		if s.from < len(r.toks) {
			part = strings.TrimRight(part, loose+"(")
		}
		rest = joinWords(rest, strings.TrimSpace(part))
		if from = len(r.text); s.to < len(r.toks) {
			from = r.toks[s.to].start
		}
	}
	return rest
}

// cutsInto adds the words for the cut, wherever they stand in the phrase, to the label; the second of two
// alternatives ("sea salt or kosher salt") is left out.
func (r *reader) cutsInto(f *found) {
	for i := range r.toks {
		if i >= f.from && i < f.to || i >= f.aside.from && i < f.aside.to || !r.isCut(i) || r.isWord(i-1, "or") {
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
