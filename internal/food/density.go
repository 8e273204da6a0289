package food

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

// density is what a millilitre of a food weighs, cut in one way.
type density struct {
	food             []string // stems of words of the food's name; the first is in the part that names the food
	cut              string   // "" for the food as it comes
	value, low, high float64  // g/ml
	source           string
}

//go:embed densities.csv
var densitiesCSV string

// densities reads the embedded table once, by first word. Its rows are checked by a test, so an error can't
// happen here.
var densities = sync.OnceValue(func() map[string][]density {
	d, _ := readDensities()
	return d
})

func readDensities() (map[string][]density, error) {
	table := map[string][]density{}
	err := eachRow("densities.csv", densitiesCSV, func(row []string) error {
		d := density{food: stems(row[0]), cut: row[1], source: row[6]}
		for i, p := range []*float64{&d.value, &d.low, &d.high} {
			v, err := strconv.ParseFloat(row[2+i], 64)
			if err != nil {
				return fmt.Errorf("%q: %w", row[0], err)
			}
			*p = v
		}
		table[d.food[0]] = append(table[d.food[0]], d)
		return nil
	})
	return table, err
}

// densityOf finds the density of a food cut as the amount's label says: the row with most words of the food's
// name, and of those the one for that cut before the one for the food as it comes.
func densityOf(name, want *reader) (best density, found bool) {
	rank := 0
	var word [32]byte
	for i := 0; i < name.headEnd(); i++ {
		key := name.key(word[:], i)
		if key == nil {
			continue
		}
		for _, d := range densities()[string(stem(key))] {
			fit := want.cutFit(d.cut)
			if d.cut != "" && (fit == 0 || name.hasCut(d.cut) || inPieces(d.cut) && name.hasCut("dry")) {
				continue
			}
			if r := wordShared*len(d.food) + fit; r > rank && name.hasStems(d.food[1:]) {
				best, rank = d, r
			}
		}
	}
	return best, rank > 0
}

// cutFit judges how well a row's cut is the one that the label asks for: 2 for that cut, 1 for another way of
// cutting to pieces, 0 for none.
func (r *reader) cutFit(cut string) int {
	fit := 0
	var buf [32]byte
	for i := range r.toks {
		switch c, ok := lookup(r.lang.cuts, r.key(buf[:], i)); {
		case ok && c == cut:
			return 2
		case ok && inPieces(c) && inPieces(cut):
			fit = 1
		}
	}
	return fit
}

// headEnd is the token at which the part of a table's description ends that names the food: the first comma,
// or the second where the first word only names the kind ("Nuts, almonds, raw").
func (r *reader) headEnd() int {
	end := r.comma(0)
	if end < len(r.toks) && strings.ToUpper(r.text[:r.toks[end].start]) == r.text[:r.toks[end].start] {
		end = r.comma(end + 1) // a brand in capitals stands in front
	}
	if r.is(end-1, kind) {
		return r.comma(end + 1)
	}
	return end
}

// comma is the first comma from token i on, or the end.
func (r *reader) comma(i int) int {
	for ; i < len(r.toks); i++ {
		if r.isMark(i, ",") {
			return i
		}
	}
	return len(r.toks)
}

// hasStems reports whether the text has all these stems among its words.
func (r *reader) hasStems(stems []string) bool {
	for _, s := range stems {
		found := false
		var buf [32]byte
		for i := range r.toks {
			if string(stem(r.key(buf[:], i))) == s {
				found = true
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// hasCut reports whether a label names a cut.
func (r *reader) hasCut(cut string) bool {
	var buf [32]byte
	for i := range r.toks {
		if c, ok := lookup(r.lang.cuts, r.key(buf[:], i)); ok && c == cut {
			return true
		}
	}
	return false
}
