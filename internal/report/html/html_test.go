package html

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	stdhtml "html"
	"io"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/nutrigap/nutrigap/internal/golden"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/reporttest"
)

func write(t interface{ Fatal(...any) }, s *report.Summary) string {
	var b bytes.Buffer
	if err := Write(&b, s, Options{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestStoredSummaries(t *testing.T) {
	for _, name := range append(reporttest.Names(), reporttest.German) {
		t.Run(name, func(t *testing.T) {
			page := write(t, reporttest.Load(t, name))
			golden.Check(t, reporttest.Path(name, ".html"), []byte(page))
			checkPage(t, page)
		})
	}
}

func TestAnySummary(t *testing.T) {
	summaries := reporttest.Any()
	rapid.Check(t, func(t *rapid.T) { checkPage(t, write(t, summaries.Draw(t, "summary"))) })
}

// Whatever stands in a Summary is on the page as text: what a reader sees holds it, character by
// character, and the page has no tag more than without it.
func TestHostileTextIsText(t *testing.T) {
	tags := func(food string) (string, int) {
		s := reporttest.Load(t, "one-day")
		s.Unmatched = []report.Unmatched{{Food: food, Amount: food, Guess: food, First: food}}
		s.Warnings, s.Refused, s.Disclaimer = []string{food}, []string{food}, food
		n := s.Nutrients[0]
		n.Name, n.Verdict, n.Notes = food, food, []string{food}
		s.Nutrients[0] = n
		page := write(t, s)
		return page, strings.Count(page, "<")
	}
	_, want := tags("soup")
	for _, food := range reporttest.Hostile() {
		page, got := tags(food)
		if got != want {
			t.Errorf("%q makes %d tags, soup %d", food, got, want)
		}
		if !strings.Contains(stdhtml.UnescapeString(page), report.Visible(food)) {
			t.Errorf("%q is not to be read on the page", food)
		}
	}
}

func TestTheYearIsOnePage(t *testing.T) {
	page := write(t, reporttest.Year(t))
	checkPage(t, page)
	if len(page) > 3<<20 {
		t.Errorf("a year takes %d bytes, more than three megabytes", len(page))
	}
}

// An anonymous report has no dates; its days have numbers, whole at every length of the diary.
func TestDaysWithoutDates(t *testing.T) {
	for days, want := range map[int]string{7: "1 2 3 4 5 6 7", 30: "1 8 15 22 29", 365: "1 57 113 169 225 281 337"} {
		s := reporttest.Year(t)
		s.Days, s.Log = s.Days[:days], nil
		for i := range s.Days {
			s.Days[i].Date, s.Days[i].Complete = fmt.Sprintf("day %d", i+1), true
		}
		s.Period.From, s.Period.To = s.Days[0].Date, s.Days[days-1].Date
		p := newPage(s)
		var names []string
		for _, tick := range p.Ticks() {
			if tick.Above != "day" {
				t.Errorf("%d days: %q above %q", days, tick.Above, tick.Below)
			}
			names = append(names, tick.Below)
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("%d days are named %s, want %s", days, got, want)
		}
		page := write(t, s)
		checkPage(t, page)
		if !strings.Contains(page, fmt.Sprintf("day 1 to day %d", days)) {
			t.Errorf("%d days: no period", days)
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
				list[j].Percent, list[j].Coverage = &v, v
			}
		}
		checkPage(t, write(t, s))
	}
}

func TestThePolicyAllowsStyleAndScriptAndNothingElse(t *testing.T) {
	page := write(t, reporttest.Load(t, "good-week"))
	style, script := between(t, page, "<style>", "</style>"), between(t, page, "<script>", "</script>")
	allowed := func(text string) string {
		sum := sha256.Sum256([]byte(text))
		return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	}
	want := "default-src 'none'; style-src " + allowed(style) + "; script-src " + allowed(script) + "; base-uri 'none'; form-action 'none'"
	if got := stdhtml.UnescapeString(between(t, page, `Content-Security-Policy" content="`, `"`)); got != want {
		t.Errorf("policy %q, want %q", got, want)
	}
	for _, forbidden := range []string{"@import", "http:", "https:", "@font-face", "url(data"} {
		if strings.Contains(style, forbidden) {
			t.Errorf("the style sheet has %s", forbidden)
		}
	}
}

func between(t *testing.T, s, start, end string) string {
	t.Helper()
	_, rest, ok := strings.Cut(s, start)
	inner, _, closed := strings.Cut(rest, end)
	if !ok || !closed {
		t.Fatalf("the page has nothing between %q and %q", start, end)
	}
	return inner
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

func TestWriteReportsErrors(t *testing.T) {
	if err := Write(brokenPipe{}, &report.Summary{}, Options{}); err == nil {
		t.Error("no error of a writer that fails")
	}
}

func BenchmarkWeek(b *testing.B) { benchmark(b, reporttest.Load(b, "good-week")) }

func BenchmarkYear(b *testing.B) { benchmark(b, reporttest.Year(b)) }

func benchmark(b *testing.B, s *report.Summary) {
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, s, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
