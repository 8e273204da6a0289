package store_test

import (
	"io"
	"path/filepath"
	"testing"

	"github.com/nutrigap/nutrigap/internal/store"
)

func TestKilledDuringAnImportTheDiaryIsAsBeforeOrAsAfter(t *testing.T) {
	path := filepath.Join(t.TempDir(), "diary.db")
	before := 0
	// One mark comes before opening, ten during the file, one before the commit and one after.
	for i, marks := range []int{1, 2, 7, 11, 12, 13} {
		file := string(rune('a'+i)) + ".csv"
		cmd, out := child(t, path, file)
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

func TestTwoProgramsAtOnceBothFinish(t *testing.T) {
	path := filepath.Join(t.TempDir(), "diary.db") // both create it
	a, _ := child(t, path, "a.csv")
	b, _ := child(t, path, "b.csv")
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
