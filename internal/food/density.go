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
	for i := 0; i < name.headEnd(); i++ {
		for _, d := range name.densitiesAt(i) {
			if r := d.rank(name, want); r > rank && !d.needless(name) {
				best, rank = d, r
			}
		}
	}
	return best, rank > 0
}

// weight is that of ml millilitres.
func (d *density) weight(ml float64) unitWeight {
	return unitWeight{grams: d.value * ml, low: d.low * ml, high: d.high * ml,
		ground: fmt.Sprintf("density %s g/ml (%s)", figure(d.value), d.source)}
}

// agrees reports whether a weight per millilitre is one that the density allows.
func (d *density) agrees(value float64) bool { return d.low <= value && value <= d.high }

// densitySaid finds the density of what the text beside the amount calls the food, where the food itself isn't called
// so and only stands in for it: a cup of "coconut flour" weighs the same whichever flour was found.
func densitySaid(said, own, want *reader) (best density, found bool) {
	rank := 0
	noun := said.noun()
	for _, d := range said.densitiesAt(noun) {
		isIt := own.hasStemsUpTo(own.bracket(), d.food) && (len(d.food) == 1 || own.hasStemsUpTo(own.headEnd(), d.food[:1]))
		if r := d.rank(said, want); r > rank && !isIt {
			best, rank = d, r
		}
	}
	return best, rank > 0
}

// densitiesAt are the rows that begin with token i.
func (r *reader) densitiesAt(i int) []density {
	var word [32]byte
	key := r.key(word[:], i)
	if key == nil {
		return nil
	}
	return densities()[string(stem(key))]
}

// rank is how well a row suits a food of some name, cut as a label wants it; 0 where it doesn't.
func (d *density) rank(name, want *reader) int {
	fit := want.cutFit(d.cut)
	if d.cut != "" && fit == 0 || !name.hasStems(d.food[1:]) {
		return 0
	}
	return wordShared*len(d.food) + fit
}

// needless reports whether a food is cut by its name as the row is, or dry, so that its own volumes are of that.
func (d *density) needless(name *reader) bool {
	return d.cut != "" && (name.hasCut(d.cut) || inPieces(d.cut) && name.hasCut("dry"))
}

// noun is the token that a person's text is about: the last word of its first clause that isn't a cut.
func (r *reader) noun() int {
	noun := -1
	for i := range r.toks {
		switch {
		case noun >= 0 && (r.kindOf(i) == markToken && !r.isMark(i, "-") || r.isWord(i, "or", "and", "with", "without", "of", "for", "in", "from")):
			return noun
		case r.kindOf(i) == wordToken && !r.isCut(i):
			noun = i
		}
	}
	return noun
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

// bracket is the first opening bracket, or the end.
func (r *reader) bracket() int {
	for i := range r.toks {
		if r.isMark(i, "(") {
			return i
		}
	}
	return len(r.toks)
}

// hasStems reports whether the text has all these stems among its words.
func (r *reader) hasStems(stems []string) bool { return r.hasStemsUpTo(len(r.toks), stems) }

// hasStemsUpTo reports the same of the words before a token.
func (r *reader) hasStemsUpTo(end int, stems []string) bool {
	for _, s := range stems {
		found := false
		var buf [32]byte
		for i := range end {
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
		if c, ok := lookup(r.lang.cuts, r.key(buf[:], i)); ok && c == cut && !r.isWord(i+1, "roasted", "roast") {
			return true // but "dry roasted" isn't dry
		}
	}
	return false
}
