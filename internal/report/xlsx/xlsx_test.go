package xlsx

import (
	"bytes"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/reporttest"
	"github.com/nutrigap/nutrigap/internal/report/tidy"
)

// tester is what a test and a property test have in common.
type tester interface {
	Fatal(...any)
	Fatalf(string, ...any)
}

func written(t tester, s *report.Summary) []byte {
	var b bytes.Buffer
	if err := Write(&b, s, Options{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func opened(t tester, content []byte) *excelize.File {
	f, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// raw is a cell's value as the file has it.
func raw(t tester, f *excelize.File, sheet, cell string) string {
	v, err := f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func isText(t tester, f *excelize.File, sheet, cell string) bool {
	kind, err := f.GetCellType(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	return kind == excelize.CellTypeInlineString || kind == excelize.CellTypeSharedString
}

// sheetsHold checks every cell of every table: its value and its type.
func sheetsHold(t tester, f *excelize.File, s *report.Summary) {
	b := &book{Summary: s, lang: lang.Of(s.Language)}
	for _, plan := range sheets {
		all, _ := tidy.Of(s, plan.table)
		table := all.Without(plan.without)
		if plan.dense {
			table = table.Dense()
		}
		for i, row := range table.Rows {
			for j := range row {
				cellHolds(t, f, b, table.Title, cellName(j+1, i+2), &row[j])
			}
		}
	}
}

func cellHolds(t tester, f *excelize.File, b *book, sheet, at string, want *tidy.Cell) {
	got, text := raw(t, f, sheet, at), isText(t, f, sheet, at)
	number, _ := strconv.ParseFloat(got, 64)
	ok := false
	switch want.Kind {
	case tidy.Unknown:
		ok = got == ""
	case tidy.Text:
		ok = text && got == legal(want.Text)
	case tidy.Code:
		ok = text && got == legal(b.spoken(want))
	case tidy.Date:
		when, err := time.Parse(time.DateOnly, want.Text)
		read, readErr := excelize.ExcelDateToTime(number, false)
		ok = !text && err == nil && readErr == nil && read.Equal(when) || text && got == want.Text && when.Year() <= 1900
	case tidy.Percent:
		ok = !text && got != "" && near(number, want.Number/100)
	default:
		ok = !text && got != "" && near(number, want.Number)
	}
	if !ok {
		t.Fatalf("%s!%s is %q (text: %v), want %+v", sheet, at, got, text, want)
	}
}

// near allows for the fifteen digits that are read back of a number.
func near(a, b float64) bool { return math.Abs(a-b) <= 1e-13*math.Abs(b) }

// legal is a text as XML can say it.
func legal(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\ufffe' || r == '\uffff' {
			return '\ufffd'
		}
		return r
	}, s)
}

func TestStoredSummaries(t *testing.T) {
	for _, name := range reporttest.Names() {
		t.Run(name, func(t *testing.T) {
			s := reporttest.Load(t, name)
			f := opened(t, written(t, s))
			defer f.Close()
			sheetsHold(t, f, s)
		})
	}
}

func TestAnySummaryReadsBack(t *testing.T) {
	summaries := reporttest.Any()
	rapid.Check(t, func(t *rapid.T) {
		s := summaries.Draw(t, "summary")
		content := written(t, s)
		f := opened(t, content)
		defer f.Close()
		sheetsHold(t, f, s)
		inert(t, content)
	})
}

// inert looks for what a spreadsheet would run or follow, in every part of the file.
func inert(t tester, content []byte) {
	for name, part := range parts(t, content) {
		if !strings.HasPrefix(name, "xl/worksheets/") {
			continue
		}
		for _, forbidden := range []string{"<f>", "<f ", "hyperlink", "Hyperlink"} {
			if at := strings.Index(tags(part), forbidden); at >= 0 {
				t.Fatalf("%s has %s", name, forbidden)
			}
		}
	}
}

// PageOne shows the figures of the Summary, typed.
func TestPageOne(t *testing.T) {
	s := reporttest.Load(t, "good-week")
	f := opened(t, written(t, s))
	defer f.Close()
	first := 0
	for i := range 40 {
		if raw(t, f, "Summary", cellName(1, i+1)) == "Nutrient" {
			first = i + 2
		}
	}
	if first == 0 {
		t.Fatal("page one has no table")
	}
	for i, n := range s.InFocus() {
		row := first + i
		test := func(column int, want *float64, scale float64) {
			t.Helper()
			at := cellName(column, row)
			got := raw(t, f, "Summary", at)
			if want == nil {
				if got != "" {
					t.Errorf("%s of %s is %q, want an empty cell", at, n.Key, got)
				}
				return
			}
			if v, err := strconv.ParseFloat(got, 64); err != nil || !near(v, *want/scale) || isText(t, f, "Summary", at) {
				t.Errorf("%s of %s is %q, want %v", at, n.Key, got, *want/scale)
			}
		}
		if got := raw(t, f, "Summary", cellName(1, row)); got != n.Name {
			t.Errorf("row %d is of %q, want %q", row, got, n.Name)
		}
		test(3, n.Mean, 1)
		test(4, n.Low, 1)
		test(5, n.High, 1)
		test(6, n.EAR, 1)
		test(7, n.Target, 1)
		test(percentColumn, n.Percent, 100)
		test(13, n.Certainty(), 1)
		test(14, &n.Coverage, 1)
	}
	if got := raw(t, f, "Summary", "A1"); got != "Nutrient gaps, 2026-03-02 to 2026-03-08" {
		t.Errorf("the title is %q", got)
	}
}

func TestTheSameSummaryGivesTheSameBytes(t *testing.T) {
	s := reporttest.Load(t, "good-week")
	if !bytes.Equal(written(t, s), written(t, s)) {
		t.Error("two workbooks of one report differ")
	}
}

func TestEveryLanguageNamesItsSheets(t *testing.T) {
	for _, tag := range lang.Tags() {
		s := reporttest.Load(t, "good-week")
		s.Language = tag
		f := opened(t, written(t, s))
		if names := f.GetSheetList(); len(names) != len(sheets)+1 {
			t.Errorf("%s: %d sheets: %v", tag, len(names), names)
		}
		sheetsHold(t, f, s)
		f.Close()
	}
}

func TestSheetsCanBeReadAndPrinted(t *testing.T) {
	f := opened(t, written(t, reporttest.Load(t, "good-week")))
	defer f.Close()
	titles := map[string]string{}
	for _, name := range f.GetDefinedName() {
		titles[name.Scope+" "+name.Name] = name.RefersTo
	}
	for i, sheet := range f.GetSheetList() {
		layout, err := f.GetPageLayout(sheet)
		if err != nil || layout.Orientation == nil || *layout.Orientation != "landscape" || *layout.FitToWidth != 1 {
			t.Errorf("%s is not printed in landscape, as wide as the page: %+v %v", sheet, layout, err)
		}
		if i == 0 {
			continue
		}
		panes, err := f.GetPanes(sheet)
		if err != nil || !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("%s: the heading doesn't stay in view: %+v %v", sheet, panes, err)
		}
		if titles[sheet+" _xlnm.Print_Titles"] == "" || titles[sheet+" _xlnm._FilterDatabase"] == "" {
			t.Errorf("%s: no heading on every page, or no filter: %v", sheet, titles)
		}
	}
}

// A list of many long texts is cut where Excel would call the file damaged.
func TestTextsAreNoLongerThanExcelTakes(t *testing.T) {
	long := strings.Repeat("µ", 900)
	s := &report.Summary{Nutrients: []report.Nutrient{{Key: "iron_mg", Name: "iron"}}}
	for range 60 {
		s.Nutrients[0].Notes = append(s.Nutrients[0].Notes, long)
	}
	f := opened(t, written(t, s))
	defer f.Close()
	rows, err := f.GetRows("Nutrients")
	if err != nil {
		t.Fatal(err)
	}
	if got := len([]rune(rows[1][len(rows[1])-1])); got != excelize.TotalCellChars {
		t.Errorf("the longest cell has %d characters, want %d", got, excelize.TotalCellChars)
	}
}

func TestShareFormat(t *testing.T) {
	if got := shareFormat(0.003, "▼"); got != `"▼ ""<1%"` {
		t.Errorf("almost nothing is shown as %s", got)
	}
	if got := shareFormat(0.5, ""); got != `[>=0.9999999]0%;[>=0.985]"99%";0%` {
		t.Errorf("a half is shown as %s", got)
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

func TestWriteReportsErrors(t *testing.T) {
	if err := Write(brokenPipe{}, reporttest.Load(t, "one-day"), Options{}); err == nil {
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
