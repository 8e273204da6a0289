package main

import (
	"archive/zip"
	"bytes"
	stdcsv "encoding/csv"
	stdjson "encoding/json"
	"html"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/json"
)

// figures are what one format says of a nutrient, by the names that the JSON has for them. What is not known is
// not listed.
type figures map[string]float64

// readers read the figures of the focus, by nutrient, back from the formats for programs.
var readers = map[string]func(*testing.T, *report.Summary, []byte) map[string]figures{
	"json": readJSON, "zip": readArchive, "xlsx": readWorkbook, "fhir": readRecord,
}

// Every format says the same numbers, because all of them come out of one Summary.
func TestFormatsAgree(t *testing.T) {
	for _, name := range []string{"good-week", "one-day", "everything-unknown"} {
		s := stored(t, name)
		for _, v := range (&voiceFlags{table: "days"}).voices(environment{}, true) {
			var b bytes.Buffer
			if err := v.write(&b, s); err != nil {
				t.Fatal(err)
			}
			switch read := readers[v.name]; {
			case read != nil:
				agree(t, name+" as "+v.name, s, read(t, s, b.Bytes()))
			case v.name == "text", v.name == "html", v.name == "md":
				tells(t, name+" as "+v.name, s, plainText(v.name, b.String()))
			}
		}
	}
}

func stored(t *testing.T, name string) *report.Summary {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "testdata", "summaries", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s, err := json.Read(f)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// of are the figures of a nutrient that every format for programs must have.
func (f figures) of(n *report.Nutrient) figures {
	for key, v := range map[string]*float64{
		"mean_intake": n.Mean, "ear": n.EAR, "target": n.Target, "percent": n.Percent, "coverage": &n.Coverage,
	} {
		if v != nil {
			f[key] = *v
		}
	}
	return f
}

// agree allows for the six digits of CSV and FHIR.
func agree(t *testing.T, what string, s *report.Summary, got map[string]figures) {
	t.Helper()
	if len(s.InFocus()) == 0 || len(got) < len(s.InFocus()) {
		t.Errorf("%s: figures of %d nutrients, want %d", what, len(got), len(s.InFocus()))
	}
	for _, n := range s.InFocus() {
		want := figures{}.of(n)
		for _, key := range []string{"mean_intake", "ear", "target", "percent", "coverage"} {
			v, known := got[n.Key][key]
			if wanted, isKnown := want[key]; known != isKnown || math.Abs(v-wanted) > 1e-5*math.Abs(wanted) {
				t.Errorf("%s: %s of %s is %v (known: %v), want %v (known: %v)", what, key, n.Key, v, known, wanted, isKnown)
			}
		}
	}
}

// tells looks for the figures in words, as people read them.
func tells(t *testing.T, what string, s *report.Summary, text string) {
	t.Helper()
	l := lang.English()
	for _, n := range s.InFocus() {
		values := map[string]*float64{"mean": n.Mean, "target": n.Target}
		if n.Status == report.StatusShortfall || n.Status == report.StatusPossible { // where people are told more
			values["EAR"] = n.EAR
		}
		for name, v := range values {
			if v != nil && !strings.Contains(text, l.Amount(n.Key, *v)) {
				t.Errorf("%s: the %s of %s, %s, is not there", what, name, n.Key, l.Amount(n.Key, *v))
			}
		}
		figures := []string{l.Fraction(n.Coverage)}
		if n.Percent != nil {
			figures = append(figures, l.PercentFigure(*n.Percent))
		}
		line := regexp.MustCompile(`(?m)^\W*` + regexp.QuoteMeta(n.Name) + `\W.*$`)
		if lines := strings.Join(line.FindAllString(text, -1), "\n"); !holdsAll(lines, figures) {
			t.Errorf("%s: no line of %s has %v:\n%s", what, n.Key, figures, lines)
		}
	}
}

func holdsAll(text string, figures []string) bool {
	return !slices.ContainsFunc(figures, func(f string) bool { return !strings.Contains(text, f) })
}

// plainText is a page for people without its markup: what can be read, and a line for each label that is read out.
func plainText(format, page string) string {
	if format != "html" {
		return page
	}
	var labels []string
	for _, m := range regexp.MustCompile(`aria-label="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		labels = append(labels, m[1])
	}
	page = regexp.MustCompile(`(?s)<style\b.*?</style>`).ReplaceAllString(page, " ")
	page = regexp.MustCompile(`<[^>]*>`).ReplaceAllString(page, " ")
	return html.UnescapeString(page + "\n" + strings.Join(labels, "\n"))
}

func readJSON(t *testing.T, _ *report.Summary, content []byte) map[string]figures {
	s, err := json.Read(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]figures{}
	for i := range s.Nutrients {
		all[s.Nutrients[i].Key] = figures{}.of(&s.Nutrients[i])
	}
	return all
}

func readArchive(t *testing.T, _ *report.Summary, content []byte) map[string]figures {
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := archive.Open("nutrients.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := stdcsv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return byHeading(rows, "nutrient", nil)
}

// byHeading reads the figures of a table; scale is what a column is multiplied with.
func byHeading(rows [][]string, key string, scale map[string]float64) map[string]figures {
	all := map[string]figures{}
	at := slices.Index(rows[0], key)
	for _, row := range rows[1:] {
		f := figures{}
		for i, cell := range row {
			if v, err := strconv.ParseFloat(cell, 64); err == nil {
				if by := scale[rows[0][i]]; by != 0 {
					v *= by
				}
				f[rows[0][i]] = v
			}
		}
		all[row[at]] = f
	}
	return all
}

// readWorkbook reads the sheet of the nutrients, whose headings are for people.
func readWorkbook(t *testing.T, s *report.Summary, content []byte) map[string]figures {
	f, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("Nutrients", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	headings := map[string]string{
		"Nutrient": "nutrient", "Mean a day": "mean_intake", "Known": "coverage", "Target": "target",
		"Of target": "percent", "Average requirement": "ear",
	}
	for i, title := range rows[0] {
		rows[0][i] = headings[title]
	}
	all := map[string]figures{}
	for name, f := range byHeading(rows, "nutrient", map[string]float64{"percent": 100}) {
		for i := range s.Nutrients {
			if s.Nutrients[i].Name == name {
				all[s.Nutrients[i].Key] = f
			}
		}
	}
	return all
}

// quantity is a value of FHIR.
type quantity struct{ Value float64 }

// readRecord reads the means, which say how they were made, and the coverage beside them.
func readRecord(t *testing.T, _ *report.Summary, content []byte) map[string]figures {
	type code struct {
		Coding []struct{ System, Code string }
	}
	var bundle struct {
		Entry []struct {
			Resource struct {
				ResourceType   string
				Code           code
				Method         *struct{}
				ValueQuantity  *quantity
				ReferenceRange []struct {
					Low  *quantity
					Type struct{ Text string }
				}
				Component []struct {
					Code          code
					ValueQuantity *quantity
				}
			}
		}
	}
	if err := stdjson.Unmarshal(content, &bundle); err != nil {
		t.Fatal(err)
	}
	own := func(c code) string { return c.Coding[len(c.Coding)-1].Code }
	all := map[string]figures{}
	for _, e := range bundle.Entry {
		o := e.Resource
		if o.ResourceType != "Observation" || o.Method == nil {
			continue
		}
		f := figures{}
		if o.ValueQuantity != nil {
			f["mean_intake"] = o.ValueQuantity.Value
		}
		for _, r := range o.ReferenceRange {
			switch {
			case r.Low == nil:
			case r.Type.Text == "EAR":
				f["ear"] = r.Low.Value
			default:
				f["target"] = r.Low.Value
			}
		}
		for _, c := range o.Component {
			switch {
			case c.ValueQuantity == nil:
			case own(c.Code) == "coverage":
				f["coverage"] = c.ValueQuantity.Value / 100
			case own(c.Code) == "percent_of_target":
				f["percent"] = c.ValueQuantity.Value
			}
		}
		all[own(o.Code)] = f
	}
	return all
}
