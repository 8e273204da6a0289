package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/nutrigap/nutrigap/internal/golden"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/reporttest"
	"github.com/nutrigap/nutrigap/internal/report/typeface"
)

// readable is a report without compression, so that a test can read it.
func readable(t interface{ Fatal(...any) }, s *report.Summary, o Options) []byte {
	var b bytes.Buffer
	if err := write(&b, s, o, false); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestStoredSummaries(t *testing.T) {
	for _, name := range reporttest.Names() {
		t.Run(name, func(t *testing.T) {
			golden.Check(t, reporttest.Path(name, ".pdf.txt"), dump(read(t, readable(t, reporttest.Load(t, name), Options{}))))
		})
	}
	t.Run("year", func(t *testing.T) {
		golden.Check(t, reporttest.Path("year", ".pdf.txt"), dump(read(t, readable(t, reporttest.Year(t), Options{}))))
	})
}

// Whatever is in the Summary there is a file, each of its texts lies on its page and none on another.
func TestAnySummary(t *testing.T) {
	summaries := reporttest.Any()
	rapid.Check(t, func(t *rapid.T) {
		paper := rapid.SampledFrom(Papers()).Draw(t, "paper")
		checkPages(t, readable(t, summaries.Draw(t, "summary"), Options{Paper: paper}), paper)
	})
}

func FuzzWrite(f *testing.F) {
	for _, s := range reporttest.Hostile() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s := reporttest.Load(t, "one-day")
		s.Person.Name, s.Authority, s.Warnings, s.Disclaimer, s.Questions = text, text, []string{text}, text, []string{text}
		s.Nutrients[0].Name, s.Nutrients[0].Verdict, s.Days[0].Date = text, text, text
		s.Unmatched = []report.Unmatched{{Food: text, Amount: text, Guess: text, First: text}}
		s.Log = []report.LogRow{{Date: text, Meal: text, Food: text, Amount: text, Row: text}}
		checkPages(t, readable(t, s, Options{}), "a4")
	})
}

type tester interface {
	Fatal(...any)
	Fatalf(string, ...any)
}

func checkPages(t tester, file []byte, paper string) {
	size, err := Options{Paper: paper}.size()
	if err != nil {
		t.Fatal(err)
	}
	const slack = 0.5
	for i, page := range read(t, file) {
		lines := map[string][]drawn{} // by where they stand
		for _, d := range page {
			w := typeface.Regular().Width(d.text, d.size)
			if d.bold {
				w = typeface.Bold().Width(d.text, d.size)
			}
			if d.x < marginX-slack || d.x+w > size.Wd-marginX+slack || d.y < marginTop || d.y > size.Ht-20 {
				t.Fatalf("page %d: %q stands at %v, %v and is %v wide", i+1, d.text, d.x, d.y, w)
			}
			line := fmt.Sprint(d.y)
			for _, other := range lines[line] {
				if d.x < other.ends-slack && other.x < d.x+w-slack {
					t.Fatalf("page %d: %q stands on %q", i+1, d.text, other.text)
				}
			}
			d.ends = d.x + w
			lines[line] = append(lines[line], d)
		}
	}
}

func TestTheSameBytes(t *testing.T) {
	for _, name := range reporttest.Names() {
		var first, second bytes.Buffer
		for _, b := range []*bytes.Buffer{&first, &second} {
			if err := Write(b, reporttest.Load(t, name), Options{}); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("%s: the same Summary gives other bytes", name)
		}
	}
}

func TestPropertiesNameNobody(t *testing.T) {
	s := reporttest.Load(t, "good-week")
	s.Person.Name = "Ada Example"
	file := readable(t, s, Options{})
	if !bytes.Contains(file, []byte("/Lang (en)")) || !bytes.Contains(file, []byte("/CreationDate (D:20260309000000)")) {
		t.Error("the language or the date of the report is missing")
	}
	if bytes.Contains(file, []byte("/Author")) {
		t.Error("the file names an author")
	}
}

// What the fonts lack stands as a box, and page one says where to read it; without it nobody is told.
func TestLettersThatTheFontsLack(t *testing.T) {
	const note = "the HTML report shows them"
	s := reporttest.Load(t, "one-day")
	if text := string(dump(read(t, readable(t, s, Options{})))); strings.Contains(text, note) {
		t.Error("a note about letters, but none is missing")
	}
	s.Log[len(s.Log)-1].Food = "鉄分 soup"
	pages := read(t, readable(t, s, Options{}))
	if text := string(dump(pages[:1])); !strings.Contains(text, note) {
		t.Errorf("page one doesn't say that letters are missing\n%s", text)
	}
	if text := string(dump(pages)); !strings.Contains(text, "□□ soup") {
		t.Error("the missing letters leave no trace")
	}
}

func TestDisclaimerIsOnPageOneAndAtTheEnd(t *testing.T) {
	s := reporttest.Load(t, "good-week")
	for range 60 {
		s.Warnings = append(s.Warnings, strings.Repeat("much to keep in mind ", 20))
		s.Questions = append(s.Questions, strings.Repeat("much to ask ", 20))
	}
	pages := read(t, readable(t, s, Options{}))
	for _, page := range [][]drawn{pages[0], pages[len(pages)-1]} {
		if !strings.Contains(string(dump([][]drawn{page})), "This report informs and does not diagnose") {
			t.Error("no disclaimer")
		}
	}
}

func TestNumbersThatAreNone(t *testing.T) {
	s := reporttest.Load(t, "good-week")
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), math.MaxFloat64, -1, 0} {
		for i := range s.Nutrients {
			n := &s.Nutrients[i]
			n.Mean, n.Low, n.High, n.Target, n.Percent, n.EAR, n.UL, n.Coverage = &v, &v, &v, &v, &v, &v, &v, v
		}
		for i := range s.Days {
			for j, list := 0, s.Days[i].Nutrients.All(); j < len(list); j++ {
				n := &list[j]
				n.Amount, n.Percent, n.Coverage = &v, &v, v
			}
		}
		checkPages(t, readable(t, s, Options{}), "a4")
	}
}

// Everything that the foot of page one says is there, however long it is.
func TestFootOfPageOneIsWhole(t *testing.T) {
	s := reporttest.Load(t, "one-day")
	s.Person.Name = "鉄分"
	s.Disclaimer = strings.Repeat("This informs and does not diagnose. ", 20) + "The end."
	s.Tool.TableDigest = strings.Repeat("0123456789abcdef", 8)
	pages := read(t, readable(t, s, Options{}))
	first := string(dump(pages[:1]))
	for _, want := range []string{"The end.", "the HTML report shows them", "page 1 of"} {
		if !strings.Contains(first, want) {
			t.Errorf("page one lacks %q", want)
		}
	}
}

func TestLanguage(t *testing.T) {
	s := reporttest.Load(t, "good-week")
	s.Language = "de"
	file := readable(t, s, Options{})
	checkPages(t, file, "a4")
	first := string(dump(read(t, file)[:1]))
	for _, want := range []string{"Nährstofflücken", "02.03.2026 bis 08.03.2026", "11,5\u00a0mg"} {
		if !strings.Contains(first, want) {
			t.Errorf("page one lacks %q", want)
		}
	}
	if !bytes.Contains(file, []byte("/Lang (de)")) {
		t.Error("the file is not said to be German")
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

func TestWriteReportsErrors(t *testing.T) {
	if err := Write(brokenPipe{}, &report.Summary{}, Options{}); err == nil {
		t.Error("no error of a writer that fails")
	}
	if err := Write(io.Discard, &report.Summary{}, Options{Paper: "papyrus"}); err == nil {
		t.Error("no error of a paper that is none")
	}
}

// A year of twenty foods a day is to take at most 3 MB; BenchmarkWriteYear says how long it takes.
func TestTheYearIsSmall(t *testing.T) {
	var b bytes.Buffer
	if err := Write(&b, reporttest.Year(t), Options{}); err != nil {
		t.Fatal(err)
	}
	if b.Len() > 3<<20 {
		t.Errorf("a year takes %d bytes, more than 3 MB", b.Len())
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
