package nutrient

// State says what is known of a value.
type State uint8

// The three states of a value. The zero State is Unknown, so that forgetting to set one can never
// become "0 mg".
const (
	Unknown     State = iota // the source has a place for it and left it empty
	Measured                 // the source states a value; zero is a measurement
	NotRecorded              // the source has no place for it at all
)

// Quantity is an amount of one nutrient, in that nutrient's own unit ([ID.Unit]), and what is known of it.
type Quantity struct {
	Value float64
	State State
}

// Of is a measured quantity.
func Of(value float64) Quantity { return Quantity{Value: value, State: Measured} }

// Known reports the value and whether it was measured.
func (q Quantity) Known() (float64, bool) { return q.Value, q.State == Measured }

// Or is q where it is measured, else r.
func (q Quantity) Or(r Quantity) Quantity {
	if q.State == Measured {
		return q
	}
	return r
}

// Times is q taken n times; an unknown quantity stays unknown.
func (q Quantity) Times(n float64) Quantity {
	if q.State != Measured {
		return q
	}
	return Of(q.Value * n)
}

// Amounts holds one quantity for each nutrient, indexed by ID.
type Amounts [Count]Quantity

// Times is every amount taken n times.
func (a *Amounts) Times(n float64) Amounts {
	var b Amounts
	for i, q := range a {
		b[i] = q.Times(n)
	}
	return b
}

// AnyKnown reports whether at least one amount is measured.
func (a *Amounts) AnyKnown() bool {
	for _, q := range a {
		if q.State == Measured {
			return true
		}
	}
	return false
}
