package food

import (
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// bare is the weight of one of a food when only a number or a size was written: one egg, one medium apple, one
// slice of bread, the usual portion of what has no pieces.
func (w *weigher) bare() (unitWeight, bool) {
	if drink(w.f) {
		if p, ok := w.sizedCup(); ok {
			return p, true
		}
		return w.usual()
	}
	if p, ok := w.natural(); ok || w.a.Count > fewPieces {
		return p, ok
	}
	return w.usual()
}

// fewPieces is how many of a food may be as many usual portions of it: two coffees, not twenty crackers.
const fewPieces = 4

// natural is the weight of one of the food's natural units, else of a piece of such a food in general. An explicit
// size is looked up in general before a portion without a size is scaled.
func (w *weigher) natural() (unitWeight, bool) {
	best := w.choice(-1)
	w.each(func(p *Portion, l *portionLabel, r *reader) {
		fit, ok := w.naturalFit(l, r)
		if !ok || best.usual > 100*p.Grams*w.a.Count {
			return // one kernel is no popcorn
		}
		size := w.lang.sizeFit(w.a.Size, l.sizes)
		best.offer(p, fit+size.fit+w.wordFit(r, l.from)+w.contextFit(r), size)
	})
	if best.best == nil || best.scaled {
		if p, ok := pieceOf(w.f, "", w.a.Size, w.lang); ok {
			return p, true
		}
	}
	return best.weight()
}

// naturalFit judges how natural a portion is as "one" of its food; volumes and weights never are.
func (w *weigher) naturalFit(l *portionLabel, r *reader) (int, bool) {
	fit := 0
	switch l.unit.kind {
	case mass, volume:
		return 0, false
	case serving:
		if l.sizes == 0 {
			return 0, false
		}
	case item:
		fit = 3
		if w.a.Size == "" && (l.is("pizza") || l.is("pie") || l.is("cake")) {
			fit = -4 // these are eaten by the piece
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

// nameFit judges the words of a label up to its first mark against the food's name: one cookie of "Cookie,
// oatmeal" is natural, one "grape tomato" of "Tomatoes, raw" isn't.
func (w *weigher) nameFit(r *reader) int {
	shared, strange := 0, 0
	for k := 0; k < len(r.toks) && !r.isMark(k, ",", "(") && !r.isWord(k, "with", "without"); k++ {
		if r.toks[k].kind != wordToken {
			continue
		}
		if w.own.shares(r, k) == 4 {
			shared = 5
			continue
		}
		_, _, isSize := r.size(k)
		u, j, isUnit := r.unit(k)
		if !isSize && (!isUnit || u.kind == item && r.describes(j)) && !r.isWord(k, "or", "any", "size") && !r.isWord(k-1, "or") && w.context.shares(r, k) == 0 {
			strange++
		}
	}
	return shared - 3*strange
}

// hintFit judges a portion's unit against the pieces and vessels that the text beside the amount names: "2 pizza
// slices" are slices, or pieces where there are none.
func (w *weigher) hintFit(l *portionLabel) int {
	for i := range w.context.toks {
		u, _, ok := w.context.unit(i)
		if !ok || u.kind != piece && u.kind != vessel {
			continue
		}
		if l.is(u.unit) {
			return 5
		}
		for _, like := range u.like {
			if l.is(like) {
				return 3
			}
		}
		if l.is("pizza") || l.is("pie") || l.is("cake") {
			return -6 // a slice of it is no whole one
		}
	}
	return 0
}

// pieceFit is how well a piece stands for one of the whole: a head is one cabbage, a leaf is a part of it.
func pieceFit(u Unit) int {
	switch u {
	case Piece:
		return 3
	case "slice", "wedge", "leaf", "sprig", "strip", "ring", "segment", "sheet", "cube", "chunk", "inch":
		return 1
	case "loaf", "block", "bunch", "bundle", "pat", "drop":
		return -2
	}
	return 2
}

// usual is the portion meant when nobody named one: the one that the table says, else the first serving, else
// the first portion that is no mere weight.
func (w *weigher) usual() (unitWeight, bool) {
	for i := range w.f.Portions {
		if p := &w.f.Portions[i]; p.Kind == Usual && p.Grams > 0 {
			g := p.Grams / max(p.Amount, 1)
			return unitWeight{grams: g, low: g * usualLow, high: g * usualHigh, ground: "usual portion (" + figure(g) + " g)"}, true
		}
	}
	var best *Portion
	bestRank := 0
	w.each(func(p *Portion, l *portionLabel, r *reader) {
		rank := 2
		switch {
		case l.unit.kind == serving:
			rank = 4
		case l.unit.kind == mass:
			rank = 1
		case p.Grams > 500:
			rank = 1
		case l.sizes&w.lang.bySize["medium"].set != 0:
			rank = 3
		}
		if rank > bestRank {
			best, bestRank = p, rank
		}
	})
	if best == nil {
		return unitWeight{}, false
	}
	g := best.Grams
	return unitWeight{grams: g, low: g * usualLow, high: g * usualHigh, portion: best, ground: "no usual portion known, taken as"}, true
}

// drink reports whether a food is drunk, so that an ounce of it is a fluid ounce and water stands in for its
// density: a food of the tables' beverage categories, or one named so, that is mostly water.
func drink(f *Food) bool {
	if water, known := f.Per100g[nutrient.Water].Known(); known && water < 60 {
		return false
	}
	for _, w := range []string{"beverage", "drink", "coffee", "tea", "milk", "beer", "wine", "liquor", "water", "soft drinks", "formula", "shakes"} {
		if wordIn(f.Category, w) {
			return true
		}
	}
	if wordIn(f.Category, "juice") || wordIn(f.Category, "juices") || wordIn(f.Category, "dairy") {
		return wordIn(f.Name, "juice") || wordIn(f.Name, "milk") || wordIn(f.Name, "nectar")
	}
	return false
}
