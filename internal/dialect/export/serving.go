package export

import (
	"strings"

	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Serving is the cells of a row that is one food with its amount in parts, by their tags.
type Serving struct {
	table.Text
	Quantity string `csv:"quantity"` // "1.5"
	Unit     string `csv:"unit"`     // "cup"
	Weight   string `csv:"weight"`   // of the whole row, in grams
}

// Fill makes an entry of the cells, or returns what the row is instead of one. A weight is surer than a
// measure; a weight of zero beside nutrients is one that the app doesn't know.
func (s *Serving) Fill(e *diary.Entry, dates *table.Dates) diary.Record {
	switch {
	case !table.Empty(s.Weight) && !zero(s.Weight):
		s.Amount = s.Weight + " g"
	case !table.Empty(s.Quantity):
		s.Amount = strings.TrimSpace(s.Quantity + " " + s.Unit)
	case zero(s.Weight) && !anyAboveZero(&e.Nutrients):
		s.Amount = s.Weight + " g"
	}
	return s.Text.Fill(e, dates)
}

func zero(text string) bool {
	n, err := nutrient.ParseNumber(text)
	return err == nil && n == 0
}

func anyAboveZero(amounts *nutrient.Amounts) bool {
	for _, q := range amounts {
		if value, known := q.Known(); known && value > 0 {
			return true
		}
	}
	return false
}
