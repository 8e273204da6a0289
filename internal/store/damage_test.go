package store_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"path/filepath"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/store"
)

// TestAFlippedByteIsNoticedOrChangesNothing flips bytes all over a diary. Whatever comes of it, a figure
// that nobody logged must not.
func TestAFlippedByteIsNoticedOrChangesNothing(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "diary.db")
	written(t, path)
	good := read(t, path)
	want, err := eatenIn(t, path)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	noticed := 0
	const flips = 200
	for range flips {
		at, bit := random.IntN(len(good)), byte(1)<<random.IntN(8)
		bad := append([]byte(nil), good...)
		bad[at] ^= bit
		copied := filepath.Join(t.TempDir(), "diary.db")
		write(t, copied, bad)
		got, err := eatenIn(t, copied)
		if err != nil {
			noticed++
			continue
		}
		if diff := gocmp.Diff(want, got); diff != "" {
			t.Errorf("byte %d ^ %#x (-want +got)\n%s", at, bit, diff)
		}
	}
	if noticed < flips/4 {
		t.Errorf("%d of %d flipped bytes were noticed; most of the file is entries", noticed, flips)
	}
}

// food is what counts of an entry in a report.
type eatenFood struct {
	date         diary.Date
	food, amount string
	nutrients    nutrient.Amounts
}

func (a eatenFood) Equal(b eatenFood) bool { return a == b }

// eatenIn reads a diary that may be damaged.
func eatenIn(t *testing.T, path string) ([]eatenFood, error) {
	db, err := store.Open(t.Context(), path, clock)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	var all []eatenFood
	for e, err := range db.Entries(t.Context(), diary.Date{}, diary.Date{}) {
		if err != nil {
			return nil, err
		}
		all = append(all, eatenFood{e.Date, e.Food, e.Amount, e.Nutrients})
	}
	return all, nil
}

func TestCheckFindsWhatIsNotAsItWasWritten(t *testing.T) {
	for name, c := range map[string]struct{ statement, want string }{
		"a changed figure": {`UPDATE entry SET amount = '130.00 g' WHERE id = 7`, "me: is damaged: 2000-01-01: the entries are not as they were written"},
		"a lost entry":     {`DELETE FROM entry WHERE id = 7`, "me: is damaged: 2000-01-01: the entries are not as they were written"},
		"a lost day":       {`DELETE FROM day WHERE date = '2000-01-01'`, ""},
		"a lost import":    {`PRAGMA foreign_keys = OFF; DELETE FROM import`, ""},
		"another measure":  {`UPDATE recorded SET nutrients = replace(nutrients, 'iron_mg', 'iron_kg')`, "me: is damaged: 2000-01-01: the entries are not as they were written"},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "diary.db")
			written(t, path)
			db := openAt(t, path)
			if problems, err := db.Check(t.Context()); err != nil || len(problems) > 0 {
				t.Fatalf("before: %q, %v", problems, err)
			}
			alter(t, path, c.statement)
			problems, err := db.Check(t.Context())
			if err != nil || len(problems) == 0 || c.want != "" && problems[0] != c.want {
				t.Errorf("problems %q, error %v, want %q", problems, err, c.want)
			}
		})
	}
}

func TestBackupAndRestore(t *testing.T) {
	dir := t.TempDir()
	path, backup := filepath.Join(dir, "diary.db"), filepath.Join(dir, "backup.db")
	db := openAt(t, path)
	mustImport(t, db, export("1.csv"), reader(eaten(1, "egg")))
	if err := db.Backup(t.Context(), backup); err != nil {
		t.Fatal(err)
	}
	checkMode(t, backup, 0o600)
	if err := db.Backup(t.Context(), backup); err == nil {
		t.Error("a backup replaced another")
	}
	mustImport(t, db, export("2.csv"), reader(eaten(2, "tea")))

	saved, err := store.Restore(t.Context(), path, backup, clock)
	if want := path + ".before-restore-20260309T173015Z"; err != nil || saved != want {
		t.Fatalf("saved as %q, error %v, want %q", saved, err, want)
	}
	wantShown(t, db, "1 egg") // which was open all the time
	wantShown(t, openAt(t, saved), "1 egg", "2 tea")
	mustImport(t, db, export("3.csv"), reader(eaten(3, "fig")))
	wantShown(t, openAt(t, path), "1 egg", "3 fig")
	info, err := db.Info(t.Context())
	if err != nil || !gocmp.Equal(info.Backups, []string{saved}) {
		t.Errorf("backups %q, error %v, want %q", info.Backups, err, saved)
	}
}

func TestADamagedDiaryIsMovedAsideForItsBackup(t *testing.T) {
	dir := t.TempDir()
	path, backup := filepath.Join(dir, "diary.db"), filepath.Join(dir, "backup.db")
	written(t, path)
	write(t, backup, read(t, path))
	overwrite(t, path, 4096, 30_000)
	damage := read(t, path)
	saved, err := store.Restore(t.Context(), path, backup, clock)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(entries(t, openAt(t, path))); n != 500 {
		t.Errorf("%d entries, want 500", n)
	}
	if string(read(t, saved)) != string(damage) {
		t.Error("the damaged file was changed")
	}
}

func TestADamagedBackupIsRefused(t *testing.T) {
	dir := t.TempDir()
	path, backup := filepath.Join(dir, "diary.db"), filepath.Join(dir, "backup.db")
	written(t, path)
	write(t, backup, read(t, path))
	overwrite(t, backup, 8192, 20_000)
	if _, err := store.Restore(t.Context(), path, backup, clock); !errors.Is(err, store.ErrDamaged) {
		t.Errorf("error %v, want %v", err, store.ErrDamaged)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := store.Restore(ctx, path, path, clock); err == nil {
		t.Error("a restore went on after its end")
	}
	if n := len(entries(t, openAt(t, path))); n != 500 {
		t.Errorf("%d entries, want 500", n)
	}
}
