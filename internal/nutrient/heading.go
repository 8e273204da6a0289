package nutrient

import (
	_ "embed" // the two tables
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

// Heading says what the cells of one column count: which nutrient, and in which unit or substance.
//
// Two columns are left unread on purpose, because a wrong reading would invent shortfalls. "Folate (µg)"
// without the word DFE is total folate (Cronometer's is: 42.8 µg for 100 g of enriched rice, where the
// same rice has 97 µg DFE in the USDA table), and folic acid counts 1.7-fold in DFE. An IU of vitamin A
// or E is a different mass for each of its forms.
type Heading struct {
	ID         ID
	times, per float64
}

// Tidy turns a cell of the column into the nutrient's own unit.
func (h Heading) Tidy(cell float64) float64 { return cell * h.times / h.per }

// Own reports whether the column already counts the nutrient in its own unit, so that Tidy changes nothing.
func (h Heading) Own() bool { return h.times == h.per }

// maxHeading is more bytes than the heading of a nutrient column ever has.
const maxHeading = 200

// ParseHeading reads a column heading with its unit: "Magnesium (mg)", "B12, Cobalamin (mcg)",
// "Protein, g", "vitamin_d_mcg", "Energy (kJ)", "Salt (g)". Case, spaces and punctuation don't matter.
// A heading without a unit is read only where every program means the same by it ("Calories", "Protein").
func ParseHeading(text string) (Heading, bool) {
	if len(text) > maxHeading {
		return Heading{}, false
	}
	text = fold(text)
	if id, ok := ByKey(text); ok {
		return Heading{ID: id, times: 1, per: 1}, true
	}
	v := vocabulary()
	if h, ok := v.names[nameKey{compact(text), "bare"}]; ok {
		return h.heading(1, 1), true
	}
	name, u, ok := v.split(text)
	if !ok {
		return Heading{}, false
	}
	h, ok := v.names[nameKey{compact(name), u.kind}]
	if !ok {
		return Heading{}, false
	}
	return h.convert(u, v.units[string(h.id.Unit())]), true
}

// unit is one spelling of a unit. Sizes of one kind compare: 1000 and 1 for mg and mcg.
type unit struct {
	kind string
	size float64
}

// nameKey is a nutrient's name without spaces and punctuation, and the kind of unit that it stands with.
type nameKey struct{ name, kind string }

// name is what a column of that name counts: the nutrient itself, or something that holds one part of
// it in divideBy.
type name struct {
	id       ID
	divideBy float64
}

func (n name) heading(times, per float64) Heading {
	return Heading{ID: n.id, times: times, per: per * n.divideBy}
}

// convert goes from unit u to the nutrient's own unit. It keeps a multiplier and a divisor apart, since
// most of them are whole numbers whose quotient is none.
func (n name) convert(u, own unit) Heading {
	switch {
	case u.kind == "iu":
		return n.heading(1, 1)
	case u.size >= own.size:
		return n.heading(u.size/own.size, 1)
	default:
		return n.heading(1, own.size/u.size)
	}
}

type vocab struct {
	units map[string]unit
	names map[nameKey]name
}

// split parts a folded heading into the name and its unit. Words behind the unit in the same brackets
// ("Folate (µg DFE)") belong to the name, unless it has them already ("Folate, DFE (mcg_DFE)").
func (v *vocab) split(text string) (string, unit, bool) {
	if open := strings.LastIndexAny(text, "(["); open > 0 && strings.IndexAny(text[open:], ")]") == len(text)-open-1 {
		words := strings.FieldsFunc(text[open+1:len(text)-1], isSeparator)
		if len(words) > 0 {
			if u, ok := v.units[words[0]]; ok {
				return qualify(text[:open], words[1:]), u, true
			}
		}
	}
	i := strings.LastIndexFunc(text, isSeparator)
	u, ok := v.units[text[i+1:]]
	return text[:i+1], u, ok && i > 0
}

func qualify(name string, words []string) string {
	for _, word := range words {
		if !strings.Contains(name, word) {
			name += " " + word
		}
	}
	return name
}

func isSeparator(r rune) bool { return r == ' ' || r == '_' || r == ',' || r == '/' }

// fold is text in lower case with every run of white space as one space.
func fold(text string) string { return strings.Join(strings.Fields(strings.ToLower(text)), " ") }

// compact leaves what tells names apart: letters, digits, and the percent sign that makes "Iron (% DV)"
// another thing than "Iron".
func compact(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '%' {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}

//go:embed units.csv
var unitsCSV string

//go:embed names.csv
var namesCSV string

var vocabulary = sync.OnceValue(func() *vocab {
	v, err := readVocabulary(unitsCSV, namesCSV)
	if err != nil {
		panic(err) // an embedded file is broken: no test has passed on this build
	}
	return v
})

func readVocabulary(units, names string) (*vocab, error) {
	v := &vocab{units: map[string]unit{}, names: map[nameKey]name{}}
	err := eachRow(units, func(row []string) error {
		size, err := strconv.ParseFloat(row[2], 64)
		v.units[row[0]] = unit{kind: row[1], size: size}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("units.csv: %w", err)
	}
	err = eachRow(names, func(row []string) error {
		id, ok := ByKey(row[1])
		if !ok {
			return fmt.Errorf("no nutrient %q", row[1])
		}
		divideBy, err := strconv.ParseFloat(row[3], 64)
		for kind := range strings.FieldsSeq(row[2]) {
			v.names[nameKey{compact(row[0]), kind}] = name{id, divideBy}
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("names.csv: %w", err)
	}
	return v, nil
}

func eachRow(table string, do func(row []string) error) error {
	rows, err := csv.NewReader(strings.NewReader(table)).ReadAll()
	if err != nil {
		return err
	}
	for _, row := range rows[1:] {
		if err := do(row); err != nil {
			return fmt.Errorf("%q: %w", row[0], err)
		}
	}
	return nil
}
