// Package reporttest gives the tests of the voices the same Summaries to speak: the stored ones of
// testdata/summaries, a year made of a week, and any Summary at all.
//
// Its rule: a voice is judged on every one of them, and the wants lie beside the stored inputs. It
// refuses to be used outside tests.
package reporttest

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/report"
)

// Dir is the folder of the stored Summaries, as seen from the folder of a voice.
var Dir = filepath.Join("..", "..", "..", "testdata", "summaries")

// Names are the stored Summaries, without ".json".
func Names() []string {
	return []string{"good-week", "one-day", "everything-unknown", "hostile", "empty"}
}

// German is the name of a stored Summary that was made in German, for the voices that people read.
const German = "woche"

// Path is the file of Dir that holds, or shall hold, the stored Summary in the form of a suffix:
// Path("good-week", ".txt").
func Path(name, suffix string) string { return filepath.Join(Dir, name+suffix) }

// Load reads one stored Summary.
func Load(t testing.TB, name string) *report.Summary {
	t.Helper()
	content, err := os.ReadFile(Path(name, ".json"))
	if err != nil {
		t.Fatal(err)
	}
	var s report.Summary
	if err := json.Unmarshal(content, &s); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return &s
}

// rowsADay is how many foods somebody logs who logs everything.
const rowsADay = 20

// Year is the stored good week over and over, from 2026-01-01, for 365 days of twenty logged foods.
func Year(t testing.TB) *report.Summary {
	t.Helper()
	s := Load(t, "good-week")
	week, rows, first := s.Days, s.Log, time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	s.Days, s.Log = make([]report.Day, 365), nil
	for i := range s.Days {
		s.Days[i] = week[i%len(week)]
		s.Days[i].Date = first.AddDate(0, 0, i).Format(time.DateOnly)
		for j := range rowsADay {
			row := rows[(i+j)%len(rows)]
			row.Date = s.Days[i].Date
			s.Log = append(s.Log, row)
		}
	}
	s.Period = report.Period{From: s.Days[0].Date, To: s.Days[364].Date, DaysLogged: 365, DaysComplete: 365 - 365/7}
	return s
}

// Hostile are texts that have broken terminals, spreadsheets and pages.
func Hostile() []string {
	return []string{
		`<script>alert("x")</script>`, `"><img src=x onerror=alert(1)>`, `</title></style><svg onload=alert(1)>`,
		`' onmouseover=alert(1) x='`, `javascript:alert(1)`, `{{.Person.Name}} %s %d`,
		`=HYPERLINK("http://evil.example","x")`, "@SUM(A1)", "+1", "-1+1", "\t=1", "\r=1", " =1", "＝1",
		"\x1b[31mred\x1b[0m", "\x1b]0;title\a", "\u009b31m", "\u202egnp.exe", "line one\nline two", "broken \xff",
		"鉄分たっぷり小松菜のおひたしと豆腐のみそ汁定食大盛りごはん付きお新香付き", "👩‍👩‍👧‍👦🇯🇵🍜", "e\u0301\u0301\u0301", "\u200b\ufeff",
	}
}

// Any makes any Summary whose numbers are finite: keys, statuses and dates that mean something, hostile
// texts, and whatever rapid thinks of, in every field that there is or will be.
func Any() *rapid.Generator[*report.Summary] {
	keys := []string{"", "2026-03-02", "9999-99-99", "female", "RDA", "mg"}
	for _, id := range nutrient.All() {
		keys = append(keys, id.Key())
	}
	statuses := []string{report.StatusShortfall, report.StatusPossible, report.StatusAdequate, report.StatusExcess, report.StatusCannotTell}
	g := &gen{
		text: rapid.OneOf(rapid.SampledFrom(keys), rapid.SampledFrom(statuses), rapid.SampledFrom(Hostile()), rapid.String()),
		number: rapid.OneOf(rapid.Float64Range(0, 5000), rapid.Float64Range(0, 1),
			rapid.SampledFrom([]float64{0, -1, 0.001, 99.9, 100, 1e6, 1e300, -1e300})),
		count: rapid.IntRange(-1, 1000),
		many:  rapid.IntRange(0, 4),
	}
	return rapid.Custom(func(t *rapid.T) *report.Summary {
		s := &report.Summary{}
		g.fill(t, reflect.ValueOf(s).Elem())
		s.Schema = report.Schema
		return s
	})
}

type gen struct {
	text        *rapid.Generator[string]
	number      *rapid.Generator[float64]
	count, many *rapid.Generator[int]
}

func (g *gen) fill(t *rapid.T, v reflect.Value) {
	if n, ok := v.Addr().Interface().(*report.DayNutrients); ok {
		var list []report.DayNutrient
		g.fill(t, reflect.ValueOf(&list).Elem())
		*n = report.Listed(list...)
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(g.text.Draw(t, "text"))
	case reflect.Float64:
		v.SetFloat(g.number.Draw(t, "number"))
	case reflect.Int:
		v.SetInt(int64(g.count.Draw(t, "count")))
	case reflect.Bool:
		v.SetBool(rapid.Bool().Draw(t, "bool"))
	case reflect.Pointer:
		if rapid.Bool().Draw(t, "known") {
			v.Set(reflect.New(v.Type().Elem()))
			g.fill(t, v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			g.fill(t, v.Field(i))
		}
	case reflect.Slice:
		if n := g.many.Draw(t, "many"); n > 0 {
			v.Set(reflect.MakeSlice(v.Type(), n, n))
			for i := range n {
				g.fill(t, v.Index(i))
			}
		}
	}
}
