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
	if !(a.Count >= 0) || !(a.Low >= 0) || !(a.High >= a.Low) || math.IsInf(a.High, 0) {
		return Weight{}, &RangeError{a.String(), "is no amount; write what was eaten as a positive number"}
	}
	w := newWeigher(a, f)
	one, ok := w.one()
	if !ok {
		return Weight{}, &WeighError{a.String(), f.Name, f.measures()}
	}
	total := Weight{one.grams * a.Count, one.low * a.Low, one.high * a.High, one.basis()}
	if total.Grams > Absurd {
		return Weight{}, &RangeError{a.String(), fmt.Sprintf("of %q would weigh %.0f kg; check the number and the unit", f.Name, total.Grams/1000)}
	}
	return total, nil
}

// measures lists the household measures of a food, for people; at most eight.
func (f *Food) measures() []string {
	var list []string
	for i := range f.Portions {
		if p := &f.Portions[i]; p.Kind == Household && len(list) < 8 {
			list = append(list, p.Label)
		}
	}
	return list
}

// String is the portion for people: "1 cup, chopped (128 g)".
func (p *Portion) String() string {
	return figure(p.Amount) + " " + p.Label + " (" + figure(p.Grams) + " g)"
}

// How far a measure may be off, as factors of its weight.
const (
	// Authors of recipes agree with each other on a household measure within 20 % in nine of ten cases.
	householdLow, householdHigh = 0.8, 1.2
	// Most reported portions of one food lie between half and twice its usual one; declared here.
	usualLow, usualHigh = 0.5, 2
)

// unitWeight is the weight of one unit and what it rests on. The words are made only once it is chosen.
type unitWeight struct {
	grams, low, high float64
	portion          *Portion // where it is a portion of the food
	scaled           bool     // from a portion of another size, or of none
	ground           string   // in words before the portion: "usual portion", "density 0.53 g/ml (FAO/INFOODS)"
}

func household(grams float64, p *Portion) unitWeight {
	return unitWeight{grams: grams, low: grams * householdLow, high: grams * householdHigh, portion: p}
}

func (u unitWeight) times(n float64) unitWeight {
	u.grams, u.low, u.high = u.grams*n, u.low*n, u.high*n
	return u
}

func (u unitWeight) basis() string {
	switch {
	case u.portion == nil:
		return u.ground
	case u.ground != "":
		return u.ground + ": " + u.portion.String()
	}
	return "portion: " + u.portion.String()
}

// weigher finds the weight of one unit of an amount.
type weigher struct {
	a       Amount
	f       *Food
	u       unitInfo
	want    reader // the amount's label
	context reader // the words beside the amount
	own     reader // the food's name
	lang    *language

	// The portion that each is at, kept here so that all portions share the space.
	r     reader
	label portionLabel
	toks  [24]token

	// Space for the three texts.
	wantToks    [8]token
	contextToks [16]token
	ownToks     [20]token
}

func newWeigher(a Amount, f *Food) *weigher {
	l := words()
	w := &weigher{a: a, f: f, lang: l, u: l.byUnit[a.Unit]}
	w.want = reader{text: a.Label, toks: scan(w.wantToks[:0], a.Label), lang: l}
	w.context = reader{text: a.Context, toks: scan(w.contextToks[:0], a.Context), lang: l}
	w.own = reader{text: f.Name, toks: scan(w.ownToks[:0], f.Name), lang: l}
	return w
}

// each calls use for every household portion with its label understood; both are valid only until it returns.
func (w *weigher) each(use func(p *Portion, l *portionLabel, r *reader)) {
	for i := range w.f.Portions {
		p := &w.f.Portions[i]
		if p.Kind != Household || !(p.Amount > 0) || !(p.Grams > 0) {
			continue
		}
		w.r = reader{text: p.Label, toks: scan(w.toks[:0], p.Label), lang: w.lang}
		w.label = readPortion(&w.r)
		if w.label.is("inch") && p.Amount > 1 { // "6 inch sub" is one of six inches
			p = &Portion{1, figure(p.Amount) + " " + p.Label, p.Grams, p.Kind}
		}
		use(p, &w.label, &w.r)
	}
}

// one is the weight of one unit.
func (w *weigher) one() (unitWeight, bool) {
	of := w.lang.byUnit[w.a.Each.Unit]
	switch {
	case w.u.kind == mass:
		return w.mass()
	case of.kind == mass && w.u.kind != doseForm:
		g := w.a.Each.Value * of.factor
		return unitWeight{grams: g, low: g, high: g, ground: fmt.Sprintf("stated: %s %s each", figure(w.a.Each.Value), w.a.Each.Unit)}, true
	case of.kind == volume:
		return w.volume(w.a.Each.Value * of.factor)
	case w.u.kind == volume:
		if p, ok := w.sizedCup(); ok {
			return p, true
		}
		return w.volume(w.u.factor)
	case w.u.kind == serving:
		return w.serving()
	case w.u.kind == recipe, w.u.kind == dose:
		return unitWeight{}, false
	case w.a.Unit == "":
		return w.bare()
	case w.u.unit == "":
		return w.unknown()
	}
	return w.measure()
}

// mass is the weight of a unit of mass. An ounce of a drink is a fluid ounce, and a dry or raw weight of a food
// that the table has cooked is what it yields.
func (w *weigher) mass() (unitWeight, bool) {
	if w.a.Unit == Ounce && drink(w.f) {
		if v, ok := w.volume(w.lang.byUnit[FluidOunce].factor); ok {
			v.low, v.ground = min(v.low, w.u.factor), "an ounce of a drink is a fluid ounce"
			return v, true
		}
	}
	g := unitWeight{grams: w.u.factor, low: w.u.factor, high: w.u.factor, ground: "weighed"}
	dry, raw := w.want.hasCut("dry"), w.want.hasCut("raw")
	if !dry && !raw {
		return g, true
	}
	w.each(func(p *Portion, l *portionLabel, r *reader) {
		if l.unit.kind == mass && (dry && r.hasWord("dry") || raw && r.hasWord("raw")) {
			g = household(p.Grams/(p.Amount*l.unit.factor)*w.u.factor, p)
		}
	})
	return g, true
}

// measure is the weight of a piece, vessel or rough measure: the food's own portion in that unit, its natural unit
// where any piece is meant, its portion in a like unit, what such a measure is declared to stand for, what such a
// piece weighs in general.
func (w *weigher) measure() (unitWeight, bool) {
	t, rough := typicalFor(w.a.Unit, w.f)
	own, ok := w.ownPortion(w.a.Unit)
	switch {
	case rough && (t.first || ok && own.scaled):
		return w.typical(t)
	case ok:
		return own, true
	}
	if w.u.kind == item || w.u.unit == Piece {
		if p, ok := w.natural(); ok {
			return p, true
		}
	}
	for _, like := range w.u.like {
		if p, ok := w.ownPortion(like); ok {
			return p, true
		}
	}
	if rough {
		return w.typical(t)
	}
	if p, ok := pieceOf(&w.own, w.a.Unit, w.a.Size); ok || w.u.unit != Piece || w.a.Count > fewPieces {
		return p, ok
	}
	return w.usual()
}

// unknown is the weight of one of a unit that no table knows: where the food has a portion called so, or is called
// so itself ("1 siopao" of "Siopao, filled").
func (w *weigher) unknown() (unitWeight, bool) {
	if p, ok := w.ownPortion(w.a.Unit); ok {
		return p, true
	}
	unit := newReader(nil, string(w.a.Unit))
	for k := range unit.toks {
		if w.own.shares(&unit, k) == wordShared {
			return w.bare()
		}
	}
	return unitWeight{}, false
}
