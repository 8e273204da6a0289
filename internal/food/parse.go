package food

import (
	"strings"
)

// ParseAmount reads an amount cell: a number, then a measure in any of the wordings of recipes and diary
// apps. No text at all is [UsualPortion]. A number without a measure is a bare count. The errors are
// *[UnitError] (the amount still holds count and words), *[RangeError] and *[NumberError].
func ParseAmount(text string) (Amount, error) {
	var buf [32]token
	r := newReader(buf[:0], text)
	if len(r.toks) == 0 {
		return UsualPortion(), nil
	}
	if r.isMark(0, "-", "−", "–") && r.isNumber(1) && r.toks[1].tight {
		return Amount{}, &RangeError{strings.TrimSpace(text), "is negative; write what was eaten as a positive amount"}
	}
	c, i, counted := r.count(0)
	if !counted {
		c, i = exactly(1), 0
	}
	a := Amount{Count: c.value, Low: c.low, High: c.high}
	i, known := r.measure(&a, &c, i)
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

// servingsOf reads "2.00 x 20.0 pieces" as two servings of 20 pieces: the pieces of a food often can't be weighed
// where its serving can.
func (r *reader) servingsOf(a *Amount, c count) {
	if k := r.lang.byUnit[a.Unit].kind; c.inner > 1 && c.app && (k == piece || k == item) {
		a.Each = Measure{c.inner, a.Unit}
		a.Unit = Serving
		a.multiply(1 / c.inner)
	}
}

// unknownUnit splits a label into the words before the first mark, taken as a unit that no table has, and the rest.
func unknownUnit(label string) (Unit, string) {
	if i := strings.IndexAny(label, ",(-–;:"); i > 0 {
		return Unit(strings.TrimSpace(label[:i])), strings.Trim(label[i:], " ,;:-–")
	}
	return Unit(label), ""
}

// measure reads what follows the number into a, and reports whether it knew it.
func (r *reader) measure(a *Amount, c *count, i int) (int, bool) {
	known := false
	for i < len(r.toks) {
		if r.isMark(i, "-", "–", ",", ".", "(", ")") || known && r.isWord(i, "of") {
			if known && (a.Unit != "" || a.Size != "") && !r.isMark(i, "(") {
				if s, j, ok := r.size(i + 1); ok && a.Size == "" {
					a.Size, i = s, j
					continue
				}
			}
			if known {
				break
			}
			i++
			continue
		}
		if s, j, ok := r.size(i); ok && a.Size == "" {
			a.Size, i, known = s, j, true
			continue
		}
		j, ok := r.unitInto(a, c, i)
		if !ok {
			break
		}
		i, known = j, true
		break
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
			return k, true
		}
	}
	u, k, j, ok := r.unitInClause(i)
	if ok {
		a.Unit = u.unit
	}
	if k > i {
		a.Label = r.text[r.toks[i].start:r.toks[k-1].end]
	}
	return j, ok
}

// unitInClause finds a unit at token i, or a piece or vessel behind up to three other words of the same clause
// ("365 WF can", "single serving bag"). It returns the index of the unit and the index behind it.
func (r *reader) unitInClause(i int) (unitInfo, int, int, bool) {
	if u, k, j, ok := r.unitRun(i); ok {
		if next, after, ok := r.unit(j); ok && u.kind == item && next.kind == piece {
			return next, j, after, true // "2 pizza slices"
		}
		return u, k, j, true
	}
	for k := i + 1; k < i+4 && k < len(r.toks) && r.toks[k-1].kind != markToken; k++ {
		if u, k, j, ok := r.unitRun(k); ok && u.kind != mass && u.kind != volume {
			return u, k, j, true
		}
	}
	return unitInfo{}, i, i, false
}

func (a *Amount) multiply(n float64) {
	a.Count, a.Low, a.High = a.Count*n, a.Low*n, a.High*n
}

// label is the text from token i on, without the marks around it.
func (r *reader) label(i int) string {
	if i >= len(r.toks) {
		return ""
	}
	return strings.Trim(r.text[r.toks[i].start:], " ,;:/-–\t\r\n")
}

// statedInLabel takes a weight or volume that the label states ("each 3/4 oz", "(245ml)", "3.53 oz") as that
// of one unit. In a person's own words it is the total ("2 cups (300 g)") unless it says each or follows a
// vessel; in an app's wording it is always that of one.
func (r *reader) statedInLabel(a *Amount, c count, i int) {
	if a.Each.Value > 0 {
		return
	}
	each := c.app
	for ; i < len(r.toks); i++ {
		if r.isWord(i, "from", "yield", "yields", "equivalent", "serves") {
			for i < len(r.toks) && !r.isMark(i, ")", "-", ",") {
				i++ // that is the weight of something else: "(cooked from 4 oz raw)"
			}
			continue
		}
		each = each || r.isWord(i, "each", "à", "je", "@", "per")
		m, kind, j, ok := r.stated(i)
		if !ok || m.Value <= 0 {
			continue
		}
		u := r.lang.byUnit[a.Unit]
		each = each || r.isWord(j, "each", "apiece") || u.kind == vessel || u.kind == serving || u.kind == doseForm
		if each {
			m.Value /= c.inner
		} else if a.Count > 0 {
			m.Value /= a.Count
		}
		if !redundant(u, m, kind, r.lang) {
			a.Each = m
		}
		return
	}
}

// redundant reports whether a stated measure only repeats the unit: "8.28 fl oz (245ml)", "1 oz (28 g)".
func redundant(u unitInfo, m Measure, kind unitKind, l *language) bool {
	if u.kind == mass {
		return true
	}
	if u.kind != volume || kind != volume {
		return false
	}
	ratio := m.Value * l.byUnit[m.Unit].factor / u.factor
	return 0.97 < ratio && ratio < 1.03
}

// isCut reports whether token i says how the food is cut or prepared.
func (r *reader) isCut(i int) bool {
	var buf [32]byte
	_, ok := lookup(r.lang.cuts, r.key(buf[:], i))
	return ok
}

func joinWords(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}
