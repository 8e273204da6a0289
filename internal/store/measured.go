package store

import (
	"encoding/binary"
	"errors"
	"math"
	"strings"

	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// recorded says for each nutrient whether a diary has a place for it.
type recorded [nutrient.Count]bool

func recordedIn(a *nutrient.Amounts) recorded {
	var r recorded
	for i, q := range a {
		r[i] = q.State != nutrient.NotRecorded
	}
	return r
}

// layout is the order of a set's nutrients in the database, which outlives the order in this program: it
// is stored as keys. A place is the nutrient's ID, or unheard for one that only another version knows.
type layout []int

const unheard = -1

func (r *recorded) layout() layout {
	var l layout
	for i, has := range r {
		if has {
			l = append(l, i)
		}
	}
	return l
}

// keys is how a layout is stored.
func (l layout) keys() string {
	keys := make([]string, len(l))
	for i, id := range l {
		keys[i] = nutrient.ID(id).Key()
	}
	return strings.Join(keys, " ")
}

func parseLayout(keys string) layout {
	var l layout
	for key := range strings.FieldsSeq(keys) {
		id, ok := nutrient.ByKey(key)
		if !ok {
			l = append(l, unheard)
			continue
		}
		l = append(l, int(id))
	}
	return l
}

// appendMeasured appends the measured amounts to buf: one bit for each nutrient of the layout, lowest
// first, that says whether it has a value, and then the values, little-endian IEEE 754. It appends
// nothing if nothing is measured.
//
// A row of its own for each value would be thirty times as many rows, and the diary is always read entry
// by entry.
func (l layout) appendMeasured(buf []byte, a *nutrient.Amounts) []byte {
	if !a.AnyKnown() {
		return buf
	}
	bits := len(buf)
	buf = append(buf, make([]byte, (len(l)+7)/8)...)
	for i, id := range l {
		if v, known := a[id].Known(); known {
			buf[bits+i/8] |= 1 << (i % 8)
			buf = binary.LittleEndian.AppendUint64(buf, math.Float64bits(v))
		}
	}
	return buf
}

var errMeasured = errors.New("the values of an entry don't fit its nutrients")

// amounts reads what appendMeasured wrote.
func (l layout) amounts(blob []byte) (nutrient.Amounts, error) {
	var a nutrient.Amounts
	for i := range a {
		a[i].State = nutrient.NotRecorded
	}
	for _, id := range l {
		if id != unheard {
			a[id].State = nutrient.Unknown
		}
	}
	if len(blob) == 0 {
		return a, nil
	}
	n := (len(l) + 7) / 8
	if len(blob) < n {
		return a, errMeasured
	}
	bits, values := blob[:n], blob[n:]
	for i, id := range l {
		if bits[i/8]&(1<<(i%8)) == 0 {
			continue
		}
		if len(values) < 8 {
			return a, errMeasured
		}
		if id != unheard {
			a[id] = nutrient.Of(math.Float64frombits(binary.LittleEndian.Uint64(values)))
		}
		values = values[8:]
	}
	if len(values) != 0 {
		return a, errMeasured
	}
	return a, nil
}
