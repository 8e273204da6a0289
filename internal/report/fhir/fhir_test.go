package fhir

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/nutrigap/nutrigap/internal/golden"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/reporttest"
)

// tester is what a test and a property test have in common.
type tester interface {
	Fatal(...any)
	Fatalf(string, ...any)
}

func written(t tester, s *report.Summary, r Release) []byte {
	var b bytes.Buffer
	if err := Write(&b, s, Options{Release: r}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestStoredSummaries(t *testing.T) {
	for _, name := range []string{"one-day", "everything-unknown", "hostile", "empty"} {
		golden.Check(t, reporttest.Path(name, ".fhir.json"), numbered(written(t, reporttest.Load(t, name), R4)))
	}
	for _, name := range []string{"good-week", "hostile", "empty"} {
		golden.Check(t, reporttest.Path(name, ".fhir-r5.json"), numbered(written(t, reporttest.Load(t, name), R5)))
	}
}

// numbered has numbers in place of identifiers, which change with every field that a Summary gets.
func numbered(content []byte) []byte {
	numbers := map[string]int{}
	return regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}`).ReplaceAllFunc(content, func(id []byte) []byte {
		if numbers[string(id)] == 0 {
			numbers[string(id)] = len(numbers) + 1
		}
		return fmt.Appendf(nil, "id-%d", numbers[string(id)])
	})
}

func TestIdentifiersComeFromTheReport(t *testing.T) {
	s := reporttest.Load(t, "one-day")
	first := written(t, s, R4)
	if !bytes.Equal(first, written(t, s, R4)) {
		t.Error("two records of one report differ")
	}
	s.Person.Name = "Somebody Else"
	id := func(content []byte) string { return decoded(t, content)["id"].(string) }
	if id(first) == id(written(t, s, R4)) {
		t.Error("the records of two people have one identifier")
	}
}

func TestAnySummaryIsARecord(t *testing.T) {
	summaries := reporttest.Any()
	rapid.Check(t, func(t *rapid.T) {
		s := summaries.Draw(t, "summary")
		checkBundle(t, written(t, s, R4), "document")
		checkBundle(t, written(t, s, R5), "collection")
	})
}

// node is a piece of JSON.
type node = map[string]any

func decoded(t tester, content []byte) node {
	var b node
	if err := json.Unmarshal(content, &b); err != nil {
		t.Fatal(err)
	}
	return b
}

// required are the fields that the standard asks for and its JSON schema forgets.
var required = map[string][]string{
	"Composition":     {"status", "type", "author", "title"},
	"Patient":         {},
	"Device":          {},
	"Observation":     {"status", "code"},
	"NutritionIntake": {"status", "subject", "consumedItem"},
}

// checkBundle checks what must hold for every Bundle: unique identifiers, references that lead somewhere, the
// fields that the standard requires, and that what is unknown says so.
func checkBundle(t tester, content []byte, kind string) {
	b := decoded(t, content)
	if b["resourceType"] != "Bundle" || b["type"] != kind || b["timestamp"] == nil || b["identifier"] == nil {
		t.Fatalf("no %s: %v", kind, b["type"])
	}
	urls := map[string]bool{}
	for i, e := range b["entry"].([]any) {
		resource := e.(node)["resource"].(node)
		url := e.(node)["fullUrl"].(string)
		if urls[url] || url != "urn:uuid:"+resource["id"].(string) {
			t.Fatalf("entry %d: fullUrl %s is not its own", i, url)
		}
		urls[url] = true
		name := resource["resourceType"].(string)
		if kind == "document" && (i == 0) != (name == "Composition") {
			t.Fatalf("entry %d of a document is a %s", i, name)
		}
		fields, known := required[name]
		if !known {
			t.Fatalf("entry %d is a %s", i, name)
		}
		for _, field := range fields {
			if empty(resource[field]) {
				t.Fatalf("entry %d: a %s without %s", i, name, field)
			}
		}
		if name == "Composition" && empty(resource["date"]) == empty(resource["_date"]) {
			t.Fatal("neither a date nor the reason why there is none, or both")
		}
		if name == "Observation" {
			checkValue(t, resource)
			for _, c := range list(resource["component"]) {
				checkValue(t, c.(node))
			}
		}
	}
	walk(b, func(key string, v any) {
		switch s, isText := v.(string); {
		case key == "reference" && !urls[s]:
			t.Fatalf("the reference %q leads nowhere", s)
		case isText && strings.TrimSpace(s) == "":
			t.Fatalf("%s is empty", key)
		case key == "div":
			checkDiv(t, s)
		case key == "effectiveDateTime", key == "occurrenceDateTime", key == "start", key == "end", key == "date":
			if !regexp.MustCompile(`^\d{4}-\d\d-\d\d$`).MatchString(s) {
				t.Fatalf("%s is %q", key, s)
			}
		}
	})
}

func empty(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case string:
		return v == ""
	case []any:
		return len(v) == 0
	case node:
		return len(v) == 0
	}
	return false
}

func list(v any) []any {
	l, _ := v.([]any)
	return l
}

// checkValue wants either a value or the reason why there is none.
func checkValue(t tester, o node) {
	if (o["valueQuantity"] == nil) == (o["dataAbsentReason"] == nil) {
		t.Fatalf("neither a value nor a reason, or both: %v", o)
	}
}

// checkDiv wants XHTML of nothing but lists, paragraphs and tables.
func checkDiv(t tester, div string) {
	allowed := map[string]bool{"div": true, "ul": true, "li": true, "p": true, "table": true, "tbody": true, "tr": true, "th": true, "td": true}
	dec := xml.NewDecoder(strings.NewReader(div))
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("%v in %s", err, div)
		}
		if start, ok := token.(xml.StartElement); ok && (!allowed[start.Name.Local] || len(start.Attr) > 0 && start.Name.Local != "div") {
			t.Fatalf("<%s> in a narrative", start.Name.Local)
		}
	}
}

// walk visits every field of every object.
func walk(v any, visit func(key string, v any)) {
	switch v := v.(type) {
	case node:
		for key, value := range v {
			visit(key, value)
			walk(value, visit)
		}
	case []any:
		for _, value := range v {
			walk(value, visit)
		}
	}
}

// The figures of the record are those of the Summary, and what is unknown is never 0.
func TestMeansAreThoseOfTheSummary(t *testing.T) {
	for _, name := range []string{"good-week", "everything-unknown"} {
		s := reporttest.Load(t, name)
		means := map[string]node{}
		for _, e := range decoded(t, written(t, s, R4))["entry"].([]any) {
			if o := e.(node)["resource"].(node); o["resourceType"] == "Observation" && o["method"] != nil {
				codings := o["code"].(node)["coding"].([]any)
				means[codings[len(codings)-1].(node)["code"].(string)] = o
			}
		}
		for _, n := range s.InFocus() {
			o := means[n.Key]
			switch value, known := o["valueQuantity"].(node); {
			case n.Mean == nil && (known || o["dataAbsentReason"] == nil):
				t.Errorf("%s: the unknown mean of %s is %v", name, n.Key, o["valueQuantity"])
			case n.Mean != nil && math.Abs(value["value"].(float64)-*n.Mean) > 1e-5**n.Mean:
				t.Errorf("%s: the mean of %s is %v, want %v", name, n.Key, value["value"], *n.Mean)
			case n.Mean != nil && value["code"] != map[string]string{"mg": "mg", "mcg": "ug", "g": "g"}[n.Unit]:
				t.Errorf("%s: %s is measured in %v", name, n.Key, value["code"])
			}
		}
	}
}

func TestCodes(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(codesFile)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for i, row := range rows[1:] {
		_, known := nutrient.ByKey(row[0])
		switch {
		case !known:
			t.Errorf("line %d: there is no nutrient %q", i+2, row[0])
		case row[4] != "yes" && row[4] != "no":
			t.Errorf("line %d: trusted is %q", i+2, row[4])
		case row[3] == "" || row[5] == "" || row[6] == "":
			t.Errorf("line %d: no display, agreement or source", i+2)
		case seen[row[1]+row[2]]:
			t.Errorf("line %d: %s stands twice", i+2, row[2])
		case row[1] == loinc && !loincCheck(row[2]):
			t.Errorf("line %d: %s has a wrong check digit", i+2, row[2])
		}
		seen[row[1]+row[2]] = true
	}
}

// loincCheck computes the check digit of a LOINC code, mod 10 as of Luhn.
func loincCheck(code string) bool {
	digits, check, _ := strings.Cut(code, "-")
	sum := 0
	for i := range digits {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 0 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return fmt.Sprint((10-sum%10)%10) == check
}

func TestAFoodHasNoCodeOfADay(t *testing.T) {
	for _, c := range contentOf("potassium_mg", "potassium").Coding {
		if c.System == loinc {
			t.Errorf("potassium in a food is coded as %s, an intake of 24 hours", c.Code)
		}
	}
}

func TestAnonymousReportsTellNoDate(t *testing.T) {
	s := reporttest.Load(t, "good-week")
	s.Tool.Date, s.Period.From, s.Period.To, s.Warnings = "", "day 1", "day 7", nil
	for i := range s.Days {
		s.Days[i].Date = fmt.Sprintf("day %d", i+1)
	}
	for i := range s.Log {
		s.Log[i].Date = "day 1"
	}
	for _, r := range []Release{R4, R5} {
		content := string(written(t, s, r))
		if at := strings.Index(content, "2026-03-"); at >= 0 {
			t.Errorf("a date: %s", content[at-100:at+100])
		}
		if !strings.Contains(content, "day 1") {
			t.Error("the day of a figure is lost")
		}
	}
}

func TestDecimals(t *testing.T) {
	for v, want := range map[float64]string{0: "0", 222.97185714285715: "222.972", 1e300: "1e+300", 1234567: "1.23457e+06"} {
		got, err := decimal(v).MarshalJSON()
		if err != nil || string(got) != want {
			t.Errorf("%v is %s, want %s", v, got, want)
		}
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

func TestWriteReportsErrors(t *testing.T) {
	nan := math.NaN()
	if Write(brokenPipe{}, reporttest.Load(t, "one-day"), Options{}) == nil {
		t.Error("no error of a writer that fails")
	}
	if Write(io.Discard, &report.Summary{Person: report.Person{AgeYears: &nan}}, Options{}) == nil {
		t.Error("NaN is no error")
	}
}

func BenchmarkWriteYear(b *testing.B) {
	s := reporttest.Year(b)
	for b.Loop() {
		if err := Write(io.Discard, s, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
