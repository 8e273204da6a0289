package plain

import (
	"io"
	"strings"
	"testing"

	"github.com/nutrigap/nutrigap/internal/dialect/table"
)

func TestSuggest(t *testing.T) {
	for _, tt := range []struct{ claim, content, want string }{
		{"by the looks of the cells", "Wann,Was,Kommentiert\n2026-03-01,spinach,x\n2026-03-02,egg,x\n", "date=Wann,food=Was"},
		{"a slip in a heading", "dat,fod,amuont\n2026-03-01,egg,2\n", "date=dat,food=fod,amount=amuont"},
		{"a name inside of a heading", "Datum/Uhrzeit;Das Lebensmittel;Menge ca.\n1.3.2026 08:00;Ei;2\n", "date=Datum/Uhrzeit,food=Das Lebensmittel,amount=Menge ca."},
		{"only what is missing", "date,eaten thing\n2026-03-01,egg\n2026-03-02,soup\n", "food=eaten thing"},
		{"meals are no foods", "x,y,z\n2026-03-01,lunch,egg\n2026-03-01,lunch,soup\n", "date=x,food=z"},
		{"no date", "a,b\negg,2\n", ""},
		{"no food", "a,b\n2026-03-01,2\n", ""},
		{"a heading that a shell would run", "$(rm),what\n2026-03-01,egg\n", ""},
		{"no rows", "a,b\n", ""},
	} {
		f, err := table.Open("x", func() (io.Reader, error) { return strings.NewReader(tt.content), nil }, table.Settings{})
		if err != nil {
			t.Fatal(err)
		}
		if got := Suggest(f); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.claim, got, tt.want)
		}
	}
}

func TestSlips(t *testing.T) {
	for words, want := range map[string]int{"food food": 0, "fod food": 1, "amuont amount": 2, " food": 4, "food ": 4, "essen speise": 4, "größe große": 1} {
		a, b, _ := strings.Cut(words, " ")
		if got := slips(a, b); got != want {
			t.Errorf("slips(%q, %q) = %d, want %d", a, b, got, want)
		}
	}
}
