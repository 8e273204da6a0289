package dialect

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseColumns(t *testing.T) {
	for _, tt := range []struct {
		texts []string
		want  map[string]string
		err   string
	}{
		{nil, map[string]string{}, ""},
		{[]string{"food=Speise,amount=Menge, date = Datum"}, map[string]string{"Speise": "food", "Menge": "amount", "Datum": "date"}, ""},
		{[]string{"food=Speise", "grams=Gewicht, netto"}, map[string]string{"Speise": "food", "Gewicht, netto": "grams"}, ""},
		{[]string{"magnesium_mg=Mg,Iron (mg)=Fe"}, map[string]string{"Mg": "magnesium_mg", "Fe": "Iron (mg)"}, ""},
		{[]string{"food"}, nil, "is not of the form"},
		{[]string{"food="}, nil, "is not of the form"},
		{[]string{"foot=Speise"}, nil, `there is no column "foot"`},
		{[]string{"food=a,Food=b"}, nil, "is said twice"},
		{[]string{"food=a", "meal=a"}, nil, "can't be two things"},
	} {
		got, err := ParseColumns(tt.texts)
		if (err != nil) != (tt.err != "") || err != nil && !strings.Contains(err.Error(), tt.err) {
			t.Errorf("%q: %v", tt.texts, err)
		}
		if err == nil {
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%q (-want +got)\n%s", tt.texts, diff)
			}
		}
	}
}

func TestRename(t *testing.T) {
	for _, tt := range []struct {
		claim, content string
		columns        map[string]string
		want           []string
		line           int
	}{
		{"two columns change places", "date,food,meal\n", map[string]string{"food": "meal", "meal": "food"}, []string{"date", "meal", "food"}, 1},
		{"what had the name before loses it", "date,food,what\n", map[string]string{"what": "food"}, []string{"date", "", "food"}, 1},
		{"case and signs don't matter", "Am,Was_ich aß\n", map[string]string{"am": "date", "was ich aß": "food"}, []string{"date", "food"}, 1},
		{"headings below a title", "Mein Tagebuch,\nAm,Was\n", map[string]string{"Am": "date", "Was": "food"}, []string{"date", "food"}, 2},
	} {
		f := file(t, tt.content)
		if err := rename(f, tt.columns); err != nil {
			t.Errorf("%s: %v", tt.claim, err)
		}
		if diff := cmp.Diff(tt.want, f.Header); diff != "" || f.Line != tt.line {
			t.Errorf("%s: in line %d\n%s", tt.claim, f.Line, diff)
		}
	}
	if err := rename(file(t, "a,b\n"), map[string]string{"c": "food"}); err == nil || err.Error() != `x: no column is headed "c"` {
		t.Error(err)
	}
}
