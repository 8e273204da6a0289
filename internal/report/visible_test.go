package report

import (
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestVisible(t *testing.T) {
	test := func(claim, in, want string) {
		t.Helper()
		if got := Visible(in); got != want {
			t.Errorf("%s: Visible(%q) = %q, want %q", claim, in, got, want)
		}
	}
	test("plain text stays", "½ cup crème fraîche, 鉄 250 µg", "½ cup crème fraîche, 鉄 250 µg")
	test("escapes show", "\x1b[31mred\x07\x7f", "␛[31mred␇␡")
	test("eight-bit escapes show", "\u009b31m", "�31m")
	test("line breaks and tabs are spaces", "a\nb\tc\r\nd\u2028e", "a b c  d e")
	test("direction overrides can't hide an ending", "soup\u202egnp.exe", "soup�gnp.exe")
	test("invisible characters show", "a\u200bb\ufeffc", "a�b�c")
	test("broken UTF-8 shows", "caf\xe9", "caf�")
	test("families of emoji stay together", "👩\u200d👧", "👩\u200d👧")
	test("Persian keeps its joiners", "می\u200cخواهم", "می\u200cخواهم")
}

func TestVisibleSummary(t *testing.T) {
	dirty := "a\x1bb"
	amount := 3.0
	s := &Summary{
		Reference: dirty,
		Focus:     []string{dirty},
		Days:      []Day{{Date: dirty, Nutrients: Listed(DayNutrient{Key: dirty, Amount: &amount})}},
		Nutrients: []Nutrient{{Name: dirty, Symptoms: []Symptom{{Text: dirty}}}},
		Unmatched: []Unmatched{{Food: dirty}},
	}
	got := s.Visible()
	clean := "a␛b"
	want := &Summary{
		Reference: clean,
		Focus:     []string{clean},
		Days:      []Day{{Date: clean, Nutrients: Listed(DayNutrient{Key: clean, Amount: &amount})}},
		Nutrients: []Nutrient{{Name: clean, Symptoms: []Symptom{{Text: clean}}}},
		Unmatched: []Unmatched{{Food: clean}},
	}
	if d := cmp.Diff(want, got, cmp.Transformer("listed", DayNutrients.All)); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
	if s.Focus[0] != dirty || s.Days[0].Nutrients.All()[0].Key != dirty || s.Nutrients[0].Symptoms[0].Text != dirty {
		t.Error("the original was changed")
	}
}

func TestVisibleCutsWhatIsTooLong(t *testing.T) {
	test := func(claim, in, want string) {
		t.Helper()
		s := &Summary{Disclaimer: in}
		if got := s.Visible().Disclaimer; got != want {
			t.Errorf("%s: %d characters become %d", claim, utf8.RuneCountInString(in), utf8.RuneCountInString(got))
		}
	}
	test("a long sentence stays", strings.Repeat("é", longest), strings.Repeat("é", longest))
	test("one character more is cut", strings.Repeat("é", longest+1), strings.Repeat("é", longest-1)+"…")
}

// The walk in visible knows these kinds; a field of another kind would pass through it unseen.
func TestVisibleKnowsEveryKind(t *testing.T) {
	var check func(path string, typ reflect.Type)
	check = func(path string, typ reflect.Type) {
		if typ == reflect.TypeFor[DayNutrients]() {
			typ = reflect.TypeFor[[]DayNutrient]() // what is worked out holds no words of a diary
		}
		switch typ.Kind() {
		case reflect.String, reflect.Bool, reflect.Int, reflect.Float64:
		case reflect.Slice:
			check(path+"[]", typ.Elem())
		case reflect.Pointer:
			check(path, typ.Elem())
		case reflect.Struct:
			for i := range typ.NumField() {
				check(path+"."+typ.Field(i).Name, typ.Field(i).Type)
			}
		default:
			t.Errorf("%s is a %s, which visible doesn't follow", path, typ.Kind())
		}
	}
	check("Summary", reflect.TypeFor[Summary]())
}

func TestVisibleLeavesWhatIsBehindAPointerAsItWas(t *testing.T) {
	s := &Summary{OwnSymptoms: []OwnSymptom{{Association: &Association{Text: "a\x1bb", Pairs: []Coincidence{{Name: "c\n"}}}}}}
	seen := s.Visible().OwnSymptoms[0].Association
	if seen.Text != "a␛b" || seen.Pairs[0].Name != "c " {
		t.Errorf("seen as %q, %q", seen.Text, seen.Pairs[0].Name)
	}
	if was := s.OwnSymptoms[0].Association; was.Text != "a\x1bb" || was.Pairs[0].Name != "c\n" {
		t.Errorf("changed to %q, %q", was.Text, was.Pairs[0].Name)
	}
}

func FuzzVisible(f *testing.F) {
	for _, seed := range []string{"", "soup", "\x1b]0;title\a", "\u202e", "\xff\xfe"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Visible(s)
		if !utf8.ValidString(got) {
			t.Fatalf("Visible(%q) is not UTF-8", s)
		}
		for _, r := range got {
			if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) && !unicode.In(r, marks) {
				t.Fatalf("Visible(%q) keeps %U", s, r)
			}
		}
		if Visible(got) != got {
			t.Fatalf("Visible(%q) isn't stable", s)
		}
	})
}

// marks are the bidirectional controls that reorder nothing but themselves.
var marks = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x061c, Hi: 0x061c, Stride: 1}, {Lo: 0x200e, Hi: 0x200f, Stride: 1}}}
