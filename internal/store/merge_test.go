package store_test

import (
	"errors"
	"fmt"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/store"
)

// export is a file of the app that everybody uses here.
func export(name string) store.Source {
	return store.Source{Name: name, Digest: "digest of " + name, Dialect: "cronometer"}
}

// shown is a diary as a person sees it, one line a row.
func shown(t testing.TB, db *store.DB) []string {
	t.Helper()
	var lines []string
	for _, e := range entries(t, db) {
		lines = append(lines, line(e))
	}
	return lines
}

func line(e *diary.Entry) string {
	text := fmt.Sprintf("%d %s", e.Date.Day, e.Label())
	if e.Amount != "" {
		text += ", " + e.Amount
	}
	if iron, known := e.Nutrients[nutrient.Iron].Known(); known {
		text += fmt.Sprintf(", %v mg iron", iron)
	}
	return text
}

func wantShown(t testing.TB, db *store.DB, want ...string) {
	t.Helper()
	if diff := gocmp.Diff(want, shown(t, db)); diff != "" {
		t.Errorf("diary (-want +got)\n%s", diff)
	}
}

func withIron(e *diary.Entry, mg float64) *diary.Entry {
	e.Nutrients[nutrient.Iron] = nutrient.Of(mg)
	return e
}

func TestANewerExportReplacesItsDays(t *testing.T) {
	db := open(t)
	mustImport(t, db, export("1.csv"), reader(eaten(1, "egg"), eaten(2, "tea"), eaten(2, "tea"), eaten(3, "rice"), eaten(4, "leek")))
	mustImport(t, db, source("plain.csv"), reader(eaten(2, "pill")))
	got := mustImport(t, db, export("2.csv"), reader(eaten(2, "tea"), eaten(2, "bun"), eaten(3, "rice"), withIron(eaten(4, "leek"), 1), eaten(5, "fig")))
	wantShown(t, db, "1 egg", "2 pill", "2 tea", "2 bun", "3 rice", "4 leek, 1 mg iron", "5 fig")
	want := store.Changes{
		Same: 1, Changed: 2, Added: 1, Removed: 1, Revalued: 1,
		Days: []store.DayChange{
			{Date: march(2), Added: []diary.Entry{{Food: "bun"}}, Removed: []diary.Entry{{Food: "tea"}}},
			{Date: march(4), Revalued: []diary.Entry{{Food: "leek"}}},
		},
	}
	if diff := gocmp.Diff(want, got.Changes); diff != "" {
		t.Errorf("changes (-want +got)\n%s", diff)
	}
	if first := imports(t, db)[0]; first.Days != 4 || first.LiveDays != 1 {
		t.Errorf("the first import has %d days of which %d count, want 4 and 1", first.Days, first.LiveDays)
	}
	undone, err := db.Undo(t.Context(), got.ID)
	if err != nil || undone.Returned != 3 {
		t.Errorf("%d days returned, error %v, want 3", undone.Returned, err)
	}
	wantShown(t, db, "1 egg", "2 tea", "2 tea", "2 pill", "3 rice", "4 leek")
}

// someDays draws a file of a few rows.
var someDays = rapid.SliceOfN(rapid.Custom(func(t *rapid.T) diary.Record {
	return eaten(rapid.IntRange(1, 4).Draw(t, "day"), rapid.SampledFrom([]string{"egg", "tea", "rice"}).Draw(t, "food"))
}), 0, 6)

func TestUndoingInAnyOrderIsAsIfItHadNeverBeen(t *testing.T) {
	db, other := open(t), open(t)
	rapid.Check(t, func(rt *rapid.T) {
		undoAll(t, db)
		undoAll(t, other)
		files := rapid.SliceOfN(someDays, 1, 5).Draw(rt, "files")
		keep := rapid.SliceOfN(rapid.Bool(), len(files), len(files)).Draw(rt, "keep")
		var undo []int64
		for i, records := range files {
			src := source(fmt.Sprintf("%d.csv", i))
			src.Series = rapid.SampledFrom([]string{"a", "b"}).Draw(rt, "series")
			whose := rapid.SampledFrom([]string{"me", "Anna"}).Draw(rt, "person")
			got := mustImport(t, db.As(whose), src, reader(records...))
			if keep[i] {
				mustImport(t, other.As(whose), src, reader(records...))
			} else {
				undo = append(undo, got.ID)
			}
		}
		for _, id := range rapid.Permutation(undo).Draw(rt, "undo") {
			if _, err := db.Undo(t.Context(), id); err != nil {
				rt.Fatal(err)
			}
		}
		mustImport(t, other.As("Anna"), source("last"), reader()) // so that she is known
		mustImport(t, db.As("Anna"), source("last"), reader())
		for _, whose := range []string{"me", "Anna"} {
			if diff := gocmp.Diff(shown(t, other.As(whose)), shown(t, db.As(whose))); diff != "" {
				rt.Fatalf("%s (-never imported +undone)\n%s", whose, diff)
			}
		}
	})
}

// undoAll empties a diary.
func undoAll(t *testing.T, db *store.DB) {
	t.Helper()
	all, err := db.AllImports(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range all {
		undo(t, db, i.ID)
	}
}

func TestTryingAnImportWritesNothing(t *testing.T) {
	db := open(t)
	mustImport(t, db, export("1.csv"), reader(eaten(1, "egg")))
	before := imports(t, db)
	got, err := db.As("Anna").TryImport(t.Context(), export("2.csv"), reader(eaten(1, "tea")))
	if err != nil || got.Entries != 1 || !got.NewPerson {
		t.Errorf("result %+v, error %v, want one entry of a new person", got, err)
	}
	got, err = db.TryImport(t.Context(), export("2.csv"), reader(eaten(1, "tea")))
	if err != nil || got.Changes.Changed != 1 {
		t.Errorf("result %+v, error %v, want one changed day", got, err)
	}
	wantShown(t, db, "1 egg")
	if diff := gocmp.Diff(before, imports(t, db)); diff != "" {
		t.Errorf("ledger (-before +after)\n%s", diff)
	}
	if names, err := db.Persons(t.Context()); err != nil || len(names) != 1 {
		t.Errorf("persons %q, error %v, want one", names, err)
	}
}

func TestPeopleDoNotSeeEachOther(t *testing.T) {
	db := open(t)
	anna := db.As(" anna  Maria ")
	var unknown *store.UnknownPersonError
	if _, _, _, err := anna.LastLoggedDays(t.Context(), 7); !errors.As(err, &unknown) || !gocmp.Equal(unknown.Known, []string{"me"}) {
		t.Errorf("error %v, want an unknown person and one who is known", err)
	}
	mustImport(t, db, export("1.csv"), reader(eaten(1, "egg")))
	got := mustImport(t, anna, export("1.csv"), reader(eaten(1, "tea"))) // the same file
	if got.Already || !got.NewPerson || got.Person != "anna Maria" {
		t.Errorf("result %+v, want an import of a new person", got)
	}
	wantShown(t, db, "1 egg")
	wantShown(t, db.As("ANNA MARIA"), "1 tea")
	if n := len(imports(t, anna)); n != 1 {
		t.Errorf("%d imports of hers, want 1", n)
	}
	all, err := db.AllImports(t.Context())
	if err != nil || len(all) != 2 || all[1].Person != "anna Maria" {
		t.Errorf("ledger %+v, error %v, want two lines", all, err)
	}
	rows, err := anna.Day(t.Context(), march(1))
	if err != nil || len(rows) != 1 {
		t.Fatal(rows, err)
	}
	if _, _, err := db.Remove(t.Context(), rows[0].Number); !errors.Is(err, store.ErrNoRow) {
		t.Errorf("error %v, want %v: the row is not mine", err, store.ErrNoRow)
	}
}
