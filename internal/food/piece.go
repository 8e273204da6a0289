package food

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

// pieces is what one of a food weighs in general, for foods of the tables that have no such portion.
type pieces struct {
	food, not            []string // stems that its name has, and has none of
	first                bool     // many were weighed, so that it comes before the food's own sizes
	unit                 Unit
	small, medium, large float64 // grams
	source               string
}

//go:embed pieces.csv
var piecesCSV string

// pieceTable reads the embedded table once, by first word. Its rows are checked by a test, so an error can't
// happen here.
var pieceTable = sync.OnceValue(func() map[string][]pieces {
	p, _ := readPieces()
	return p
})

func readPieces() (map[string][]pieces, error) {
	table := map[string][]pieces{}
	err := eachRow("pieces.csv", piecesCSV, func(row []string) error {
		p := pieces{food: stems(row[0]), not: stems(row[1]), first: row[2] == "yes", unit: Unit(row[3]), source: row[7]}
		for i, g := range []*float64{&p.small, &p.medium, &p.large} {
			v, err := strconv.ParseFloat(row[4+i], 64)
			if err != nil {
				return fmt.Errorf("%q: %w", row[0], err)
			}
			*g = v
		}
		table[p.food[0]] = append(table[p.food[0]], p)
		return nil
	})
	return table, err
}

func stems(text string) []string {
	var list []string
	for w := range strings.FieldsSeq(text) {
		list = append(list, string(stem([]byte(w))))
	}
	return list
}

// pieceOf is the weight of one piece of a food of some name by the general table: "1 medium" onion, "1 head" of
// cabbage.
func pieceOf(name *reader, unit Unit, size Size) (unitWeight, bool) {
	p := pieceRow(name, unit)
	if p == nil {
		return unitWeight{}, false
	}
	return p.weight(name.lang, size), true
}

// pieceRow is the row for a food of some name, or nil: that with most words of the name.
func pieceRow(name *reader, unit Unit) *pieces {
	var word [32]byte
	var best *pieces
	for i := 0; i < name.headEnd(); i++ {
		rows := pieceTable()[string(stem(name.key(word[:], i)))]
		for k := range rows {
			p := &rows[k]
			if p.unit == unit && (best == nil || len(p.food) > len(best.food)) && name.hasStems(p.food) && !name.hasAny(p.not) {
				best = p
			}
		}
	}
	return best
}

// weight is that of one of a size.
func (p *pieces) weight(l *language, size Size) unitWeight {
	g := p.medium
	switch size {
	case "small":
		g = p.small
	case "large":
		g = p.large
	case "":
	default:
		g *= l.bySize[size].factor
	}
	return unitWeight{grams: g, low: min(p.small, g*householdLow), high: max(p.large, g*householdHigh),
		ground: "such a piece weighs " + figure(g) + " g (" + p.source + ")"}
}

// hasAny reports whether the text has one of these stems.
func (r *reader) hasAny(stems []string) bool {
	for _, s := range stems {
		if r.hasStems([]string{s}) {
			return true
		}
	}
	return false
}
