package intake

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/match"
)

//go:embed data/beverages.csv
var beveragesCSV string

// beverages are the categories of foods that are drinks, in lower case. Milk is left out: most of it is
// eaten with cereal and says nothing about whether drinks were written down. No name has a comma in it.
var beverages = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	for i, line := range strings.Split(strings.TrimSpace(beveragesCSV), "\n") {
		if name, _, _ := strings.Cut(line, ","); i > 0 {
			names[strings.ToLower(name)] = true
		}
	}
	return names
})

// isDrink reports whether a beverage was logged: only then can the water of a day be judged.
func isDrink(entry *diary.Entry, items []match.Item) bool {
	if beverages()[strings.ToLower(entry.Category)] {
		return true
	}
	for i := range items {
		if f := items[i].Food; f != nil && beverages()[strings.ToLower(f.Category)] {
			return true
		}
	}
	return false
}

// isSupplement reports whether the diary's app files the entry under supplements.
func isSupplement(entry *diary.Entry) bool { return strings.EqualFold(entry.Category, "supplements") }

// isQuickAdd reports whether an entry is energy without a food, as apps let people log it.
func isQuickAdd(entry *diary.Entry) bool {
	name := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, strings.ToLower(entry.Food))
	return strings.HasPrefix(name, "quickadd") // "Quick Add", "Quick-Added Calories"
}
