package typeface

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/nutrigap/nutrigap/internal/report/reporttest"
)

func TestPrintable(t *testing.T) {
	test := func(claim, s, want string, lost bool) {
		t.Helper()
		if got, gone := Printable(s); got != want || gone != lost {
			t.Errorf("%s: %q gives %q, %v; want %q, %v", claim, s, got, gone, want, lost)
		}
	}
	test("plain text is itself", "Oats (40 g)", "Oats (40 g)", false)
	test("what reports need is there", "µé½≥ΩЖł▼▲·~–…“”’×²→₁₂●□", "µé½≥ΩЖł▼▲·~–…“”’×²→₁₂●□", false)
	test("an accent joins its letter", "cafe\u0301", "café", false)
	test("an accent without a letter is lost", "q\u0301", "q", true)
	test("wide letters become usual ones", "＝ＳＵＭ", "=SUM", false)
	test("signs are spelled out", "250 ㎎, ⅓ cup", "250 mg, 1⁄3 cup", false)
	test("spaces are spaces", "1\u2009g\n2\tg", "1 g 2 g", false)
	test("Chinese is a few boxes", "鉄分たっぷり (100 g)", "□□□ (100 g)", true)
	test("each missing word is its own", "鉄 分", "□ □", true)
	test("emoji do not reach the font", "soup 😀", "soup □", true)
	test("a family is as many boxes as any word", "👩\u200d👩\u200d👧\u200d👦", "□□□", true)
	test("joiners go", "a\u200db", "ab", false)
	test("broken bytes", "a\xffb", "a�b", false)
}

func TestWrap(t *testing.T) {
	f := Regular()
	ten := f.Width("mmmmmmmmmm", 10)
	test := func(claim, s string, want ...string) {
		t.Helper()
		if d := cmp.Diff(want, f.Wrap(s, 10, ten)); d != "" {
			t.Errorf("%s: -want +got\n%s", claim, d)
		}
	}
	test("at spaces", "mmmm mmmm mmmm", "mmmm mmmm", "mmmm")
	test("nothing is one empty line", "", "")
	test("a long word is broken", "m "+strings.Repeat("m", 23), "m", "mmmmmmmmmm", "mmmmmmmmmm", "mmm")
	test("a no-break space holds", "mmmmm mmm\u00a0mm", "mmmmm", "mmm\u00a0mm")
}

func TestClip(t *testing.T) {
	f := Bold()
	if got := f.Clip("short", 10, 100); got != "short" {
		t.Errorf("cut although it fits: %q", got)
	}
	if got := f.Clip("a long text", 10, f.Width("a long…", 10)); got != "a long…" {
		t.Errorf("got %q", got)
	}
	if got := f.Clip("text", 10, 0); got != "" {
		t.Errorf("no room, but %q", got)
	}
}

// Whatever the text, what is printable has only letters of both fonts, stays so, and fits where it is
// clipped or wrapped.
func TestAnyText(t *testing.T) {
	texts := rapid.OneOf(rapid.SampledFrom(reporttest.Hostile()), rapid.String(), rapid.StringOfN(rapid.Rune(), 0, 300, -1))
	rapid.Check(t, func(t *rapid.T) { checkText(t, texts.Draw(t, "text"), rapid.Float64Range(20, 300).Draw(t, "width")) })
}

func FuzzPrintable(f *testing.F) {
	for _, s := range reporttest.Hostile() {
		f.Add(s, 50.0)
	}
	f.Fuzz(func(t *testing.T, s string, width float64) {
		if width > 20 && width < 1000 {
			checkText(t, s, width)
		}
	})
}

func checkText(t interface{ Fatalf(string, ...any) }, s string, width float64) {
	const size, slack = 9, 1e-6
	clean, _ := Printable(s)
	if !utf8.ValidString(clean) {
		t.Fatalf("%q gives bytes that are no text: %q", s, clean)
	}
	for _, r := range clean {
		if !Regular().has(r) || !Bold().has(r) {
			t.Fatalf("%q gives %q, which the fonts lack", s, r)
		}
	}
	if again, lost := Printable(clean); again != clean || lost {
		t.Fatalf("%q becomes %q, and that %q", s, clean, again)
	}
	for _, line := range append(Bold().Wrap(clean, size, width), Bold().Clip(clean, size, width)) {
		if Bold().Width(line, size) > width+slack {
			t.Fatalf("%q is wider than %v", line, width)
		}
	}
}
