package html

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/reporttest"
)

// browser starts a real one, and skips the test where there is none.
func browser(t *testing.T) context.Context {
	t.Helper()
	if testing.Short() {
		t.Skip("starts a browser, which -short leaves out")
	}
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		t.Skip("no Chromium here; apt-get install chromium to run this test")
	}
	ctx, stop := context.WithTimeout(context.Background(), 2*time.Minute)
	t.Cleanup(stop)
	ctx, closeBrowser := chromedp.NewExecAllocator(ctx, chromedp.ExecPath(path), chromedp.UserDataDir(t.TempDir()),
		chromedp.NoFirstRun, chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true))
	t.Cleanup(closeBrowser)
	ctx, closeFirst := chromedp.NewContext(ctx) // each context made of this one is a tab
	t.Cleanup(closeFirst)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	return ctx
}

// tab is a page in the browser, and everything that it did and shouldn't have.
type tab struct {
	*testing.T
	ctx context.Context

	mu    sync.Mutex
	wrong []string
}

// open shows a report in a window of some width, after the steps.
func open(t *testing.T, browser context.Context, s *report.Summary, width int64, steps ...chromedp.Action[chromedp.Void]) *tab {
	t.Helper()
	file := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(file, []byte(write(t, s)), 0o600); err != nil {
		t.Fatal(err)
	}
	url := "file://" + filepath.ToSlash(file)
	tab := &tab{T: t}
	ctx, closeTab := chromedp.NewContext(browser, chromedp.WithListener(func(event any) {
		tab.mu.Lock()
		defer tab.mu.Unlock()
		switch e := event.(type) {
		case *log.EventEntryAdded:
			tab.wrong = append(tab.wrong, "console: "+e.Entry.Text)
		case *runtime.EventExceptionThrown:
			tab.wrong = append(tab.wrong, "exception: "+e.ExceptionDetails.Text)
		case *cdppage.EventJavascriptDialogOpening:
			tab.wrong = append(tab.wrong, "dialog: "+e.Message)
		case *network.EventRequestWillBeSent:
			if e.Request.URL != url {
				tab.wrong = append(tab.wrong, "request: "+e.Request.URL)
			}
		}
	}))
	t.Cleanup(closeTab)
	tab.ctx = ctx
	if _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	tab.do(append(steps, chromedp.EmulateViewport(width, 844), chromedp.Navigate(url))...)
	return tab
}

func (t *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(t.ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

// is fails unless a JavaScript expression gives want, as text.
func (t *tab) is(expression, want string) {
	t.Helper()
	got, err := chromedp.Run(t.ctx, chromedp.Evaluate[string]("String("+expression+")"))
	if err != nil {
		t.Fatal(err)
	}
	if got != want {
		t.Errorf("%s is %q, want %q", expression, got, want)
	}
}

// quiet fails if the page did anything but show itself.
func (t *tab) quiet() {
	t.Helper()
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.wrong) > 0 {
		t.Errorf("the page is not quiet: %s", strings.Join(t.wrong, "; "))
	}
}

// hostile is a report whose every word is meant to break a page.
func hostile(t *testing.T) *report.Summary {
	s := reporttest.Load(t, "hostile")
	words := append(reporttest.Hostile(), strings.Repeat("A", 10_000), strings.Repeat("\u202e", 100))
	s.Foods, s.Log = nil, nil
	for _, w := range words {
		s.Foods = append(s.Foods, report.Eaten{Food: w, Code: w, Times: 1})
		s.Log = append(s.Log, report.LogRow{Date: w, Time: w, Meal: w, Food: w, Amount: w, Note: w, Row: w, Status: w,
			Found: []report.Found{{Food: w, Code: w}}})
	}
	s.Warnings, s.Questions, s.OwnSymptoms = words, words, []report.OwnSymptom{{Name: words[0], Notes: words}}
	return s
}

const scrollsSideways = `document.documentElement.scrollWidth > document.documentElement.clientWidth`

func TestInBrowser(t *testing.T) {
	ctx := browser(t)
	week := reporttest.Load(t, "good-week")
	t.Run("hostile text is inert", func(t *testing.T) {
		p := open(t, ctx, hostile(t), 360)
		p.is(`document.scripts.length`, "1")
		p.is(`[...document.querySelectorAll("*")].filter(e => [...e.attributes].some(a => /^on|^src$|^style$/.test(a.name))).length`, "0")
		p.is(`document.querySelectorAll("img, iframe, object, embed, link, base, form, a[href]:not([href^='#'])").length`, "0")
		p.is(`document.querySelectorAll("details").forEach(d => d.open = true)`, "undefined")
		p.is(scrollsSideways, "false")
		p.quiet()
	})
	t.Run("nothing scrolls sideways on a phone", func(t *testing.T) {
		for _, s := range []*report.Summary{week, reporttest.Load(t, "one-day"), reporttest.Load(t, "everything-unknown"), reporttest.Load(t, "empty")} {
			p := open(t, ctx, s, 360)
			p.is(scrollsSideways, "false")
			p.quiet()
		}
	})
	t.Run("tables sort by a heading", func(t *testing.T) { testSorting(t, ctx, week) })
	t.Run("a day is read out", func(t *testing.T) { testReadOut(t, ctx, week) })
	t.Run("complete without JavaScript", func(t *testing.T) { testWithoutScript(t, ctx, week) })
	t.Run("page one is one page", func(t *testing.T) { testPaper(t, ctx, week) })
}

func testSorting(t *testing.T, ctx context.Context, s *report.Summary) {
	const (
		table  = `document.querySelector("section[aria-labelledby=eaten] table")`
		column = `[...` + table + `.tBodies[0].rows].map(r => r.cells[%d].textContent).join("|")`
		button = `section[aria-labelledby=eaten] th:nth-child(%d) button`
		sorted = table + `.tHead.rows[0].cells[%d].getAttribute("aria-sort")`
	)
	s.Foods = slices.Clone(s.Foods[:4])
	for i, grams := range []float64{900, 1200, 80} {
		s.Foods[i].Food, s.Foods[i].Grams = string(rune('c'-i)), &grams
	}
	s.Foods[3].Food, s.Foods[3].Grams = "unknown", nil
	p := open(t, ctx, s, 1280)
	p.do(chromedp.Click(chromedp.CSS(fmt.Sprintf(button, 3))))
	p.is(fmt.Sprintf(column, 2), "1,200|900|80|–")
	p.is(fmt.Sprintf(sorted, 2), "descending")
	p.do(chromedp.Focus(chromedp.CSS(fmt.Sprintf(button, 3))), chromedp.KeyEvent(kb.Enter))
	p.is(fmt.Sprintf(column, 2), "80|900|1,200|–")
	p.is(fmt.Sprintf(sorted, 2), "ascending")
	p.do(chromedp.Click(chromedp.CSS(fmt.Sprintf(button, 1))))
	p.is(fmt.Sprintf(column, 0), "a|b|c|unknown")
	p.is(fmt.Sprintf(sorted, 2), "null")
	p.quiet()
}

func testReadOut(t *testing.T, ctx context.Context, s *report.Summary) {
	const readout = `document.querySelector(".readout")`
	p := open(t, ctx, s, 1280)
	p.is(readout+`.hidden`, "true")
	p.do(chromedp.Focus(chromedp.CSS(`.row svg.days[data-of="0"]`)), chromedp.KeyEvent(kb.ArrowRight))
	p.is(readout+`.hidden`, "false")
	want := newPage(s).cell(1, s.Focus[0]).Title
	p.is(readout+`.textContent`, want)
	p.do(chromedp.KeyEvent(kb.Escape))
	p.is(readout+`.hidden`, "true")
	p.quiet()
}

func testWithoutScript(t *testing.T, ctx context.Context, s *report.Summary) {
	with, without := open(t, ctx, s, 1280), open(t, ctx, s, 1280, noScript)
	text := `document.querySelector("main").textContent.replace(/\s+/g, " ")`
	shown, err := chromedp.Run(with.ctx, chromedp.Evaluate[string](text))
	if err != nil {
		t.Fatal(err)
	}
	without.is(text, shown)
	without.is(`document.querySelectorAll("button").length`, "0")
	without.quiet()
}

// noScript runs no script of the page; that of the test still runs.
func noScript(ctx context.Context, _ *chromedp.Target) (chromedp.Void, error) {
	_, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	return chromedp.Void{}, err
}

var pdfPage = regexp.MustCompile(`/Type ?/Page\b[^s]`)

func testPaper(t *testing.T, ctx context.Context, s *report.Summary) {
	pages := func(p *tab, size chromedp.PaperSize) int {
		pdf, err := chromedp.Run(p.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(size), chromedp.PDFMargins(12/25.4, 14/25.4, 12/25.4, 14/25.4)))
		if err != nil {
			t.Fatal(err)
		}
		return len(pdfPage.FindAll(pdf, -1))
	}
	s.RedFlags[0].Touched = true
	s.OwnSymptoms = []report.OwnSymptom{{Name: "muscle cramps", Days: 4, Logged: 7, Worst: 6, Supports: []report.Cause{{Name: "magnesium"}, {Name: "calcium"}}}}
	p := open(t, ctx, s, 1280)
	p.is(`document.querySelectorAll("main > :not(.front), footer").forEach(e => e.remove())`, "undefined")
	for name, size := range map[string]chromedp.PaperSize{"A4": chromedp.PaperA4, "Letter": chromedp.PaperLetter} {
		if n := pages(p, size); n != 1 {
			t.Errorf("page one takes %d pages of %s", n, name)
		}
	}
}
