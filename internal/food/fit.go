package food

import "strings"

// How well a portion fits an amount is a sum of small whole numbers. Only their order matters: a size that was
// asked for outweighs a word, a word outweighs what is merely natural.
const (
	sizeAsked     = 8  // the portion is of the size that was said
	sizeUnsaid    = -9 // it is of a size, and none was said
	sizeOther     = -6 // it is of another size
	sizeNone      = -1 // it is of no size, and one was said
	wordShared    = 4  // a word of the label was said
	wordAlike     = 2  // another word for cutting to pieces was said
	wordAdded     = -1 // a word of the label wasn't said
	wordAlters    = -4 // and it stands for quite another weight
	contextWord   = 8  // the text beside the amount says a word of the label
	contextMost   = 12
	contextUnit   = 5  // the text beside the amount names the portion's unit
	contextLike   = 3  // or the one most like it
	contextOther  = -6 // it names a piece, and the portion is a whole
	nameShared    = 5  // the label names the food itself
	nameStrange   = -3 // the label has a word that neither the food's name nor the amount has
	unitExact     = 2  // the volume that was said
	statedVolume  = -6 // a volume that is stated in brackets only
	strangeVolume = -6 // a volume that such a food can't weigh
)

// sizeFit is how well a portion serves a wanted size.
type sizeFit struct {
	fit    int
	factor float64 // by which the portion's weight is multiplied
	scaled bool    // the portion is of another size, or of none
}

// sizeFit judges how well a portion for some sizes serves a wanted one.
func (l *language) sizeFit(want Size, have sizes) sizeFit {
	w := l.bySize[want]
	switch {
	case want == "" && (have == 0 || have&l.bySize["medium"].set != 0):
		return sizeFit{0, 1, false}
	case want == "":
		return sizeFit{sizeUnsaid, 1, false}
	case have&w.set != 0:
		return sizeFit{sizeAsked, 1, false}
	case have == 0:
		return sizeFit{sizeNone, w.factor, true}
	}
	smallest := 0.
	for _, s := range l.bySize {
		if have&s.set != 0 && (smallest == 0 || s.factor < smallest) {
			smallest = s.factor
		}
	}
	return sizeFit{sizeOther, w.factor / smallest, true}
}

// wordFit judges the words of a portion's label from a token on against those of the amount. Words in brackets only
// count when shared; shells, pits and bones aren't eaten unless somebody says so.
func (w *weigher) wordFit(r *reader, from int) int {
	fit, depth := 0, 0
	for k := from; k < len(r.toks); k++ {
		switch {
		case r.isMark(k, "("):
			depth++
		case r.isMark(k, ")"):
			depth--
		case r.toks[k].kind == wordToken:
			switch s := w.want.shares(r, k); {
			case s > 0:
				fit += s
			case r.isWord(k, "without"):
				fit++
			case depth == 0 && w.own.shares(r, k) < wordShared:
				fit += unsaid(r, k)
			}
		}
	}
	return fit
}

// unsaid is what a word in a portion's label counts when the amount doesn't say it.
func unsaid(r *reader, k int) int {
	switch {
	case r.isWord(k-1, "without", "or"), r.is(k, free), r.measures(k):
		return 0
	case r.is(k, alters):
		return wordAlters
	}
	return wordAdded
}

// fillsOddly reports whether a portion's label fills the measure in a special way that the amount doesn't name.
func (w *weigher) fillsOddly(r *reader, from int) bool {
	for k := from; k < len(r.toks); k++ {
		if r.is(k, manner) && w.want.shares(r, k) == 0 && !r.isWord(k-1, "without") {
			return true
		}
	}
	return false
}

// contextFit judges how many words of a portion's label the text beside the amount says and the food's name
// doesn't: "personal" of "personal size pizza", "Little Debbie".
func (w *weigher) contextFit(r *reader) int {
	if len(w.context.toks) == 0 {
		return 0
	}
	fit := 0
	for k := range r.toks {
		if len(r.toks[k].text) > 2 && w.context.shares(r, k) == wordShared && w.own.shares(r, k) < wordShared && !r.is(k, free|length|elsewhere) {
			fit += contextWord
		}
	}
	return min(fit, contextMost)
}

// hintFit judges a portion's unit against the pieces and vessels that the text beside the amount names: "2 pizza
// slices" are slices, or pieces where there are none.
func (w *weigher) hintFit(l *portionLabel) int {
	for i := range w.context.toks {
		u, _, ok := w.context.unit(i)
		switch {
		case !ok || u.kind != piece && u.kind != vessel:
		case l.is(u.unit):
			return contextUnit
		case l.is(u.nearest()):
			return contextLike
		case l.whole():
			return contextOther
		}
	}
	return 0
}

// whole reports whether the portion is of something that is eaten by the piece.
func (p *portionLabel) whole() bool { return p.is("pizza", "pie", "cake") }

// shares judges how much of word k of another text this text says.
func (r *reader) shares(other *reader, k int) int {
	if other.kindOf(k) != wordToken {
		return 0
	}
	best := 0
	for i := range r.toks {
		if r.toks[i].kind == wordToken {
			best = max(best, r.lang.alike(r.toks[i].text, other.toks[k].text))
		}
	}
	return best
}

// hasWord reports whether the text has a word in any form.
func (r *reader) hasWord(word string) bool {
	for i := range r.toks {
		if r.toks[i].kind == wordToken && r.lang.alike(r.toks[i].text, word) == wordShared {
			return true
		}
	}
	return false
}

// alike judges two words: wordShared for the same word in any form or another word for the same cut, wordAlike for
// another way of cutting to pieces.
func (l *language) alike(a, b string) int {
	if strings.EqualFold(a, b) {
		return wordShared
	}
	var bufA, bufB [32]byte
	x, y := fold(bufA[:0], a), fold(bufB[:0], b)
	if cut, ok := lookup(l.cuts, x); ok {
		other, ok := lookup(l.cuts, y)
		switch {
		case ok && cut == other:
			return wordShared
		case ok && inPieces(cut) && inPieces(other):
			return wordAlike
		}
		return 0
	}
	if string(stem(unsuffixed(x))) == string(stem(unsuffixed(y))) {
		return wordShared
	}
	return 0
}

func inPieces(cut string) bool {
	return cut == "chopped" || cut == "diced" || cut == "sliced" || cut == "minced"
}
