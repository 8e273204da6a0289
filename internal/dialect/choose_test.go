package dialect

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/nutrigap/nutrigap/internal/dialect/plain"
	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/diary"
)

func TestEveryRefusedHeaderIsRefusedByItsOwnRow(t *testing.T) {
	for _, r := range refusals() {
		f := &table.File{Name: "x.csv", Header: append([]string{"something else"}, r.headings...)}
		if err := refuse(&table.File{Name: "x.csv", Header: append(f.Header, r.without...)}); r.without != nil && err != nil {
			t.Errorf("%q with %q: %v", r.headings, r.without, err)
		}
		var refused *diary.FileError
		if err := refuse(f); !errors.As(err, &refused) || refused.Reason != r.is || r.advice == "" {
			t.Errorf("%q: %v", r.headings, err)
		}
		for _, app := range apps() {
			if app.claims(r.headings) {
				t.Errorf("%q is also claimed by %s", r.headings, app.name)
			}
		}
	}
}

func TestNoDialectIsRefused(t *testing.T) {
	for _, header := range []string{"Day,Group,Food Name,Amount", "Day,Time,Group,Food Name,Amount,Energy (kcal),Category", "date,meal,food,amount,unit,time,note"} {
		if err := refuse(&table.File{Name: "x.csv", Header: strings.Split(header, ",")}); err != nil {
			t.Errorf("%s: %v", header, err)
		}
	}
}

func TestExactlyOneMayClaim(t *testing.T) {
	file := &table.File{Name: "x.csv", Header: []string{"date", "food"}}
	yes, no := func([]string) bool { return true }, func([]string) bool { return false }
	a, b, c := format{name: "a", claims: yes}, format{name: "b", claims: yes}, format{name: "c", claims: no}

	if got, err := claimant(file, []format{c, a}, b); err != nil || got.name != "a" {
		t.Errorf("an app goes before the general format: %q, %v", got.name, err)
	}
	if got, err := claimant(file, []format{c, c}, b); err != nil || got.name != "b" {
		t.Errorf("the general format takes what no app claims: %q, %v", got.name, err)
	}
	var refused *diary.FileError
	if _, err := claimant(file, []format{a, c, b}, c); !errors.As(err, &refused) ||
		refused.Error() != "x.csv: the headings are those of a and of b" || !strings.Contains(refused.Hint(), "--dialect b") {
		t.Errorf("two claimants: %v", err)
	}
}

func TestHeadersOfTheFormats(t *testing.T) {
	for header, want := range map[string]string{
		"Day,Group,Food Name,Amount,Energy (kcal)":    "cronometer",
		"day;time;group;food name;amount":             "cronometer",
		"Day,Food Name,Amount":                        plain.Name,
		"date,food":                                   plain.Name,
		"Datum,Mahlzeit,Produkt,Menge,Kalorien":       plain.Name,
		"timestamp,food_name,calories,serving_size_g": plain.Name,
		"date,meal,kcal,protein_g":                    plain.Name, // if its meals are foods
		"date,kcal,protein_g":                         "no column for the food",
		"日期,早餐,午餐,晚餐":                                 plain.Name,
		"food,kcal":                                   "no column for the date",
		"Foods,Calories,Carbs,Fat,Protein,Cholest":    "myfitnesspal-diary",
		"Date,Cals (kcal),Fat (g),Carbs (g),Prot (g)": "fatsecret",
		"Date,Calories (kcal),Fat (g),Iron (mg)":      "waistline",
		"Date,Calories (kcal),Fat,Iron":               "no column for the food",
		"2026-01-05,lunch,soup":                       "no headings in the first line",
	} {
		f, err := choose(file(t, header), "")
		if err != nil {
			f.name = strings.TrimPrefix(err.Error(), "x: ")
		}
		if f.name != want {
			t.Errorf("%s: %s, want %s", header, f.name, want)
		}
	}
}

func file(t *testing.T, content string) *table.File {
	t.Helper()
	f, err := table.Open("x", func() (io.Reader, error) { return strings.NewReader(content), nil }, table.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestHeadingsBelowOtherLines(t *testing.T) {
	for content, want := range map[string]string{
		"My food diary, March 2026\n\ndate;food;amount\n2026-03-01;egg;2\n":                     "plain at 1",
		"# a\n# b\n\n\"Day\",\"Group\",\"Food Name\",\"Amount\"\n2026-03-01,,egg,2\n":           "cronometer at 2",
		"com.samsung.health.step_count,1,2\nDate,Exercise,Exercise Calories,Exercise Minutes\n": "is MyFitnessPal's exercise summary, which holds no food",
		strings.Repeat("x\n", table.MaxHeads) + "date,food\n2026-03-01,egg\n":                   "no column for the date",
		strings.Repeat("x\n", table.MaxHeads-1) + "date,food\n2026-03-01,egg\n":                 "plain at 39",
		"sep=|\ndate|food\n2026-03-01|egg\n":                                                    "plain at 0",
	} {
		f := file(t, content)
		chosen, err := choose(f, "")
		got := fmt.Sprintf("%s at %d", chosen.name, len(f.Preamble))
		if err != nil {
			got = strings.TrimPrefix(err.Error(), "x: ")
		}
		if got != want {
			t.Errorf("%q: %s, want %s", content, got, want)
		}
	}
}

// TestTotalsNameNoFood holds the list of formats that name none against the diaries of testdata.
func TestTotalsNameNoFood(t *testing.T) {
	wants, err := filepath.Glob("../../testdata/diaries/*/*.want")
	if err != nil || len(wants) == 0 {
		t.Fatal(err)
	}
	foods, sums := map[string]bool{}, map[string]bool{}
	for _, path := range wants {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		folder := filepath.Base(filepath.Dir(path))
		foods[folder] = foods[folder] || bytes.Contains(text, []byte(", amount \""))
		sums[folder] = sums[folder] || bytes.Contains(text, []byte(" total at "))
	}
	for folder := range sums {
		if listed := slices.Contains(totals(), folder); listed != (sums[folder] && !foods[folder]) {
			t.Errorf("%s is among the totals: %v", folder, listed)
		}
	}
}
