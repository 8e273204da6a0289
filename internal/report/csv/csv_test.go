package csv

import (
	"archive/zip"
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
	"github.com/nutrigap/nutrigap/internal/report/tidy"
)

func written(t interface{ Fatal(...any) }, s *report.Summary, o Options) []byte {
	var b bytes.Buffer
	if err := Write(&b, s, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestStoredSummaries(t *testing.T) {
	for _, name := range reporttest.Names() {
		t.Run(name, func(t *testing.T) {
			golden.Check(t, reporttest.Path(name, ".csv"), written(t, reporttest.Load(t, name), Options{}))
		})
	}
	for _, name := range []string{"good-week", "hostile"} {
		for _, table := range tidy.Names()[1:] {
			t.Run(name+" "+table, func(t *testing.T) {
				golden.Check(t, reporttest.Path(name, "."+table+".csv"), written(t, reporttest.Load(t, name), Options{Table: table}))
			})
		}
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
	test(math.Copysign(0, -1), "0")
	test(-3.25, "-3.25")
	test(1234567.8, "1234570")
	test(142.857142857, "142.857")
	test(0.0000004, "0.0000004")
	if got := cell(&tidy.Cell{}); got != "" {
		t.Errorf("unknown is %q, want an empty cell", got)
	}
}

// Whatever is in the Summary, a spreadsheet reads back the cells that were meant: as many as the header, no
// formula, no control character.
func TestAnySummaryReadsBack(t *testing.T) {
	summaries := reporttest.Any()
	rapid.Check(t, func(t *rapid.T) {
		s := summaries.Draw(t, "summary")
		for _, table := range tidy.All(s) {
			got, err := csv.NewReader(bytes.NewReader(written(t, s, Options{Table: table.Name}))).ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(meant(&table), got); d != "" {
				t.Fatalf("%s: -meant +read\n%s", table.Name, d)
			}
			for i, line := range got {
				for j, cell := range line {
					numeric := i > 0 && table.Rows[i-1][j].Kind >= tidy.Number
					if strings.ContainsAny(cell, "\t\r\n\x1b") || !numeric && cell != "" && strings.Contains("=+-@", cell[:1]) {
						t.Fatalf("%s: cell %q is not neutral", table.Name, cell)
					}
				}
			}
		}
	})
}

func meant(table *tidy.Table) [][]string {
	lines := [][]string{{}}
	for _, c := range table.Columns {
		lines[0] = append(lines[0], c.Name)
	}
	for _, row := range table.Rows {
		var line []string
		for i := range row {
			line = append(line, cell(&row[i]))
		}
		lines = append(lines, line)
	}
	return lines
}

func TestArchiveHoldsEveryTable(t *testing.T) {
	s := reporttest.Load(t, "good-week")
	var first, second bytes.Buffer
	for _, b := range []*bytes.Buffer{&first, &second} {
		if err := WriteArchive(b, s, Options{}); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("the same report gives two different archives")
	}
	archive, err := zip.NewReader(bytes.NewReader(first.Bytes()), int64(first.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range archive.File {
		table := strings.TrimSuffix(f.Name, ".csv")
		names = append(names, table)
		if !f.Modified.Equal(s.Made()) {
			t.Errorf("%s is dated %s, want the day of the report", f.Name, f.Modified)
		}
		content, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(content)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(string(written(t, s, Options{Table: table})), string(got)); d != "" {
			t.Errorf("%s differs from the single table: -table +archive\n%s", f.Name, d)
		}
	}
	if d := cmp.Diff(tidy.Names(), names); d != "" {
		t.Errorf("-tables +files\n%s", d)
	}
}

func TestByteOrderMark(t *testing.T) {
	s := reporttest.Load(t, "one-day")
	if got, want := string(written(t, s, Options{BOM: true})), "\ufeff"+string(written(t, s, Options{})); got != want {
		t.Error("the mark is not all that is added")
	}
}

func TestThereIsNoOtherTable(t *testing.T) {
	if err := Write(io.Discard, reporttest.Load(t, "one-day"), Options{Table: "../days"}); err == nil {
		t.Error("no error")
	}
}

func TestLinesEndAsTheStandardSays(t *testing.T) {
	content := string(written(t, reporttest.Load(t, "one-day"), Options{}))
	if n, m := strings.Count(content, "\n"), strings.Count(content, "\r\n"); n != m || n < 2 {
		t.Errorf("%d of %d lines end with CRLF", m, n)
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

func TestWriteReportsErrors(t *testing.T) {
	for _, write := range []func(io.Writer, *report.Summary, Options) error{Write, WriteArchive} {
		if err := write(brokenPipe{}, reporttest.Load(t, "good-week"), Options{}); err == nil {
			t.Error("no error of a writer that fails")
		}
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
