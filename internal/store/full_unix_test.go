//go:build unix

package store_test

import (
	"context"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/nutrigap/nutrigap/internal/store"
)

// limited imports in a process whose files may not grow beyond 256 KB, as with a quota.
func limited(path, file string) error {
	signal.Ignore(syscall.SIGXFSZ) // else the system ends the process before SQLite hears of it
	limit := syscall.Rlimit{Cur: 256 << 10, Max: 256 << 10}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		return err
	}
	return withChildDiary(path, func(db *store.DB) error {
		_, err := db.Import(context.Background(), source(file), childReader())
		return err
	})
}

func TestAFileThatMayNotGrowLosesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "diary.db")
	db := openAt(t, path)
	mustImport(t, db, source("first.csv"), reader(eaten(1, "egg")))
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), childTask+"=limited", childPath+"="+path, childFile+"=big.csv")
	out, err := cmd.CombinedOutput()
	if err == nil || !strings.Contains(string(out), path+": can't ") {
		t.Errorf("output %q, error %v, want the diary named", out, err)
	}
	wantShown(t, db, "1 egg")
	if problems, err := db.Check(t.Context()); err != nil || len(problems) > 0 {
		t.Errorf("check: %q, %v", problems, err)
	}
	mustImport(t, db, source("big.csv"), &generated{n: childEntries})
}
