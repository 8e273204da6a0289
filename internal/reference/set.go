package reference

import (
	_ "embed"
	"fmt"
	"strconv"
	"sync"

	"github.com/gocarina/gocsv"

	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Set is everything that one authority published.
type Set struct {
	Name  string // short, as a person types it: "dri"
	Title string // the authority and the edition
	rows  []Row
}

// Rows are the lines of the set in file order. The caller must not change them.
func (s *Set) Rows() []Row { return s.rows }

//go:embed data/dri.csv
var driCSV []byte

// dri is parsed once, and only when somebody asks for it.
var dri = sync.OnceValues(func() (*Set, error) {
	rows, err := parse(driCSV)
	if err != nil {
		return nil, fmt.Errorf("dri.csv: %w", err)
	}
	return &Set{
		Name:  "dri",
		Title: "Dietary Reference Intakes, National Academies (USA and Canada), 1997 to 2019",
		rows:  rows,
	}, nil
})

// Load finds a set by its short name.
func Load(name string) (*Set, error) {
	switch name {
	case "dri":
		return dri()
	default:
		return nil, fmt.Errorf("reference %q is not known; use dri", name)
	}
}

// line is a row as text: a blank cell must not become a zero, which typed decoding would make of it.
type line struct {
	Nutrient string `csv:"nutrient"`
	Stage    string `csv:"stage"`
	From     string `csv:"from_months"`
	To       string `csv:"to_months"`
	PerKg    string `csv:"per_kg"`
	EAR      string `csv:"ear"`
	RDA      string `csv:"rda"`
	AI       string `csv:"ai"`
	UL       string `csv:"ul"`
	CDRR     string `csv:"cdrr"`
	ULOf     string `csv:"ul_of"`
	Verified string `csv:"verified"`
	Source   string `csv:"source"`
	Note     string `csv:"note"`
}

func parse(file []byte) ([]Row, error) {
	var lines []line
	if err := gocsv.UnmarshalBytes(file, &lines); err != nil {
		return nil, err
	}
	rows := make([]Row, len(lines))
	for i, l := range lines {
		row, err := l.row()
		if err != nil {
			return nil, fmt.Errorf("row %d: %w", i+1, err)
		}
		rows[i] = row
	}
	return rows, nil
}

func (l line) row() (Row, error) {
	id, ok := nutrient.ByKey(l.Nutrient)
	if !ok {
		return Row{}, fmt.Errorf("nutrient %q is not known", l.Nutrient)
	}
	r := Row{
		Nutrient: id, Stage: Stage(l.Stage), ULOf: l.ULOf,
		PerKg: l.PerKg == "yes", Verified: l.Verified == "yes",
		Source: l.Source, Note: l.Note,
	}
	var err error
	if r.FromMonths, err = strconv.Atoi(l.From); err != nil {
		return Row{}, fmt.Errorf("from_months: %q is not a number of months", l.From)
	}
	if r.ToMonths, err = strconv.Atoi(l.To); err != nil {
		return Row{}, fmt.Errorf("to_months: %q is not a number of months", l.To)
	}
	for _, cell := range []struct {
		text string
		into *nutrient.Quantity
	}{{l.EAR, &r.EAR}, {l.RDA, &r.RDA}, {l.AI, &r.AI}, {l.UL, &r.UL}, {l.CDRR, &r.CDRR}} {
		if cell.text == "" {
			continue
		}
		v, err := strconv.ParseFloat(cell.text, 64)
		if err != nil {
			return Row{}, fmt.Errorf("%q is not a number", cell.text)
		}
		*cell.into = nutrient.Of(v)
	}
	return r, nil
}
