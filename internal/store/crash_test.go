package store_test

import (
	"io"
	"path/filepath"
	"testing"
	"time"

	"github.com/nutrigap/nutrigap/internal/store"
)

func TestKilledDuringAnImportTheDiaryIsAsBeforeOrAsAfter(t *testing.T) {
	path := filepath.Join(t.TempDir(), "diary.db")
	before := 0
	// One mark comes before opening, ten during the file, one before the commit and one after.
	for i, marks := range []int{1, 2, 7, 11, 12, 13} {
		file := string(rune('a'+i)) + ".csv"
		cmd, out := child(t, "import", path, file)
		for range marks {
			if _, err := out.ReadByte(); err != nil {
				t.Fatal(err)
			}
		}
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		io.Copy(io.Discard, out)
		cmd.Wait() // says that it was killed

		db, err := store.Open(t.Context(), path, clock)
		if err != nil {
			t.Fatalf("after %d marks: %v", marks, err)
		}
		got := len(entries(t, db))
		known := mustImport(t, db, source(file), reader()).Already
		if (got != before || known) && (got != before+childEntries || !known) {
			t.Errorf("after %d marks: %d entries and file known %v, want %d or %d more", marks, got, known, before, childEntries)
		}
		if marks == 13 && !known {
			t.Error("an import that was reported as done is gone")
		}
		before = got
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// killAfter starts a task, kills it after a while, and reports whether it was done before.
func killAfter(t *testing.T, task, path, file string, wait time.Duration) (done bool) {
	t.Helper()
	cmd, out := child(t, task, path, file)
	if _, err := out.ReadByte(); err != nil { // it is about to open the diary
		t.Fatal(err)
	}
	time.Sleep(wait)
	cmd.Process.Kill()
	io.Copy(io.Discard, out)
	return cmd.Wait() == nil
}

// TestKilledAtAnyMoment kills every task again and again, a little later each time, until it gets through.
func TestKilledAtAnyMoment(t *testing.T) {
	if testing.Short() {
		t.Skip("kills some dozens of processes")
	}
	dir := t.TempDir()
	path, backup := filepath.Join(dir, "diary.db"), filepath.Join(dir, "backup.db")
	db, err := store.Open(t.Context(), path, clock)
	if err != nil {
		t.Fatal(err)
	}
	mustImport(t, db, export("first"), &generated{n: childEntries})
	if err := db.Backup(t.Context(), backup); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		task, file    string
		before, after int // lines of the ledger
	}{
		{"merge", "second", 1, 2},
		{"undo", "2", 2, 1},
		{"merge", "third", 1, 2},
		{"restore", backup, 2, 1},
	} {
		done := false
		for wait := time.Duration(0); !done && wait < 10*time.Second; wait += 3*time.Millisecond + wait/5 {
			done = killAfter(t, c.task, path, c.file, wait)
			lines := checkedLines(t, path)
			if lines == c.after {
				break // done, even if it was killed before it could say so
			}
			if lines != c.before || done {
				t.Fatalf("%s killed after %v: %d imports in the ledger, done %v, want %d before and %d after", c.task, wait, lines, done, c.before, c.after)
			}
		}
	}
}

// checkedLines is the number of imports in the ledger of a sound diary.
func checkedLines(t *testing.T, path string) int {
	t.Helper()
	db, err := store.Open(t.Context(), path, clock)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if problems, err := db.Check(t.Context()); err != nil || len(problems) > 0 {
		t.Fatalf("check: %q, %v", problems, err)
	}
	if n := len(entries(t, db)); n != childEntries {
		t.Fatalf("%d entries, want %d: every file has the same days", n, childEntries)
	}
	return len(imports(t, db))
}

func TestTwoProgramsAtOnceBothFinish(t *testing.T) {
	path := filepath.Join(t.TempDir(), "diary.db") // both create it
	a, _ := child(t, "import", path, "a.csv")
	b, _ := child(t, "import", path, "b.csv")
	for _, err := range []error{a.Wait(), b.Wait()} {
		if err != nil {
			t.Error(err)
		}
	}
	if n := len(entries(t, openAt(t, path))); n != 2*childEntries {
		t.Errorf("%d entries, want %d", n, 2*childEntries)
	}
}

func TestADiaryWhoseLogWasHalfWrittenBackIsWhole(t *testing.T) {
	dir := t.TempDir()
	path, copied := filepath.Join(dir, "diary.db"), filepath.Join(dir, "copy.db")
	db, err := store.Open(t.Context(), path, clock)
	if err != nil {
		t.Fatal(err)
	}
	mustImport(t, db, source("march.csv"), &generated{n: 500})
	file, log := read(t, path), read(t, path+"-wal")
	if err := db.Close(); err != nil { // writes the log back into the file
		t.Fatal(err)
	}
	// The log is written back page by page, the first page first, which says how many there are.
	write(t, copied, append(read(t, path)[:4096:4096], file[4096:]...))
	write(t, copied+"-wal", log)
	if n := len(entries(t, openAt(t, copied))); n != 500 {
		t.Errorf("%d entries, want 500", n)
	}
}
