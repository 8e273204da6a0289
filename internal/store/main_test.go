package store_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/store"
)

// The environment of a child process: the test binary does one thing to a diary instead of running tests,
// so that it can be killed.
const (
	childPath    = "NUTRIGAP_STORE_TEST_PATH"
	childTask    = "NUTRIGAP_STORE_TEST_TASK"
	childFile    = "NUTRIGAP_STORE_TEST_FILE"
	childEntries = 4000
)

func TestMain(m *testing.M) {
	if path := os.Getenv(childPath); path != "" {
		if err := childTasks[os.Getenv(childTask)](path, os.Getenv(childFile)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// childTasks are what a child can do. Each prints one byte before it opens the diary and one when it is
// done; the import also after every tenth of the file.
var childTasks = map[string]func(path, file string) error{
	"import": func(path, file string) error {
		return withChildDiary(path, func(db *store.DB) error {
			_, err := db.Import(context.Background(), source(file), childReader())
			return err
		})
	},
	"merge": func(path, file string) error {
		return withChildDiary(path, func(db *store.DB) error {
			_, err := db.Import(context.Background(), export(file), childReader())
			return err
		})
	},
	"undo": func(path, id string) error {
		return withChildDiary(path, func(db *store.DB) error {
			n, err := strconv.ParseInt(id, 10, 64)
			if err != nil {
				return err
			}
			_, err = db.Undo(context.Background(), n)
			return err
		})
	},
	"limited": limited,
	"restore": func(path, file string) error {
		os.Stdout.WriteString(".")
		_, err := store.Restore(context.Background(), path, file, clock)
		os.Stdout.WriteString(".")
		return err
	},
}

func withChildDiary(path string, do func(*store.DB) error) error {
	os.Stdout.WriteString(".")
	db, err := store.Open(context.Background(), path, clock)
	if err != nil {
		return err
	}
	defer db.Close()
	if err := do(db); err != nil {
		return err
	}
	os.Stdout.WriteString(".")
	return nil
}

func childReader() diary.Reader {
	return &generated{n: childEntries, each: func(i int) error {
		if i%(childEntries/10) == 0 {
			os.Stdout.WriteString(".")
		}
		return nil
	}}
}

// child starts a process that does a task; its marks come out of the reader.
func child(t *testing.T, task, path, file string) (*exec.Cmd, *bufio.Reader) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), childTask+"="+task, childPath+"="+path, childFile+"="+file)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, bufio.NewReader(out)
}

// clock stands still at a moment with a zone and a fraction of a second, neither of which is kept.
func clock() time.Time {
	return time.Date(2026, time.March, 9, 18, 30, 15, 250, time.FixedZone("CET", 3600))
}

// source is a file whose name stands for its content, and that replaces no other's days.
func source(name string) store.Source {
	return store.Source{Name: name, Digest: "digest of " + name, Dialect: "plain", Series: name}
}

// open opens a diary in a folder of its own, for the length of the test.
func open(t testing.TB) *store.DB {
	t.Helper()
	return openAt(t, filepath.Join(t.TempDir(), "diary.db"))
}

func openAt(t testing.TB, path string) *store.DB {
	t.Helper()
	db, err := store.Open(t.Context(), path, clock)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db
}

// list is a reader of records in memory.
type list []diary.Record

func reader(records ...diary.Record) diary.Reader {
	l := list(records)
	return &l
}

func (l *list) Read() (diary.Record, error) {
	if len(*l) == 0 {
		return nil, io.EOF
	}
	r := (*l)[0]
	*l = (*l)[1:]
	return r, nil
}

// generated is a reader of n entries, 25 a day, with ten known nutrients each. It calls each, where there
// is one, before the i-th, and once at the end, and returns its error.
type generated struct {
	n, i int
	each func(i int) error
}

func (g *generated) Read() (diary.Record, error) {
	if g.each != nil {
		if err := g.each(g.i); err != nil {
			return nil, err
		}
	}
	if g.i == g.n {
		return nil, io.EOF
	}
	e := &diary.Entry{
		Pos:    diary.Pos{File: "generated.csv", Line: g.i + 2},
		Date:   diary.Date{Year: 2000, Month: time.January, Day: 1}.AddDays(g.i / 25),
		Meal:   [...]string{"Breakfast", "Lunch", "Dinner", "Snacks"}[g.i/7%4],
		Food:   fmt.Sprintf("Spinach, raw, kind %d", g.i%5000),
		Amount: "120.00 g",
	}
	for id := range e.Nutrients[:10] {
		e.Nutrients[id] = nutrient.Of(float64(g.i%100) / 4)
	}
	g.i++
	return e, nil
}

// entries reads a whole diary.
func entries(t testing.TB, db *store.DB) []*diary.Entry {
	t.Helper()
	var all []*diary.Entry
	for e, err := range db.Entries(t.Context(), diary.Date{}, diary.Date{}) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, e)
	}
	return all
}

// imports reads the ledger.
func imports(t testing.TB, db *store.DB) []store.Import {
	t.Helper()
	all, err := db.Imports(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func mustImport(t testing.TB, db *store.DB, src store.Source, r diary.Reader) store.Result {
	t.Helper()
	got, err := db.Import(t.Context(), src, r)
	if err != nil {
		t.Fatal(err)
	}
	return got
}
