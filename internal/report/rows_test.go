package report

import (
	"testing"

	"github.com/nutrigap/nutrigap/internal/lang"
)

func TestRowsInASentence(t *testing.T) {
	for _, tt := range []struct {
		name, want string
		rows       Rows
	}{
		{"no rows at all", "0 read", Rows{}},
		{"every kind with its share", "11 read: 5 matched (80% of the energy), 3 to check (20%), 1 without a food (about 13% more), 1 not readable, 1 not eaten",
			Rows{Read: 11, Accepted: 5, Review: 3, Unmatched: 1, Refused: 1, Skipped: 1, AcceptedShare: 0.8, ReviewShare: 0.2, UnmatchedShare: 0.125}},
		{"no share where no energy is known", "2 read: 1 matched, 1 without a food", Rows{Read: 2, Accepted: 1, Unmatched: 1}},
		{"all for review", "1 read: 1 to check (100% of the energy)", Rows{Read: 1, Review: 1, ReviewShare: 1}},
	} {
		if got := tt.rows.Sentence(lang.English()); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
