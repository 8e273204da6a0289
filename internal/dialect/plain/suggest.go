package plain

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Suggest says under which of its headings a file may have the columns that it lacks, "food=Was,date=Am",
// by the looks of the first cells; empty where one of them can't be found.
func Suggest(f *table.File) string {
	l := read(f.Header)
	var pairs []string
	for _, w := range []struct {
		column string
		need   bool
		fits   func(cell string) bool
	}{
		{"date", true, table.IsDate},
		{"food", true, isFoodLike},
		{"amount", false, startsWithDigit},
	} {
		if l.has(w.column) || w.column == "amount" && l.has("weight") {
			continue
		}
		i := best(f, l, w.column, w.fits, w.need)
		if i >= 0 {
			l.tags[i] = w.column
			pairs = append(pairs, w.column+"="+f.Header[i])
		} else if w.need {
			return ""
		}
	}
	return strings.Join(pairs, ",")
}

// best is the column of which most cells fit and whose heading is most like a known one; -1 if less than
// half of the cells of each fit. Where looks alone say little, the heading has to be alike.
func best(f *table.File, l layout, column string, fits func(string) bool, looksSuffice bool) int {
	found, most := -1, 0.0
	for i, heading := range f.Header {
		_, isNutrient := nutrient.ParseHeading(heading)
		if l.tags[i] != "" || isNutrient || heading == "" || strings.ContainsAny(heading, "\"'`$\\!") {
			continue
		}
		score := share(f, i, fits)
		alike := isAlike(heading, column)
		if score < 0.5 || !alike && !looksSuffice {
			continue
		}
		if alike {
			score++
		}
		if score > most {
			found, most = i, score
		}
	}
	return found
}

// share is how many of the cells of a column that say something fit, from 0 to 1. Of two columns of texts,
// the one with more different ones gets the larger share.
func share(f *table.File, column int, fits func(string) bool) float64 {
	cells, fit := 0, 0
	different := map[string]bool{}
	for cell := range f.Sample(column) {
		if table.Empty(cell) {
			continue
		}
		cells++
		different[cell] = true
		if fits(cell) {
			fit++
		}
	}
	if cells == 0 {
		return 0
	}
	return (float64(fit) + 0.1*float64(len(different))) / (1.1 * float64(cells))
}

func isFoodLike(cell string) bool {
	_, isClock := table.Clock(cell)
	return strings.ContainsFunc(cell, unicode.IsLetter) && !isClock && !isMeal(cell) && !table.IsDate(cell)
}

func startsWithDigit(cell string) bool { return cell != "" && unicode.IsDigit(rune(cell[0])) }

// isAlike reports whether a heading holds a name of the column, or is one with at most two slips.
func isAlike(heading, column string) bool {
	folded := table.Fold(heading)
	return slices.ContainsFunc(synonyms(), func(s synonym) bool {
		return s.column == column && len(s.name) >= 4 && (strings.Contains(folded, s.name) || slips(folded, s.name) <= min(2, len(s.name)/3))
	})
}

// slips is the number of letters that are added, left out or changed between two words (Levenshtein).
func slips(a, b string) int {
	from, to := []rune(a), []rune(b)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range from {
		corner := row[0]
		row[0] = i + 1
		for j, s := range to {
			cost := corner
			if r != s {
				cost++
			}
			corner = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(to)]
}

// Advice is what to do about a file whose headings lack a column.
func Advice(f *table.File) string {
	pairs := Suggest(f)
	if pairs == "" {
		return `say which columns are meant with --map "date=HEADING,food=HEADING"`
	}
	return fmt.Sprintf(`if it is a diary, try --map "%s"`, pairs)
}
