package plain

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

func TestEveryHeadingIsFound(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(columnsCSV)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	columns := []string{"date", "time", "meal", "food", "amount", "weight", "unit", "note"}
	seen := map[string]string{}
	for _, row := range rows[1:] {
		heading, column, source := row[0], row[1], row[3]
		if !slices.Contains(columns, column) || source == "" {
			t.Errorf("%q: column %q, source %q", heading, column, source)
		}
		if got := read([]string{strings.ToUpper(heading)}).tags[0]; got != column {
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
		{[]string{"Date", "Meal Type", "Meal Description", "Food Items"}, []string{"date", "meal", "", "food"}},
		{[]string{"food", "serving", "grams", "day"}, []string{"food", "amount", "weight", "date"}},
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
