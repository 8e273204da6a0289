package food

// OwnDensities lists the densities (g/ml) of a food's own volumes for a cut; for no cut, those of the food as it comes.
// Yields of another amount are left out.
func OwnDensities(f *Food, cut string) []float64 {
	w := newWeigher(Amount{}, f)
	ownName := newReader(nil, f.Name)
	var list []float64
	w.each(func(p *Portion, l *portionLabel, r *reader) {
		ml, stated := l.ml(w.lang)
		if ml <= 0 || stated || r.hasWord("yields") || r.hasWord("yield") || r.hasWord("ice") {
			return
		}
		named := !r.cutAway(l.from) && ownName.hasCut(cut)
		if cut != "" && !r.hasCut(cut) && !named || cut == "" && (w.fillsOddly(r, l.from) || r.cutAway(l.from)) {
			return
		}
		list = append(list, p.Grams/(p.Amount*ml))
	})
	return list
}

// cutAway reports whether the label names a cut other than how the food is mostly eaten.
func (r *reader) cutAway(from int) bool {
	for k := from; k < len(r.toks); k++ {
		if r.isCut(k) && !r.isWord(k, "raw", "cooked", "prepared", "whole", "pieces") {
			return true
		}
	}
	return false
}

// Named is the name of a food, read once for many questions.
type Named struct{ r reader }

// NameOf reads a food's name.
func NameOf(f *Food) Named { return Named{newReader(nil, f.Name)} }

// By reports whether a row of the tables of densities and pieces names the food.
func (n Named) By(row string) bool {
	want := stems(row)
	for i := 0; i < n.r.headEnd(); i++ {
		var buf [32]byte
		if string(stem(n.r.key(buf[:], i))) == want[0] {
			return n.r.hasStems(want)
		}
	}
	return false
}
