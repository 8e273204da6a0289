package food

import "math"

// choice keeps the portion that fits best, and of equals the one nearest to the usual portion.
type choice struct {
	usual float64 // grams; 0 where the food has no usual portion
	best  *Portion
	fit   int
	size  sizeFit
}

// choice begins a choice among portions that fit better than a bound.
func (w *weigher) choice(bound int) *choice {
	c := &choice{fit: bound}
	if p := w.f.usual(); p != nil {
		c.usual = p.Grams
	}
	return c
}

// usual is the portion that the table means when nobody named one; nil where it doesn't say.
func (f *Food) usual() *Portion {
	for i := range f.Portions {
		if p := &f.Portions[i]; p.Kind == Usual && p.Grams > 0 && p.Amount > 0 {
			return p
		}
	}
	return nil
}

func (c *choice) offer(p *Portion, fit int, size sizeFit) {
	fit += size.fit
	if fit > c.fit || fit == c.fit && c.best != nil && c.distance(p) < c.distance(c.best)-0.01 {
		c.best, c.fit, c.size = p, fit, size
	}
}

// distance is how far a portion is from the usual one, as a logarithm.
func (c *choice) distance(p *Portion) float64 {
	if c.usual <= 0 {
		return 0
	}
	return math.Abs(math.Log(p.Grams / c.usual))
}

// weight is the weight of one of what was chosen, if anything was.
func (c *choice) weight() (unitWeight, bool) {
	if c.best == nil {
		return unitWeight{}, false
	}
	u := household(c.best.Grams/c.best.Amount*c.size.factor, c.best)
	u.scaled = c.size.scaled
	return u, true
}

// ownPortion is the weight of one unit by the food's own portion in that unit, or in a unit that no table knows but
// the portion's label names.
func (w *weigher) ownPortion(unit Unit) (unitWeight, bool) {
	best := w.choice(math.MinInt / 2)
	if t, ok := typicalFor(unit, w.f); ok && best.usual == 0 && t.foods != nil {
		best.usual = t.grams // a can of tuna is the common one of 5 oz
	}
	w.each(func(p *Portion, l *portionLabel, r *reader) {
		if l.is(unit) || w.u.unit == "" && r.hasWord(string(unit)) {
			best.offer(p, w.wordFit(r, l.from)+w.contextFit(r), w.lang.sizeFit(w.a.Size, l.sizes))
		}
	})
	return best.weight()
}
