package dialect_test

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/nutrigap/nutrigap/internal/dialect"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// TestAbilitiesAreWhatTheReadersDo holds the list of abilities against the diaries of testdata.
func TestAbilitiesAreWhatTheReadersDo(t *testing.T) {
	if got := len(dialect.Judged()); got != 9 {
		t.Errorf("%d nutrients are judged", got)
	}
	for _, f := range dialect.Formats() {
		plain, based := readIn(t, f.Name, ""), readIn(t, f.Name, "2016")
		for _, id := range dialect.Judged() {
			var want dialect.Ability
			switch {
			case slices.Contains(plain, id):
				want = dialect.Measured
			case slices.Contains(based, id):
				want = dialect.Percent
			default:
				want = dialect.Never
			}
			if got := f.Says[id]; got != want && !(got == dialect.Unseen && want == dialect.Never) {
				t.Errorf("%s: %s is said to be %q, and testdata has it %s", f.Name, id, got, want)
			}
		}
	}
}

// readIn lists the nutrients that any diary of a dialect has a column for.
func readIn(t *testing.T, name, base string) []nutrient.ID {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(diaries, name, "*.csv"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no diaries of %s: %v", name, err)
	}
	var all []nutrient.ID
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		_, info, err := dialect.Open(filepath.Base(path), bytes.NewReader(content), dialect.Options{Dialect: name, Dates: "dmy", DailyValues: base})
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, info.Nutrients...)
	}
	return all
}

// TestEveryColumnIsExplained checks the lists of headings of all rooms.
func TestEveryColumnIsExplained(t *testing.T) {
	paths, err := filepath.Glob("*/*.csv")
	if err != nil {
		t.Fatal(err)
	}
	checked := 0
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(bytes.NewReader(content)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(rows[0], []string{"heading", "field", "means", "source"}) {
			continue
		}
		checked++
		for _, row := range rows[1:] {
			if _, ok := nutrient.ParseHeading(row[2]); !ok && row[1] == "" && row[2] != "" {
				t.Errorf("%s: %q means %q, which is no nutrient", path, row[0], row[2])
			}
			if row[1] != "" && row[2] != "" || row[3] == "" {
				t.Errorf("%s: %q is a field and a nutrient, or has no source", path, row[0])
			}
		}
	}
	if checked < 10 {
		t.Errorf("only %d lists of headings", checked)
	}
}
