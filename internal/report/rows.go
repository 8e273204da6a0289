package report

import (
	"strings"

	"github.com/nutrigap/nutrigap/internal/lang"
)

// Sentence says what became of the rows, and how much of the energy rests on each kind: "63 read: 52
// matched (83% of the energy), 11 to check (17%), 2 without a food (about 3% more)".
func (r *Rows) Sentence(l *lang.Language) string {
	var parts []string
	add := func(n int, words, about string, share float64) {
		if n <= 0 {
			return
		}
		part := l.Tf(words, l.Count(n))
		if share > 0 {
			part += " (" + l.Tf(about, l.Fraction(share)) + ")"
		}
		parts = append(parts, part)
	}
	ofAll := lang.Mark("%s of the energy")
	review := "%s"
	if r.Accepted == 0 || r.AcceptedShare == 0 {
		review = ofAll
	}
	add(r.Accepted, lang.Mark("%s matched"), ofAll, r.AcceptedShare)
	add(r.Review, lang.Mark("%s to check"), review, r.ReviewShare)
	add(r.Unmatched, lang.Mark("%s without a food"), lang.Mark("about %s more"), r.UnmatchedShare)
	add(r.Refused, lang.Mark("%s not readable"), "", 0)
	add(r.Skipped, lang.Mark("%s not eaten"), "", 0)
	read := l.Tf("%s read", l.Count(r.Read))
	if len(parts) == 0 {
		return read
	}
	return read + ": " + strings.Join(parts, ", ")
}
