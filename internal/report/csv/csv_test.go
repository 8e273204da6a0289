package csv

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
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

func TestStoredSummaries(t *testing.T) {
	for _, name := range reporttest.Names() {
		t.Run(name, func(t *testing.T) {
			golden.Check(t, reporttest.Path(name, ".csv"), write(t, reporttest.Load(t, name)))
		})
	}
}

func TestDigits(t *testing.T) {
	test := func(v float64, want string) {
		t.Helper()
		if got := digits(v); got != want {
			t.Errorf("digits(%v) = %q, want %q", v, got, want)
		}
	}
	test(0, "0")
	test(-3.25, "-3.25")
	test(1234567.8, "1234570")
	test(142.857142857, "142.857")
	test(0.0000004, "0.0000004")
	test(math.NaN(), "")
	test(math.Inf(1), "")
	if got := number(nil); got != "" {
		t.Errorf("unknown is %q, want an empty cell", got)
	}
}

// Whatever is in the Summary, a spreadsheet reads back the cells that were meant: as many as the header,
// one line per day and nutrient, no formula, no control character.
func TestAnySummaryReadsBack(t *testing.T) {
	summaries := reporttest.Any()
	rapid.Check(t, func(t *rapid.T) {
		s := summaries.Draw(t, "summary")
		got, err := csv.NewReader(bytes.NewReader(write(t, s))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		visible := s.Visible()
		want := [][]string{Header()}
		for i := range visible.Days {
			day := &visible.Days[i]
			for j := range day.Nutrients {
				n := &day.Nutrients[j]
				want = append(want, row(day, n, visible.NameOf(n.Key)))
			}
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("-meant +read\n%s", d)
		}
		for _, line := range got[1:] {
			for i, cell := range line {
				numeric := i == 3 || i == 5 || i == 7 || i == 8
				if strings.ContainsAny(cell, "\t\r\n\x1b") || !numeric && cell != "" && strings.Contains("=+-@", cell[:1]) {
					t.Fatalf("cell %q is not neutral", cell)
				}
			}
		}
	})
}

func TestLinesEndAsTheStandardSays(t *testing.T) {
	content := string(write(t, reporttest.Load(t, "one-day")))
	if n, m := strings.Count(content, "\n"), strings.Count(content, "\r\n"); n != m || n < 2 {
		t.Errorf("%d of %d lines end with CRLF", m, n)
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

func TestWriteReportsErrors(t *testing.T) {
	if err := Write(brokenPipe{}, reporttest.Load(t, "good-week"), Options{}); err == nil {
		t.Error("no error of a writer that fails")
	}
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
