package tidy

import (
	"slices"

	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/report"
)

// keys are the nutrients that wide tables have a column of: energy, what the report is about, then the others
// that this program knows, always all of them so that the columns of two reports are the same. Those that a
// newer program added to the report come last.
func keys(s *report.Summary, more []string) []string {
	all := append([]string{nutrient.Energy.Key()}, s.Focus...)
	for _, id := range nutrient.All() {
		all = append(all, id.Key())
	}
	all = append(all, more...)
	var once []string
	seen := map[string]bool{}
	for _, key := range all {
		if !seen[key] && key != "" {
			seen[key] = true
			once = append(once, key)
		}
	}
	return once
}

// column heads a nutrient's column of a wide table, title being made around its name; what is beyond the focus
// is detail.
func column(s *report.Summary, key, suffix, title string) Column {
	name := lang.Of(s.Language).Tf(title, s.NameOf(key))
	return Column{Name: key + suffix, Title: name, Detail: key != nutrient.Energy.Key() && !slices.Contains(s.Focus, key)}
}

// withUnit puts the unit in which a nutrient is counted after its name.
func withUnit(key string) string {
	if id, ok := nutrient.ByKey(key); ok {
		return "%s (" + id.Unit().Symbol() + ")"
	}
	return "%s"
}

// amounts are the columns of what things have of each nutrient.
func amounts[T any](s *report.Summary, things []T, of func(*T) []report.Part) []field[T] {
	var more []string
	for i := range things {
		for _, part := range of(&things[i]) {
			more = append(more, part.Key)
		}
	}
	var fields []field[T]
	for _, key := range keys(s, more) {
		fields = append(fields, field[T]{column(s, key, "", withUnit(key)), func(thing *T) Cell {
			for _, part := range of(thing) {
				if part.Key == key {
					return amount(&part.Amount)
				}
			}
			return Cell{}
		}})
	}
	return fields
}
