package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/nutrigap/nutrigap/internal/store"
)

// smallDisk mounts a disk of a megabyte, which only root may.
func smallDisk(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("none", dir, "tmpfs", 0, "size=1m"); err != nil {
		t.Skipf("no disk to fill: %v", err)
	}
	t.Cleanup(func() { syscall.Unmount(dir, syscall.MNT_DETACH) })
	return dir
}

func TestAFullDiskLosesNothing(t *testing.T) {
	dir := smallDisk(t)
	path := filepath.Join(dir, "diary.db")
	db, err := store.Open(t.Context(), path, clock)
	if err != nil {
		t.Fatal(err)
	}
	mustImport(t, db, source("first.csv"), reader(eaten(1, "egg")))
	_, err = db.Import(t.Context(), source("big.csv"), &generated{n: 50_000})
	wantFull(t, path, err)
	wantShown(t, db, "1 egg")

	// Nor does a backup to the same disk leave anything behind, and closing with no room at all.
	ballast := filepath.Join(dir, "ballast")
	fill(t, ballast)
	wantFull(t, path, db.Backup(t.Context(), filepath.Join(dir, "backup.db")))
	if _, err := os.Stat(filepath.Join(dir, "backup.db")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("half a backup is there: %v", err)
	}
	db.Close() // may say that the log could not be written back; it is kept
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	again := openAt(t, path)
	wantShown(t, again, "1 egg")
	if problems, err := again.Check(t.Context()); err != nil || len(problems) > 0 {
		t.Errorf("check: %q, %v", problems, err)
	}
	mustImport(t, again, source("small.csv"), &generated{n: 100})
}

func wantFull(t *testing.T, path string, err error) {
	t.Helper()
	var told *store.Error
	if !errors.As(err, &told) || !strings.HasPrefix(err.Error(), path+": can't grow: ") || !strings.Contains(told.Hint(), "make room") {
		t.Errorf("error %v, want one that says the disk is full", err)
	}
}

// fill takes what is left of a disk.
func fill(t *testing.T, path string) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, size := range []int{64 << 10, 4 << 10, 1} {
		for {
			if _, err := f.Write(make([]byte, size)); err != nil {
				break
			}
		}
	}
}

func TestAReadOnlyDiskIsNamed(t *testing.T) {
	dir := smallDisk(t)
	path := filepath.Join(dir, "diary.db")
	written(t, path)
	if err := syscall.Mount("none", dir, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Skipf("can't be made read-only: %v", err)
	}
	before := read(t, path)
	checkUnusable(t, path, nil)
	checkUnusable(t, filepath.Join(dir, "new.db"), nil)
	if string(read(t, path)) != string(before) {
		t.Error("the diary was changed")
	}
}
