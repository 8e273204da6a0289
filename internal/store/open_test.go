package store_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/store"
)

// written makes a diary with some entries at path and closes it.
func written(t *testing.T, path string) {
	t.Helper()
	db, err := store.Open(t.Context(), path, clock)
	if err != nil {
		t.Fatal(err)
	}
	mustImport(t, db, source("march.csv"), &generated{n: 500})
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestOnlyTheOwnerCanReadADiary(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("files have no mode bits here")
	}
	home := t.TempDir()
	empty := filepath.Join(home, "made-by-touch.db")
	if err := os.WriteFile(empty, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{filepath.Join(home, "share", "nutrigap", "diary.db"), empty} {
		mustImport(t, openAt(t, path), source("march.csv"), &generated{n: 10})
		for _, suffix := range []string{"", "-wal", "-shm"} {
			checkMode(t, path+suffix, 0o600)
		}
	}
	checkMode(t, filepath.Join(home, "share"), fs.ModeDir|0o700)
	checkMode(t, filepath.Join(home, "share", "nutrigap"), fs.ModeDir|0o700)
}

func checkMode(t *testing.T, path string, want fs.FileMode) {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Error(err)
		return
	}
	if got := info.Mode(); got != want {
		t.Errorf("%s: mode %v, want %v", path, got, want)
	}
}

func TestAnyPathWillDo(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a b.db", "100%25.db", "what?mode=ro", "a#b.db", "größe & maß.db", ":memory:", "file:x.db"} {
		if runtime.GOOS == "windows" && strings.ContainsAny(name, "?:") {
			continue
		}
		written(t, filepath.Join(dir, name))
		if n := len(entries(t, openAt(t, filepath.Join(dir, name)))); n != 500 {
			t.Errorf("%s: %d entries, want 500", name, n)
		}
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Error(err)
		}
	}
}

func TestARelativePathIsNamedAsItWasSpelt(t *testing.T) {
	t.Chdir(t.TempDir())
	written(t, "diary.db")
	alter(t, "diary.db", `INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)`)
	_, err := store.Open(t.Context(), "diary.db", clock)
	if err == nil || !strings.HasPrefix(err.Error(), "diary.db: was written by a newer nutrigap: its schema is 9999") {
		t.Errorf("error %v", err)
	}
}

func TestAFileThatIsNotOursIsRefusedAndNotTouched(t *testing.T) {
	for _, c := range []struct {
		name string
		make func(t *testing.T, path string)
		want error
	}{
		{"a text", func(t *testing.T, path string) {
			write(t, path, []byte("date,food\n2026-03-01,egg\n"))
		}, store.ErrForeign},
		{"a long binary", func(t *testing.T, path string) {
			write(t, path, bytes.Repeat([]byte("\x7fELF\x00\xff"), 5000))
		}, store.ErrForeign},
		{"another program's database", func(t *testing.T, path string) {
			alter(t, path, `CREATE TABLE bookmark (url TEXT); INSERT INTO bookmark VALUES ('x')`)
		}, store.ErrForeign},
		{"another program's database with a write-ahead log", func(t *testing.T, path string) {
			alter(t, path, `PRAGMA journal_mode = WAL; CREATE TABLE bookmark (url TEXT)`)
		}, store.ErrForeign},
		{"a diary of a newer version", func(t *testing.T, path string) {
			written(t, path)
			alter(t, path, `INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)`)
		}, store.ErrNewer},
		{"a diary whose header was overwritten", func(t *testing.T, path string) {
			written(t, path)
			overwrite(t, path, 0, 16)
		}, store.ErrForeign},
		{"a diary whose tables were overwritten", func(t *testing.T, path string) {
			written(t, path)
			overwrite(t, path, 100, 20_000)
		}, store.ErrDamaged},
		{"a folder", func(t *testing.T, path string) {
			if err := os.Mkdir(path, 0o755); err != nil {
				t.Fatal(err)
			}
		}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "diary.db")
			c.make(t, path)
			before := snapshot(t, dir)
			checkUnusable(t, path, c.want)
			if diff := gocmp.Diff(before, snapshot(t, dir)); diff != "" {
				t.Errorf("folder (-before +after)\n%s", diff)
			}
		})
	}
}

// checkUnusable opens the file at path and wants an error that names it and helps.
func checkUnusable(t *testing.T, path string, want error) {
	t.Helper()
	db, err := store.Open(t.Context(), path, clock)
	if err == nil {
		db.Close()
		t.Fatal("no error")
	}
	var told *store.Error
	if !errors.As(err, &told) || told.Path != path || told.Hint() == "" || !strings.HasPrefix(err.Error(), path+": ") {
		t.Errorf("error %q does not name the file and what to do", err)
	}
	if want != nil && !errors.Is(err, want) {
		t.Errorf("error %q, want %q", err, want)
	}
}

func write(t *testing.T, path string, content []byte) {
	t.Helper()
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// overwrite replaces n bytes from offset on.
func overwrite(t *testing.T, path string, offset, n int) {
	t.Helper()
	content := read(t, path)
	copy(content[offset:], bytes.Repeat([]byte{0xa5}, n))
	write(t, path, content)
}

// snapshot is everything in a folder: modes and contents by name.
func snapshot(t *testing.T, dir string) map[string]string {
	t.Helper()
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range files {
		content, _ := os.ReadFile(filepath.Join(dir, f.Name())) // of a folder nothing
		all[f.Name()] = f.Type().String() + string(content)
	}
	return all
}

func TestDamagedEntriesAreAnErrorAndNotFewerEntries(t *testing.T) {
	path := filepath.Join(t.TempDir(), "diary.db")
	written(t, path)
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	overwrite(t, path, int(info.Size())/2, int(info.Size())/2)
	failed := false
	for _, err := range openAt(t, path).Entries(t.Context(), diary.Date{}, diary.Date{}) {
		if err != nil {
			failed = errors.Is(err, store.ErrDamaged)
		}
	}
	if !failed {
		t.Error("reading ended without saying that the diary is damaged")
	}
}

func TestAPlaceThatCannotBeWrittenIsNamed(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	write(t, file, nil)
	checkUnusable(t, filepath.Join(file, "diary.db"), nil)
	checkUnusable(t, os.DevNull, nil)
}

func TestReadOnlyPlaces(t *testing.T) {
	if os.Geteuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("no folder is read-only for this user")
	}
	dir := filepath.Join(t.TempDir(), "locked")
	diaryPath := filepath.Join(dir, "diary.db")
	written(t, diaryPath)
	readOnly := filepath.Join(t.TempDir(), "read-only.db")
	written(t, readOnly)
	for path, mode := range map[string]fs.FileMode{dir: 0o500, readOnly: 0o400} {
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { os.Chmod(path, 0o700) })
	}
	checkUnusable(t, filepath.Join(dir, "new.db"), nil)
	checkUnusable(t, filepath.Join(dir, "folder", "new.db"), nil)
	checkUnusable(t, diaryPath, nil)

	db := openAt(t, readOnly)
	if n := len(entries(t, db)); n != 500 {
		t.Errorf("a read-only diary can be read, got %d entries, want 500", n)
	}
	_, err := db.Import(t.Context(), source("april.csv"), &generated{n: 1})
	if err == nil || !strings.HasPrefix(err.Error(), readOnly+": is read-only") {
		t.Errorf("import into a read-only diary: error %v", err)
	}
}

func TestOpeningEndsWithTheContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := store.Open(ctx, filepath.Join(t.TempDir(), "diary.db"), clock); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want %v", err, context.Canceled)
	}
}

func TestDefaultPath(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_DATA_HOME", dir)
	got, err := store.DefaultPath()
	if want := filepath.Join(dir, "nutrigap", "diary.db"); got != want || err != nil {
		t.Errorf("%q, %v, want %q", got, err, want)
	}
	if runtime.GOOS != "linux" {
		return // the other systems have their own places, and a home in other variables
	}
	t.Setenv("XDG_DATA_HOME", "")
	t.Setenv("HOME", dir)
	got, err = store.DefaultPath()
	if want := filepath.Join(dir, ".local", "share", "nutrigap", "diary.db"); got != want || err != nil {
		t.Errorf("%q, %v, want %q", got, err, want)
	}
	t.Setenv("HOME", "")
	if got, err := store.DefaultPath(); err == nil {
		t.Errorf("without a home the diary lands in %q, want an error", got)
	}
}

func BenchmarkOpen(b *testing.B) {
	path := filepath.Join(b.TempDir(), "diary.db")
	openAt(b, path)
	for b.Loop() {
		db, err := store.Open(b.Context(), path, clock)
		if err != nil {
			b.Fatal(err)
		}
		db.Close()
	}
}
