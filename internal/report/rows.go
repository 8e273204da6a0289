package report

import (
	"fmt"
	"strings"
)

// Sentence says what became of the rows, and how much of the energy rests on each kind: "63 read: 52
// matched (83% of the energy), 11 to check (17%), 2 without a food (about 3% more)".
func (r *Rows) Sentence() string {
	var parts []string
	add := func(n int, words string, share string) {
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s%s", n, words, share))
		}
	}
	ofAll := func(share float64, format string) string {
		if share <= 0 {
			return ""
		}
		return fmt.Sprintf(format, Fraction(share))
	}
	review := " (%s)"
	if r.Accepted == 0 || r.AcceptedShare == 0 {
		review = " (%s of the energy)"
	}
	add(r.Accepted, "matched", ofAll(r.AcceptedShare, " (%s of the energy)"))
	add(r.Review, "to check", ofAll(r.ReviewShare, review))
	add(r.Unmatched, "without a food", ofAll(r.UnmatchedShare, " (about %s more)"))
	add(r.Refused, "not readable", "")
	add(r.Skipped, "not eaten", "")
	if len(parts) == 0 {
		return fmt.Sprintf("%d read", r.Read)
	}
	return fmt.Sprintf("%d read: %s", r.Read, strings.Join(parts, ", "))
}
