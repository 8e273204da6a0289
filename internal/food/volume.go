package food

import (
	"fmt"
	"math"

	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// volume is the weight of ml millilitres: by the density of what the text calls the food where the food only stands in
// for it, else by the food's own volumes, else by its density. The density also comes before the food's volumes where
// it is for the cut that the amount names, or where they fill the measure in a special way.
func (w *weigher) volume(ml float64) (unitWeight, bool) {
	if said, ok := densitySaid(&w.context, &w.own, &w.want); ok {
		return said.weight(ml), true
	}
	var best *Portion
	bestFit, bestML, odd, cut := math.MinInt, 0., false, ""
	d, ok := densityOf(&w.own, &w.want)
	w.each(func(p *Portion, l *portionLabel, r *reader) {
		unitML, stated := l.ml(w.lang)
		if unitML <= 0 {
			return
		}
		fit := w.wordFit(r, l.from)
		if l.is(w.a.Unit) {
			fit += unitExact
		}
		if stated {
			fit += statedVolume
		}
		if ok && d.cut == "" && !d.agrees(p.Grams/(unitML*p.Amount)) {
			fit += strangeVolume
		}
		if fit > bestFit {
			best, bestFit, bestML, odd, cut = p, fit, unitML*p.Amount, stated || w.fillsOddly(r, l.from), ""
			if r.hasCut(d.cut) {
				cut = d.cut
			}
		}
	})
	switch {
	case ok && (best == nil || odd || cut != d.cut):
		return d.weight(ml), true
	case best != nil:
		return household(best.Grams/bestML*ml, best), true
	case drink(w.f):
		return unitWeight{grams: ml, low: 0.95 * ml, high: 1.1 * ml, ground: "taken as heavy as water, 1 g/ml"}, true
	}
	return unitWeight{}, false
}

// sizedCup is the weight of a small, medium or large cup of what is sold so: a drink, or ice cream in a "medium ice
// cream cup".
func (w *weigher) sizedCup() (unitWeight, bool) {
	if w.a.Size == "" {
		return unitWeight{}, false
	}
	drunk := drink(w.f)
	best := w.choice(0)
	w.each(func(p *Portion, l *portionLabel, r *reader) {
		if r.hasWord("cup") || l.from == len(r.toks) || drunk && (l.unit.unit == "" || l.is("drink")) {
			best.offer(p, 0, w.lang.sizeFit(w.a.Size, l.sizes))
		}
	})
	return best.weight()
}

// typical is the weight of one rough measure.
func (w *weigher) typical(t typical) (unitWeight, bool) {
	factor := 1.
	if s, ok := w.lang.bySize[w.a.Size]; ok {
		factor = s.factor
	}
	ground := fmt.Sprintf("typical %s (%s)", w.a.Unit, t.source)
	if t.grams > 0 {
		return unitWeight{grams: t.grams * factor, low: t.low * factor, high: t.high * factor, ground: ground}, true
	}
	v, ok := w.volume(t.ml * factor)
	v.low, v.high, v.ground = v.grams*t.low/t.ml, v.grams*t.high/t.ml, ground
	return v, ok
}

// drink reports whether a food is drunk, so that an ounce of it is a fluid ounce and water stands in for its
// density: a food of the tables' beverage categories, or one named so, that is mostly water.
func drink(f *Food) bool {
	if water, known := f.Per100g[nutrient.Water].Known(); known && water < 60 {
		return false
	}
	for _, w := range []string{"beverage", "beverages", "drink", "drinks", "coffee", "tea", "milk", "beer", "wine", "liquor", "water", "formula", "shakes"} {
		if wordIn(f.Category, w) {
			return true
		}
	}
	if wordIn(f.Category, "juice") || wordIn(f.Category, "juices") || wordIn(f.Category, "dairy") {
		return wordIn(f.Name, "juice") || wordIn(f.Name, "milk") || wordIn(f.Name, "nectar")
	}
	return false
}
