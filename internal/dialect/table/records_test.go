package table

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nutrigap/nutrigap/internal/diary"
)

// readAll reads a table and tells each record in a line: its number, then its cells or what it is instead.
func readAll(t *testing.T, text string, end byte) []string {
	t.Helper()
	rs := newRecords("t.csv", bufio.NewReaderSize(strings.NewReader(text), bufferSize), end, ',')
	var told []string
	for {
		cells, problem, err := rs.next()
		if err == io.EOF {
			return told
		}
		switch p := problem.(type) {
		case nil:
			if err != nil {
				t.Fatal(err)
			}
			told = append(told, fmt.Sprintf("%d %q", rs.lines.first, cells))
		case *diary.Skipped:
			told = append(told, fmt.Sprintf("%d skipped", p.Pos.Line))
		case *diary.SyntaxError:
			told = append(told, fmt.Sprintf("%d %s", p.Pos.Line, p.Reason))
		}
		if rs.width == 0 {
			rs.width, rs.csv.FieldsPerRecord = len(cells), len(cells)
		}
	}
}

const opened = `the quote (") that opens here is not closed`

func TestRecords(t *testing.T) {
	long := strings.Repeat("x", bufferSize)
	tests := []struct {
		claim, text string
		want        []string
	}{
		{"rows have the numbers that an editor shows", "date,food\n\n1,a\n\n\n2,b", []string{`1 ["date" "food"]`, `3 ["1" "a"]`, `6 ["2" "b"]`}},
		{"a quote inside of a text is a quote", "date,food\n1,12\" pizza\n2,\"a \"\"b\"\"\"\n", []string{`1 ["date" "food"]`, `2 ["1" "12\" pizza"]`, `3 ["2" "a \"b\""]`}},
		{"a text may have several lines", "date,food\n1,\"a\nb\n\nc\"\n2,d\n", []string{`1 ["date" "food"]`, `2 ["1" "a\nb\n\nc"]`, `6 ["2" "d"]`}},
		{"a heading may have several lines", "date,\"food\n(name)\"\n1,a\n", []string{`1 ["date" "food\n(name)"]`, `3 ["1" "a"]`}},
		{"a short and a long row cost themselves", "date,food\n1\n2,b,c\n3,d\n", []string{`1 ["date" "food"]`,
			"2 the row has 1 cells, the headings are 2", "3 the row has 3 cells, the headings are 2", `4 ["3" "d"]`}},
		{"blank rows are no rows", "date,food\n,\n , \n,,,\n1,a\n", []string{`1 ["date" "food"]`, "2 skipped", "3 skipped", "4 skipped", `5 ["1" "a"]`}},
		{"an unclosed quote costs its line", "date,food\n1,\"a\n2,b\n3,c\n", []string{`1 ["date" "food"]`, "2 " + opened, `3 ["2" "b"]`, `4 ["3" "c"]`}},
		{"an unclosed quote in the last line too", "date,food\n1,a\n2,\"b", []string{`1 ["date" "food"]`, `2 ["1" "a"]`, "3 " + opened}},
		{"unclosed quotes one behind the other", "date,food\n1,\"a\n2,\"b x\n\n3,\"c x\n4,d\n",
			[]string{`1 ["date" "food"]`, "2 " + opened, "3 " + opened, "5 " + opened, `6 ["4" "d"]`}},
		{"a stray quote closed by another gives back the rows between", "date,food\n1,\"a\n2,b\n3,c\" d,f\n4,e\n",
			[]string{`1 ["date" "food"]`, "2 " + opened, `3 ["2" "b"]`, "4 the row has 3 cells, the headings are 2", `5 ["4" "e"]`}},
		{"blank cells behind the last heading are none", "date,food\n1,a,\n2,b, ,\n", []string{`1 ["date" "food"]`, `2 ["1" "a"]`, `3 ["2" "b"]`}},
		{"rows in a closed quote are seen by their dates", "date,food\n2026-01-05,\"a\n2026-01-06,b\"\n2026-01-07,c\n",
			[]string{`1 ["date" "food"]`, "2 " + opened, `3 ["2026-01-06" "b\""]`, `4 ["2026-01-07" "c"]`}},
		{"a date in a note is a note", "date,food,note\n2026-01-05,a,\"like\n2026-01-04\"\n", []string{`1 ["date" "food" "note"]`, `2 ["2026-01-05" "a" "like\n2026-01-04"]`}},
		{"half of the file behind a quote is given back", "date,food\n1,\"a\n" + strings.Repeat("2,b\n", 70),
			append([]string{`1 ["date" "food"]`, "2 " + opened}, numbered(3, 70, `["2" "b"]`)...)},
		{"a line without end costs itself", "date,food\n1," + long + "\n2,b\n", []string{`1 ["date" "food"]`, "2 the line is longer than 64 kB", `3 ["2" "b"]`}},
		{"a line without end behind a quote", "date,food\n1,\"a\n2," + long + "\n3,b\n",
			[]string{`1 ["date" "food"]`, "2 " + opened, "3 the line is longer than 64 kB", `4 ["3" "b"]`}},
		{"a line without end at the end", "date,food\n1," + long, []string{`1 ["date" "food"]`, "2 the line is longer than 64 kB"}},
		{"no rows", "date,food", []string{`1 ["date" "food"]`}},
		{"nothing", "\n\n", nil},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, readAll(t, tt.text, '\n')); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.claim, diff)
		}
	}
}

func numbered(from, n int, text string) []string {
	var lines []string
	for i := range n {
		lines = append(lines, fmt.Sprintf("%d %s", from+i, text))
	}
	return lines
}

func TestLineEndsMakeNoDifference(t *testing.T) {
	text := "date,food\n1,\"a\nb\"\n\n2,\"c\"\n,\n3,\"d\n4,e"
	want := readAll(t, text, '\n')
	for _, end := range []string{"\r\n", "\r\r\n"} {
		if diff := cmp.Diff(want, readAll(t, strings.ReplaceAll(text, "\n", end), '\n')); diff != "" {
			t.Errorf("%q (-want +got)\n%s", end, diff)
		}
	}
	if diff := cmp.Diff(want, readAll(t, strings.ReplaceAll(text, "\n", "\r"), '\r')); diff != "" {
		t.Errorf("CR (-want +got)\n%s", diff)
	}
}

// Lines that open a quote which no line closes are each looked at once, and each costs only itself.
func TestManyStrayQuotes(t *testing.T) {
	var content strings.Builder
	var want []string
	content.WriteString("date,food\n")
	for i := range 3 * maxRecordLines {
		content.WriteString("2026-01-05,\"egg\n2026-01-05,egg\n")
		at := func(line int) string { return (diary.Pos{File: "t.csv", Line: 2 + 2*i + line}).String() }
		want = append(want, at(0)+": "+opened, at(1)+" egg")
	}
	if diff := cmp.Diff(want, entries(t, content.String())); diff != "" {
		t.Error(diff)
	}
}
