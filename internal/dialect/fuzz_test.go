package dialect_test

import (
	"bytes"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/nutrigap/nutrigap/internal/dialect"
	"github.com/nutrigap/nutrigap/internal/diary"
)

func FuzzOpen(f *testing.F) {
	seed(f, "*")
	f.Fuzz(func(t *testing.T, content []byte) { checkDiary(t, content, dialect.Options{}) })
}

func FuzzPlain(f *testing.F) {
	seed(f, "plain")
	f.Fuzz(func(t *testing.T, content []byte) {
		checkDiary(t, content, dialect.Options{Dialect: "plain", Dates: "dmy"})
	})
}

func FuzzCronometer(f *testing.F) {
	seed(f, "cronometer")
	f.Fuzz(func(t *testing.T, content []byte) {
		checkDiary(t, content, dialect.Options{Dialect: "cronometer", Dates: "mdy"})
	})
}

// seed gives the fuzzer the diaries of testdata.
func seed(f *testing.F, folder string) {
	paths, err := filepath.Glob(filepath.Join(diaries, folder, "*.csv"))
	if err != nil || len(paths) == 0 {
		f.Fatalf("no diaries in %s: %v", folder, err)
	}
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(content)
	}
}

// checkDiary reads a diary and checks what must hold for any bytes: each line behind the headings becomes
// one record in its place, and no record says anything that a report must not carry.
func checkDiary(t *testing.T, content []byte, o dialect.Options) {
	reader, _, err := dialect.Open("f.csv", bytes.NewReader(content), o)
	if err != nil {
		var refused *diary.FileError
		if !errors.As(err, &refused) || refused.Reason == "" {
			t.Fatalf("not opened without a reason: %v", err)
		}
		return
	}
	lines := dataLines(content)
	last, records := 0, 0
	for {
		record, err := reader.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		records++
		line := record.Position().Line
		if line <= last || record.Position().File != "f.csv" {
			t.Fatalf("line %d behind line %d", line, last)
		}
		last = line
		checkRecord(t, record)
	}
	if lines >= 0 && records != lines {
		t.Fatalf("%d records of %d lines", records, lines)
	}
}

// dataLines counts the lines behind the headings; -1 where quotes or an encoding make that another matter.
func dataLines(content []byte) int {
	text := string(bytes.TrimPrefix(content, []byte("\xef\xbb\xbf")))
	if strings.HasPrefix(text, "\xff\xfe") || strings.HasPrefix(text, "\xfe\xff") || strings.ContainsAny(text, "\"") || len(text) > 60_000 {
		return -1
	}
	if !strings.Contains(text, "\n") {
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	lines := -1 // the headings
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.TrimRight(line, "\r")
		if lines < 0 && strings.Trim(line, " ,;\t") == "" {
			continue // before the headings
		}
		if line != "" {
			lines++
		}
	}
	return lines
}

func checkRecord(t *testing.T, record diary.Record) {
	switch r := record.(type) {
	case *diary.Skipped:
		if r.Reason == "" {
			t.Fatal("skipped without a reason")
		}
	case *diary.SyntaxError:
		if r.Reason == "" || !utf8.ValidString(r.Error()) || len(r.Error()) > 100_000 {
			t.Fatalf("a reason of %d bytes: %.100q", len(r.Error()), r.Error())
		}
	case *diary.Entry:
		if r.Date.IsZero() || r.Food == "" {
			t.Fatalf("an entry without date or food: %+v", r)
		}
		for _, text := range []string{r.Time, r.Meal, r.Food, r.Amount, r.Note, r.Category} {
			if !utf8.ValidString(text) || strings.ContainsFunc(text, unicode.IsControl) || text != strings.TrimSpace(text) {
				t.Fatalf("text is not clean: %q", text)
			}
		}
		for id, q := range r.Nutrients {
			if value, known := q.Known(); known && !(value >= 0 && !math.IsInf(value, 0)) {
				t.Fatalf("nutrient %d is %v", id, value)
			} else if !known && value != 0 {
				t.Fatalf("nutrient %d is unknown and %v", id, value)
			}
		}
	}
}
