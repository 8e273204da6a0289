package food

import (
	_ "embed"
	"strconv"
	"sync"
)

// What recipes put around a measure: "1 cup plus 2 tablespoons", "1 heaping teaspoon", "a 2-inch piece".

//go:embed fills.csv
var fillsCSV string

// fills are how much more or less than a level one a measure holds, by the word that says so. The embedded table's rows
// are checked by a test, so an error can't happen here.
var fills = sync.OnceValue(func() map[string]float64 {
	f, _ := readFills()
	return f
})

func readFills() (map[string]float64, error) {
	table := map[string]float64{}
	err := eachRow("fills.csv", fillsCSV, func(row []string) (err error) {
		table[row[0]], err = strconv.ParseFloat(row[1], 64)
		return err
	})
	return table, err
}

// fill reads the words between a number and a measure that say how full it is, and how it is filled: "1 heaping
// tablespoon", "2 firmly packed cups". What they say belongs to the measure only where one follows.
func (r *reader) fill(i int) (factor float64, next int) {
	factor = 1
	k := i
	var buf [32]byte
	for ; k < i+3; k++ {
		f, ok := fills()[string(r.key(buf[:], k))]
		if !ok {
			break
		}
		factor *= f
	}
	if u, _, ok := r.unit(k); k == i || !ok || u.kind != volume && u.kind != pinch && u.kind != vessel {
		return 1, i
	}
	return factor, k
}

// more reads a second amount that is added to one of a unit: "1 cup plus 2 tablespoons". It returns the sum of the
// second in units of the first.
func (r *reader) more(i int, u unitInfo) (n float64, next int, ok bool) {
	if u.kind != mass && u.kind != volume || !r.isWord(i, "plus", "and") && !r.isMark(i, "+", "&") {
		return 0, i, false
	}
	c, j, ok := r.simple(i + 1)
	if !ok {
		return 0, i, false
	}
	_, j = r.fill(j)
	v, j, ok := r.unit(j)
	if !ok || v.kind != u.kind {
		return 0, i, false
	}
	return c.value * v.factor / u.factor, j, true
}

// add takes more of the unit.
func (a *Amount) add(n float64) { a.Count, a.Low, a.High = a.Count+n, a.Low+n, a.High+n }

// inches steps over the length of what is counted: "1 (3-inch) piece", "one 4-inch stick".
func (r *reader) inches(i int) int {
	open := r.isMark(i, "(")
	j := i
	if open {
		j++
	}
	if !r.isNumber(j) {
		return i
	}
	j++
	if r.isMark(j, "-") {
		j++
	}
	if !r.isWord(j, "inch", "inches", "cm") {
		return i
	}
	j++
	if !open {
		return j
	}
	if r.isMark(j, ")") {
		return j + 1
	}
	return i
}

// packing is the first word of a span that says how a food is packed, or nothing.
func (r *reader) packing(s span) string {
	for i := s.from; i < s.to; i++ {
		if r.isCut(i) {
			return r.toks[i].text
		}
	}
	return ""
}
