package app

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/intake"
	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/report"
)

// larder is a matcher and a table of three foods: spinach is sure, stew is for review, and whatever else
// somebody writes is not there. An amount of "glug" can't be weighed.
type larder struct{}

var larderFoods = map[string]*food.Food{
	"spinach": {Code: "1", Name: "Spinach, raw", Per100g: nutrient.Amounts{nutrient.Energy: nutrient.Of(20), nutrient.Magnesium: nutrient.Of(80)}},
	"stew":    {Code: "2", Name: "Stew, NFS", Per100g: nutrient.Amounts{nutrient.Energy: nutrient.Of(180), nutrient.Magnesium: nutrient.Of(20)}},
}

func (larder) Match(q match.Query) []match.Item {
	f := larderFoods[q.Food]
	if f == nil {
		return []match.Item{{Text: q.Food, Status: match.Unmatched, Kind: match.ByNone}}
	}
	item := match.Item{Text: q.Food, Status: match.Accepted, Kind: match.BySearch, Food: f, Confidence: 0.9}
	if q.Food == "stew" {
		item.Status = match.Review
	}
	if strings.HasSuffix(q.Amount, "glug") {
		item.AmountErr = &food.WeighError{Amount: q.Amount, Food: f.Name}
		return []match.Item{item}
	}
	item.Weight, item.Amounts = food.Weight{Grams: 100}, f.Per100g
	return []match.Item{item}
}

func (larder) Food(context.Context, string) (*food.Food, error)          { return nil, errors.New("none") }
func (larder) Foods(context.Context, ...string) ([]*food.Food, error)    { return nil, nil }
func (larder) Search(context.Context, string, int) ([]*food.Food, error) { return nil, nil }

func entry(line, day int, name, amount string) *diary.Entry {
	return &diary.Entry{
		Pos:  diary.Pos{File: "march.csv", Line: line},
		Date: diary.Date{Year: 2026, Month: 3, Day: day}, Food: name, Amount: amount,
	}
}

// list is a diary of given records, which may end with an error.
type list struct {
	records []diary.Record
	err     error
}

func (l *list) Read() (diary.Record, error) {
	if len(l.records) == 0 {
		if l.err != nil {
			return nil, l.err
		}
		return nil, io.EOF
	}
	r := l.records[0]
	l.records = l.records[1:]
	return r, nil
}

func ask(t *testing.T, q Question, records ...diary.Record) (*report.Summary, []string) {
	t.Helper()
	var refused []string
	q.Refused = func(e *diary.SyntaxError) { refused = append(refused, e.Error()) }
	q.Reference = "dri"
	if q.Values == "" {
		q.Values = intake.Fill
	}
	s, err := Report(t.Context(), larder{}, larder{}, q, Read(&list{records: records}))
	if err != nil {
		t.Fatal(err)
	}
	return s, refused
}

func TestReportLosesNoRow(t *testing.T) {
	bad := &diary.SyntaxError{Pos: diary.Pos{File: "march.csv", Line: 3}, Column: "date", Reason: `"soon" is not a date`}
	s, refused := ask(t, Question{},
		entry(2, 1, "spinach", "100 g"), bad, &diary.Skipped{Reason: "amount is zero"},
		entry(5, 1, "stew", "1 bowl"), entry(6, 1, "gruel", "1 bowl"), entry(7, 1, "spinach", "3 glug"), entry(8, 2, "gruel", "1 bowl"))
	want := report.Rows{Read: 7, Accepted: 1, Review: 1, Unmatched: 2, Refused: 2, Skipped: 1, ReviewShare: 0.9, AcceptedShare: 0.1, UnmatchedShare: 1}
	if diff := cmp.Diff(want, s.Rows, cmpopts.EquateApprox(0, 1e-9)); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	wantRefused := []string{
		`march.csv:3: date: "soon" is not a date`,
		`march.csv:7: unknown unit "glug" for "spinach"; use g, ml, oz, fl oz, tsp, tbsp, cup, slice, piece, small, medium, large or serving`,
	}
	if diff := cmp.Diff(wantRefused, refused); diff != "" {
		t.Errorf("refused (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(wantRefused, s.Refused); diff != "" {
		t.Errorf("refused in the report (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]report.Unmatched{{Food: "gruel", Amount: "1 bowl", Times: 2, First: "march.csv:6"}}, s.Unmatched); diff != "" {
		t.Errorf("unmatched (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]report.Unmatched{{Food: "stew", Amount: "1 bowl", Times: 1, Guess: "Stew, NFS", First: "march.csv:5"}}, s.Review); diff != "" {
		t.Errorf("for review (-want +got):\n%s", diff)
	}
}

func TestWhatIsNotCountedLowersTheCoverage(t *testing.T) {
	coverage := func(records ...diary.Record) float64 {
		s, _ := ask(t, Question{}, records...)
		return s.Days[0].Nutrient("magnesium_mg").Coverage
	}
	known := entry(2, 1, "spinach", "100 g")
	if got := coverage(known); got != 1 {
		t.Errorf("a known food alone has the coverage %v", got)
	}
	for _, lost := range []*diary.Entry{entry(3, 1, "gruel", "1 bowl"), entry(3, 1, "spinach", "3 glug")} {
		if got := coverage(known, lost); got != 0.5 {
			t.Errorf("with %s of %s the coverage is %v, want 0.5", lost.Amount, lost.Food, got)
		}
	}
}

func TestReportOfAPeriod(t *testing.T) {
	day := func(n int) diary.Date { return diary.Date{Year: 2026, Month: 3, Day: n} }
	s, _ := ask(t, Question{From: day(2), To: day(3)},
		entry(2, 1, "spinach", "100 g"), entry(3, 2, "spinach", "100 g"), entry(4, 3, "spinach", "100 g"), entry(5, 4, "spinach", "100 g"))
	if diff := cmp.Diff(report.Period{From: "2026-03-02", To: "2026-03-03", DaysLogged: 2, DaysCounted: 2}, s.Period); diff != "" {
		t.Errorf("period (-want +got):\n%s", diff)
	}
}

func TestADiaryThatBreaksOffIsAnError(t *testing.T) {
	broken := errors.New("the disk is gone")
	q := Question{Reference: "dri", Values: intake.Fill}
	_, err := Report(t.Context(), larder{}, larder{}, q, Read(&list{records: []diary.Record{entry(2, 1, "spinach", "")}, err: broken}))
	if !errors.Is(err, broken) {
		t.Errorf("error %v, want %v", err, broken)
	}
}

func TestExplainLeadsBackToTheRows(t *testing.T) {
	q := Question{Reference: "dri", Values: intake.Fill, Refused: func(*diary.SyntaxError) {}}
	b, err := Explain(t.Context(), larder{}, q, nutrient.Magnesium,
		Read(&list{records: []diary.Record{entry(2, 1, "spinach", "100 g"), entry(3, 1, "stew", "1 bowl"), entry(4, 2, "spinach", "100 g")}}))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range b.Sources {
		for _, r := range s.Rows {
			got = append(got, s.Food+" "+r.Pos.String())
		}
	}
	if diff := cmp.Diff([]string{"Spinach, raw march.csv:2", "Spinach, raw march.csv:4", "Stew, NFS march.csv:3"}, got); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
}

func TestExplainLine(t *testing.T) {
	records := func() Records {
		return Read(&list{records: []diary.Record{entry(2, 1, "spinach", "100 g"), &diary.Skipped{Pos: diary.Pos{Line: 3}, Reason: "blank"}}})
	}
	fate, ok, err := ExplainLine(larder{}, intake.Fill, 2, records())
	if err != nil || !ok || fate.Eaten == nil || fate.Eaten.Items[0].Food.Code != "1" {
		t.Errorf("line 2: %+v, %v, %v", fate, ok, err)
	}
	fate, ok, _ = ExplainLine(larder{}, intake.Fill, 3, records())
	if _, skipped := fate.Record.(*diary.Skipped); !ok || !skipped || fate.Eaten != nil {
		t.Errorf("line 3: %+v, %v", fate, ok)
	}
	if _, ok, _ = ExplainLine(larder{}, intake.Fill, 4, records()); ok {
		t.Error("line 4 is not there and was found")
	}
}

func TestATotalIsCountedAndBlamesNoFood(t *testing.T) {
	total := entry(2, 1, "", "")
	total.Level, total.Meal = diary.Meal, "spinach"
	total.Nutrients[nutrient.Energy], total.Nutrients[nutrient.Magnesium] = nutrient.Of(500), nutrient.Of(70)
	food := entry(3, 1, "spinach", "100 g")
	s, _ := ask(t, Question{}, total, food)
	if diff := cmp.Diff(report.Rows{Read: 2, Accepted: 1, Skipped: 1, Totals: 1, Twice: 1, AcceptedShare: 1}, s.Rows); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if n := s.Nutrient("magnesium_mg"); *n.Mean != 70 || n.Sources[0].Food != "meal total" {
		t.Errorf("a meal without foods has %v mg of magnesium from %q", *n.Mean, n.Sources[0].Food)
	}
	if warned := strings.Join(s.Warnings, "\n"); !strings.Contains(warned, "no food can be named") || !strings.Contains(warned, "once as foods") {
		t.Errorf("the report does not warn: %s", warned)
	}
	b, err := Explain(t.Context(), larder{}, Question{Reference: "dri", Values: intake.Fill}, nutrient.Magnesium, Read(&list{records: []diary.Record{total}}))
	if err != nil || len(b.Sources) != 1 || b.Sources[0].Rows[0].Food != "meal total" {
		t.Errorf("explained as %+v, %v", b, err)
	}
}

func TestWaterOfItsOwnFileIsAddedToTotals(t *testing.T) {
	total, water := entry(2, 1, "", ""), entry(2, 1, "water", "250 ml")
	total.Level = diary.Day
	for id := range water.Nutrients {
		water.Nutrients[id].State = nutrient.NotRecorded
	}
	total.Nutrients[nutrient.Energy], water.Nutrients[nutrient.Water] = nutrient.Of(2000), nutrient.Of(250)
	s, _ := ask(t, Question{}, total, water)
	if s.Rows.Twice != 0 || *s.Nutrient("water_g").Mean != 250 {
		t.Errorf("%+v, %v g of water", s.Rows, *s.Nutrient("water_g").Mean)
	}
}
