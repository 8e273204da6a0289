package store_test

import (
	"errors"
	"testing"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/store"
)

// number finds the row that reads like that.
func number(t testing.TB, db *store.DB, want string) int64 {
	t.Helper()
	for day := 1; day <= 31; day++ {
		rows, err := db.Day(t.Context(), march(day))
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			if line(r.Entry) == want {
				return r.Number
			}
		}
	}
	t.Fatalf("no row %q in %q", want, shown(t, db))
	return 0
}

// edit gives the row that reads like that another amount, and returns the import.
func edit(t testing.TB, db *store.DB, row, amount string) int64 {
	t.Helper()
	_, after, err := db.Edit(t.Context(), number(t, db, row), func(e *diary.Entry) error {
		e.Amount = amount
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return after.ImportID
}

func remove(t testing.TB, db *store.DB, row string) int64 {
	t.Helper()
	_, id, err := db.Remove(t.Context(), number(t, db, row))
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func undo(t testing.TB, db *store.DB, id int64) store.Undone {
	t.Helper()
	u, err := db.Undo(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

func TestRowsByHandAreLinesOfTheLedger(t *testing.T) {
	db := open(t)
	mustImport(t, db, export("1.csv"), reader(eaten(1, "egg"), eaten(1, "tea")))
	logged, err := db.Log(t.Context(), eaten(1, "fig"))
	if err != nil {
		t.Fatal(err)
	}
	changed := edit(t, db, "1 egg", "2")
	removed := remove(t, db, "1 tea")
	wantShown(t, db, "1 fig", "1 egg, 2")
	for i, want := range []struct{ name, row string }{{"1.csv", ""}, {"logged by hand", "fig"}, {"changed by hand", "egg"}, {"removed by hand", "tea"}} {
		if got := imports(t, db)[i]; got.Name != want.name || got.Row != want.row || got.ByHand() != (i > 0) {
			t.Errorf("ledger line %+v, want %+v", got, want)
		}
	}
	undo(t, db, removed)
	wantShown(t, db, "1 tea", "1 fig", "1 egg, 2")
	undo(t, db, changed)
	undo(t, db, logged.ImportID)
	wantShown(t, db, "1 egg", "1 tea")
}

func TestADayWhoseRowsAreAllRemovedIsNotLogged(t *testing.T) {
	db := open(t)
	mustImport(t, db, export("1.csv"), reader(eaten(1, "egg"), eaten(2, "tea")))
	remove(t, db, "2 tea")
	from, to, days, err := db.LastLoggedDays(t.Context(), 7)
	if err != nil || from != march(1) || to != march(1) || days != 1 {
		t.Errorf("%v to %v, %d days, error %v, want 1 March alone", from, to, days, err)
	}
}

func TestTheNewestCorrectionOfARowCounts(t *testing.T) {
	db := open(t)
	mustImport(t, db, export("1.csv"), reader(eaten(1, "egg"), eaten(1, "egg")))
	first := edit(t, db, "1 egg", "2")
	second := edit(t, db, "1 egg, 2", "3")
	wantShown(t, db, "1 egg", "1 egg, 3")
	third := remove(t, db, "1 egg, 3")
	wantShown(t, db, "1 egg")
	undo(t, db, third)
	undo(t, db, first) // the second stands by itself
	wantShown(t, db, "1 egg", "1 egg, 3")
	undo(t, db, second)
	wantShown(t, db, "1 egg", "1 egg")
}

func TestCorrectionsFollowTheirRowsIntoANewerExport(t *testing.T) {
	db := open(t)
	old := mustImport(t, db, export("1.csv"), reader(eaten(1, "egg"), eaten(1, "egg"), eaten(1, "tea"), eaten(1, "bun"))).ID
	edited := edit(t, db, "1 egg", "2")
	remove(t, db, "1 tea")
	edit(t, db, "1 bun", "3")
	want := []string{"1 egg", "1 egg, 2", "1 bun, 3"}
	wantShown(t, db, want...)

	// The bun was put right in the app, and an egg came in front.
	again := mustImport(t, db, export("2.csv"), reader(eaten(1, "egg"), eaten(1, "egg"), eaten(1, "egg"), eaten(1, "tea"), eaten(1, "half a bun")))
	if again.Changes.Dropped != 1 {
		t.Errorf("%d corrections without a row, want 1", again.Changes.Dropped)
	}
	wantShown(t, db, "1 egg, 2", "1 egg", "1 egg", "1 half a bun")

	undo(t, db, again.ID)
	wantShown(t, db, want...)
	again = mustImport(t, db, export("2.csv"), reader(eaten(1, "egg"), eaten(1, "tea")))
	wantShown(t, db, "1 egg, 2")
	if u := undo(t, db, old); u.Corrections != 1 {
		t.Errorf("%d corrections went with their rows, want that of the bun", u.Corrections)
	}
	wantShown(t, db, "1 egg, 2")
	undo(t, db, edited)
	wantShown(t, db, "1 egg")
	undo(t, db, again.ID)
	wantShown(t, db)
	if n := len(imports(t, db)); n != 0 {
		t.Errorf("%d lines are left in the ledger, want none", n)
	}
}

func TestWhatIsNotThereCanNotBeCorrected(t *testing.T) {
	db := open(t)
	mustImport(t, db, export("1.csv"), reader(eaten(1, "egg")))
	gone := number(t, db, "1 egg")
	mustImport(t, db, export("2.csv"), reader(eaten(1, "tea")))
	for _, row := range []int64{0, -1, 99, gone} {
		if _, _, err := db.Remove(t.Context(), row); !errors.Is(err, store.ErrNoRow) {
			t.Errorf("removing row %d: error %v, want %v", row, err, store.ErrNoRow)
		}
	}
	refusal := errors.New("is no amount")
	_, _, err := db.Edit(t.Context(), number(t, db, "1 tea"), func(*diary.Entry) error { return refusal })
	if err != refusal {
		t.Errorf("error %v, want %v", err, refusal)
	}
	if _, err := db.Undo(t.Context(), 99); !errors.Is(err, store.ErrNoImport) {
		t.Errorf("error %v, want %v", err, store.ErrNoImport)
	}
	wantShown(t, db, "1 tea")
	if n := len(imports(t, db)); n != 2 {
		t.Errorf("%d lines in the ledger, want the 2 files", n)
	}
}
