package table

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"
)

// A line is cut just as encoding/csv cuts it.
func FuzzSplit(f *testing.F) {
	for _, line := range []string{
		"", ",", "a,b", `"a,b",c`, `"a""b",""`, `"`, `""`, `"""`, `""""`, `12" pizza,"x" y,"z"`, `"a" b","c`, `a,"b`, "\r,\x00,é", `"a"",b`,
	} {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		line = strings.TrimRight(strings.NewReplacer("\n", "", "\r\r", "").Replace(line), "\r")
		if line == "" {
			return // encoding/csv passes over blank lines; so does the reader of lines
		}
		r := csv.NewReader(strings.NewReader(line + "\n"))
		r.LazyQuotes = true
		want, err := r.Read()
		if err != nil {
			t.Skip(err)
		}
		got, ok := split(nil, line, ',')
		open := strings.HasSuffix(want[len(want)-1], "\n") // it went on behind the line
		if ok == open || ok && !slices.Equal(got, want) {
			t.Errorf("%q: %q, %v; want %q", line, got, ok, want)
		}
	})
}

func TestISODates(t *testing.T) {
	for text, want := range map[string]bool{
		"2026-03-01": true, "2026-+3-01": false, "2026-02-30": false, "1026-03-01": false, "2026/03/01": false, "2026-03-1": false, "-026-03-01": false,
	} {
		if _, ok := isoDate(text); ok != want {
			t.Errorf("%q is a date: %v", text, ok)
		}
	}
}
