package food

import (
	"strconv"
	"strings"
)

// Amount is an amount as a person or an app wrote it, understood but not yet weighed: "2 slices",
// "1 1/2 cups, chopped", "2.00 x 20.0 pieces", "12 fl oz can". Weigh it with [Amount.Of].
type Amount struct {
	Count     float64 // how many units; at least 0, and the middle where a range was written
	Low, High float64 // the range of Count ("2-3"); both equal Count where none was written
	Unit      Unit    // the measure; empty for a bare count ("2" eggs)
	Size      Size    // small, medium, large ...; empty where nobody said
	Label     string  // the measure's other words as written: "chopped", "single serving"
	Each      Measure // the weight, volume, dose or count that was stated for one unit; zero where none was
	Context   string  // words beside the amount that may name one of the food's portions: "personal size pizza"
}

// Measure is a stated weight, volume, dose or count: the 12 fl oz of a "12 fl oz can", the 20 of a serving of 20
// pieces.
type Measure struct {
	Value float64
	Unit  Unit
}

// Size is how big a person says a piece is: "small", "medium", "large", "extra large", "miniature", "bite size",
// "child", "thin" or "thick".
type Size string

// UsualPortion is the amount of somebody who named none: one usual portion.
func UsualPortion() Amount { return Amount{Count: 1, Low: 1, High: 1, Unit: Serving} }

// Bare reports whether the amount is a count and nothing else, so that words elsewhere (the food's name)
// may still say of what.
func (a Amount) Bare() bool {
	return a.Unit == "" && a.Size == "" && a.Label == "" && a.Each == Measure{}
}

// With is a told more by what the food's own text says: "2" of "Small bowl of spinach" are two small bowls,
// "0.5" of "Veggie omelet, half omelet" stays 0.5. Where a already names a unit or a size it only takes the context.
func (a Amount) With(named Amount) Amount {
	if a.Context == "" {
		a.Context = named.Context
	}
	if !a.Bare() {
		return a
	}
	named.Count, named.Low, named.High = a.Count, a.Low, a.High
	return named
}

// Beside is a volume from a column of its own told what the food's text says of it, as it is where both stand in one
// text: how the food is cut, and what it is called. Other amounts stay as they are.
func (a Amount) Beside(text string) Amount {
	if words().byUnit[a.Unit].kind != volume || a.Context != "" {
		return a
	}
	var buf [32]token
	r := newReader(buf[:0], text)
	f := found{Amount: a}
	r.cutsInto(&f)
	f.Context = text
	return f.Amount
}

// Dose is the amount of a supplement's active substance, where the amount states one: "4 x 1000 IU" is
// 4000 IU, "2 1000mcg tablets" are 2000 mcg. The unit is IU, mcg or mg.
func (a Amount) Dose() (Measure, bool) {
	if isDose(a.Each.Unit) {
		return Measure{a.Count * a.Each.Value, a.Each.Unit}, true
	}
	if isDose(a.Unit) {
		return Measure{a.Count, a.Unit}, true
	}
	return Measure{}, false
}

func isDose(u Unit) bool { return u == IU || u == Microgram || u == Milligram }

// String is the amount in a canonical wording: "1.5 cup, chopped", "2 large", "1 can of 12 fl oz".
func (a Amount) String() string {
	var b strings.Builder
	b.WriteString(figure(a.Low))
	if a.High > a.Low {
		b.WriteString("-" + figure(a.High))
	}
	for _, w := range []string{string(a.Size), string(a.Unit)} {
		if w != "" {
			b.WriteString(" " + w)
		}
	}
	if a.Each.Value > 0 {
		b.WriteString(" of " + figure(a.Each.Value) + " " + string(a.Each.Unit))
	}
	if a.Label != "" {
		b.WriteString(", " + a.Label)
	}
	return b.String()
}

// figure is a number for people: at most three significant decimals and no trailing zeros.
func figure(v float64) string {
	s := strconv.FormatFloat(v, 'f', 3, 64)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}
