package food

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

// typical is what a rough measure stands for where the food has no such portion of its own.
type typical struct {
	foods     []string // words of food names or categories; none means any food
	first     bool     // a standard that comes before the food's own portion
	ml, grams float64  // one of them is set
	low, high float64  // in the same unit
	source    string
}

//go:embed typical.csv
var typicalCSV string

// typicals reads the embedded table once. Its rows are checked by a test, so an error can't happen here.
var typicals = sync.OnceValue(func() map[Unit][]typical {
	t, _ := readTypicals()
	return t
})

func readTypicals() (map[Unit][]typical, error) {
	table := map[Unit][]typical{}
	err := eachRow("typical.csv", typicalCSV, func(row []string) error {
		t := typical{first: row[2] == "yes", source: row[7]}
		if row[1] != "" {
			t.foods = strings.Split(row[1], "|")
		}
		for i, p := range []*float64{&t.ml, &t.grams, &t.low, &t.high} {
			v, err := strconv.ParseFloat(row[3+i], 64)
			if err != nil && row[3+i] != "" {
				return err
			}
			*p = v
		}
		table[Unit(row[0])] = append(table[Unit(row[0])], t)
		return nil
	})
	return table, err
}

// typicalFor finds what a unit stands for with this food: a row that names the food before one for any food.
func typicalFor(u Unit, f *Food) (typical, bool) {
	found, ok := typical{}, false
	for _, t := range typicals()[u] {
		if t.foods == nil {
			found, ok = t, true
			continue
		}
		for _, w := range t.foods {
			if wordIn(f.Name, w) || wordIn(f.Category, w) {
				return t, true
			}
		}
	}
	return found, ok
}

// wordIn reports whether text has the lower-case ASCII words word, whole and in any case.
func wordIn(text, word string) bool {
	for i := 0; i+len(word) <= len(text); i++ {
		if strings.EqualFold(text[i:i+len(word)], word) && !letterAt(text, i-1) && !letterAt(text, i+len(word)) {
			return true
		}
	}
	return false
}

func letterAt(text string, i int) bool {
	return i >= 0 && i < len(text) && (text[i]|0x20 >= 'a' && text[i]|0x20 <= 'z' || text[i] >= 0x80)
}
