package export

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

const columns = `heading,field,means,source
When,date,,x
What,food,,x
MAGN,,Magnesium (mg),x
Iron (%),,,x
`

func open(t *testing.T, content string) *table.File {
	t.Helper()
	f, err := table.Open("t.csv", func() (io.Reader, error) { return strings.NewReader(content), nil }, table.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func read(t *testing.T, r diary.Reader) []string {
	t.Helper()
	var all []string
	for {
		record, err := r.Read()
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		text := record.Position().String() + " "
		switch r := record.(type) {
		case *diary.Entry:
			text += r.Label() + " " + r.Amount
		case *diary.Skipped:
			text += r.Reason
		case *diary.SyntaxError:
			text = r.Error()
		}
		all = append(all, strings.TrimSpace(text))
	}
}

func TestMessagesKeepTheSpellingOfTheFile(t *testing.T) {
	f := open(t, "WHEN,what,magn,Iron (%),Colour\n2026-03-01,egg,12,5,red\n2026-03-01,soup,many,,\nsoon,egg,1,,\n")
	source, err := Open(f, Parse(columns), "", func(r *table.Text, e *diary.Entry, d *table.Dates) diary.Record { return r.Fill(e, d) }, "food")
	if err != nil {
		t.Fatal(err)
	}
	if got := source.Ignored(); !slices.Equal(got, []string{"Iron (%)", "Colour"}) {
		t.Errorf("not read: %q", got)
	}
	if got := source.Nutrients(); !slices.Equal(got, []nutrient.ID{nutrient.Magnesium}) {
		t.Errorf("nutrients: %v", got)
	}
	want := []string{"t.csv:2 egg", `t.csv:3: magn: "many" is not a number`, `t.csv:4: WHEN: "soon" is not a date; write it as 2026-03-01`}
	if diff := cmp.Diff(want, read(t, source)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestTheOrderOfTheAppDecidesOnlyWhereTheFileDoesNot(t *testing.T) {
	l := Parse(columns)
	l.Order = table.MonthFirst
	for content, want := range map[string]string{
		"When,What\n03/04/2026,egg\n":                  "2026-03-04",
		"When,What\n03/04/2026,egg\n25/04/2026,egg\n":  "2026-04-03",
		"When,What\n2026-03-04,egg\n03/05/2026,milk\n": "2026-03-04",
	} {
		source, err := Open(open(t, content), l, "", func(r *table.Text, e *diary.Entry, d *table.Dates) diary.Record { return r.Fill(e, d) }, "food")
		if err != nil {
			t.Fatal(err)
		}
		record, _ := source.Read()
		if e, ok := record.(*diary.Entry); !ok || e.Date.String() != want {
			t.Errorf("%q: %+v, want %s", content, record, want)
		}
	}
	var refused *diary.FileError
	if _, err := Open[table.Text](open(t, "When,Who\n"), l, "", nil, "food"); !errors.As(err, &refused) {
		t.Errorf("a file without foods: %v", err)
	}
}

func TestHeldRecordsMayChangeUntilTheyAreReleased(t *testing.T) {
	f := open(t, "a\nb\nc\n"+strings.Repeat("d\n", 2*maxHeld))
	o, err := NewOutline(f, f.Nutrients(nil, nil), nil, func(o *Outline, cells []string) diary.Record {
		switch cells[0] {
		case "b":
			o.Hold = true
		case "c":
			o.Replace(&diary.Skipped{Reason: "replaced"})
		}
		return &diary.Skipped{Reason: cells[0]}
	})
	if err != nil {
		t.Fatal(err)
	}
	got := read(t, o)
	if diff := cmp.Diff([]string{"t.csv:2 replaced", "t.csv:3 c", "t.csv:4 d"}, got[:3]); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if len(got) != 2+2*maxHeld {
		t.Errorf("%d records", len(got))
	}
}

func TestLone(t *testing.T) {
	for row, want := range map[string]string{"a": "a", ",a,": "a", " a ,\t": "a", "a,b": "", "": "", ",,": ""} {
		if got, ok := Lone(strings.Split(row, ",")); got != want || ok != (want != "") {
			t.Errorf("%q: %q, %v", row, got, ok)
		}
	}
}

func TestAServingSaysWhatItWeighs(t *testing.T) {
	iron := nutrient.Amounts{nutrient.Iron: nutrient.Of(2)}
	for _, tt := range []struct {
		claim                  string
		weight, quantity, unit string
		nutrients              nutrient.Amounts
		want                   string
		skipped                bool
	}{
		{"a weight is surer than a measure", "280", "2", "cup", iron, "280 g", false},
		{"without a weight the measure counts", "", "1.5", "cup", iron, "1.5 cup", false},
		{"a weight of zero beside nutrients is not known", "0.0", "", "", iron, "", false},
		{"a weight of zero beside a measure is not known", "0", "1", "slice", iron, "1 slice", false},
		{"a weight of zero and nothing in it was not eaten", "0.0", "", "", nutrient.Amounts{}, "0.0 g", true},
		{"nothing at all is no amount", "n/a", "", "cup", iron, "", false},
	} {
		s := Serving{Text: table.Text{Date: "2026-03-01", Food: "soup"}, Quantity: tt.quantity, Unit: tt.unit, Weight: tt.weight}
		e := &diary.Entry{Nutrients: tt.nutrients}
		record := s.Fill(e, &table.Dates{})
		if _, skipped := record.(*diary.Skipped); e.Amount != tt.want || skipped != tt.skipped {
			t.Errorf("%s: %q, %+v", tt.claim, e.Amount, record)
		}
	}
}
