package tidy

import (
	"math"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/reporttest"
)

// at is a row's cell in a column.
func at(t interface{ Fatalf(string, ...any) }, table *Table, row int, column string) Cell {
	for i, c := range table.Columns {
		if c.Name == column {
			return table.Rows[row][i]
		}
	}
	t.Fatalf("%s has no column %s", table.Name, column)
	return Cell{}
}

// holds reports whether a cell is exactly what the Summary knows.
func holds(c Cell, v *float64, scale Kind) bool {
	if v == nil {
		return c.Kind == Unknown
	}
	return c.Kind == scale && c.Number == *v
}

func TestColumnsAreForPrograms(t *testing.T) {
	name := regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
	for _, table := range All(reporttest.Load(t, "good-week")) {
		seen := map[string]bool{}
		for _, c := range table.Columns {
			if !name.MatchString(c.Name) || seen[c.Name] || c.Title == "" {
				t.Errorf("%s: column %q, %q", table.Name, c.Name, c.Title)
			}
			seen[c.Name] = true
		}
	}
}

func TestColumnsAreTheSameInEveryReport(t *testing.T) {
	names := func(name string) string {
		var all []string
		for _, table := range All(reporttest.Load(t, name)) {
			for _, c := range table.Columns {
				all = append(all, table.Name+"."+c.Name)
			}
		}
		return strings.Join(all, " ")
	}
	if names("one-day") != names("good-week") {
		t.Error("a shorter report has other columns")
	}
}

func TestAnyTableHoldsWhatTheSummaryKnows(t *testing.T) {
	summaries := reporttest.Any()
	rapid.Check(t, func(t *rapid.T) {
		s := summaries.Draw(t, "summary")
		for _, table := range All(s) {
			for _, row := range table.Rows {
				if len(row) != len(table.Columns) {
					t.Fatalf("%s: a row of %d cells below %d columns", table.Name, len(row), len(table.Columns))
				}
				for _, c := range row {
					checkCell(t, c)
				}
			}
		}
		checkNutrients(t, s)
		checkDays(t, s)
		checkEaten(t, s)
	})
}

func checkCell(t *rapid.T, c Cell) {
	switch {
	case c.Kind == Unknown && (c.Text != "" || c.Number != 0):
		t.Fatalf("an empty cell holds %+v", c)
	case c.Kind >= Number && (math.IsNaN(c.Number) || math.IsInf(c.Number, 0)):
		t.Fatalf("a number that is none: %+v", c)
	case c.Text != report.Inert(c.Text) || c.Text != report.Visible(c.Text):
		t.Fatalf("%q is not neutral", c.Text)
	}
}

func checkNutrients(t *rapid.T, s *report.Summary) {
	table, _ := Of(s, "nutrients")
	if len(table.Rows) != len(s.Nutrients) {
		t.Fatalf("%d rows for %d nutrients", len(table.Rows), len(s.Nutrients))
	}
	for i, n := range s.Nutrients {
		for _, f := range []struct {
			column string
			value  *float64
			kind   Kind
		}{
			{"mean_intake", n.Mean, Number}, {"best_estimate", n.Best, Number}, {"low", n.Low, Number}, {"high", n.High, Number},
			{"target", n.Target, Number}, {"ear", n.EAR, Number}, {"ul", n.UL, Number}, {"cdrr", n.CDRR, Number},
			{"percent", n.Percent, Percent}, {"coverage", &n.Coverage, Share}, {"confidence_adequate", n.Adequate, Share},
			{"confidence_above_ai", n.AboveAI, Share}, {"confidence_below_limit", n.Within, Share},
		} {
			if c := at(t, &table, i, f.column); !holds(c, f.value, f.kind) {
				t.Fatalf("%s of %s is %+v, the Summary has %v", f.column, n.Key, c, f.value)
			}
		}
	}
}

// The long table of days has everything; the wide one has the first of what a day says twice.
func checkDays(t *rapid.T, s *report.Summary) {
	long, _ := Of(s, "days")
	wide, _ := Of(s, "days_wide")
	row := 0
	for i := range s.Days {
		list := s.Days[i].Nutrients.All()
		for j := range list {
			n := &list[j]
			if c := at(t, &long, row, "amount"); !holds(c, n.Amount, Number) {
				t.Fatalf("day %d, %s: %+v, the Summary has %v", i, n.Key, c, n.Amount)
			}
			row++
			if first := s.Days[i].Nutrient(n.Key); first != n || report.Inert(n.Key) != n.Key || report.Visible(n.Key) != n.Key || n.Key == "" {
				continue
			}
			if c := at(t, &wide, i, n.Key); len([]rune(n.Key)) < 1000 && n.Key != "date" && !holds(c, n.Amount, Number) {
				t.Fatalf("day %d, wide, %s: %+v, the Summary has %v", i, n.Key, c, n.Amount)
			}
		}
	}
	if row != len(long.Rows) || len(wide.Rows) != len(s.Days) {
		t.Fatalf("%d and %d rows for %d days with %d nutrients", len(long.Rows), len(wide.Rows), len(s.Days), row)
	}
}

func checkEaten(t *rapid.T, s *report.Summary) {
	foods, _ := Of(s, "foods")
	log, _ := Of(s, "log")
	if len(foods.Rows) != len(s.Foods) || len(log.Rows) != len(s.Log) {
		t.Fatal("a food or a row of the log is missing")
	}
	for i := range s.Foods {
		if c := at(t, &foods, i, "grams"); !holds(c, s.Foods[i].Grams, Number) {
			t.Fatalf("grams %+v, the Summary has %v", c, s.Foods[i].Grams)
		}
	}
}

func TestSeveralFoodsInARow(t *testing.T) {
	grams := func(v float64) *float64 { return &v }
	s := &report.Summary{Log: []report.LogRow{
		{Found: []report.Found{{Food: "Coffee", Grams: grams(200), Confidence: 0.9}, {Food: "Milk", Grams: grams(30), Confidence: 0.6}}},
		{Found: []report.Found{{Food: "Coffee", Grams: grams(200), Confidence: 0.9}, {Food: "Milk", Confidence: 0.95}}},
		{},
	}}
	table, _ := Of(s, "log")
	test := func(row int, column string, want Cell) {
		t.Helper()
		if got := at(t, &table, row, column); got != want {
			t.Errorf("row %d, %s: %+v, want %+v", row, column, got, want)
		}
	}
	test(0, "taken_for", Cell{Kind: Text, Text: "Coffee; Milk"})
	test(0, "grams", Cell{Kind: Number, Number: 230})
	test(0, "confidence", Cell{Kind: Share, Number: 0.6})
	test(1, "grams", Cell{}) // one weight is not known, so that the sum isn't
	test(2, "grams", Cell{})
	test(2, "confidence", Cell{})
}

func TestThereIsNoTableOfAnotherName(t *testing.T) {
	if _, ok := Of(&report.Summary{}, "meals"); ok {
		t.Error("there is one")
	}
}
