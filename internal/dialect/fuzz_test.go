package dialect_test

import (
	"bytes"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
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

func FuzzASA24(f *testing.F)             { fuzz(f, "asa24") }
func FuzzASA24Supplements(f *testing.F)  { fuzz(f, "asa24-supplements") }
func FuzzASA24Totals(f *testing.F)       { fuzz(f, "asa24-totals") }
func FuzzCronometerDaily(f *testing.F)   { fuzz(f, "cronometer-daily") }
func FuzzFatSecret(f *testing.F)         { fuzz(f, "fatsecret") }
func FuzzFitbit(f *testing.F)            { fuzz(f, "fitbit") }
func FuzzLoseIt(f *testing.F)            { fuzz(f, "loseit") }
func FuzzMacroFactor(f *testing.F)       { fuzz(f, "macrofactor") }
func FuzzMyFitnessPal(f *testing.F)      { fuzz(f, "myfitnesspal") }
func FuzzMyFitnessPalDiary(f *testing.F) { fuzz(f, "myfitnesspal-diary") }
func FuzzMyNetDiary(f *testing.F)        { fuzz(f, "mynetdiary") }
func FuzzSamsung(f *testing.F)           { fuzz(f, "samsung") }
func FuzzSamsungNutrition(f *testing.F)  { fuzz(f, "samsung-nutrition") }
func FuzzSamsungWater(f *testing.F)      { fuzz(f, "samsung-water") }
func FuzzSparkyFitness(f *testing.F)     { fuzz(f, "sparkyfitness") }
func FuzzWaistline(f *testing.F)         { fuzz(f, "waistline") }
func FuzzYazio(f *testing.F)             { fuzz(f, "yazio") }
func FuzzYazioMeals(f *testing.F)        { fuzz(f, "yazio-meals") }

// fuzz checks a dialect that every file is taken to be of.
func fuzz(f *testing.F, name string) {
	seed(f, name)
	f.Fuzz(func(t *testing.T, content []byte) {
		checkDiary(t, content, dialect.Options{Dialect: name, DailyValues: "2016"})
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
	reader, info, err := dialect.Open("f.csv", bytes.NewReader(content), o)
	if err != nil {
		var refused *diary.FileError
		if !errors.As(err, &refused) || refused.Reason == "" {
			t.Fatalf("not opened without a reason: %v", err)
		}
		return
	}
	lines, exact := dataLines(content)
	lines = slices.DeleteFunc(lines, func(line int) bool { return line <= info.Line })
	last, records, stray, several := 0, 0, false, false
	for {
		record, err := reader.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		line := record.Position().Line
		if _, ok := record.(*diary.Entry); ok && several && line == last {
			checkRecord(t, record) // one more food of the same line
			continue
		}
		_, several = record.(*diary.Entry)
		if line <= last || !strings.HasPrefix(record.Position().File, "f.csv") {
			t.Fatalf("line %d behind line %d", line, last)
		}
		if exact && line != lines[records] || stray && !follows(lines, last, line) {
			t.Fatalf("line %d behind line %d loses one of %v", line, last, lines)
		}
		bad, refused := record.(*diary.SyntaxError)
		stray = lines != nil && refused && strings.Contains(bad.Reason, "quote (\")")
		last = line
		records++
		checkRecord(t, record)
	}
	if exact && records != len(lines) {
		t.Fatalf("%d records of the lines %v", records, lines)
	}
}

// dataLines are the numbers of the lines that are not empty. If the file has no quotes, exact says that
// each of them behind the headings is a record. They are nil where the encoding makes them another matter.
func dataLines(content []byte) (numbers []int, exact bool) {
	text := string(bytes.TrimPrefix(content, []byte("\xef\xbb\xbf")))
	if strings.ContainsAny(text, "\x00") || strings.HasPrefix(text, "\xff\xfe") || strings.HasPrefix(text, "\xfe\xff") || strings.HasPrefix(text, "PK") || len(text) > 60_000 {
		return nil, false
	}
	if !strings.Contains(text, "\n") {
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	number := 0
	for line := range strings.SplitSeq(text, "\n") {
		number++
		if strings.TrimRight(line, "\r") != "" {
			numbers = append(numbers, number)
		}
	}
	return numbers, !strings.Contains(text, `"`)
}

// follows reports whether next is the first of the lines behind last.
func follows(lines []int, last, next int) bool {
	i := slices.IndexFunc(lines, func(n int) bool { return n > last })
	return i >= 0 && lines[i] == next
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
		if r.Date.IsZero() || (r.Food == "") != (r.Level != diary.Food) {
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
