package reference

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/gocarina/gocsv"

	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Set is everything that one authority published.
type Set struct {
	Name  string // short, as a person types it: "dri"
	Title string // the authority and the edition, in English
	Terms Terms

	// menopause is the age, in months, at which the set's own ages part women for iron; 0 where a row says so.
	menopause int
	rows      []Row
	shared    *tables
}

// Rows are the lines of the set in file order. The caller must not change them.
func (s *Set) Rows() []Row { return s.rows }

//go:embed data/*.csv
var data embed.FS

// sets are all sets, each parsed once and only when somebody asks for it. The kinds keep their meaning:
// the AR of EFSA is an average requirement like the EAR, and RDA, PRI, RNI and RI all cover nearly everyone.
var sets = []lazySet{
	lazily(Set{
		Name: "dri", Title: lang.Mark("Dietary Reference Intakes, National Academies (USA and Canada), 1997 to 2019"),
		menopause: 51 * 12,
	}),
	lazily(Set{
		Name: "efsa", Title: lang.Mark("Dietary Reference Values, European Food Safety Authority, 2010 to 2023"),
		Terms: Terms{EAR: "AR", RDA: "PRI"},
	}),
	lazily(Set{
		Name: "uk", Title: lang.Mark("Dietary Reference Values, COMA and SACN (United Kingdom), 1991 to 2016"),
		Terms: Terms{RDA: "RNI"}, menopause: 50 * 12,
	}),
	lazily(Set{
		Name: "nnr", Title: lang.Mark("Nordic Nutrition Recommendations 2023"),
		Terms: Terms{EAR: "AR", RDA: "RI", CDRR: lang.Mark("maximum")}, menopause: 51 * 12,
	}),
}

type lazySet struct {
	name string
	load func() (*Set, error)
}

func lazily(s Set) lazySet {
	return lazySet{s.Name, sync.OnceValues(func() (*Set, error) {
		var err error
		if s.rows, err = decode(s.Name+".csv", line.row); err == nil {
			s.shared, err = shared()
		}
		return &s, err
	})}
}

// Names are the short names of the sets, the usual one first.
func Names() []string {
	names := make([]string, len(sets))
	for i := range sets {
		names[i] = sets[i].name
	}
	return names
}

// Load finds a set by its short name.
func Load(name string) (*Set, error) {
	for i := range sets {
		if sets[i].name == name {
			return sets[i].load()
		}
	}
	return nil, fmt.Errorf("reference %q is not known; use %s", name, strings.Join(Names(), ", "))
}

// decode reads an embedded file whose lines are text, and makes a row of each.
func decode[Line, Row any](name string, row func(Line) (Row, error)) ([]Row, error) {
	file, err := data.ReadFile("data/" + name)
	if err != nil {
		return nil, err
	}
	rows, err := parse(file, row)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return rows, nil
}

func parse[Line, Row any](file []byte, row func(Line) (Row, error)) ([]Row, error) {
	var lines []Line
	if err := gocsv.UnmarshalBytes(file, &lines); err != nil {
		return nil, err
	}
	rows := make([]Row, len(lines))
	for i, l := range lines {
		var err error
		if rows[i], err = row(l); err != nil {
			return nil, fmt.Errorf("row %d: %w", i+1, err)
		}
	}
	return rows, nil
}

// line is a row as text: a blank cell must not become a zero, which typed decoding would make of it.
type line struct {
	Nutrient string `csv:"nutrient"`
	Stage    string `csv:"stage"`
	From     string `csv:"from_months"`
	To       string `csv:"to_months"`
	When     string `csv:"when"`
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

func (l line) row() (Row, error) {
	r := Row{
		Stage: Stage(l.Stage), When: When(l.When), ULOf: l.ULOf,
		PerKg: l.PerKg == "yes", Verified: l.Verified == "yes",
		Source: l.Source, Note: l.Note,
	}
	var err error
	if r.Nutrient, err = known(l.Nutrient); err != nil {
		return Row{}, err
	}
	if r.FromMonths, err = months("from_months", l.From); err != nil {
		return Row{}, err
	}
	if r.ToMonths, err = months("to_months", l.To); err != nil {
		return Row{}, err
	}
	return r, numbers(
		cell{l.EAR, &r.EAR}, cell{l.RDA, &r.RDA}, cell{l.AI, &r.AI}, cell{l.UL, &r.UL}, cell{l.CDRR, &r.CDRR})
}

func known(key string) (nutrient.ID, error) {
	id, ok := nutrient.ByKey(key)
	if !ok {
		return 0, fmt.Errorf("nutrient %q is not known", key)
	}
	return id, nil
}

func months(column, text string) (int, error) {
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0, fmt.Errorf("%s: %q is not a number of months", column, text)
	}
	return n, nil
}

// cell is a number as text and where it belongs.
type cell struct {
	text string
	into *nutrient.Quantity
}

// numbers reads cells; a blank one leaves its quantity unknown.
func numbers(cells ...cell) error {
	for _, c := range cells {
		if c.text == "" {
			continue
		}
		v, err := strconv.ParseFloat(c.text, 64)
		if err != nil {
			return fmt.Errorf("%q is not a number", c.text)
		}
		*c.into = nutrient.Of(v)
	}
	return nil
}
