package dialect_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/nutrigap/nutrigap/internal/dialect"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/golden"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

const diaries = "../../testdata/diaries"

// TestDiaries reads every diary of testdata. Its folder is the dialect that must claim it, "refused" for
// files that are no diary; a name ending in .dmy or .mdy gives the order of its dates, in .2016 or .1995
// the base of its daily values, in .of-NAME whose rows are read.
func TestDiaries(t *testing.T) {
	inputs, err := filepath.Glob(diaries + "/*/*.csv")
	if err != nil || len(inputs) < 30 {
		t.Fatalf("%d diaries: %v", len(inputs), err)
	}
	for _, path := range inputs {
		folder := filepath.Base(filepath.Dir(path))
		name := strings.TrimSuffix(filepath.Base(path), ".csv")
		t.Run(folder+"/"+name, func(t *testing.T) {
			content, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			var options dialect.Options
			switch said := strings.TrimPrefix(filepath.Ext(name), "."); {
			case slices.Contains(dialect.DailyValues(), said):
				options.DailyValues = said
			case strings.HasPrefix(said, "of-"):
				options.Subject = strings.TrimPrefix(said, "of-")
			case said != "":
				options.Dates = said
			}
			transcript, claimant := transcribe(t, filepath.Base(path), content, options)
			if claimant != folder {
				t.Errorf("claimed by %s", claimant)
			}
			golden.Check(t, strings.TrimSuffix(path, ".csv")+".want", []byte(transcript))
		})
	}
}

func TestEveryWantHasItsDiary(t *testing.T) {
	wants, err := filepath.Glob(diaries + "/*/*.want")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range wants {
		if _, err := os.Stat(strings.TrimSuffix(want, ".want") + ".csv"); err != nil {
			t.Errorf("%s: %v", want, err)
		}
	}
}

// transcribe writes a diary as one line for each record, and says which dialect claimed it.
func transcribe(t *testing.T, name string, content []byte, o dialect.Options) (transcript, claimant string) {
	t.Helper()
	reader, info, err := dialect.Open(name, bytes.NewReader(content), o)
	var refused *diary.FileError
	if errors.As(err, &refused) {
		return fmt.Sprintf("%v\nhint: %s\n", refused, refused.Hint()), "refused"
	}
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	fmt.Fprintf(&out, "nutrients: %v\nignored: %q\n", info.Nutrients, info.Ignored)
	for {
		record, err := reader.Read()
		if err == io.EOF {
			return out.String(), info.Dialect
		}
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&out, "%d: %s\n", record.Position().Line, describe(record))
	}
}

func describe(record diary.Record) string {
	switch r := record.(type) {
	case *diary.Skipped:
		return "skipped: " + r.Reason
	case *diary.SyntaxError:
		_, text, _ := strings.Cut(r.Error(), ": ")
		if r.Hint != "" {
			text += "\n   hint: " + r.Hint
		}
		return "error: " + text
	case *diary.Entry:
		line := fmt.Sprintf("%v %q at %q in %q, amount %q, category %q, note %q,", r.Date, r.Food, r.Time, r.Meal, r.Amount, r.Category, r.Note)
		if r.Level != diary.Food {
			line = fmt.Sprintf("%v %s at %q of %q, note %q,", r.Date, r.Level, r.Time, r.Meal, r.Note)
		}
		for id, q := range r.Nutrients {
			switch q.State {
			case nutrient.Measured:
				line += fmt.Sprintf(" %s=%v", nutrient.ID(id), q.Value)
			case nutrient.Unknown:
				line += fmt.Sprintf(" %s=?", nutrient.ID(id))
			}
		}
		return line
	}
	return fmt.Sprintf("unknown kind of record %T", record)
}

func TestRealExportsThatAreNoFoodAreRefusedByName(t *testing.T) {
	for pattern, want := range map[string]string{
		"cronometer-biometrics-*.csv": "biometrics",
		"mfp-exercise-summary-*.csv":  "exercise summary",
	} {
		for _, path := range sample(t, pattern) {
			content, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			text, claimant := transcribe(t, filepath.Base(path), content, dialect.Options{})
			if claimant != "refused" || !strings.Contains(text, want) {
				t.Errorf("%s: %s: %s", filepath.Base(path), claimant, text)
			}
		}
	}
}

func TestTheWeekOfTheReadmeIsReadWhole(t *testing.T) {
	content, err := os.ReadFile("../../testdata/week.csv")
	if err != nil {
		t.Fatal(err)
	}
	text, claimant := transcribe(t, "week.csv", content, dialect.Options{})
	if claimant != "plain" || strings.Contains(text, ": error: ") || strings.Contains(text, ": skipped: ") {
		t.Errorf("%s\n%s", claimant, text)
	}
}

func TestOptions(t *testing.T) {
	open := func(content string, o dialect.Options) (string, error) {
		_, info, err := dialect.Open("week.csv", strings.NewReader(content), o)
		return info.Dialect, err
	}
	servings := "Day,Group,Food Name,Amount\n"
	for _, name := range dialect.Names() {
		paths, err := filepath.Glob(filepath.Join(diaries, name, "*.csv"))
		if err != nil || len(paths) == 0 {
			t.Errorf("no diaries of %s: %v", name, err)
		}
		for _, path := range paths {
			content, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if got, err := open(string(content), dialect.Options{Dialect: name, Dates: "dmy"}); got != name || err != nil {
				t.Errorf("--dialect %s opens %s as %q: %v", name, path, got, err)
			}
		}
	}
	if got, err := open("date,food\n1/2/2026,egg\n", dialect.Options{Dialect: "cronometer"}); err == nil {
		t.Errorf("a sheet is forced to be %s", got)
	}
	if _, err := open(servings, dialect.Options{Dialect: "chronometer"}); err == nil ||
		!strings.HasPrefix(err.Error(), `no dialect "chronometer"; known are asa24, `) {
		t.Errorf("unknown dialect: %v", err)
	}
	for _, order := range dialect.DateOrders() {
		if _, err := open("date,food\n1/2/2026,egg\n", dialect.Options{Dates: order}); err != nil {
			t.Errorf("--dates %s: %v", order, err)
		}
	}
	if _, err := open(servings, dialect.Options{Dates: "ymd"}); err == nil || !strings.Contains(err.Error(), "dmy or mdy") {
		t.Errorf("unknown order: %v", err)
	}
}

func TestTheHeadingsDecideAndNotTheName(t *testing.T) {
	content := []byte("date,food\n2026-01-05,egg\n")
	a, _ := transcribe(t, "servings.csv", content, dialect.Options{})
	b, _ := transcribe(t, "-", content, dialect.Options{})
	if a != b {
		t.Errorf("%s\n%s", a, b)
	}
}

func TestBrokenStreamIsNoEndOfTheDiary(t *testing.T) {
	broken := errors.New("disk on fire")
	rows := "date,food\n" + strings.Repeat("2026-01-05,egg\n", 10_000)
	reader, _, err := dialect.Open("week.csv", failing{strings.NewReader(rows), broken}, dialect.Options{})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for ; err == nil; n++ {
		_, err = reader.Read()
	}
	if !errors.Is(err, broken) || n != 10_001 {
		t.Errorf("after %d records: %v", n-1, err)
	}
	if _, again := reader.Read(); !errors.Is(again, broken) {
		t.Errorf("and then: %v", again)
	}
	if _, _, err := dialect.Open("week.csv", failing{strings.NewReader(""), broken}, dialect.Options{}); !errors.Is(err, broken) || !strings.HasPrefix(err.Error(), "week.csv: ") {
		t.Errorf("broken at once: %v", err)
	}
}

// failing is a file that can't be read behind its beginning.
type failing struct {
	*strings.Reader
	err error
}

func (f failing) Size() int64 { return f.Reader.Size() + 1 }

func (f failing) ReadAt(p []byte, off int64) (int, error) {
	n, err := f.Reader.ReadAt(p, off)
	if err == io.EOF {
		err = f.err
	}
	return n, err
}

func TestNutrientsAreInDisplayOrder(t *testing.T) {
	_, info, err := dialect.Open("x", strings.NewReader("date,food,Iron (mg),Calories\n"), dialect.Options{})
	if err != nil || !slices.IsSorted(info.Nutrients) || len(info.Nutrients) != 2 {
		t.Errorf("%v, %v", info.Nutrients, err)
	}
}
