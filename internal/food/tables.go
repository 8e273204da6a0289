package food

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

// Unit is the canonical name of a measure: "g", "cup", "slice", "can". The table units.csv lists them all.
type Unit string

// The units that the program names itself.
const (
	Gram       Unit = "g"
	Milligram  Unit = "mg"
	Microgram  Unit = "mcg"
	IU         Unit = "IU" // international unit of a vitamin; its mass differs by vitamin
	Milliliter Unit = "ml"
	FluidOunce Unit = "fl oz"
	Cup        Unit = "cup"
	Ounce      Unit = "oz"
	Serving    Unit = "serving" // the food's usual portion
	Piece      Unit = "piece"   // one of whatever the food comes in
)

// unitKind says how a unit is weighed, and whether its word may be taken out of a food's text.
type unitKind string

const (
	mass     unitKind = "mass"      // factor is grams
	volume   unitKind = "volume"    // factor is millilitres
	dose     unitKind = "dose"      // an activity, not a mass
	serving  unitKind = "serving"   // the usual portion
	recipe   unitKind = "recipe"    // somebody's own recipe: no weight
	piece    unitKind = "piece"     // a part that a food comes in
	pinch    unitKind = "pinch"     // a rough measure by hand or eye
	vessel   unitKind = "vessel"    // what holds the food
	doseForm unitKind = "dose form" // a tablet or capsule
	item     unitKind = "item"      // a word that may be the food itself: "2 eggs"
)

type unitInfo struct {
	unit   Unit
	kind   unitKind
	factor float64
	like   []Unit // measures of the same food that may stand in for this one, the nearest first
}

// nearest is the unit most like this one; empty where none is.
func (u *unitInfo) nearest() Unit {
	if len(u.like) == 0 {
		return ""
	}
	return u.like[0]
}

// sizeInfo is a size as a member of a set, and its weight as a multiple of a medium one.
type sizeInfo struct {
	set    sizes
	factor float64
}

// numeral is a number word.
type numeral struct {
	kind             string // article, cardinal, fraction or multiple
	value, low, high float64
}

//go:embed units.csv
var unitsCSV string

//go:embed sizes.csv
var sizesCSV string

//go:embed numbers.csv
var numbersCSV string

//go:embed names.csv
var namesCSV string

//go:embed cuts.csv
var cutsCSV string

//go:embed words.csv
var wordsCSV string

// roles are the parts that a word plays in amounts and in the labels of portions.
type roles uint16

const (
	about     roles = 1 << iota // says that the number is an estimate
	each                        // what is stated is that of one: "8 oz each"
	elsewhere                   // what is stated is the weight of something else: "cooked from 4 oz raw"
	between                     // stands between the ends of a range: "2 to 3"
	of                          // joins a measure and its food
	month                       // a number beside it is a date
	free                        // in a portion's label it means no other weight
	alters                      // in a portion's label it means quite another weight: "in shell", "dry"
	manner                      // in a portion's label it fills the measure in a special way: "packed"
	length                      // in a portion's label it belongs to a length
	kind                        // as the first part of a description it only names the kind: "Nuts, almonds"
)

var roleNames = map[string]roles{"about": about, "each": each, "elsewhere": elsewhere, "range": between, "of": of, "month": month,
	"free": free, "alters": alters, "manner": manner, "length": length, "kind": kind}

// language is what the tables say about words: measures, sizes, numbers, and names that only look like amounts.
type language struct {
	units   map[string]unitInfo
	starts  map[string]bool // first words of units that have several: "fl"
	byUnit  map[Unit]unitInfo
	sizes   map[string]Size
	bySize  map[Size]sizeInfo
	numbers map[string]numeral
	names   map[string][][]string // by first word: the words that follow
	cuts    map[string]string
	roles   map[string]roles
}

// words reads the embedded tables once. Their rows are checked by a test, so an error can't happen here.
var words = sync.OnceValue(func() *language {
	l, _ := readLanguage()
	return l
})

func readLanguage() (*language, error) {
	l := &language{
		units: map[string]unitInfo{}, starts: map[string]bool{}, byUnit: map[Unit]unitInfo{}, sizes: map[string]Size{}, bySize: map[Size]sizeInfo{},
		numbers: map[string]numeral{}, names: map[string][][]string{}, cuts: map[string]string{}, roles: map[string]roles{},
	}
	for _, table := range []struct {
		name, text string
		add        func(row []string) error
	}{
		{"units.csv", unitsCSV, l.addUnit},
		{"sizes.csv", sizesCSV, l.addSize},
		{"numbers.csv", numbersCSV, l.addNumber},
		{"names.csv", namesCSV, l.addName},
		{"cuts.csv", cutsCSV, l.addCut},
		{"words.csv", wordsCSV, l.addWord},
	} {
		if err := eachRow(table.name, table.text, table.add); err != nil {
			return l, err
		}
	}
	return l, nil
}

func (l *language) addWord(row []string) error {
	for name := range strings.SplitSeq(row[1], "|") {
		role, ok := roleNames[name]
		if !ok {
			return fmt.Errorf("%q: unknown role %q", row[0], name)
		}
		l.roles[row[0]] |= role
	}
	return nil
}

// eachRow calls add for every row of a table below its header.
func eachRow(name, text string, add func(row []string) error) error {
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	for i, row := range rows[1:] {
		if err := add(row); err != nil {
			return fmt.Errorf("%s:%d: %w", name, i+2, err)
		}
	}
	return nil
}

func (l *language) addUnit(row []string) error {
	factor, err := strconv.ParseFloat(row[2], 64)
	u := unitInfo{unit: Unit(row[0]), kind: unitKind(row[1]), factor: factor}
	for w := range strings.SplitSeq(row[4], "|") {
		if w != "" {
			u.like = append(u.like, Unit(w))
		}
	}
	l.byUnit[u.unit] = u
	for w := range strings.SplitSeq(row[3], "|") {
		l.units[w] = u
		if first, _, several := strings.Cut(w, " "); several {
			l.starts[first] = true
		}
	}
	return err
}

func (l *language) addSize(row []string) error {
	factor, err := strconv.ParseFloat(row[1], 64)
	l.bySize[Size(row[0])] = sizeInfo{sizes(1) << len(l.bySize), factor}
	for w := range strings.SplitSeq(row[2], "|") {
		l.sizes[w] = Size(row[0])
	}
	return err
}

func (l *language) addNumber(row []string) (err error) {
	n := numeral{kind: row[1]}
	for i, p := range []*float64{&n.value, &n.low, &n.high} {
		if *p, err = strconv.ParseFloat(row[2+i], 64); err != nil {
			return err
		}
	}
	l.numbers[row[0]] = n
	return nil
}

func (l *language) addName(row []string) error {
	w := strings.Fields(row[0])
	l.names[w[0]] = append(l.names[w[0]], w[1:])
	return nil
}

func (l *language) addCut(row []string) error {
	for w := range strings.SplitSeq(row[1], "|") {
		l.cuts[w] = row[0]
	}
	return nil
}
