package food

import (
	"fmt"
	"math"
)

// Absurd is the weight in grams above which an amount of one food is refused.
const Absurd = 20_000

// Of is what the amount of this food weighs. The food's own portions come first, then its other volumes, then
// a density or a declared typical weight; Basis says which. The errors are *[WeighError] and *[RangeError].
func (a Amount) Of(f *Food) (Weight, error) {
	if !(a.Count >= 0) || !(a.Low >= 0) || math.IsInf(a.High, 0) || math.IsNaN(a.High) {
		return Weight{}, &RangeError{a.String(), "is no amount; write what was eaten as a positive number"}
	}
	w := weigher{a: a, f: f, want: newReader(nil, a.Label), u: words().byUnit[a.Unit]}
	one, ok := w.one()
	if !ok {
		return Weight{}, &WeighError{a.String(), f.Name, known(f)}
	}
	one.Grams, one.Low, one.High = one.Grams*a.Count, one.Low*a.Low, one.High*a.High
	if one.Grams > Absurd {
		return Weight{}, &RangeError{a.String(), fmt.Sprintf("of %q would weigh %.0f kg; check the number and the unit", f.Name, one.Grams/1000)}
	}
	return one, nil
}

// known lists the household measures of a food, for people.
func known(f *Food) []string {
	var list []string
	for i := range f.Portions {
		if p := &f.Portions[i]; p.Kind == Household && len(list) < 8 {
			list = append(list, p.Label)
		}
	}
	return list
}

// How far a measure may be off, as factors of its weight.
const (
	// Authors of recipes agree with each other on a household measure within 20 % in nine of ten cases.
	householdLow, householdHigh = 0.8, 1.2
	usualLow, usualHigh         = 0.5, 1.75
)

func exact(grams float64, basis string) Weight { return Weight{grams, grams, grams, basis} }

func household(grams float64, basis string) Weight {
	return Weight{grams, grams * householdLow, grams * householdHigh, basis}
}

// weigher finds the weight of one unit of an amount.
type weigher struct {
	a    Amount
	f    *Food
	want reader // the amount's label
	u    unitInfo
}

// one is the weight of one unit.
func (w *weigher) one() (Weight, bool) {
	each := words().byUnit[w.a.Each.Unit]
	switch {
	case w.u.kind == mass:
		return exact(w.u.factor, "weighed"), true
	case each.kind == mass && w.u.kind != doseForm:
		g := w.a.Each.Value * each.factor
		return exact(g, fmt.Sprintf("stated: %s %s each", figure(w.a.Each.Value), w.a.Each.Unit)), true
	case each.kind == volume:
		return w.volume(w.a.Each.Value * each.factor)
	case w.u.kind == volume:
		return w.volume(w.u.factor)
	case w.u.kind == serving:
		return w.usual()
	case w.u.kind == recipe, w.u.kind == dose:
		return Weight{}, false
	case w.a.Unit == "":
		return w.bare()
	}
	if p, ok := w.ownPortion(); ok {
		return p, true
	}
	if t, ok := typicalFor(w.a.Unit, w.f); ok {
		return w.typical(t)
	}
	if w.a.Unit == Piece {
		return w.bare()
	}
	return Weight{}, false
}

// each calls use for every household portion with its label understood.
func (w *weigher) each(use func(p *Portion, l *portionLabel, r *reader)) {
	var buf [32]token
	for i := range w.f.Portions {
		p := &w.f.Portions[i]
		if p.Kind != Household || p.Amount <= 0 || p.Grams <= 0 {
			continue
		}
		r := reader{p.Label, scan(buf[:0], p.Label), words()}
		l := readPortion(&r)
		use(p, &l, &r)
	}
}

func (p *Portion) basis() string {
	return fmt.Sprintf("portion: %s %s (%s g)", figure(p.Amount), p.Label, figure(p.Grams))
}

// ownPortion is the weight of one unit by the food's own portion in that unit.
func (w *weigher) ownPortion() (Weight, bool) {
	var best *Portion
	bestFit := math.MinInt
	w.each(func(p *Portion, l *portionLabel, r *reader) {
		if !l.is(w.a.Unit) && (w.u.unit != "" || !r.hasUnknown(w.a.Unit)) {
			return
		}
		if fit := sizeFit(w.a.Size, l.sizes) + wordFit(&w.want, r, l.from); fit > bestFit {
			best, bestFit = p, fit
		}
	})
	if best == nil {
		return Weight{}, false
	}
	return household(best.Grams/best.Amount, best.basis()), true
}

// hasUnknown reports whether the label has the words of a unit that no table knows: "siopao".
func (r *reader) hasUnknown(u Unit) bool {
	for i := range r.toks {
		if r.toks[i].kind == wordToken && r.lang.alike(r.toks[i].text, string(u)) {
			return true
		}
	}
	return false
}

// volume is the weight of ml millilitres: by the food's own volumes, else by its density.
func (w *weigher) volume(ml float64) (Weight, bool) {
	var best *Portion
	bestFit, bestML := math.MinInt, 0.
	w.each(func(p *Portion, l *portionLabel, r *reader) {
		if !l.volume() {
			return
		}
		fit := wordFit(&w.want, r, l.from)
		if l.is(w.a.Unit) {
			fit += 2
		}
		if fit > bestFit {
			best, bestFit, bestML = p, fit, l.unit.factor*p.Amount
		}
	})
	if best != nil {
		return household(best.Grams/bestML*ml, best.basis()), true
	}
	if drink(w.f) {
		return household(ml, "density of water, 1 g/ml"), true
	}
	return Weight{}, false
}

// typical is the weight of one rough measure.
func (w *weigher) typical(t typical) (Weight, bool) {
	basis := fmt.Sprintf("typical %s (%s)", w.a.Unit, t.source)
	if t.grams > 0 {
		return Weight{t.grams, t.low, t.high, basis}, true
	}
	v, ok := w.volume(t.ml)
	if !ok {
		return v, false
	}
	return Weight{v.Grams, v.Grams * t.low / t.ml, v.Grams * t.high / t.ml, basis}, true
}

// usual is the portion meant when nobody named one.
func (w *weigher) usual() (Weight, bool) {
	for i := range w.f.Portions {
		if p := &w.f.Portions[i]; p.Kind == Usual && p.Grams > 0 {
			g := p.Grams / max(p.Amount, 1)
			return Weight{g, g * usualLow, g * usualHigh, fmt.Sprintf("usual portion (%s g)", figure(g))}, true
		}
	}
	var best *Portion
	w.each(func(p *Portion, l *portionLabel, r *reader) {
		if best == nil || l.unit.kind == serving {
			best = p
		}
	})
	if best == nil {
		return Weight{}, false
	}
	g := best.Grams
	return Weight{g, g * usualLow, g * usualHigh, "taken as " + best.basis()}, true
}

// bare is the weight of one of the food's natural units: one egg, one medium apple, one slice of bread.
func (w *weigher) bare() (Weight, bool) {
	if drink(w.f) && w.a.Size == "" {
		return w.usual()
	}
	var best *Portion
	bestFit := 0
	var name [32]token
	own := reader{w.f.Name, scan(name[:0], w.f.Name), words()}
	w.each(func(p *Portion, l *portionLabel, r *reader) {
		fit, ok := naturalFit(l, r, &own)
		if !ok {
			return
		}
		fit += sizeFit(w.a.Size, l.sizes) + wordFit(&w.want, r, l.from)
		if fit > bestFit {
			best, bestFit = p, fit
		}
	})
	if best == nil {
		return w.usual()
	}
	return household(best.Grams/best.Amount, best.basis()), true
}

// naturalFit judges how natural a portion is as "one" of its food; volumes and weights never are.
func naturalFit(l *portionLabel, r, own *reader) (int, bool) {
	fit := 0
	switch l.unit.kind {
	case mass, volume, serving:
		return 0, false
	case item:
		fit = 3
	case piece:
		fit = 1
		if l.is(Piece) {
			fit = 3
		}
	case vessel:
		fit = -3
	default:
		if l.sizes != 0 {
			fit = 4
		}
	}
	for k := range r.toks {
		if r.toks[k].kind == wordToken && own.hasWord(r, k) {
			fit += 4
			break
		}
	}
	return fit, true
}

// drink reports whether a food is drunk, so that its fluid measures may be weighed as water.
func drink(f *Food) bool {
	for _, w := range []string{"beverage", "drink", "milk", "coffee", "tea", "juice", "water", "beer", "wine", "soda", "liquor", "cocktail", "formula"} {
		if containsFold(f.Category, w) {
			return true
		}
	}
	return false
}
