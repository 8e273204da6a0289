package food

import (
	"strings"
	"testing"
)

func TestTablesAreReadable(t *testing.T) {
	if _, err := readLanguage(); err != nil {
		t.Error(err)
	}
	if _, err := readTypicals(); err != nil {
		t.Error(err)
	}
	if _, err := readDensities(); err != nil {
		t.Error(err)
	}
	if _, err := readPieces(); err != nil {
		t.Error(err)
	}
	if _, err := readFills(); err != nil {
		t.Error(err)
	}
}

// rows calls check for every row of a table and makes sure that it names its source.
func rows(t *testing.T, name, text string, check func(t *testing.T, row []string)) {
	t.Helper()
	err := eachRow(name, text, func(row []string) error {
		if row[len(row)-1] == "" {
			t.Errorf("%s: %q has no source", name, row[0])
		}
		check(t, row)
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

func TestEveryUnitWordReadsAsItsUnit(t *testing.T) {
	seen := map[string]string{}
	l := words()
	rows(t, "units.csv", unitsCSV, func(t *testing.T, row []string) {
		for w := range strings.SplitSeq(row[3], "|") {
			if other, ok := seen[w]; ok {
				t.Errorf("%q is %s and %s", w, other, row[0])
			}
			seen[w] = row[0]
			if strings.ContainsAny(w, "#.()/") || len(w) == 1 && w != "g" && w != "l" {
				continue // read by shape or only after a number
			}
			for _, text := range []string{"2 " + w, "2 " + strings.ToUpper(w), "2.00 " + w} {
				if a, err := ParseAmount(text); err != nil || string(a.Unit) != row[0] || a.Count != 2 {
					t.Errorf("%q reads as %v, %v; want 2 %s", text, a, err, row[0])
				}
			}
		}
		for like := range strings.SplitSeq(row[4], "|") {
			if _, ok := l.byUnit[Unit(like)]; !ok && like != "" {
				t.Errorf("%s is like %q, which is no unit", row[0], like)
			}
		}
		switch u := l.byUnit[Unit(row[0])]; u.kind {
		case mass, volume, dose, serving, recipe, piece, pinch, vessel, doseForm, item:
			if !(u.factor > 0) {
				t.Errorf("%s: factor %g", u.unit, u.factor)
			}
		default:
			t.Errorf("%s: unknown kind %q", u.unit, u.kind)
		}
	})
}

func TestEverySizeAndNumberWordIsRead(t *testing.T) {
	rows(t, "sizes.csv", sizesCSV, func(t *testing.T, row []string) {
		for w := range strings.SplitSeq(row[2], "|") {
			if a, err := ParseAmount("2 " + w); err != nil || string(a.Size) != row[0] {
				t.Errorf("%q reads as %v, %v; want %s", w, a, err, row[0])
			}
		}
	})
	rows(t, "numbers.csv", numbersCSV, func(t *testing.T, row []string) {
		a, err := ParseAmount(row[0] + " cup")
		if err != nil || a.Unit != Cup || figure(a.Count) != figure(words().numbers[row[0]].value) {
			t.Errorf("%q reads as %v, %v; want %s cups", row[0], a, err, row[2])
		}
	})
}

func TestNamesAreLeftAlone(t *testing.T) {
	rows(t, "names.csv", namesCSV, func(t *testing.T, row []string) {
		text := strings.Replace(row[0], "#", "7", 1)
		if a, rest, ok := FindAmount(text); ok {
			t.Errorf("%q: found %v and left %q", text, a, rest)
		}
	})
}

func TestTypicalWeightsLieInTheirRanges(t *testing.T) {
	rows(t, "typical.csv", typicalCSV, func(t *testing.T, row []string) {
		if _, ok := words().byUnit[Unit(row[0])]; !ok {
			t.Errorf("%q is no unit", row[0])
		}
	})
	for unit, list := range typicals() {
		for _, v := range list {
			if (v.ml > 0) == (v.grams > 0) || v.low <= 0 || v.low > v.ml+v.grams || v.high < v.ml+v.grams {
				t.Errorf("%s %v: %g ml, %g g, %g to %g", unit, v.foods, v.ml, v.grams, v.low, v.high)
			}
		}
	}
}

func TestDensitiesLieInTheirRanges(t *testing.T) {
	rows(t, "densities.csv", densitiesCSV, func(t *testing.T, row []string) {
		if _, ok := words().cuts[row[1]]; !ok && row[1] != "" {
			t.Errorf("%s: %q is no cut", row[0], row[1])
		}
	})
	for _, list := range densities() {
		for _, d := range list {
			if !(0.02 < d.low && d.low <= d.value && d.value <= d.high && d.high < 1.7) {
				t.Errorf("%v, %s: %g to %g g/ml around %g", d.food, d.cut, d.low, d.high, d.value)
			}
		}
	}
}

func TestEverySizeHasItsPlaceInASet(t *testing.T) {
	var all sizes
	for name, s := range words().bySize {
		if s.set == 0 || all&s.set != 0 || !(s.factor > 0) {
			t.Errorf("%s: place %b, factor %g", name, s.set, s.factor)
		}
		all |= s.set
	}
}

func TestWordsPlayTheirRoles(t *testing.T) {
	rows(t, "words.csv", wordsCSV, func(t *testing.T, row []string) {
		for name := range strings.SplitSeq(row[1], "|") {
			if words().roles[row[0]]&roleNames[name] == 0 {
				t.Errorf("%q doesn't play %s", row[0], name)
			}
		}
	})
}

func TestCutsNameThemselves(t *testing.T) {
	rows(t, "cuts.csv", cutsCSV, func(t *testing.T, row []string) {
		for w := range strings.SplitSeq(row[1], "|") {
			if words().cuts[w] != row[0] {
				t.Errorf("%q is read as %q, want %q", w, words().cuts[w], row[0])
			}
		}
	})
}

func TestPiecesGrow(t *testing.T) {
	rows(t, "pieces.csv", piecesCSV, func(t *testing.T, row []string) {
		if _, ok := words().byUnit[Unit(row[3])]; !ok && row[3] != "" || row[2] != "" && row[2] != "yes" {
			t.Errorf("%s: %q is no unit, or %q neither yes nor empty", row[0], row[3], row[2])
		}
	})
	for _, list := range pieceTable() {
		for _, p := range list {
			if !(0 < p.small && p.small < p.medium && p.medium < p.large) {
				t.Errorf("%v: %g, %g, %g g", p.food, p.small, p.medium, p.large)
			}
		}
	}
}

func TestFillsAreNearALevelMeasure(t *testing.T) {
	rows(t, "fills.csv", fillsCSV, func(t *testing.T, row []string) {
		if f := fills()[row[0]]; f < 0.5 || f > 1.5 {
			t.Errorf("%s: %g of a level measure", row[0], f)
		}
	})
}
