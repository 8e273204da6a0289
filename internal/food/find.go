package food

// FindAmount finds the amount in a phrase that also names the food ("eggs, 2 large", "4oz eye of round
// steak", "a small bowl of spinach") and returns the words that are left for the food. It takes out only
// words of measure: numbers that belong to a name ("2% milk", "80/20", "7 grain bread") stay. Words for the
// cut ("chopped") stay too, and are repeated in the amount's label. A time of day in front ("12:15 1 idli") is taken
// out in any case.
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
		best, ok = r.impliedAtEnd()
		if !ok {
			return Amount{}, r.without(), false
		}
	}
	rest = r.without(best.span, best.aside)
	if rest == "" && best.mayBeFood {
		rest = r.words(span{best.unitAt, best.to})
		best.Unit = ""
	}
	r.cutsInto(&best)
	best.Context = rest
	return best.Amount, rest, true
}

// found is an amount, the tokens that it takes up, and how sure it is to be one.
type found struct {
	Amount
	span
	aside     span // a weight in brackets further on: "2 breasts (8 oz each)"
	unitAt    int  // the token of the unit
	mayBeFood bool // the unit may also be the food: "2 patties"
	rank      int
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

// mostPieces is the largest number that is still a count of pieces and not part of a name.
const mostPieces = 200

// amountAt reads an amount that begins at token i.
func (r *reader) amountAt(i int) (found, bool) {
	if r.isMark(i, "×", "*") || r.isWord(i, "x") && r.isNumber(i+1) {
		f, ok := r.counted(i + 1)
		f.from = i
		return f, ok
	}
	return r.counted(i)
}

func (r *reader) counted(i int) (found, bool) {
	c, j, ok := r.count(i)
	if !ok {
		if m, _, j, ok := r.stated(i); ok { // "half-cup", "one-ounce"
			f := found{Amount: Amount{Count: 1, Low: 1, High: 1}, span: span{i, j}}
			r.statedAt(&f, m, j)
			return f, true
		}
		if i > 0 {
			return found{}, false
		}
		return r.impliedOne()
	}
	f := found{Amount: Amount{Count: c.value, Low: c.low, High: c.high}, span: span{i, j}, rank: byBareNumber}
	_, _, sized := r.size(j)
	switch {
	case r.is(i, about) && r.nameAt(i+1) > 0:
		return f, false // "about 6 inches"
	case c.article && r.isWord(i-1, "from") && !sized:
		return f, false // "a peach from a can", but "crisps from a small bag"
	case c.article && (i > 0 && !r.isMark(i-1, ",", "(") || r.kindOf(j) != wordToken && !r.isNumber(j)):
		f.rank = 0
	case c.article || c.spelled && i > 0:
		f.rank = byArticle
	case c.value > mostPieces:
		f.rank = 0
	}
	r.measureAt(&f, j)
	return f, f.rank > 0 && f.Count > 0
}

// impliedOne reads a measure without a number at the start of the phrase: "handful of nuts", "medium banana".
func (r *reader) impliedOne() (found, bool) {
	f := found{Amount: Amount{Count: 1, Low: 1, High: 1}}
	if r.isWord(0, "regular") {
		return f, false
	}
	r.measureAt(&f, 0)
	sized := f.Size != "" && (f.Unit == "" || r.lang.byUnit[f.Unit].kind == vessel) // "small bowl rice"
	f.rank = byImpliedOne
	return f, f.to < len(r.toks) && (sized || f.Unit != "" && r.is(f.to-1, of))
}

// impliedAtEnd reads a measure without a number at the end of the phrase: "egg, large", "makhana small bowl",
// "walnuts handful".
func (r *reader) impliedAtEnd() (found, bool) {
	for i := max(1, len(r.toks)-3); i < len(r.toks); i++ {
		f := found{Amount: Amount{Count: 1, Low: 1, High: 1}, span: span{i, i}, rank: byImpliedOne}
		s, j, sized := r.size(i)
		if sized && s != "small" && s != "medium" && s != "large" && s != "extra large" || r.nameAt(i) > 0 || r.is(i-1, free|of) {
			continue
		}
		if sized {
			f.Size, f.to = s, j
		}
		if u, j, ok := r.unit(f.to); ok && (sized && u.kind == vessel || u.unit == "handful" || u.unit == "fist" || u.unit == "pinch" || u.unit == "dash") {
			f.Unit, f.to = u.unit, j
		}
		if f.to == len(r.toks) && f.to > i {
			return f, true
		}
	}
	return found{}, false
}

// measureAt reads the sizes, stated weights and unit that follow a number into f.
func (r *reader) measureAt(f *found, i int) {
	if r.isMark(i, "-") && r.tight(i) && r.tight(i+1) {
		i++ // "12-ounce"
	}
	if j := r.inches(i); j > i {
		i, f.to = j, j
	}
	if factor, j := r.fill(i); j > i {
		f.multiply(factor)
		f.Label, i = r.packing(span{i, j}), j
	}
	if m, j, _, ok := r.bracketed(i); ok {
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
		r.after(f, u)
	} else if f.Each.Value > 0 {
		f.to = i
	}
}

// bracketed reads "(14 oz)" at token i, and whether it says each.
func (r *reader) bracketed(i int) (m Measure, next int, ofOne, ok bool) {
	if !r.isMark(i, "(") {
		return Measure{}, i, false, false
	}
	m, _, j, ok := r.stated(i + 1)
	if ofOne = ok && r.is(j, each); ofOne {
		j++
	}
	if !ok || !r.isMark(j, ")") {
		return Measure{}, i, false, false
	}
	return m, j + 1, ofOne, true
}

// statedAt takes a second number with a unit: the weight of a following vessel or piece, else a factor.
func (r *reader) statedAt(f *found, m Measure, j int) {
	i := j
	if r.isMark(i, "-") && r.tight(i) {
		i++
	}
	if u, k, next, ok := r.unitAhead(i); ok && u.kind != mass && u.kind != volume {
		f.Each = m
		f.takeUnit(r, u, span{i, k}, next)
		r.after(f, u)
		return
	}
	f.Unit, f.rank, f.to = m.Unit, byMeasure, r.skipOf(j)
	f.multiply(m.Value)
}

// unitAhead finds a unit at token i, or behind up to four words that end in "of" ("small single serving bag of").
// It returns the index of the unit and the index behind it.
func (r *reader) unitAhead(i int) (unitInfo, int, int, bool) {
	if u, k, j, ok := r.unitRun(i); ok && (u.kind != item || r.is(j, of)) && r.nameAt(i) == 0 {
		return u, k, j, true
	}
	for k := i + 1; k < i+5 && r.kindOf(k-1) == wordToken && !r.is(k-1, of) && !r.isWord(k-1, "and", "or", "with"); k++ {
		if u, j, ok := r.unit(k); ok && r.is(j, of) {
			return u, k, j, true
		}
	}
	return unitInfo{}, i, i, false
}

// takeUnit makes u the unit of f; the words before it are its label.
func (f *found) takeUnit(r *reader, u unitInfo, label span, next int) {
	f.Unit, f.Label, f.rank, f.to = u.unit, joinWords(f.Label, r.words(label)), byUnit, next
	if u.kind == mass || u.kind == volume || u.kind == dose || f.Each.Value > 0 {
		f.rank = byMeasure
	}
	f.unitAt, f.mayBeFood = label.to, u.kind == piece || u.kind == item
}

// after reads what may follow the unit: "and a half", a weight in brackets, a vessel ("330 ml can"), "of", and the
// size of what a piece is of.
func (r *reader) after(f *found, u unitInfo) {
	if part, j, ok := r.part(f.to + 1); ok && r.isWord(f.to, "and") {
		f.add(part)
		f.to = j
	}
	if n, j, ok := r.more(f.to, u); ok {
		f.add(n)
		f.to = j
	}
	if m, j, ofOne, ok := r.bracketed(f.to); ok {
		if ofOne || u.holds() {
			f.stateEach(m, 1, r.lang)
		} else {
			f.stateEach(m, f.Count, r.lang)
		}
		f.to = j
	}
	if u.kind == mass || u.kind == volume {
		if v, _, j, ok := r.unitRun(f.to); ok && (v.kind == vessel || v.kind == piece && r.is(j, of)) {
			f.to = j
		}
	}
	f.to = r.skipOf(f.to)
	if s, j, ok := r.size(f.to); ok && f.Size == "" && u.kind == piece && r.is(f.to-1, of) && r.nameAt(f.to) == 0 && j < len(r.toks) {
		f.Size, f.to = s, j // "a piece of large pizza" is a large piece
	}
}

// inBrackets reports whether an amount stands in brackets behind another: "(about 8 oz each)".
func (r *reader) inBrackets(f *found) bool {
	i := f.from - 1
	return r.isMark(i, "(") || r.isMark(i-1, "(") && r.is(i, about|between)
}

// weighedBy takes a weight in brackets behind the amount as that of one unit, or of all of them.
func (f *found) weighedBy(r *reader, m found) {
	if f.Each.Value > 0 || m.rank < byMeasure {
		return
	}
	f.aside = m.span
	n := f.Count
	if r.is(m.to, each) {
		f.aside.to++
		n = 1
	}
	f.stateEach(Measure{m.Count, m.Unit}, n, r.lang)
}

// cutsInto adds the words for the cut, wherever they stand in the phrase, to the label; the second of two
// alternatives ("sea salt or kosher salt") is left out.
func (r *reader) cutsInto(f *found) {
	for i := range r.toks {
		if r.isCut(i) && !f.has(i) && !f.aside.has(i) && !r.isWord(i-1, "or") {
			f.Label = joinWords(f.Label, r.toks[i].text)
		}
	}
}

// IsCut reports whether a word says how a food is cut or measured ("chopped", "packed") rather than what it is.
func IsCut(word string) bool {
	var buf [32]byte
	_, ok := lookup(words().cuts, fold(buf[:0], word))
	return ok
}
