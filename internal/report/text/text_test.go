package text

import (
	"bytes"
	"errors"
	"io"
	"math"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/nutrigap/nutrigap/internal/golden"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/reporttest"
)

func write(t interface{ Fatal(...any) }, s *report.Summary, o Options) string {
	var b bytes.Buffer
	if err := Write(&b, s, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestStoredSummaries(t *testing.T) {
	for _, name := range reporttest.Names() {
		t.Run(name, func(t *testing.T) {
			golden.Check(t, reporttest.Path(name, ".txt"), []byte(write(t, reporttest.Load(t, name), Options{})))
		})
	}
	for suffix, options := range map[string]Options{
		".140.txt":   {Width: 140},
		".40.txt":    {Width: 40},
		".color.txt": {Color: true},
		".ascii.txt": {ASCII: true},
	} {
		t.Run("good-week"+suffix, func(t *testing.T) {
			got := write(t, reporttest.Load(t, "good-week"), options)
			golden.Check(t, reporttest.Path("good-week", suffix), []byte(got))
		})
	}
	t.Run("German", func(t *testing.T) {
		golden.Check(t, reporttest.Path(reporttest.German, ".txt"), []byte(write(t, reporttest.Load(t, reporttest.German), Options{})))
	})
	t.Run("year", func(t *testing.T) {
		golden.Check(t, reporttest.Path("year", ".txt"), []byte(write(t, reporttest.Year(t), Options{})))
	})
}

// Whatever is in the Summary and however wide the terminal, no line is wider, nothing but our own
// colours steers the terminal, and no colour is left on.
func TestAnySummary(t *testing.T) {
	summaries := reporttest.Any()
	rapid.Check(t, func(t *rapid.T) {
		s := summaries.Draw(t, "summary")
		o := Options{
			Width: rapid.IntRange(narrowest, widest+20).Draw(t, "width"),
			Color: rapid.Bool().Draw(t, "color"),
			ASCII: rapid.Bool().Draw(t, "ascii"),
		}
		check(t, write(t, s, o), o)
	})
}

func check(t interface{ Fatalf(string, ...any) }, out string, o Options) {
	for line := range strings.Lines(out) {
		line = strings.TrimSuffix(line, "\n")
		if w := columns(line); w > o.Width {
			t.Fatalf("%d columns, more than %d: %q", w, o.Width, line)
		}
		if strings.Count(line, "\x1b[0m")*2 != strings.Count(line, "\x1b[") {
			t.Fatalf("a colour stays on: %q", line)
		}
		rest := line
		if o.Color {
			for _, st := range []style{"0", bold, faint, gray, orange, amber, blue, purple} {
				rest = strings.ReplaceAll(rest, "\x1b["+string(st)+"m", "")
			}
		}
		if strings.ContainsFunc(rest, unicode.IsControl) {
			t.Fatalf("control characters: %q", line)
		}
	}
}

func TestWithoutColorTheReportSaysTheSame(t *testing.T) {
	s := reporttest.Load(t, "good-week")
	painted := write(t, s, Options{Color: true})
	for _, st := range []style{"0", bold, faint, gray, orange, amber, blue, purple} {
		painted = strings.ReplaceAll(painted, "\x1b["+string(st)+"m", "")
	}
	if d := cmp.Diff(write(t, s, Options{}), painted); d != "" {
		t.Errorf("-plain +painted\n%s", d)
	}
}

func TestASCII(t *testing.T) {
	out := write(t, reporttest.Load(t, "good-week"), Options{ASCII: true, Color: true})
	for _, r := range out {
		if r > unicode.MaxASCII {
			t.Fatalf("%q is not ASCII", r)
		}
	}
}

// A number that is none must not stop a report; it is shown as not known.
func TestNumbersThatAreNone(t *testing.T) {
	s := reporttest.Load(t, "good-week")
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), math.MaxFloat64, -1} {
		for i := range s.Nutrients {
			n := &s.Nutrients[i]
			n.Mean, n.Low, n.High, n.Target, n.Percent, n.EAR, n.UL, n.Coverage = &v, &v, &v, &v, &v, &v, &v, v
		}
		for i := range s.Days {
			for j, list := 0, s.Days[i].Nutrients.All(); j < len(list); j++ {
				list[j].Percent = &v
			}
		}
		check(t, write(t, s, Options{Width: 80}), Options{Width: 80})
	}
}

func TestWrap(t *testing.T) {
	test := func(claim, s string, n int, want ...string) {
		t.Helper()
		if d := cmp.Diff(want, wrap(s, n)); d != "" {
			t.Errorf("%s: -want +got\n%s", claim, d)
		}
	}
	test("at spaces", "one two three", 7, "one two", "three")
	test("nothing is one empty line", "", 7, "")
	test("a long word is broken", "a bcdefghij", 4, "a", "bcde", "fghi", "j")
	test("wide characters count twice", "鉄分たっぷり", 5, "鉄分", "たっ", "ぷり")
	test("a family stays together", "a👩\u200d👧b", 2, "a", "👩\u200d👧", "b")
}

func TestBarLine(t *testing.T) {
	p := &page{}
	test := func(part float64, mark int, want string) {
		t.Helper()
		if got := p.barLine(plain, part, 8, mark); got != want {
			t.Errorf("%v, mark %d: %s, want %s", part, mark, got, want)
		}
	}
	test(0, -1, "░░░░░░░░")
	test(0.5, -1, "████░░░░")
	test(0.5, 6, "████░░│░")
	test(0.5, 1, "█│██░░░░")
	test(1.0/64, -1, "▏░░░░░░░")
	test(1, -1, "████████")
	test(7, -1, "████████")
	test(-1, -1, "░░░░░░░░")
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

func TestWriteReportsErrors(t *testing.T) {
	if err := Write(brokenPipe{}, &report.Summary{}, Options{}); err == nil {
		t.Error("no error of a writer that fails")
	}
}

func BenchmarkWriteWeek(b *testing.B) { benchmark(b, reporttest.Load(b, "good-week")) }

func BenchmarkWriteYear(b *testing.B) { benchmark(b, reporttest.Year(b)) }

func benchmark(b *testing.B, s *report.Summary) {
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, s, Options{Width: 140, Color: true}); err != nil {
			b.Fatal(err)
		}
	}
}
