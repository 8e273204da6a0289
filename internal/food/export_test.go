package food

// OwnDensity is a density that follows from one of a food's own portions.
type OwnDensity struct {
	Label   string
	GramsML float64
}

// OwnDensities lists the densities of a food's own volumes for a cut; for no cut, those of the food as it comes.
// Yields of another amount are left out.
func OwnDensities(f *Food, cut string) []OwnDensity {
	w := weigher{f: f, lang: words()}
	ownName := newReader(nil, f.Name)
	var list []OwnDensity
	w.each(func(p *Portion, l *portionLabel, r *reader) {
		ml, stated := l.ml(w.lang)
		if ml <= 0 || stated || r.hasWord("yields") || r.hasWord("yield") || r.hasWord("ice") {
			return
		}
		named := !r.cutAway(l.from) && ownName.hasCut(cut)
		if cut != "" && !r.hasCut(cut) && !named || cut == "" && (manner(&w.want, r, l.from) || r.cutAway(l.from)) {
			return
		}
		list = append(list, OwnDensity{p.Label, p.Grams / (p.Amount * ml)})
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

// NamedBy reports whether a row of the tables of densities and pieces names the food.
func NamedBy(f *Food, words_ string) bool {
	want := stems(words_)
	name := newReader(nil, f.Name)
	for i := 0; i < name.headEnd(); i++ {
		var buf [32]byte
		if string(stem(name.key(buf[:], i))) == want[0] {
			return name.hasStems(want)
		}
	}
	return false
}
