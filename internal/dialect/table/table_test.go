package table

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"github.com/nutrigap/nutrigap/internal/diary"
)

func textOf(content string) Content {
	return func() (io.Reader, error) { return strings.NewReader(content), nil }
}

// readTable reads a table of the columns date and food.
func readTable(t *testing.T, content string) []diary.Record {
	t.Helper()
	f, err := Open("t.csv", textOf(content), Settings{})
	if err != nil {
		t.Fatal(err)
	}
	tags := make([]string, len(f.Header))
	copy(tags, []string{"date", "food"})
	dates, err := f.Dates(tags, "")
	if err != nil {
		t.Fatal(err)
	}
	r, err := NewReader(f, tags, func(row *Text, e *diary.Entry) diary.Record { return row.Fill(e, dates) })
	if err != nil {
		t.Fatal(err)
	}
	var all []diary.Record
	for {
		record, err := r.Read()
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, record)
	}
}

// entries tells each record of a table of the columns date and food in a few words.
func entries(t *testing.T, content string) []string {
	t.Helper()
	var told []string
	for _, record := range readTable(t, content) {
		switch record := record.(type) {
		case *diary.Entry:
			told = append(told, record.Pos.String()+" "+record.Food)
		case *diary.SyntaxError:
			told = append(told, record.Error())
		case *diary.Skipped:
			told = append(told, record.Pos.String()+" "+record.Reason)
		}
	}
	return told
}

func TestEncodingsMakeNoDifference(t *testing.T) {
	text := "date;food;Selenium (µg)\n2026-01-05;Müsli;1,5\n2026-01-05;crème;0\n"
	want := []string{"t.csv:2 Müsli", "t.csv:3 crème"}
	units := utf16.Encode([]rune("\ufeff" + text))
	little, big := make([]byte, 0, 2*len(units)), make([]byte, 0, 2*len(units))
	var latin []byte
	for _, u := range units {
		little = binary.LittleEndian.AppendUint16(little, u)
		big = binary.BigEndian.AppendUint16(big, u)
	}
	for _, r := range text {
		latin = append(latin, byte(r))
	}
	for name, content := range map[string]string{
		"UTF-8": text, "UTF-8 with mark": "\ufeff" + text, "UTF-16 LE": string(little), "UTF-16 BE": string(big), "Windows-1252": string(latin),
		"UTF-16 LE without mark": string(little[2:]), "UTF-16 BE without mark": string(big[2:]),
		"pipes": strings.ReplaceAll(text, ";", "|"), "CR CR LF": strings.ReplaceAll(text, "\n", "\r\r\n"),
		"commas": strings.ReplaceAll(strings.ReplaceAll(text, "1,5", "1.5"), ";", ","), "tabs": strings.ReplaceAll(text, ";", "\t"),
		"CR LF": strings.ReplaceAll(text, "\n", "\r\n"), "CR": strings.ReplaceAll(text, "\n", "\r"),
	} {
		if diff := cmp.Diff(want, entries(t, content)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", name, diff)
		}
	}
}

func TestExcelsFirstLineNamesTheSeparator(t *testing.T) {
	for _, first := range []string{"sep=;\n", "SEP=;\r\n", "\ufeffsep=;\n", "\"sep=;\"\n", "sep=\";\"\n"} {
		want := []string{"t.csv:3 a, b, c"}
		if diff := cmp.Diff(want, entries(t, first+"date;food\n2026-01-05;a, b, c\n")); diff != "" {
			t.Errorf("%q (-want +got)\n%s", first, diff)
		}
	}
	if diff := cmp.Diff([]string{"t.csv:5 b"}, entries(t, "\n\nsep=\t\ndate\tfood\n2026-01-05\tb\n")); diff != "" {
		t.Error(diff)
	}
}

func TestRowsOfAnyWidth(t *testing.T) {
	f, err := Open("t.csv", textOf("title\nday,kcal\n\n2026-01-05,\"1,744\",x\n  Egg\n,\n\"open\n"), Settings{})
	if err == nil {
		err = f.StartAt(1)
	}
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.Rows()
	var told []string
	for err == nil {
		var cells []string
		var problem diary.Record
		cells, problem, err = rows.Next()
		switch p := problem.(type) {
		case *diary.Skipped:
			told = append(told, p.Pos.String()+" "+p.Reason)
		case *diary.SyntaxError:
			told = append(told, p.Error())
		case nil:
			if err == nil {
				told = append(told, fmt.Sprintf("%v %q", rows.Pos(), cells))
			}
		}
	}
	want := []string{`t.csv:4 ["2026-01-05" "1,744" "x"]`, `t.csv:5 ["  Egg"]`, "t.csv:6 blank row", "t.csv:7: " + opened}
	if diff := cmp.Diff(want, told); diff != "" || err != io.EOF {
		t.Errorf("%v\n%s", err, diff)
	}
	if diff := cmp.Diff([][]string{{"title"}}, f.Preamble); diff != "" {
		t.Error(diff)
	}
}

func TestGlued(t *testing.T) {
	for cell, want := range map[string][2]string{
		"28g": {"28", "g"}, "3,436mg": {"3,436", "mg"}, "--g": {"--", "g"}, "0 ml": {"0", "ml"}, "–g": {"–", "g"}, "1.0 Portion(en)": {"1.0 Portion(en)", ""},
		"12": {"12", ""}, "": {"", ""}, " 7 µg ": {"7", "µg"}, "n/a": {"n/a", ""}, "50%": {"50", "%"},
	} {
		if number, unit := Glued(cell); number != want[0] || unit != want[1] {
			t.Errorf("Glued(%q) = %q, %q", cell, number, unit)
		}
	}
}

func TestLongTextCostsItsRow(t *testing.T) {
	content := "date,food\n2026-01-05," + strings.Repeat("ü", maxText) + "\n2026-01-05," + strings.Repeat("ü", maxText+1) + "\n2026-01-05,egg\n"
	got := entries(t, content)
	want := []string{"t.csv:2 " + strings.Repeat("ü", maxText), "t.csv:3: food: a text of 10001 characters is longer than 10000", "t.csv:4 egg"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestManyRecordsStayInOrder(t *testing.T) {
	var content strings.Builder
	var want []string
	content.WriteString("date,food\n")
	for range 129 {
		content.WriteString("2026-01-05,egg\n,\n2026-01-05\n")
		n := len(want) + 2
		at := func(i int) string { return (diary.Pos{File: "t.csv", Line: n + i}).String() }
		want = append(want, at(0)+" egg", at(1)+" blank row", at(2)+": the row has 1 cells, the headings are 2")
	}
	if diff := cmp.Diff(want, entries(t, content.String())); diff != "" {
		t.Error(diff)
	}
}

func TestFilesThatAreNoTable(t *testing.T) {
	for content, want := range map[string]string{
		"": "is empty", "\ufeff": "is empty", " \r\n": "is empty", ",,,\n,\n": "is empty",
		"%PDF-1.4\n":   "is a PDF document",
		"\x1f\x8b\x08": "is a gzip archive", "\xd0\xcf\x11\xe0": "is an old Excel workbook", "SQLite format 3\x00": "is a database",
		"{\"diary\": []}": "is JSON", "[{\"food\": 1}]": "is JSON", " <HTML>": "is a web page", "<?xml version=\"1.0\"?>": "is XML",
		"\x89PNG\r\n": "is a picture", "date,food\n\x00": "is a binary file",
		"\"date,food\n": "no headings in the first line: " + opened,
	} {
		_, err := Open("t.csv", textOf(content), Settings{})
		var refused *diary.FileError
		if !errors.As(err, &refused) || refused.Error() != "t.csv: "+want || refused.Hint() == "" {
			t.Errorf("%q: %v", content, err)
		}
	}
}

func TestSniffDelimiter(t *testing.T) {
	for headings, want := range map[string]rune{
		"date,food": ',', "date;food": ';', "date\tfood": '\t', "food": ',', "date;\"a,b,c\";d": ';', "date,\"a;b;c\",d": ',', "a,b;c": ',',
	} {
		if got, _ := sniffDelimiter(headings); got != want {
			t.Errorf("%q: %q", headings, got)
		}
	}
}
