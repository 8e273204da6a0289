package store_test

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"math"
	"path/filepath"
	"slices"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/store"
)

// quantities are the three states, with values that a careless encoding would bend.
var quantities = rapid.OneOf(
	rapid.Just(nutrient.Quantity{}),
	rapid.Just(nutrient.Quantity{State: nutrient.NotRecorded}),
	rapid.Just(nutrient.Of(0)),
	rapid.Map(rapid.Float64Range(0, 1e6), nutrient.Of),
	rapid.Map(rapid.SampledFrom([]float64{math.Copysign(0, -1), 0.1, 3.25, math.SmallestNonzeroFloat64, math.MaxFloat64}), nutrient.Of),
)

var anyRecord = rapid.Custom(func(t *rapid.T) diary.Record {
	text := rapid.String()
	switch rapid.IntRange(0, 9).Draw(t, "kind") {
	case 0:
		return &diary.SyntaxError{Column: text.Draw(t, "column"), Reason: text.Draw(t, "reason"), Hint: text.Draw(t, "hint")}
	case 1:
		return &diary.Skipped{Reason: rapid.SampledFrom([]string{"amount is zero", "a total"}).Draw(t, "reason")}
	}
	e := &diary.Entry{
		Date:     diary.Date{Year: 2026, Month: time.March, Day: 1}.AddDays(rapid.IntRange(-2000, 2000).Draw(t, "day")),
		Level:    rapid.SampledFrom([]diary.Level{diary.Food, diary.Meal, diary.Day}).Draw(t, "level"),
		Time:     rapid.SampledFrom([]string{"", "07:30", "23:59"}).Draw(t, "time"),
		Meal:     text.Draw(t, "meal"),
		Food:     text.Draw(t, "food"),
		Amount:   text.Draw(t, "amount"),
		Note:     text.Draw(t, "note"),
		Category: text.Draw(t, "category"),
	}
	some := rapid.SliceOfN(quantities, nutrient.Count, nutrient.Count).Draw(t, "nutrients")
	copy(e.Nutrients[:], some)
	return e
})

func TestWhatWasLoggedComesBack(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		db := open(t)
		var wantEntries []*diary.Entry
		for _, name := range []string{"march.csv", "april.csv"} {
			records := rapid.SliceOfN(anyRecord, 0, 70).Draw(rt, name)
			var refused []*diary.SyntaxError
			skipped := map[string]int{}
			days := map[diary.Date]bool{}
			eaten := 0
			for i, r := range records {
				pos := diary.Pos{File: name, Line: i + 2}
				switch r := r.(type) {
				case *diary.Entry:
					r.Pos = pos
					wantEntries = append(wantEntries, r)
					eaten++
					days[r.Date] = true
				case *diary.SyntaxError:
					r.Pos = pos
					refused = append(refused, r)
				case *diary.Skipped:
					skipped[r.Reason]++
				}
			}
			got := mustImport(t, db, source(name), reader(records...))
			want := store.Import{
				ID: got.ID, Person: store.Me, Source: source(name), At: clock().UTC().Truncate(time.Second),
				Entries: eaten, Refused: len(refused), Skipped: skipped, Days: len(days), LiveDays: len(days),
			}
			if len(days) > 0 {
				want.From = slices.MinFunc(slices.Collect(maps.Keys(days)), diary.Date.Compare)
				want.To = slices.MaxFunc(slices.Collect(maps.Keys(days)), diary.Date.Compare)
			}
			if diff := gocmp.Diff(store.Result{Import: want}, got); diff != "" {
				rt.Fatalf("result (-want +got)\n%s", diff)
			}
			if diff := gocmp.Diff(want, imports(t, db)[got.ID-1]); diff != "" {
				rt.Fatalf("ledger (-want +got)\n%s", diff)
			}
			if got.Rows() != len(records) {
				rt.Fatalf("%d lines became %d rows", len(records), got.Rows())
			}
			if diff := gocmp.Diff(refused, refusals(t, db, got.ID)); diff != "" {
				rt.Fatalf("refused lines (-want +got)\n%s", diff)
			}
		}
		slices.SortStableFunc(wantEntries, func(a, b *diary.Entry) int { return a.Date.Compare(b.Date) })
		if diff := gocmp.Diff(wantEntries, entries(t, db)); diff != "" {
			rt.Fatalf("entries (-want +got)\n%s", diff)
		}
	})
}

func refusals(t testing.TB, db *store.DB, id int64) []*diary.SyntaxError {
	t.Helper()
	var all []*diary.SyntaxError
	for e, err := range db.Refused(t.Context(), id) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, e)
	}
	return all
}

func TestTheSameFileTwiceChangesNothing(t *testing.T) {
	db := open(t)
	first := mustImport(t, db, source("march.csv"), &generated{n: 100})
	renamed := source("march.csv")
	renamed.Name = "march (1).csv"
	again := mustImport(t, db, renamed, &generated{n: 100, each: func(int) error {
		return errors.New("a file that is known need not be read")
	}})
	if want := (store.Result{Import: first.Import, Already: true}); !gocmp.Equal(want, again) {
		t.Errorf("second import (-want +got)\n%s", gocmp.Diff(want, again))
	}
	if n := len(entries(t, db)); n != 100 {
		t.Errorf("%d entries, want 100", n)
	}
	if n := len(imports(t, db)); n != 1 {
		t.Errorf("%d imports in the ledger, want 1", n)
	}
}

func TestAFileIsTakenInWholeOrNotAtAll(t *testing.T) {
	broken := errors.New("unexpected end of the archive")
	badDate := &diary.Entry{Pos: diary.Pos{File: "march.csv", Line: 9}, Date: diary.Date{Year: 2026, Month: 13, Day: 1}}
	ctx, cancel := context.WithCancel(t.Context())
	for _, c := range []struct {
		name   string
		ctx    context.Context
		reader diary.Reader
		want   error // nil: any
	}{
		{"the reader fails after 500 entries", t.Context(), failAt(500, func() error { return broken }), broken},
		{"the context ends after 500 entries", ctx, failAt(500, func() error { cancel(); return nil }), context.Canceled},
		{"a date that could not be read again", t.Context(), reader(badDate), nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			db := open(t)
			kept := mustImport(t, db, source("february.csv"), &generated{n: 10})
			_, err := db.Import(c.ctx, source("march.csv"), c.reader)
			if err == nil || c.want != nil && !errors.Is(err, c.want) {
				t.Fatalf("error %v, want %v", err, c.want)
			}
			if diff := gocmp.Diff([]store.Import{kept.Import}, imports(t, db)); diff != "" {
				t.Errorf("ledger (-want +got)\n%s", diff)
			}
			if n := len(entries(t, db)); n != 10 {
				t.Errorf("%d entries, want the 10 from before", n)
			}
			if got := mustImport(t, db, source("march.csv"), &generated{n: 30}); got.Already || got.Entries != 30 {
				t.Errorf("the file itself can't be imported afterwards: %+v", got)
			}
		})
	}
}

// failAt reads entries and calls fail before the n-th.
func failAt(n int, fail func() error) diary.Reader {
	return &generated{n: 1000, each: func(i int) error {
		if i == n {
			return fail()
		}
		return nil
	}}
}

func TestTwoImportsAtOnceBothFinish(t *testing.T) {
	path := filepath.Join(t.TempDir(), "diary.db")
	results := make(chan store.Result, 4)
	for _, name := range []string{"march.csv", "april.csv", "march.csv", "may.csv"} {
		db := openAt(t, path)
		go func() {
			got, err := db.Import(context.Background(), source(name), &generated{n: 2000})
			if err != nil {
				t.Error(err)
			}
			results <- got
		}()
	}
	already := 0
	for range cap(results) {
		if r := <-results; r.Already {
			already++
		}
	}
	db := openAt(t, path)
	if n := len(entries(t, db)); n != 6000 || already != 1 {
		t.Errorf("%d entries and %d known files, want 6000 and 1", n, already)
	}
	ledger := imports(t, db)
	slices.SortFunc(ledger, func(a, b store.Import) int { return cmp.Compare(a.Name, b.Name) })
	for i, name := range []string{"april.csv", "march.csv", "may.csv"} {
		if ledger[i].Name != name || ledger[i].Entries != 2000 {
			t.Errorf("ledger line %+v, want %s with 2000 entries", ledger[i], name)
		}
	}
}

func BenchmarkImport(b *testing.B) {
	const n = 100_000
	for b.Loop() {
		db := open(b)
		mustImport(b, db, source("march.csv"), &generated{n: n})
	}
	b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "entries/s")
}
