package food

import "strings"

// sizes is a set of sizes: a portion may be for several ("medium or regular slice").
type sizes uint8

func (s Size) set() sizes {
	switch s {
	case "miniature":
		return 1
	case "small":
		return 2
	case "medium":
		return 4
	case "large":
		return 8
	case "extra large":
		return 16
	case "thin":
		return 32
	case "thick":
		return 64
	}
	return 0
}

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
			p.sizes |= s.set()
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
	if u, k, j, ok := r.unitInClause(i); ok {
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
			p.sizes |= s.set()
		}
	}
	return p
}

func (p *portionLabel) is(u Unit) bool { return p.unit.unit == u || p.other.unit == u && u != "" }

// volumeUnit reports whether the label is a plain volume: "cup, chopped".
func (p *portionLabel) volume() bool { return p.unit.kind == volume }

// sizeFit judges how well a portion for some sizes serves a wanted one.
func sizeFit(want Size, have sizes) int {
	switch {
	case want == "" && (have == 0 || have&Size("medium").set() != 0):
		return 0
	case want == "":
		return -4
	case have&want.set() != 0:
		return 8
	case have == 0:
		return -3
	}
	return -8
}

// wordFit judges the words of a portion's label against those of an amount: words shared are good, words of
// the amount that the portion lacks are a little bad, and so are words that the portion adds.
func wordFit(want *reader, r *reader, from int) int {
	score, depth := 0, 0
	for k := from; k < len(r.toks); k++ {
		if r.isMark(k, "(") {
			depth++
		} else if r.isMark(k, ")") {
			depth--
		}
		if r.toks[k].kind != wordToken || r.isWord(k, "or", "nfs", "any", "size", "ns", "as", "to", "of", "with", "without") {
			continue
		}
		switch {
		case want.hasWord(r, k):
			score += 4
		case depth == 0:
			score -= unsaid(r, k)
		}
	}
	return score
}

// unsaid is what a word in a portion's label costs when the amount doesn't say it.
func unsaid(r *reader, k int) int {
	switch {
	case r.isWord(k, "dry", "shell", "raw", "ice", "crust", "snack-size", "cracker-size", "spray", "yields"):
		return 4
	case r.isWord(k, "whole", "cooked", "prepared", "pieces", "cut"):
		return 0
	}
	return 1
}

// hasWord reports whether the amount's words include word k of another text, in any form of it.
func (r *reader) hasWord(other *reader, k int) bool {
	for i := range r.toks {
		if r.toks[i].kind == wordToken && r.lang.alike(r.toks[i].text, other.toks[k].text) {
			return true
		}
	}
	return false
}

// alike reports whether two words are the same but for case, a plural, or another word for the same cut.
func (l *language) alike(a, b string) bool {
	if strings.EqualFold(a, b) {
		return true
	}
	var bufA, bufB [32]byte
	x, y := fold(bufA[:0], a), fold(bufB[:0], b)
	if cut, ok := lookup(l.cuts, x); ok {
		other, ok := lookup(l.cuts, y)
		return ok && cut == other
	}
	return string(stem(x)) == string(stem(y))
}

// stem cuts off a regular plural.
func stem(w []byte) []byte {
	switch n := len(w); {
	case n > 4 && string(w[n-3:]) == "ies":
		return append(w[:n-3], 'y')
	case n > 4 && string(w[n-2:]) == "es" && (w[n-3] == 'o' || w[n-3] == 'h' || w[n-3] == 'x' || w[n-3] == 's'):
		return w[:n-2]
	case n > 3 && w[n-1] == 's' && w[n-2] != 's':
		return w[:n-1]
	}
	return w
}
