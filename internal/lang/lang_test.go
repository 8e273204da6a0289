package lang

import (
	"errors"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestLanguagesAreFoundByTagAndByLocale(t *testing.T) {
	for asked, want := range map[string]string{
		"en": "en", "de": "de", "DE": "de", "de-AT": "de", "de_DE.UTF-8": "de", "de_DE@euro": "de", "en_GB": "en",
	} {
		if l, err := For(asked); err != nil || l.Tag() != want {
			t.Errorf("For(%q) = %v, %v", asked, l, err)
		}
	}
	for _, asked := range []string{"", "C", "C.UTF-8", "POSIX", "tlh", "../de", "den", "\xff"} {
		l, err := For(asked)
		if unknown := (*UnknownError)(nil); !errors.As(err, &unknown) || l != nil {
			t.Errorf("For(%q) = %v, %v", asked, l, err)
		}
		if Of(asked) != English() {
			t.Errorf("Of(%q) is not English", asked)
		}
	}
	if err := (&UnknownError{"fr"}).Error(); !strings.Contains(err, `"fr"`) || !strings.Contains(err, "en, de") {
		t.Errorf("the error does not name the languages: %s", err)
	}
}

func TestTexts(t *testing.T) {
	en, de := English(), Of("de")
	test := func(got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	test(en.Name(), "English")
	test(de.Name(), "Deutsch")
	test(de.T("potassium"), "Kalium")
	test(de.T("a text that nobody translated"), "a text that nobody translated")
	test(de.T(""), "")
	test(de.Tf("%s years", de.Number(34.5)), "34,5 Jahre")
	test(en.N("%d month", "%d months", 1), "1 month")
	test(en.N("%d month", "%d months", 0), "0 months")
	test(de.N("%d month", "%d months", 1), "1 Monat")
	test(de.N("%d month", "%d months", 7), "7 Monate")
	test(en.N("%d thing of %s", "%d things of %s", 2, "wood"), "2 things of wood")
	test(de.ListOf([]string{"iron", "Days"}), "Eisen und Tage")
	test(en.List(nil), "")
	test(en.List([]string{"a"}), "a")
	test(en.List([]string{"a", "b"}), "a and b")
	test(de.List([]string{"a", "b", "c"}), "a, b und c")
}

func TestNumbersOfALanguage(t *testing.T) {
	de := Of("de")
	test := func(got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	test(de.Number(1240.2), "1.240")
	test(de.Number(17.64), "17,6")
	test(de.Number(0.001), "<0,01")
	test(de.Number(1e300), "1,0e+300")
	test(de.Number(math.NaN()), Dash)
	test(de.Count(1234567), "1.234.567")
	test(de.Percent(45.8), "46\u00a0%")
	test(de.Percent(0.2), "<1\u00a0%")
	test(de.Percent(1240), "1.240\u00a0%")
	test(de.Fraction(0.816), "82\u00a0%")
	test(de.PercentFigure(0.2), "<1")
	test(de.Measure(62.5, "kg"), "62,5\u00a0kg")
	test(de.Amount("water_g", 2700), "2,7\u00a0L")
	test(English().Measure(62.5, "kg"), "62.5 kg")
}

func TestDatesOfALanguage(t *testing.T) {
	en, de := English(), Of("de")
	test := func(got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	test(en.Date("2026-03-02"), "2026-03-02")
	test(de.Date("2026-03-02"), "02.03.2026")
	test(en.LongDate("2026-03-02"), "Monday, 2 March 2026")
	test(de.LongDate("2026-03-02"), "Montag, 2. März 2026")
	test(de.LongDate("2026-01-31"), "Samstag, 31. Januar 2026")
	test(de.DayMonth("2026-12-01"), "01.12.")
	test(de.Weekday("2026-03-02"), "Mo")
	test(de.Month("2026-03-02"), "Mär")
	test(en.Span("2026-03-02", "2026-03-02"), "2026-03-02")
	test(de.Span("2026-03-02", "2026-03-08"), "02.03.2026 bis 08.03.2026")
	for _, none := range []string{"", "day 3", "2026-02-30"} {
		test(de.Date(none), none)
		test(de.LongDate(none), none)
		test(de.Weekday(none)+de.Month(none), "")
	}
}

func TestAmount(t *testing.T) {
	test := func(key string, v float64, want string) {
		t.Helper()
		if got := English().Amount(key, v); got != want {
			t.Errorf("Amount(%s, %v) = %q, want %q", key, v, got, want)
		}
	}
	test("magnesium_mg", 213.4, "213 mg")
	test("vitamin_b12_mcg", 1.44, "1.4 µg")
	test("vitamin_b12_mcg", 0, "0 µg")
	test("vitamin_b12_mcg", 0.001, "<0.01 µg")
	test("thiamin_mg", 0.9, "0.9 mg")
	test("thiamin_mg", 0.996, "1 mg")
	test("iron_mg", 17.64, "17.6 mg")
	test("iron_mg", 18, "18 mg")
	test("protein_g", 99.96, "100 g")
	test("energy_kcal", 1240.2, "1,240 kcal")
	test("potassium_mg", 1234567, "1,234,567 mg")
	test("water_g", 850, "850 ml")
	test("water_g", 999.6, "1 L")
	test("water_g", 2700, "2.7 L")
	test("iron_mg", -3.25, "-3.2 mg")
	test("iron_mg", -0.001, "0 mg")
	test("iron_mg", 1e300, "1.0e+300 mg")
	test("iron_mg", math.NaN(), Dash)
	test("iron_mg", math.Inf(-1), Dash)
	test("unobtainium", 5, "5")
}

func TestPercent(t *testing.T) {
	test := func(p float64, want string) {
		t.Helper()
		if got := English().Percent(p); got != want {
			t.Errorf("Percent(%v) = %q, want %q", p, got, want)
		}
	}
	test(0, "0%")
	test(0.2, "<1%")
	test(45.8, "46%")
	test(99.7, "99%")
	test(100*(0.1+0.2+0.7), "100%")
	test(100*(1-1e-16), "100%")
	test(100.2, "100%")
	test(1240, "1,240%")
	test(-0.2, "0%")
	test(-12, "-12%")
	test(1e300, "1.0e+300%")
	test(math.NaN(), Dash)
}

// A verdict hangs on these lines: nothing positive is shown as nothing, nothing short as enough.
func TestPercentNeverCrossesALine(t *testing.T) {
	l := English()
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.Float64Range(1e-6, 99.999999).Draw(t, "p")
		if got := l.Percent(p); got == "0%" || strings.HasPrefix(got, "100") {
			t.Fatalf("Percent(%v) = %s", p, got)
		}
		if got := l.Number(p); got == "0" {
			t.Fatalf("Number(%v) = %s", p, got)
		}
	})
}
