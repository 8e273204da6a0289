package plain

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

func TestEveryHeadingIsFound(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(columnsCSV)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	columns := []string{"date", "time", "meal", "food", "amount", "weight", "unit", "note", "other"}
	seen := map[string]string{}
	for _, row := range rows[1:] {
		heading, column, source := row[0], row[1], row[3]
		if !slices.Contains(columns, column) || source == "" {
			t.Errorf("%q: column %q, source %q", heading, column, source)
		}
		header := []string{strings.ToUpper(heading)}
		if column == "other" {
			header = append(header, "food") // it is that itself where there is no other
		}
		if got := read(header).tags[0]; got != column {
			t.Errorf("%q is read as %q, want %q", heading, got, column)
		}
		if other, twice := seen[table.Fold(heading)]; twice {
			t.Errorf("%q and %q are the same heading", heading, other)
		}
		seen[table.Fold(heading)] = heading
		if _, ok := nutrient.ParseHeading(heading); ok {
			t.Errorf("%q is a nutrient as well", heading)
		}
	}
}

func TestThePreferredHeadingIsRead(t *testing.T) {
	for _, tt := range []struct{ header, want []string }{
		{[]string{"timestamp", "date", "food"}, []string{"", "date", "food"}},
		{[]string{"name", "food_name", "brand", "date"}, []string{"", "food", "", "date"}},
		{[]string{"Date", "Meal Type", "Meal Description", "Food Items"}, []string{"date", "meal", "other", "food"}},
		{[]string{"food", "serving", "grams", "day"}, []string{"food", "amount", "weight", "date"}},
		{[]string{"Date", "Meal Description"}, []string{"date", "food"}},
		{[]string{"food", "Food"}, []string{"food", "food"}}, // refused later, since nobody can tell
	} {
		if got := read(tt.header).tags; !slices.Equal(got, tt.want) {
			t.Errorf("%q is read as %q, want %q", tt.header, got, tt.want)
		}
	}
}

func TestJoin(t *testing.T) {
	for _, tt := range [][4]string{
		{"2", "slices", "", "2 slices"},
		{"1/2", "cup", "serving", "1/2 cup"},
		{"120g", "g", "", "120g"},
		{"120 g", "grams", "", "120 g"},
		{"1 cup", "Cups", "", "1 cup"},
		{"2 large", "pieces", "", "2 large pieces"},
		{"30", "", "g", "30 g"},
		{"1 bowl", "", "serving", "1 bowl"},
		{"2½", "", "portion", "2½ portion"},
		{"2", "-", "", "2"},
		{"", "g", "g", ""},
		{"n/a", "g", "", ""},
		{"some", "", "", "some"},
	} {
		if got := join(tt[0], tt[1], tt[2]); got != tt[3] {
			t.Errorf("join(%q, %q, %q) = %q, want %q", tt[0], tt[1], tt[2], got, tt[3])
		}
	}
}

func TestIsTotal(t *testing.T) {
	for text, want := range map[string]bool{
		"Total": true, "TOTALS:": true, "daily total": true, "": false, "total wheat bread": false, "Totally vegan burger": false,
	} {
		if isTotal(text) != want {
			t.Errorf("isTotal(%q) = %v", text, !want)
		}
	}
}

func TestTimeInFrontOfAFood(t *testing.T) {
	for _, tt := range []struct {
		food, written string
		chat          bool
		want, clock   string
	}{
		{"12:15 1 idli chutney", "", false, "1 idli chutney", "12:15"},
		{"6:20 nuts and raisins", "18:19", false, "nuts and raisins", "18:20"},
		{"6:20 nuts and raisins", "06:30", false, "nuts and raisins", "06:20"},
		{"6:20 nuts", "", false, "nuts", "06:20"},
		{"12:10 dal", "00:20", false, "dal", "00:10"},
		{"8:30 am bread, tea", "09:07", false, "bread, tea", "08:30"},
		{"9:05 pm chai", "09:06", false, "chai", "21:05"},
		{"5:30pm rice 1 cup", "17:37", false, "rice 1 cup", "17:30"},
		{"6pm decaf", "18:19", false, "decaf", "18:00"},
		{"11:35 am, capuchino", "11:44", false, "capuchino", "11:35"},
		{"17:05:30 - soup", "", false, "soup", "17:05"},
		{"1215 2 eggs", "12:16", true, "2 eggs", "12:15"},
		{"815 toast", "08:20", true, "toast", "08:15"},
		{"1215 2 eggs", "12:16", false, "1215 2 eggs", "12:16"},
		{"1200 kcal shake", "12:16", true, "1200 kcal shake", "12:16"},
		{"1000 mg vitamin C", "", true, "1000 mg vitamin C", ""},
		{"2560 soup", "", true, "2560 soup", ""},
		{"25:30 soup", "", false, "25:30 soup", ""},
		{"13 pm soup", "", false, "13 pm soup", ""},
		{"3:1 mix", "", false, "3:1 mix", ""},
		{"12:15", "", false, "12:15", ""},
		{"2 eggs", "07:00", false, "2 eggs", "07:00"},
		{"7 am", "07:00", false, "7 am", "07:00"},
	} {
		e := &diary.Entry{Food: tt.food, Time: tt.written}
		(&sheet{chat: tt.chat}).cutTime(e, "")
		if e.Food != tt.want || e.Time != tt.clock {
			t.Errorf("%q at %q: %q at %q, want %q at %q", tt.food, tt.written, e.Food, e.Time, tt.want, tt.clock)
		}
	}
	e := &diary.Entry{Food: "12:15 soup", Time: "13:00"}
	if (&sheet{}).cutTime(e, "1 pm"); e.Food != "soup" || e.Time != "13:00" {
		t.Errorf("the row's own time is lost: %q at %q", e.Food, e.Time)
	}
}

func TestSplit(t *testing.T) {
	for food, want := range map[string][]string{
		"huel(1)|cliff bar(2)": {"huel:1", "cliff bar:2"},
		"eggs × 2; toast; jam": {"eggs:2", "toast:", "jam:"},
		"bread + butter x 0.5": {"bread:", "butter:0.5"},
		"鐵板麵、牛奶":               {"鐵板麵:", "牛奶:"},
		"soup;":                {"soup:"},
		"A+ milk, vitamin B+C": {"A+ milk, vitamin B+C:"},
		"7up (330)":            {"7up (330):"},
		"(2)":                  {"(2):"},
		"greek yogurt (2%)":    {"greek yogurt (2%):"},
		"boneless ribs (4)":    {"boneless ribs:4"},
		"; |":                  nil,
	} {
		e := &diary.Entry{Food: food}
		var got []string
		switch record := split(e).(type) {
		case nil:
			got = []string{e.Food + ":" + e.Amount}
		case table.Several:
			for _, one := range record {
				got = append(got, one.Food+":"+one.Amount)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q is %q, want %q", food, got, want)
		}
	}
}

func TestMeals(t *testing.T) {
	for text, want := range map[string]bool{
		"Breakfast": true, "SNACK #2": true, "Snacks": true, "Frühstück": true, "午餐": true, "petit déjeuner": true,
		"": false, "rice": false, "breakfast sausage": false, "2": false, strings.Repeat("x", 100): false,
	} {
		if isMeal(text) != want {
			t.Errorf("isMeal(%q) = %v", text, !want)
		}
	}
	for _, r := range rowsOf(mealsCSV) {
		if !isMeal(r[0]) || r[1] == "" {
			t.Errorf("%q, source %q", r[0], r[1])
		}
		if l := read([]string{r[0]}); l.tags[0] != "" {
			t.Errorf("%q is read as %q", r[0], l.tags[0])
		}
	}
}
