package json

import (
	"bytes"
	"io"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/nutrigap/nutrigap/internal/golden"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/reporttest"
)

func write(t interface{ Fatal(...any) }, s *report.Summary) []byte {
	var b bytes.Buffer
	if err := Write(&b, s, Options{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// The stored Summaries are what Write writes, byte for byte; -update brings them up to a grown shape.
func TestStoredSummariesRoundTrip(t *testing.T) {
	for _, name := range reporttest.Names() {
		t.Run(name, func(t *testing.T) {
			path := reporttest.Path(name, ".json")
			content, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			s, err := Read(bytes.NewReader(content))
			if err != nil {
				t.Fatal(err)
			}
			golden.Check(t, path, write(t, s))
		})
	}
}

func TestAnySummaryRoundTrips(t *testing.T) {
	summaries := reporttest.Any()
	rapid.Check(t, func(t *rapid.T) {
		want := summaries.Draw(t, "summary")
		content := write(t, want)
		checkLists(t, content)
		got, err := Read(bytes.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		// JSON is UTF-8: a byte that isn't comes back as the replacement character.
		sameRunes := cmp.Comparer(func(a, b string) bool { return string([]rune(a)) == string([]rune(b)) })
		if d := cmp.Diff(want, got, cmpopts.EquateEmpty(), sameRunes, cmp.Transformer("listed", report.DayNutrients.All)); d != "" {
			t.Fatalf("reading back changes it (-written +read)\n%s", d)
		}
	})
}

// checkLists looks for lists that are null; numbers may be.
func checkLists(t *rapid.T, content []byte) {
	for _, key := range []string{"focus", "days", "nutrients", "unmatched", "review", "refused", "warnings",
		"red_flags", "assumed", "symptoms", "top_sources", "suggestions", "notes"} {
		if bytes.Contains(content, []byte(`"`+key+`": null`)) {
			t.Fatalf("%s is null, want []", key)
		}
	}
}

func TestWriteLeavesTheSummaryAlone(t *testing.T) {
	s := &report.Summary{Schema: report.Schema, Days: []report.Day{{}}, Nutrients: []report.Nutrient{{}}}
	if strings.Contains(string(write(t, s)), `"notes": null`) {
		t.Error("a missing list is null")
	}
	if s.Nutrients[0].Notes != nil {
		t.Error("the lists of the Summary were changed")
	}
}

func TestWriteRefusesWhatJSONCannotSay(t *testing.T) {
	nan := math.NaN()
	var b bytes.Buffer
	err := Write(&b, &report.Summary{Person: report.Person{AgeYears: &nan}}, Options{})
	if err == nil || b.Len() > 0 {
		t.Errorf("NaN: wrote %d bytes, error %v", b.Len(), err)
	}
}

func TestRead(t *testing.T) {
	tests := []struct{ claim, in, want string }{
		{"an empty file", " \n", "no report: the file is empty"},
		{"another JSON file", `{"name": "x"}`, `no report: "schema" is missing`},
		{"a newer shape", `{"schema": 99}`, "schema 99 is newer than the 1 that this program reads"},
		{"a damaged file", "{\n\"schema\": 1,\n!", "line 3: not JSON: invalid character '!' looking for beginning of object key string"},
		{"a half file", "{\n\"schema\": 1,", "line 2: not JSON: unexpected end of JSON input"},
		{"a text where a number stands", "{\n\"rows\": {\"read\": \"many\"}}", "line 2: rows.read: a string stands where a report has type int"},
		{"the same in a day, whose list reads itself", "{\n\"schema\": 1,\n\"days\": [{\n\"nutrients\": [{\"amount\": \"many\"}]}]}", "days.nutrients.amount: a string stands where a report has type float64"},
	}
	for _, test := range tests {
		_, err := Read(strings.NewReader(test.in))
		if err == nil || err.Error() != test.want {
			t.Errorf("%s: error %v, want %s", test.claim, err, test.want)
		}
	}
	s, err := Read(strings.NewReader(`{"schema": 1, "from_the_future": {"a": 1}}`))
	if err != nil {
		t.Fatalf("a field that it doesn't know: %v", err)
	}
	if s.Days == nil || s.Person.Assumed == nil {
		t.Error("lists that a file doesn't have are nil")
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"schema": 1, "days": [{"nutrients": null}]}`))
	f.Add([]byte(`[]`))
	f.Fuzz(func(t *testing.T, content []byte) {
		s, err := Read(bytes.NewReader(content))
		if err != nil {
			return
		}
		first := write(t, s)
		again, err := Read(bytes.NewReader(first))
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(s, again, cmp.Transformer("listed", report.DayNutrients.All)); d != "" {
			t.Fatal(d)
		}
	})
}

func BenchmarkWriteWeek(b *testing.B) { benchmark(b, reporttest.Load(b, "good-week")) }

func BenchmarkWriteYear(b *testing.B) { benchmark(b, reporttest.Year(b)) }

func benchmark(b *testing.B, s *report.Summary) {
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, s, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
