package store_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/nutrigap/nutrigap/internal/store"
)

// firstSchema makes a diary as the first version of this program did, with two rows.
func firstSchema(t *testing.T, path string) {
	t.Helper()
	script, err := os.ReadFile(filepath.Join("migrations", "0001_diary.sql"))
	if err != nil {
		t.Fatal(err)
	}
	_, up, ok := strings.Cut(string(script), "-- +goose Up")
	if !ok {
		t.Fatal("the migration has no beginning")
	}
	alter(t, path, `
		PRAGMA application_id = 0x6e757472;
		CREATE TABLE goose_db_version (
			id INTEGER PRIMARY KEY AUTOINCREMENT, version_id INTEGER NOT NULL, is_applied INTEGER NOT NULL,
			tstamp TIMESTAMP DEFAULT (datetime('now')));
		INSERT INTO goose_db_version (version_id, is_applied) VALUES (0, 1), (1, 1);`+up+`
		INSERT INTO import (person_id, name, digest, dialect, entries, imported_at)
		VALUES (1, 'old.csv', 'x', 'cronometer', 2, '2025-12-24T18:00:00Z');
		INSERT INTO recorded (nutrients) VALUES ('');
		INSERT INTO entry (import_id, line, date, time, meal, food, amount, note, category, recorded_id)
		VALUES (1, 2, '2026-03-01', '', '', 'egg', '', '', '', 1), (1, 3, '2026-03-02', '', '', 'tea', '', '', '', 1)`)
}

func TestAnOlderDiaryIsCopiedAndUpgraded(t *testing.T) {
	path := filepath.Join(t.TempDir(), "diary.db")
	firstSchema(t, path)
	db := openAt(t, path)
	wantShown(t, db, "1 egg", "2 tea")
	info, err := db.Info(t.Context())
	if err != nil || len(info.Backups) != 1 || filepath.Base(info.Backups[0]) != "diary.db.schema-1-20260309T173015Z" {
		t.Fatalf("backups %q, error %v, want one of schema 1", info.Backups, err)
	}
	checkMode(t, info.Backups[0], 0o600)
	if problems, err := db.Check(t.Context()); err != nil || len(problems) > 0 {
		t.Errorf("check: %q, %v", problems, err)
	}
	mustImport(t, db, export("new.csv"), reader(eaten(2, "rice"))) // of the same app
	wantShown(t, db, "1 egg", "2 rice")

	// The copy is the diary of then, and can be brought back, and upgraded again.
	if _, err := store.Restore(t.Context(), path, info.Backups[0], clock); err != nil {
		t.Fatal(err)
	}
	wantShown(t, db, "1 egg", "2 tea")
}

func TestTryingAnImportUpgradesNothing(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "diary.db")
	firstSchema(t, path)
	before := read(t, path)
	for _, at := range []string{path, filepath.Join(dir, "none.db")} {
		db, err := store.OpenToTry(t.Context(), at, clock)
		if err != nil {
			t.Fatal(err)
		}
		got, err := db.TryImport(t.Context(), export("new.csv"), reader(eaten(2, "rice")))
		if err != nil || got.Entries != 1 || (at == path) != (got.Changes.Changed == 1) {
			t.Errorf("%s: result %+v, error %v", at, got, err)
		}
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	}
	if string(read(t, path)) != string(before) {
		t.Error("the diary was changed")
	}
	if files := snapshot(t, dir); len(files) != 1 {
		t.Errorf("%d files, want the diary alone", len(files))
	}
}

func TestANewDiaryNeedsNoCopy(t *testing.T) {
	dir := t.TempDir()
	db := openAt(t, filepath.Join(dir, "diary.db"))
	if info, err := db.Info(t.Context()); err != nil || len(info.Backups) > 0 {
		t.Errorf("backups %q, error %v, want none", info.Backups, err)
	}
}
