package food

import (
	"math"

	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// bare is the weight of one of a food when only a number or a size was written: one egg, one medium apple, one
// slice of bread, the usual portion of what has no pieces.
func (w *weigher) bare() (unitWeight, bool) {
	if drink(w.f) {
		if w.a.Size != "" {
			if p, ok := w.sizedDrink(); ok {
				return p, true
			}
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
	var best *Portion
	bestFit, bestFactor := -1, 1.
	var name [32]token
	own := reader{text: w.f.Name, toks: scan(name[:0], w.f.Name), lang: w.lang}
	w.each(func(p *Portion, l *portionLabel, r *reader) {
		fit, ok := naturalFit(l, r, &own, w.a.Size)
		if !ok {
			return
		}
		size, factor := w.lang.sizeFit(w.a.Size, l.sizes)
		if fit += size + wordFit(&w.want, r, l.from); fit > bestFit {
			best, bestFit, bestFactor = p, fit, factor
		}
		if l.sizes == 0 && best == p && w.a.Size != "" {
			bestFactor = unsized * factor
		}
	})
	if best == nil || bestFactor < 0 {
		if p, ok := pieceOf(w.f, "", w.a.Size, w.lang); ok || best == nil {
			return p, ok
		}
	}
	return household(best.Grams/best.Amount*math.Abs(bestFactor), best), true
}

// unsized marks the factor of a portion that names no size where the amount does.
const unsized = -1

// naturalFit judges how natural a portion is as "one" of its food; volumes and weights never are.
func naturalFit(l *portionLabel, r, own *reader, size Size) (int, bool) {
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
		if size == "" && (l.is("pizza") || l.is("pie") || l.is("cake")) {
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
	return fit + nameFit(r, own), true
}

// nameFit judges the words of a label up to its first mark against the food's name: one cookie of "Cookie,
// oatmeal" is natural, one "grape tomato" of "Tomatoes, raw" isn't.
func nameFit(r, own *reader) int {
	shared, strange := 0, 0
	for k := 0; k < len(r.toks) && !r.isMark(k, ",", "(") && !r.isWord(k, "with", "without"); k++ {
		if r.toks[k].kind != wordToken {
			continue
		}
		if own.shares(r, k) == 4 {
			shared = 5
		} else if _, _, isSize := r.size(k); !isSize && !r.isWord(k, "or", "any", "size") {
			if u, j, isUnit := r.unit(k); !isUnit || u.kind == item && r.describes(j) {
				strange++
			}
		}
	}
	return shared - 3*strange
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
