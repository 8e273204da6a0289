package report

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/nutrigap/nutrigap/internal/assess"
	"github.com/nutrigap/nutrigap/internal/lang"
)

// Foremost are the nutrients of page one: those that the report is about, and of the others those that are
// short or above a limit, until there are as many as fit. What a person should see first comes first.
func (s *Summary) Foremost(most int) []*Nutrient {
	var first []*Nutrient
	for i := range s.Nutrients {
		if slices.Contains(s.Focus, s.Nutrients[i].Key) {
			first = append(first, &s.Nutrients[i])
		}
	}
	for _, n := range s.WithStatus(StatusExcess, StatusShortfall) {
		if len(first) < most && !slices.Contains(first, n) {
			first = append(first, n)
		}
	}
	return first
}

// LeftOut says how many days are left out of every mean, and why: "2 left out (little energy)". Empty where
// all days count.
func (s *Summary) LeftOut(l *lang.Language) string {
	apart, times := 0, map[string]int{}
	var reasons []string
	for i := range s.Days {
		d := &s.Days[i]
		if !d.SetApart {
			continue
		}
		apart++
		if times[d.Partial]++; times[d.Partial] == 1 && d.Partial != "" {
			reasons = append(reasons, d.Partial)
		}
	}
	if apart == 0 {
		return ""
	}
	for i, reason := range reasons {
		words := reason
		if known, ok := whyPartial[assess.Partial(reason)]; ok {
			words = l.T(known)
		}
		if len(reasons) > 1 {
			words += " " + l.Count(times[reason])
		}
		reasons[i] = words
	}
	if len(reasons) == 0 {
		return l.Tf("%d left out", apart)
	}
	return l.Tf("%d left out (%s)", apart, strings.Join(reasons, ", "))
}

// Beside is *v as an amount of the nutrient, without its unit where that is the one of the mean, beside which
// it stands. A dash where nobody knows it.
func (n *Nutrient) Beside(l *lang.Language, v *float64) string {
	text := l.AmountOrDash(n.Key, v)
	unit := unitOf(text)
	if unit == "" || unit != unitOf(l.AmountOrDash(n.Key, n.Mean)) {
		return text
	}
	return strings.TrimRightFunc(strings.TrimSuffix(text, unit), unicode.IsSpace)
}

// Span is the lowest and the highest day, beside the mean: without units where all three have the same, and one
// amount where there was no other.
func (n *Nutrient) Span(l *lang.Language) string {
	if n.Low == nil || n.High == nil {
		return Dash
	}
	low, high := n.Beside(l, n.Low), n.Beside(l, n.High)
	if unitOf(low) != "" || unitOf(high) != "" {
		low, high = l.Amount(n.Key, *n.Low), l.Amount(n.Key, *n.High)
	}
	if low == high {
		return low
	}
	return low + " " + Dash + " " + high
}

// Goal is the target beside the mean, with what its authority calls it: "18 RDA".
func (n *Nutrient) Goal(l *lang.Language) string {
	return joined(" ", n.Beside(l, n.Target), n.TargetKind)
}

// Ceiling is the limit beside the mean, named where it is no UL: "2,300 CDRR".
func (n *Nutrient) Ceiling(l *lang.Language) string {
	v, kind := n.Limit()
	if kind == "UL" {
		kind = ""
	}
	return joined(" ", n.Beside(l, v), kind)
}

// AverageKind is what the authority calls the average requirement, for the head of a column: "EAR", "AR".
func AverageKind(nutrients []*Nutrient) string {
	for _, n := range nutrients {
		if n.EARKind != "" {
			return n.EARKind
		}
	}
	return "EAR"
}

// UnitOf is what amounts of a nutrient are counted in, for the head of a column: "mg", of water "ml".
func UnitOf(l *lang.Language, key string) string { return unitOf(l.Amount(key, 1)) }

// unitOf is what stands behind the last space of an amount, which may be one that doesn't break.
func unitOf(amount string) string {
	i := strings.LastIndexFunc(amount, unicode.IsSpace)
	if i < 0 {
		return ""
	}
	_, size := utf8.DecodeRuneInString(amount[i:])
	return amount[i+size:]
}
