package food

import "strings"

// ParseAmount reads an amount cell: a number, then a measure in any of the wordings of recipes and diary
// apps. No text at all is [UsualPortion]. A number without a measure is a bare count. The errors are
// *[UnitError] (the amount still holds count and words), *[RangeError] and *[NumberError].
func ParseAmount(text string) (Amount, error) {
	var buf [32]token
	r := newReader(buf[:0], text)
	if len(r.toks) == 0 {
		return UsualPortion(), nil
	}
	if r.isMark(0, "-", "−", "–") && r.isNumber(1) && r.tight(1) {
		return Amount{}, &RangeError{strings.TrimSpace(text), "is negative; write what was eaten as a positive amount"}
	}
	c, i, counted := r.count(0)
	if !counted {
		c, i = exactly(1), 0
	}
	a := Amount{Count: c.value, Low: c.low, High: c.high}
	i, known := r.measure(&a, &c, i)
	if n, j, ok := r.more(i, r.lang.byUnit[a.Unit]); ok {
		a.add(n)
		i = j
	}
	a.Label = joinWords(a.Label, r.label(i))
	r.servingsOf(&a, c)
	r.statedInLabel(&a, c, i)
	switch {
	case known || a.Label == "" && counted:
		return a, nil
	case !counted:
		return Amount{}, &NumberError{strings.TrimSpace(text)}
	case r.isCut(i):
		return a, nil
	}
	a.Unit, a.Label = unknownUnit(a.Label)
	return a, &UnitError{Unit: string(a.Unit)}
}

// measure reads the size and unit that follow the number into a, and reports whether there was one.
func (r *reader) measure(a *Amount, c *count, i int) (next int, known bool) {
	for r.isMark(i, "-", "–", ",", ".", "(", ")") {
		i++
	}
	if s, j, ok := r.size(i); ok {
		a.Size, i, known = s, j, true
	}
	if factor, j := r.fill(i); j > i {
		a.multiply(factor)
		i = j
	}
	if j, ok := r.unitInto(a, c, i); ok {
		i, known = j, true
	}
	if s, j, ok := r.size(i + 1); ok && a.Size == "" && known && r.isMark(i, ",", "-") {
		a.Size, i = s, j
	}
	return i, known
}

// unitInto reads a unit, or a second number that belongs to one ("12 fl oz can", "1/2 cup", "2 Pieces").
func (r *reader) unitInto(a *Amount, c *count, i int) (int, bool) {
	if m, _, j, ok := r.stated(i); ok {
		if u, _, k, ok := r.unitInClause(j); ok && u.kind != mass && u.kind != volume {
			a.Unit, a.Each = u.unit, m
			return k, true
		}
		a.Unit = m.Unit
		a.multiply(m.Value)
		c.inner *= m.Value
		return j, true
	}
	if n, j, ok := r.simple(i); ok && r.isNumber(i) && n.value > 0 {
		u, k, ok := r.unit(j)
		if ok || j == len(r.toks) {
			a.Unit = u.unit
			a.multiply(n.value)
			c.inner *= n.value
			return max(k, j), true
		}
	}
	u, k, j, ok := r.unitInClause(i)
	if ok {
		a.Unit, a.Label = u.unit, r.words(span{i, k})
	}
	return j, ok
}

func (a *Amount) multiply(n float64) {
	a.Count, a.Low, a.High = a.Count*n, a.Low*n, a.High*n
}

// servingsOf reads "2.00 x 20.0 pieces" as two servings of 20 pieces: the pieces of a food often can't be weighed
// where its serving can.
func (r *reader) servingsOf(a *Amount, c count) {
	if k := r.lang.byUnit[a.Unit].kind; c.inner > 1 && c.app && (k == piece || k == item) {
		a.Each = Measure{c.inner, a.Unit}
		a.Unit = Serving
		a.multiply(1 / c.inner)
	}
}

// label is the text from token i on, without the marks around it.
func (r *reader) label(i int) string {
	if i >= len(r.toks) {
		return ""
	}
	return strings.Trim(r.text[r.toks[i].start:], " ,;:/-–\t\r\n")
}

// unknownUnit splits a label into the words before the first mark, taken as a unit that no table has, and the rest.
func unknownUnit(label string) (Unit, string) {
	if i := strings.IndexAny(label, ",(-–;:"); i > 0 {
		return Unit(strings.TrimSpace(label[:i])), strings.Trim(label[i:], " ,;:-–")
	}
	return Unit(label), ""
}

// statedInLabel takes a weight or volume that the label states ("each 3/4 oz", "(245ml)", "3.53 oz") as that
// of one unit. In a person's own words it is the total ("2 cups (300 g)") unless it says each or follows a
// vessel; in an app's wording it is always that of one.
func (r *reader) statedInLabel(a *Amount, c count, i int) {
	if a.Each.Value > 0 {
		return
	}
	ofOne := c.app
	for ; i < len(r.toks); i++ {
		if r.is(i, elsewhere) {
			for i < len(r.toks) && !r.isMark(i, ")", "-", ",") {
				i++ // "(cooked from 4 oz raw)"
			}
			continue
		}
		ofOne = ofOne || r.is(i, each) || r.isMark(i, "@")
		m, _, j, ok := r.stated(i)
		if !ok || m.Value <= 0 {
			continue
		}
		if ofOne || r.is(j, each) || r.lang.byUnit[a.Unit].holds() {
			a.stateEach(m, c.inner, r.lang)
		} else {
			a.stateEach(m, a.Count, r.lang)
		}
		return
	}
}

// holds reports whether a weight stated beside the unit is that of one of it, whatever the count.
func (u unitInfo) holds() bool { return u.kind == vessel || u.kind == serving || u.kind == doseForm }

// stateEach notes what n units weigh as the weight of one, unless that only repeats the unit: "8.28 fl oz (245ml)",
// "1 oz (28 g)".
func (a *Amount) stateEach(m Measure, n float64, l *language) {
	if !(n > 0) || a.Each.Value > 0 {
		return
	}
	m.Value /= n
	u, of := l.byUnit[a.Unit], l.byUnit[m.Unit]
	if u.kind == mass {
		return
	}
	if ratio := m.Value * of.factor / u.factor; u.kind == volume && of.kind == volume && 0.97 < ratio && ratio < 1.03 {
		return
	}
	a.Each = m
}
