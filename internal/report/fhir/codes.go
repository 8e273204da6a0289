package fhir

import (
	_ "embed" // the codes
	"encoding/csv"
	"slices"
	"strings"
	"sync"
)

// localSystem is the system of codes that are this program's own.
const localSystem = "https://github.com/nutrigap/nutrigap/CodeSystem/intake"

//go:embed codes.csv
var codesFile string

// listed is a line of codes.csv.
type listed struct {
	nutrient string
	coding   coding
	trusted  bool
}

// codes are all lines of codes.csv, also those that are not trusted.
var codes = sync.OnceValue(func() []listed {
	rows, err := csv.NewReader(strings.NewReader(codesFile)).ReadAll()
	if err != nil {
		panic(err) // of a file that a test reads
	}
	var all []listed
	for _, row := range rows[1:] {
		all = append(all, listed{row[0], coding{System: row[1], Code: row[2], Display: row[3]}, row[4] == "yes"})
	}
	return all
})

// own is a code of this program.
func own(code, display string) coding {
	return coding{System: localSystem, Code: clean(code), Display: clean(display)}
}

const loinc = "http://loinc.org"

// intakeOf is the intake of a nutrient with the codes that can be trusted, and our own last.
func intakeOf(key, name string) concept {
	c := concept{Text: clean(name)}
	for _, l := range codes() {
		if l.nutrient == key && l.trusted {
			c.Coding = append(c.Coding, l.coding)
		}
	}
	if code := clean(key); code != "" {
		c.Coding = append(c.Coding, own(code, name))
	}
	return c
}

// contentOf is the nutrient in a food. LOINC's codes are of what somebody takes in within a day, and no food is.
func contentOf(key, name string) concept {
	c := intakeOf(key, name)
	c.Coding = slices.DeleteFunc(c.Coding, func(c coding) bool { return c.System == loinc })
	return c
}
