package food

import (
	"bytes"
	"strings"
)

// sizes is a set of sizes: a portion may be for several ("medium or regular slice").
type sizes uint8

// portionLabel is a portion's label understood: "large single serving bag" is a large bag.
type portionLabel struct {
	unit, other unitInfo // other is the second of two units: "can or bottle", "piece/slice"
	sizes       sizes
	each        Measure
	from        int // the first token that is none of these
}

// readPortion reads a portion's label. A volume counts as the unit only at the front: a "microwavable cup" is
// no cup.
func readPortion(r *reader) portionLabel {
	p := portionLabel{}
	i := 0
	for i < len(r.toks) {
		if s, j, ok := r.size(i); ok {
			p.sizes |= r.lang.bySize[s].set
			i = j
			continue
		}
		if p.sizes != 0 && (r.isMark(i, "/", ",") || r.isWord(i, "or")) {
			i++
			continue
		}
		break
	}
	if m, _, j, ok := r.stated(i); ok {
		p.each, i = m, j
	}
	p.from = i
	if u, k, j, ok := r.portionUnit(i); ok {
		p.unit = u
		if k == i {
			p.from = j
		}
		if r.isMark(j, "/") || r.isWord(j, "or") {
			if o, j, ok := r.unit(j + 1); ok {
				p.other, p.from = o, max(p.from, j)
			}
		}
		i = j
	}
	for k := i; p.each.Value == 0 && k < len(r.toks); k++ {
		if r.isWord(k, "from", "yield", "yields", "equivalent") {
			break
		}
		if m, _, _, ok := r.stated(k); ok {
			p.each = m
		}
	}
	for k := p.from; p.sizes == 0 && k < len(r.toks) && !r.isMark(k, "("); k++ {
		if s, _, ok := r.size(k); ok && (p.unit.unit != "" || r.isMark(k-1, ",")) {
			p.sizes |= r.lang.bySize[s].set
		}
	}
	return p
}

// portionUnit finds the unit of a label: as in a clause of any amount, but never a word that only describes.
func (r *reader) portionUnit(i int) (unitInfo, int, int, bool) {
	u, k, j, ok := r.unitInClause(i)
	for n := 0; n < 3 && ok && u.kind == item && r.describes(j); n++ {
		u, k, j, ok = r.unitInClause(j)
	}
	return u, k, j, ok
}

// describes reports whether a plain word follows, so that the one before it only says of which kind: a "grape
// tomato" is no grape.
func (r *reader) describes(i int) bool {
	if i >= len(r.toks) || r.toks[i].kind != wordToken || r.isWord(i, "with", "without", "or", "and", "half", "yields") {
		return false
	}
	_, _, isSize := r.size(i)
	return !isSize
}

func (p *portionLabel) is(u Unit) bool { return u != "" && (p.unit.unit == u || p.other.unit == u) }

// ml is the volume of the portion's unit: that of "cup, chopped", or the one stated in "bottle (16.9 fl oz)".
func (p *portionLabel) ml(l *language) (ml float64, stated bool) {
	if p.unit.kind == volume {
		return p.unit.factor, false
	}
	if u := l.byUnit[p.each.Unit]; u.kind == volume {
		return p.each.Value * u.factor, true
	}
	return 0, false
}

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
		return sizeFit{-9, 1, false}
	case have&w.set != 0:
		return sizeFit{8, 1, false}
	case have == 0:
		return sizeFit{-1, w.factor, true}
	}
	smallest := 0.
	for _, s := range l.bySize {
		if have&s.set != 0 && (smallest == 0 || s.factor < smallest) {
			smallest = s.factor
		}
	}
	return sizeFit{-6, w.factor / smallest, true}
}

// wordFit judges the words of a portion's label against those of an amount: a word shared is good, a word that
// the portion adds is bad, the more the further it changes the weight. Words in brackets only count when shared.
func (w *weigher) wordFit(r *reader, from int) int {
	score, depth := 0, 0
	for k := from; k < len(r.toks); k++ {
		switch {
		case r.isMark(k, "("):
			depth++
		case r.isMark(k, ")"):
			depth--
		case r.toks[k].kind == wordToken:
			switch s := w.want.shares(r, k); {
			case s > 0:
				score += s
			case r.isWord(k, "without"):
				score++ // shells, pits and bones aren't eaten
			case depth == 0 && w.own.shares(r, k) < 4:
				score -= unsaid(r, k)
			}
		}
	}
	return score
}

// unsaid is what a word in a portion's label costs when the amount doesn't say it.
func unsaid(r *reader, k int) int {
	if _, _, ok := r.size(k); ok {
		return 0 // judged as a size
	}
	switch {
	case r.isWord(k-1, "without", "or") || r.isWord(k, "without", "with", "or", "and", "any", "size", "nfs", "ns", "as", "to", "of", "a", "whole", "cooked", "prepared", "pieces", "cut", "chopped"):
		return 0
	case r.isWord(k, "dry", "shell", "raw", "ice", "crust", "snack-size", "cracker-size", "yields", "yield", "unpopped", "hulls", "refuse"):
		return 4
	}
	return 1
}

// manner reports whether a portion's label fills the measure in a special way that the amount doesn't name.
func manner(want, r *reader, from int) bool {
	for k := from; k < len(r.toks); k++ {
		if r.isWord(k, "packed", "unpacked", "sifted", "unsifted", "dipped", "dry", "shell", "melted", "whipped", "crushed", "crumbs") && want.shares(r, k) == 0 && !r.isWord(k-1, "without") {
			return true
		}
	}
	return false
}

// shares judges how much of word k of another text the amount's words say: 4 for the same word or another word
// for the same cut, 2 for another way of cutting to pieces, 0 for nothing.
func (r *reader) shares(other *reader, k int) int {
	best := 0
	for i := range r.toks {
		if r.toks[i].kind == wordToken {
			best = max(best, r.lang.alike(r.toks[i].text, other.toks[k].text))
		}
	}
	return best
}

func (l *language) alike(a, b string) int {
	if strings.EqualFold(a, b) {
		return 4
	}
	var bufA, bufB [32]byte
	x, y := fold(bufA[:0], a), fold(bufB[:0], b)
	if cut, ok := lookup(l.cuts, x); ok {
		other, ok := lookup(l.cuts, y)
		switch {
		case ok && cut == other:
			return 4
		case ok && inPieces(cut) && inPieces(other):
			return 2
		}
		return 0
	}
	if string(stem(unsuffixed(x))) == string(stem(unsuffixed(y))) {
		return 4
	}
	return 0
}

// unsuffixed cuts "fun-size" and "fun-sized" to "fun".
func unsuffixed(w []byte) []byte {
	return bytes.TrimSuffix(bytes.TrimSuffix(w, []byte("-sized")), []byte("-size"))
}

func inPieces(cut string) bool {
	return cut == "chopped" || cut == "diced" || cut == "sliced" || cut == "minced"
}

// stem makes the singular and the plural of a regular noun the same: berry and berries are berri. It
// overwrites w.
func stem(w []byte) []byte {
	if n := len(w); n > 3 && w[n-1] == 's' && w[n-2] != 's' {
		w = w[:n-1]
	}
	if n := len(w); n > 3 && w[n-1] == 'e' {
		w = w[:n-1]
	}
	if n := len(w); n > 2 && w[n-1] == 'y' {
		w[n-1] = 'i'
	}
	return w
}
