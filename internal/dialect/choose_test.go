package dialect

import (
	"errors"
	"strings"
	"testing"

	"github.com/nutrigap/nutrigap/internal/dialect/plain"
	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/diary"
)

func TestEveryRefusedHeaderIsRefusedByItsOwnRow(t *testing.T) {
	for _, r := range refusals() {
		f := &table.File{Name: "x.csv", Header: append([]string{"something else"}, r.headings...)}
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
		"date,meal,kcal,protein_g":                    "no column for the food",
		"food,kcal":                                   "no column for the date",
		"Foods,Calories,Carbs,Fat,Protein,Cholest":    "no column for the date",
		"2026-01-05,lunch,soup":                       "no headings in the first line",
	} {
		separator := ","
		if strings.Contains(header, ";") {
			separator = ";"
		}
		f, err := choose(&table.File{Name: "x", Header: strings.Split(header, separator)}, "")
		if err != nil {
			f.name = strings.TrimPrefix(err.Error(), "x: ")
		}
		if f.name != want {
			t.Errorf("%s: %s, want %s", header, f.name, want)
		}
	}
}
