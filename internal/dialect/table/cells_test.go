package table

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

func TestClean(t *testing.T) {
	for text, want := range map[string]string{
		"":                            "",
		"  rye  bread ":               "rye  bread",
		"a\tb\r\nc\n":                 "a b  c",
		"\x1b[31mred\x1b[0m":          "[31mred[0m",
		"bell\x07\x00\x7f\u009b":      "bell",
		"abc\u202ecod.exe":            "abccod.exe",
		"\ufeffzero\u200bwidth\u00ad": "zerowidth",
		"Hal’s Müsli":                 "Hal’s Müsli",
		"caf\xe9 \x80 3\x97":          "café € 3—",
		"Caf\xc3\xa9 \xb5g":           "Café µg",
		"👩\u200d🍳":                    "👩\u200d🍳",
		"\u00a0nbsp\u00a0":            "nbsp",
		"FrÃ¼hstÃ¼ck, Müsli":          "Frühstück, Müsli",
		"Halâ€™s â€œbestâ€\u009d 1Â½ Âµg": "Hal’s “best” 1½ µg",
		"GrÃ¶ÃŸe, PÃ£o, ChÃ¢teau":         "Größe, Pão, Château",
		"Å‚osoÅ›, kasza gryczanÄ…":        "łosoś, kasza gryczaną",
		"ÃƒÂ¼ber":                         "über",
		"CÃ\u00a0 phÃª\u00a0":             "Cà phê",
		"NESCAFÉ® CAFÉ™ PIÑ® Ärger Ål":    "NESCAFÉ® CAFÉ™ PIÑ® Ärger Ål",
		"“Å” Â Ã ângström PÂTÉ SÃO":       "“Å” Â Ã ângström PÂTÉ SÃO",
	} {
		if got := Clean(text); got != want {
			t.Errorf("Clean(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestFold(t *testing.T) {
	for _, heading := range []string{"Food Name", "food_name", " FOOD-name: ", "FoodName", "\ufefffood name"} {
		if got := Fold(heading); got != "foodname" {
			t.Errorf("Fold(%q) = %q", heading, got)
		}
	}
}

func TestQuoteCutsLongTexts(t *testing.T) {
	if got := Quote(strings.Repeat("ü", 100)); got != `"`+strings.Repeat("ü", 60)+`…"` {
		t.Error(got)
	}
	if got := Quote("a\x1b\"b"); got != `"a\x1b\"b"` {
		t.Error(got)
	}
}

func TestClock(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "9:51 AM": "09:51", "9:51am": "09:51", "05:17": "05:17", "5:17 p.m.": "17:17", "12:05 AM": "00:05", "12:05 PM": "12:05",
		"21:15:30": "21:15", "17:07:15.737": "17:07", "00:20:33.226633+02:00": "00:20", "08:15Z": "08:15", "08:15:00-0500": "08:15",
		"9 pm": "21:00", "9PM": "21:00",
	} {
		if got, ok := Clock(text); !ok || got != want {
			t.Errorf("Clock(%q) = %q, %v; want %q", text, got, ok, want)
		}
	}
	for _, text := range []string{"noon", "25:00", "12:60", "9:5", "9", "13:00 pm", "0:30 am", "7:30 xm", "12:345", ":30", "am", "9:51 AMM", "-1:00"} {
		if got, ok := Clock(text); ok {
			t.Errorf("Clock(%q) = %q", text, got)
		}
	}
}

func TestCheckAmount(t *testing.T) {
	none, some := &nutrient.Amounts{}, &nutrient.Amounts{}
	some[nutrient.Iron] = nutrient.Of(2)
	none[nutrient.Iron] = nutrient.Of(0)
	for _, amount := range []string{"", "1", "0.5 cup", "1/2", "0-1 slices", "0/2", "1,234 g", "some", "a few", "2 x 0 g", "½", "4.00 x 1000.0 IU", "12.", "1000000 IU", "00.1"} {
		if got := CheckAmount(amount, some); got != nil {
			t.Errorf("%q: %+v", amount, got)
		}
	}
	for _, amount := range []string{"0", "0.00 g", "0,0 ml", "0 x 20 g", "0g", "0.00"} {
		if got, ok := CheckAmount(amount, none).(*diary.Skipped); !ok || got.Reason != "amount is zero" {
			t.Errorf("%q: %+v", amount, got)
		}
		if got, ok := CheckAmount(amount, some).(*diary.SyntaxError); !ok || !strings.Contains(got.Reason, "yet the row has iron") {
			t.Errorf("%q with iron: %+v", amount, got)
		}
	}
	for amount, want := range map[string]string{"-1 cup": "negative", "−0.5": "negative", "-½ cup": "", "1000001": "more than anyone", "99999999 g": "more than anyone"} {
		got, ok := CheckAmount(amount, none).(*diary.SyntaxError)
		if ok != (want != "") || ok && !strings.Contains(got.Reason, want) {
			t.Errorf("%q: %+v", amount, got)
		}
	}
}

func TestNutrientColumns(t *testing.T) {
	none := func(int) bool { return false }
	choose := func(header ...string) []int {
		var chosen []int
		for _, c := range nutrientColumns(header, none) {
			chosen = append(chosen, c.index)
		}
		return chosen
	}
	for _, tt := range []struct {
		claim  string
		header []string
		want   []int
	}{
		{"the first of two names is read", []string{"Carbs (g)", "Total carbohydrate (g)"}, []int{0}},
		{"the own unit is read before another", []string{"Vitamin D (IU)", "Vitamin D (µg)"}, []int{1}},
		{"sodium is read before salt", []string{"Salt (g)", "Sodium (mg)"}, []int{1}},
		{"kilojoules are read where nothing else is", []string{"Energy (kJ)", "food"}, []int{0}},
	} {
		if got := choose(tt.header...); !slices.Equal(got, tt.want) {
			t.Errorf("%s: columns %v, want %v", tt.claim, got, tt.want)
		}
	}
	if got := nutrientColumns([]string{"Iron (mg)"}, func(int) bool { return true }); got != nil {
		t.Errorf("a column that a dialect took is read as a nutrient: %v", got)
	}
}

func TestDates(t *testing.T) {
	tests := []struct {
		claim  string
		sample []string
		order  Order
		text   string
		want   string // "" is an error
	}{
		{"ISO needs no decision", []string{"2026-03-04"}, "", "2026-03-04", "2026-03-04"},
		{"a day above twelve decides", []string{"03/04/2026", "25/04/2026"}, "", "03/04/2026", "2026-04-03"},
		{"and the other way round", []string{"03/04/2026", "04/25/2026"}, "", "03/04/2026", "2026-03-04"},
		{"an order given decides", nil, MonthFirst, "03/04/26", "2026-03-04"},
		{"dots have the day first, whatever the slashes", nil, MonthFirst, "03.04.2026", "2026-04-03"},
		{"what reads the same both ways is no doubt", []string{"03/03/2026"}, "", "04/04/2026", "2026-04-04"},
		{"a doubt behind the sample is an error of its row", []string{"03/03/2026"}, "", "03/04/2026", ""},
		{"the wrong order is an error of its row", []string{"25/04/2026"}, "", "04/25/2026", ""},
		{"29 February in a year without", nil, "", "2026-02-29", ""},
		{"29 February in a year with", nil, "", "2028-02-29", "2028-02-29"},
		{"month thirteen", nil, "", "2026-13-01", ""},
		{"a year that is a typo", nil, "", "3026-01-01", ""},
		{"no time behind the date", nil, "", "2026-03-04 25:00", ""},
		{"nothing", nil, "", "", ""},
	}
	for _, tt := range tests {
		dates := &Dates{order: tt.order}
		if tt.order == "" {
			e := gather(slices.Values(tt.sample))
			order, why := e.order()
			if why != "" {
				t.Errorf("%s: %v", tt.claim, why)
				continue
			}
			dates.order = order
		}
		for range 2 { // the second time from memory
			got, _, err := dates.Parse(tt.text)
			if (err == nil) != (tt.want != "") || err == nil && got.String() != tt.want {
				t.Errorf("%s: %q is %v, %v; want %q", tt.claim, tt.text, got, err, tt.want)
			}
		}
	}
}

func TestDatesThatNobodyCanDecide(t *testing.T) {
	for _, sample := range [][]string{{"2026-01-01", "03/04/2026"}, {"3/4/26"}, {"13/04/2026", "04/13/2026"}} {
		f, err := Open("t.csv", textOf("date,food\n"+strings.Join(sample, ",x\n")+",x\n"), Settings{})
		if err != nil {
			t.Fatal(err)
		}
		var refused *diary.FileError
		if _, err := f.Dates([]string{"date", "food"}, ""); !errors.As(err, &refused) || !strings.Contains(refused.Hint(), "--dates dmy") {
			t.Errorf("%q: %v", sample, err)
		}
	}
}
