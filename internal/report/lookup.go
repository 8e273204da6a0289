package report

import (
	"slices"
	"time"

	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Nutrient finds a nutrient of the period by its key; nil where the Summary has none.
func (s *Summary) Nutrient(key string) *Nutrient {
	for i := range s.Nutrients {
		if s.Nutrients[i].Key == key {
			return &s.Nutrients[i]
		}
	}
	return nil
}

// Picked are the nutrients of the period with some keys, in that order, as far as the Summary has them.
func (s *Summary) Picked(keys []string) []*Nutrient {
	var picked []*Nutrient
	for _, key := range keys {
		if n := s.Nutrient(key); n != nil {
			picked = append(picked, n)
		}
	}
	return picked
}

// InFocus picks the nutrients that the report is about, in the order of the Summary.
func (s *Summary) InFocus() []*Nutrient {
	var picked []*Nutrient
	for i := range s.Nutrients {
		if slices.Contains(s.Focus, s.Nutrients[i].Key) {
			picked = append(picked, &s.Nutrients[i])
		}
	}
	return picked
}

// NameOf is a nutrient's name for people: as the Summary says it, else as the program knows it, else
// the key itself.
func (s *Summary) NameOf(key string) string {
	if n := s.Nutrient(key); n != nil && n.Name != "" {
		return n.Name
	}
	if id, ok := nutrient.ByKey(key); ok {
		return lang.Of(s.Language).T(id.Name())
	}
	return key
}

// Nutrient finds a nutrient of the day by its key; nil where nothing is known of it and it has no target.
func (d *Day) Nutrient(key string) *DayNutrient {
	return d.Nutrients.find(key)
}

// Made is the day on which the report was made, at midnight UTC, for archives that date what they hold; the
// first day that a ZIP archive knows where the report doesn't say.
func (s *Summary) Made() time.Time {
	first := time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
	made, err := time.Parse(time.DateOnly, s.Tool.Date)
	if err != nil || made.Before(first) || made.Year() > 2100 {
		return first
	}
	return made
}
