package dialect

import (
	"fmt"
	"strings"

	"github.com/nutrigap/nutrigap/internal/dialect/plain"
	"github.com/nutrigap/nutrigap/internal/dialect/table"
)

// ParseColumns reads what a person says of the columns of a file, "food=Speise,amount=Menge", as a map
// from the headings of the file to headings that are known. A heading may hold commas.
func ParseColumns(texts []string) (map[string]string, error) {
	columns := map[string]string{}
	used := map[string]bool{}
	for _, text := range texts {
		for _, pair := range pairs(text) {
			as, heading, ok := strings.Cut(pair, "=")
			as, heading = strings.TrimSpace(as), strings.TrimSpace(heading)
			switch {
			case !ok || as == "" || heading == "":
				return nil, fmt.Errorf("%q is not of the form food=HEADING,date=HEADING", text)
			case !plain.Knows(as):
				return nil, fmt.Errorf("%q: there is no column %q; there are date, time, meal, food, amount, unit, grams, note and nutrients with their unit, as magnesium_mg", text, as)
			case used[table.Fold(as)]:
				return nil, fmt.Errorf("%q: %q is said twice", text, as)
			case columns[heading] != "":
				return nil, fmt.Errorf("%q: the column %q can't be two things", text, heading)
			}
			used[table.Fold(as)] = true
			columns[heading] = as
		}
	}
	return columns, nil
}

// pairs parts a text at the commas behind which something new begins.
func pairs(text string) []string {
	var pairs []string
	for part := range strings.SplitSeq(text, ",") {
		if len(pairs) > 0 && !strings.Contains(part, "=") {
			pairs[len(pairs)-1] += "," + part
			continue
		}
		pairs = append(pairs, part)
	}
	return pairs
}

// rename reads the columns of a file under other headings, from the first row that has all of these.
func rename(file *table.File, columns map[string]string) error {
	for i := range file.Heads() {
		if err := file.StartAt(i); err != nil {
			return err
		}
		if file.Rename(columns) == nil {
			return nil
		}
	}
	if err := file.StartAt(0); err != nil {
		return err
	}
	return file.Rename(columns) // for what it complains of
}
