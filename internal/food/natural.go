package food

// fewPieces is how many of a food may be as many usual portions of it: two coffees, not twenty crackers.
const fewPieces = 4

// bare is the weight of one of a food when only a number or a size was written: one egg, one medium apple, one
// slice of bread, the usual portion of what has no pieces.
func (w *weigher) bare() (unitWeight, bool) {
	if drink(w.f) {
		if p, ok := w.sizedCup(); ok {
			return p, true
		}
		return w.oneServing()
	}
	if p, ok := w.named(); ok {
		return p, true
	}
	if p, ok := w.natural(); ok || w.a.Count > fewPieces {
		return p, ok
	}
	return w.usual()
}

// named is the weight of the piece that the text beside the amount ends in: "10 basil leaves", "2 celery stalks", "1
// chocolate bar".
func (w *weigher) named() (unitWeight, bool) {
	if w.a.Size != "" {
		return unitWeight{}, false
	}
	end := w.context.clauseEnd()
	for i := end - 1; i > 0 && i >= end-2; i-- { // "lettuce leaf torn"
		u, j, ok := w.context.unit(i)
		if ok && isNamed(u.unit) && (j == end || w.context.isCut(j)) && !w.saysPortion() {
			a := w.a
			a.Unit, a.Context = u.unit, ""
			named := newWeigher(a, w.f)
			for _, unit := range [...]Unit{u.unit, u.nearest()} {
				if p, ok := named.ownPortion(unit); ok {
					return p, true
				}
			}
			if t, ok := typicalFor(u.unit, w.f); ok {
				return named.typical(t)
			}
			return pieceOf(&w.own, u.unit, "")
		}
	}
	return unitWeight{}, false
}

// saysPortion reports whether the text beside the amount says the words of a portion: a "fun size" bar.
func (w *weigher) saysPortion() bool {
	says := false
	w.each(func(_ *Portion, _ *portionLabel, r *reader) { says = says || w.contextFit(r) > 0 })
	return says
}

// isNamed reports whether a unit says behind a food of what the count is: what a plant has several of, and a bar.
func isNamed(u Unit) bool {
	switch u {
	case "leaf", "clove", "stalk", "sprig", "head", "ear", "spear", "wedge", "bar":
		return true
	}
	return false
}

// clauseEnd is the token at which the first clause ends.
func (r *reader) clauseEnd() int {
	for i := range r.toks {
		if i > 0 && (r.isMark(i, ",", "(", ";") || r.isWord(i, "with", "or", "and", "in", "from")) {
			return i
		}
	}
	return len(r.toks)
}

// natural is the weight of one of the food's natural units, else of a piece of such a food in general. An explicit
// size is looked up in general before a portion without a size is scaled.
func (w *weigher) natural() (unitWeight, bool) {
	if p := pieceRow(&w.own, ""); p != nil && p.first {
		return p.weight(w.lang, w.a.Size), true
	}
	best := w.choice(-1)
	w.each(func(p *Portion, l *portionLabel, r *reader) {
		fit, ok := w.naturalFit(l, r)
		if ok && best.usual < 100*p.Grams { // one kernel is no popcorn
			best.offer(p, fit+w.wordFit(r, l.from)+w.contextFit(r), w.lang.sizeFit(w.a.Size, l.sizes))
		}
	})
	if best.best == nil || best.size.scaled {
		if p, ok := pieceOf(&w.own, "", w.a.Size); ok {
			return p, true
		}
	}
	return best.weight()
}

// naturalFit judges how natural a portion is as "one" of its food; volumes and weights never are.
func (w *weigher) naturalFit(l *portionLabel, r *reader) (fit int, ok bool) {
	switch l.unit.kind {
	case mass, volume:
		return 0, false
	case serving:
		if l.sizes == 0 {
			return 0, false
		}
	case item:
		fit = 3
		if w.a.Size == "" && l.whole() {
			fit = -4
		}
	case piece:
		fit = pieceFit(l.unit.unit)
	case vessel:
		fit = -3
	default:
		if l.sizes != 0 {
			fit = 4
		}
	}
	hint := w.hintFit(l)
	if hint > 0 {
		return fit + hint, true
	}
	return fit + hint + w.nameFit(r), true
}

// pieceFit is how well a piece stands for one of the whole: a head is one cabbage, a leaf is a part of it.
func pieceFit(u Unit) int {
	switch u {
	case Piece:
		return 3
	case "slice", "wedge", "strip", "ring", "segment", "sheet", "cube", "chunk", "inch":
		return 1
	case "leaf", "sprig", "loaf", "block", "bunch", "bundle", "pat", "drop", "cubic inch":
		return -3
	}
	return 2
}

// nameFit judges the words of a label up to its first mark against the food's name: one cookie of "Cookie,
// oatmeal" is natural, one "grape tomato" of "Tomatoes, raw" isn't.
func (w *weigher) nameFit(r *reader) int {
	shared, strange := 0, 0
	for k := 0; k < len(r.toks) && !r.isMark(k, ",", "(") && !r.isWord(k, "with", "without"); k++ {
		switch {
		case r.toks[k].kind != wordToken:
		case r.measures(k) && r.juiceOf(k):
			strange += nameStrange // the juice of a wedge is a part of that of a lemon
		case w.own.shares(r, k) == wordShared:
			shared = nameShared
		case !r.is(k, free) && !r.isWord(k-1, "or") && !r.measures(k) && w.context.shares(r, k) == 0:
			strange += nameStrange
		}
	}
	return shared + strange
}

// juiceOf reports whether a label has the juice of token k: "Juice of 1 wedge".
func (r *reader) juiceOf(k int) bool { return r.is(k-2, of) && r.isWord(k-3, "juice") }

// measures reports whether a label's word is its size or its unit, and not a word that only describes.
func (r *reader) measures(k int) bool {
	if _, _, isSize := r.size(k); isSize {
		return true
	}
	u, j, isUnit := r.unit(k)
	return isUnit && (u.kind != item || !r.describes(j))
}

// usual is the portion meant when nobody named one: the one that the table says, else the first of those that serve
// best as one.
func (w *weigher) usual() (unitWeight, bool) {
	if p := w.f.usual(); p != nil {
		g := p.Grams / p.Amount
		return unitWeight{grams: g, low: g * usualLow, high: g * usualHigh, ground: "usual portion (" + figure(g) + " g)"}, true
	}
	var best *Portion
	bestRank := 0
	w.each(func(p *Portion, l *portionLabel, r *reader) {
		if rank := w.servingRank(p, l, r); rank > bestRank {
			best, bestRank = p, rank
		}
	})
	if best == nil {
		return unitWeight{}, false
	}
	g := best.Grams
	return unitWeight{grams: g, low: g * usualLow, high: g * usualHigh, portion: best, ground: "no usual portion known, taken as"}, true
}

// servingRank judges how well a portion serves as a usual one: a serving, a medium one, the three or four ounces of
// meat, before a cup or a piece, before what is mostly something else's weight, or too little or too much.
func (w *weigher) servingRank(p *Portion, l *portionLabel, r *reader) int {
	switch {
	case l.unit.kind == serving:
		return 4
	case r.hasWord("yield") || r.hasWord("yields") || p.Grams > 400:
		return 1
	case l.sizes&w.lang.bySize["medium"].set != 0, l.unit.kind == mass && p.Grams > 60 && p.Grams < 150:
		return 3
	case l.unit.kind == mass || l.unit.kind == piece && pieceFit(l.unit.unit) < 0:
		return 1
	}
	return 2
}
