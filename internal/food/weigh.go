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
	l := words()
	w := &weigher{a: a, f: f, lang: l, u: l.byUnit[a.Unit]}
	w.context = reader{text: a.Context, toks: scan(w.contextToks[:0], a.Context), lang: l}
	w.own = reader{text: f.Name, toks: scan(w.ownToks[:0], f.Name), lang: l}
	w.want = reader{text: a.Label, toks: scan(w.wantToks[:0], a.Label), lang: l}
	one, ok := w.one()
	if !ok {
		return Weight{}, &WeighError{a.String(), f.Name, known(f)}
	}
	total := Weight{one.grams * a.Count, one.low * a.Low, one.high * a.High, one.basis()}
	if total.Grams > Absurd {
		return Weight{}, &RangeError{a.String(), fmt.Sprintf("of %q would weigh %.0f kg; check the number and the unit", f.Name, total.Grams/1000)}
	}
	return total, nil
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

func (u unitWeight) basis() string {
	switch {
	case u.portion == nil:
		return u.ground
	case u.ground != "":
		return u.ground + ": " + u.portion.String()
	}
	return "portion: " + u.portion.String()
}

// String is the portion for people: "1 cup, chopped (128 g)".
func (p *Portion) String() string {
	return figure(p.Amount) + " " + p.Label + " (" + figure(p.Grams) + " g)"
}

func household(grams float64, p *Portion) unitWeight {
	return unitWeight{grams: grams, low: grams * householdLow, high: grams * householdHigh, portion: p}
}

// weigher finds the weight of one unit of an amount.
type weigher struct {
	a       Amount
	f       *Food
	want    reader // the amount's label
	context reader // the words beside the amount
	own     reader // the food's name
	u       unitInfo
	lang    *language

	// The portion that each is at, kept here so that all portions share the space.
	r     reader
	label portionLabel
	toks  [24]token

	wantToks    [8]token
	contextToks [16]token
	ownToks     [20]token
}

// one is the weight of one unit.
func (w *weigher) one() (unitWeight, bool) {
	each := w.lang.byUnit[w.a.Each.Unit]
	switch {
	case w.u.kind == mass:
		return w.mass()
	case each.kind == mass && w.u.kind != doseForm:
		g := w.a.Each.Value * each.factor
		return unitWeight{grams: g, low: g, high: g, ground: fmt.Sprintf("stated: %s %s each", figure(w.a.Each.Value), w.a.Each.Unit)}, true
	case each.kind == volume:
		return w.volume(w.a.Each.Value * each.factor)
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
	}
	return w.measure()
}

// serving is the weight of one serving: of so many pieces where the amount says so and they can be weighed.
func (w *weigher) serving() (unitWeight, bool) {
	if w.a.Each.Value == 0 {
		return w.oneServing()
	}
	of := *w
	of.a = Amount{Count: w.a.Each.Value, Unit: w.a.Each.Unit, Size: w.a.Size, Label: w.a.Label, Context: w.a.Context}
	of.u = w.lang.byUnit[of.a.Unit]
	if of.a.Count <= fewPieces {
		of.a.Count = fewPieces + 1 // a piece that can't be weighed is no usual portion here
	}
	one, ok := of.one()
	if !ok {
		return w.usual()
	}
	n := w.a.Each.Value
	one.grams, one.low, one.high = one.grams*n, one.low*n, one.high*n
	return one, true
}

// oneServing is the usual portion, unless the amount names a size or the text beside it one of the food's portions
// ("beef sausage patty").
func (w *weigher) oneServing() (unitWeight, bool) {
	best := w.choice(4)
	w.each(func(p *Portion, l *portionLabel, r *reader) {
		if l.unit.kind == mass || l.unit.kind == volume {
			return
		}
		fit, size := w.contextFit(r)+max(w.hintFit(l), 0), sizeFit{factor: 1}
		if w.a.Size != "" {
			size = w.lang.sizeFit(w.a.Size, l.sizes)
		}
		if fit += size.fit; fit > 4 {
			best.offer(p, fit+w.wordFit(r, l.from), size)
		}
	})
	if p, ok := best.weight(); ok {
		return p, true
	}
	return w.usual()
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
	if !w.want.hasCut("dry") && !w.want.hasCut("raw") {
		return g, true
	}
	w.each(func(p *Portion, l *portionLabel, r *reader) {
		if l.unit.kind == mass && (w.want.hasCut("dry") && r.hasWord("dry") || w.want.hasCut("raw") && r.hasWord("raw")) {
			g = household(p.Grams/(p.Amount*l.unit.factor)*w.u.factor, p)
		}
	})
	return g, true
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
		use(p, &w.label, &w.r)
	}
}

// measure is the weight of a piece, vessel or rough measure: the food's own portion in that unit, what it is
// declared to stand for, the food's portion in a like unit, or the food's natural unit.
func (w *weigher) measure() (unitWeight, bool) {
	t, rough := typicalFor(w.a.Unit, w.f)
	own, ok := w.ownPortion(w.a.Unit)
	switch {
	case rough && (t.first || ok && own.scaled):
		return w.typical(t)
	case ok:
		return own, true
	}
	switch {
	case w.u.unit == "" && !w.namedBy(string(w.a.Unit)):
		return unitWeight{}, false
	case w.u.unit == "":
		return w.bare()
	case w.u.kind == item, w.u.unit == Piece:
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
	if p, ok := pieceOf(w.f, w.a.Unit, w.a.Size, w.lang); ok {
		return p, true
	}
	if w.u.unit == Piece && w.a.Count <= fewPieces {
		return w.usual()
	}
	return unitWeight{}, false
}

// namedBy reports whether the food's name has a word of a unit that no table knows: one siopao of "Siopao, filled".
func (w *weigher) namedBy(unit string) bool {
	var unknown [32]token
	u := reader{text: unit, toks: scan(unknown[:0], unit), lang: w.lang}
	for k := range u.toks {
		if u.toks[k].kind == wordToken && w.own.shares(&u, k) == 4 {
			return true
		}
	}
	return false
}

// ownPortion is the weight of one unit by the food's own portion in that unit.
func (w *weigher) ownPortion(unit Unit) (unitWeight, bool) {
	best := w.choice(math.MinInt)
	w.each(func(p *Portion, l *portionLabel, r *reader) {
		if !l.is(unit) && (w.u.unit != "" || !r.hasWord(string(unit))) {
			return
		}
		size := w.lang.sizeFit(w.a.Size, l.sizes)
		best.offer(p, size.fit+w.wordFit(r, l.from)+w.contextFit(r), size)
	})
	return best.weight()
}

// choice keeps the portion that fits best, and of equals the one nearest to the usual portion.
type choice struct {
	usual  float64
	best   *Portion
	fit    int
	factor float64 // by which the portion's weight is multiplied for the size that is wanted
	scaled bool    // the portion is of another size or of none
}

// choice begins a choice among portions that fit better than a bound.
func (w *weigher) choice(bound int) *choice {
	c := &choice{fit: bound}
	for i := range w.f.Portions {
		if p := &w.f.Portions[i]; p.Kind == Usual {
			c.usual = p.Grams
		}
	}
	return c
}

func (c *choice) offer(p *Portion, fit int, size sizeFit) {
	if fit > c.fit || fit == c.fit && c.best != nil && c.distance(p) < c.distance(c.best)-0.01 {
		c.best, c.fit, c.factor, c.scaled = p, fit, size.factor, size.scaled
	}
}

// distance is how far a portion is from the usual one, as a logarithm.
func (c *choice) distance(p *Portion) float64 {
	if c.usual <= 0 {
		return 0
	}
	return math.Abs(math.Log(p.Grams / c.usual))
}

func (c *choice) weight() (unitWeight, bool) {
	if c.best == nil {
		return unitWeight{}, false
	}
	u := household(c.best.Grams/c.best.Amount*c.factor, c.best)
	u.scaled = c.scaled
	return u, true
}

// contextFit judges how many words of a portion's label the text beside the amount says and the food's name
// doesn't: "personal" of "personal size pizza", "Little Debbie".
func (w *weigher) contextFit(r *reader) int {
	if len(w.context.toks) == 0 {
		return 0
	}
	fit := 0
	for k := range r.toks {
		if r.toks[k].kind == wordToken && len(r.toks[k].text) > 2 && w.context.shares(r, k) == 4 && w.own.shares(r, k) < 4 && !r.isWord(k, "with", "and", "any", "size", "inch", "diameter", "from", "for") {
			fit += 8
		}
	}
	return min(fit, 12)
}

// hasWord reports whether the text has a word in any form.
func (r *reader) hasWord(word string) bool {
	for i := range r.toks {
		if r.toks[i].kind == wordToken && r.lang.alike(r.toks[i].text, word) == 4 {
			return true
		}
	}
	return false
}

// volume is the weight of ml millilitres: by the food's own volumes, else by its density.
func (w *weigher) volume(ml float64) (unitWeight, bool) {
	var best *Portion
	bestFit, bestML, special := math.MinInt, 0., false
	w.each(func(p *Portion, l *portionLabel, r *reader) {
		unitML, stated := l.ml(w.lang)
		if unitML <= 0 {
			return
		}
		fit := w.wordFit(r, l.from)
		if l.is(w.a.Unit) {
			fit += 2
		}
		if stated {
			fit -= 6
		}
		if fit > bestFit {
			best, bestFit, bestML, special = p, fit, unitML*p.Amount, manner(&w.want, r, l.from) || stated
		}
	})
	d, ok := densityOf(w.f, &w.want)
	if ok && (best == nil || special || d.cut != "" && !labelHasCut(best, d.cut, w.lang)) {
		return unitWeight{grams: d.value * ml, low: d.low * ml, high: d.high * ml, ground: fmt.Sprintf("density %s g/ml (%s)", figure(d.value), d.source)}, true
	}
	if best != nil {
		return household(best.Grams/bestML*ml, best), true
	}
	if drink(w.f) {
		return unitWeight{grams: ml, low: 0.95 * ml, high: 1.1 * ml, ground: "taken as heavy as water, 1 g/ml"}, true
	}
	return unitWeight{}, false
}

func labelHasCut(p *Portion, cut string, l *language) bool {
	var buf [32]token
	r := reader{text: p.Label, toks: scan(buf[:0], p.Label), lang: l}
	return r.hasCut(cut)
}

// sizedCup is the weight of a small, medium or large cup of what is sold so: a drink, or ice cream in a "medium ice
// cream cup".
func (w *weigher) sizedCup() (unitWeight, bool) {
	if w.a.Size == "" {
		return unitWeight{}, false
	}
	var best *Portion
	drunk := drink(w.f)
	w.each(func(p *Portion, l *portionLabel, r *reader) {
		sold := r.hasWord("cup") || l.from == len(r.toks) || drunk && (l.unit.unit == "" || l.unit.unit == "drink")
		if best == nil && sold && l.sizes&w.lang.bySize[w.a.Size].set != 0 {
			best = p
		}
	})
	if best == nil {
		return unitWeight{}, false
	}
	return household(best.Grams/best.Amount, best), true
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
