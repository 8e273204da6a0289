package food

// mostUsual is how many usual portions a serving of pieces may be before they must be other, smaller pieces.
const mostUsual = 4

// serving is the weight of one serving: of so many pieces where the amount says so and they can be weighed.
func (w *weigher) serving() (unitWeight, bool) {
	n := w.a.Each.Value
	if n == 0 {
		return w.oneServing()
	}
	// A piece that can't be weighed is no usual portion here, hence more than a few of them.
	pieces := Amount{Count: max(n, fewPieces+1), Unit: w.a.Each.Unit, Size: w.a.Size, Label: w.a.Label, Context: w.a.Context}
	one, ok := newWeigher(pieces, w.f).one()
	all := one.times(n)
	if usual, known := w.usual(); known && (!ok || all.grams > mostUsual*usual.grams) {
		return usual, true
	}
	return all, ok
}

// oneServing is the usual portion, unless the amount names a size or the text beside it one of the food's portions
// ("beef sausage patty").
func (w *weigher) oneServing() (unitWeight, bool) {
	best := w.choice(contextUnit - 1)
	w.each(func(p *Portion, l *portionLabel, r *reader) {
		if l.unit.kind == mass || l.unit.kind == volume {
			return
		}
		size := sizeFit{factor: 1}
		if w.a.Size != "" {
			size = w.lang.sizeFit(w.a.Size, l.sizes)
		}
		named := w.contextFit(r) + max(w.hintFit(l), 0)
		if l.unit.kind == vessel && w.calledSo(r) {
			named += nameShared
		}
		if named+size.fit >= contextUnit {
			best.offer(p, named+w.wordFit(r, l.from), size)
		}
	})
	if p, ok := best.weight(); ok {
		return p, true
	}
	return w.usual()
}

// calledSo reports whether a label's words beside size and unit are all words of the food's name, and there is one:
// the "Capri Sun pouch" of "Fruit juice drink (Capri Sun)".
func (w *weigher) calledSo(r *reader) bool {
	named := false
	for k := range r.toks {
		if r.toks[k].kind == wordToken && !r.measures(k) && !r.is(k, free) {
			if w.own.shares(r, k) < wordShared {
				return false
			}
			named = true
		}
	}
	return named
}
