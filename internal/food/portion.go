package food

// sizes is a set of sizes: a portion may be for several ("medium or regular slice").
type sizes uint16

// portionLabel is a portion's label understood: "large single serving bag" is a large bag.
type portionLabel struct {
	unit, other unitInfo // other is the second of two units: "can or bottle", "piece/slice"
	sizes       sizes
	each        Measure // the stated weight or volume of one: "bottle (16.9 fl oz)"
	from        int     // the first token that is none of these
}

// readPortion reads a portion's label. A volume counts as the unit only at the front: a "microwavable cup" is
// no cup.
func readPortion(r *reader) portionLabel {
	p := portionLabel{}
	i := p.readSizes(r)
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
	for k := i; p.each.Value == 0 && k < len(r.toks) && !r.is(k, elsewhere); k++ {
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

// readSizes reads the sizes at the front of a label: "small or thin/very thin slice".
func (p *portionLabel) readSizes(r *reader) int {
	for i := 0; ; {
		if s, j, ok := r.size(i); ok {
			p.sizes |= r.lang.bySize[s].set
			i = j
		} else if p.sizes != 0 && (r.isMark(i, "/", ",") || r.isWord(i, "or")) {
			i++
		} else {
			return i
		}
	}
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
	if r.kindOf(i) != wordToken || r.is(i, free|elsewhere) || r.isWord(i, "half") {
		return false
	}
	_, _, isSize := r.size(i)
	return !isSize
}

// is reports whether the portion is measured in a unit.
func (p *portionLabel) is(units ...Unit) bool {
	for _, u := range units {
		if u != "" && (p.unit.unit == u || p.other.unit == u) {
			return true
		}
	}
	return false
}

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
