package report

import (
	"strconv"
	"strings"

	"github.com/nutrigap/nutrigap/internal/assess"
	"github.com/nutrigap/nutrigap/internal/lang"
)

// Intake is the mean of a nutrient and what it is measured by: "213 mg of 420 mg a day (RDA)".
func (n *Nutrient) Intake(l *lang.Language) string {
	switch {
	case n.Mean == nil && n.Target == nil:
		return l.T("amount not known")
	case n.Target == nil:
		return l.Tf("%s a day", l.Amount(n.Key, *n.Mean))
	}
	kind := ""
	if n.TargetKind != "" {
		kind = " (" + n.TargetKind + ")"
	}
	if n.Mean == nil {
		return l.Tf("unknown, target %s a day", l.Amount(n.Key, *n.Target)) + kind
	}
	return l.Tf("%s of %s a day", l.Amount(n.Key, *n.Mean), l.Amount(n.Key, *n.Target)) + kind
}

// Facts are the figures that the verdict on a nutrient rests on.
func (n *Nutrient) Facts(l *lang.Language) string {
	below, span := "", ""
	if n.DaysJudged > 0 {
		below = l.Tf("below target on %d of %d days", n.DaysBelow, n.DaysJudged)
	}
	if n.Low != nil && n.High != nil && *n.Low != *n.High {
		span = l.Tf("%s to %s a day", l.Amount(n.Key, *n.Low), l.Amount(n.Key, *n.High))
	}
	return joined(" · ", below, span, l.Tf("known for %s of the energy", l.Fraction(n.Coverage)), n.Estimate(l))
}

// References are the values that a nutrient is judged by, as their authority calls them, with the source:
// "RDA 320 mg, EAR 265 mg (IOM 1997)". Empty where there are none.
func (n *Nutrient) References(l *lang.Language) string {
	var values []string
	add := func(kind string, v *float64) {
		if v != nil && kind != "" {
			values = append(values, kind+" "+l.Amount(n.Key, *v))
		}
	}
	add(n.TargetKind, n.Target)
	add(n.EARKind, n.EAR)
	add("UL", n.UL)
	add(n.CDRRKind, n.CDRR)
	if len(values) == 0 {
		return ""
	}
	text := strings.Join(values, ", ")
	if n.Source != "" {
		text += " (" + n.Source + ")"
	}
	return text
}

// Confidence says how sure it is that the usual intake is enough, or too little where that is likelier, or
// that it is above the AI; and that it is below the limit. Where the foods without a value matter, it goes
// from one end to the other. Empty where no test fits.
func (n *Nutrient) Confidence(l *lang.Language) string {
	var parts []string
	switch {
	case n.Adequate != nil && *n.Adequate < 0.5:
		low := 1 - *n.Adequate
		high := low
		if n.AdequateLow != nil {
			high = 1 - *n.AdequateLow
		}
		parts = append(parts, l.Tf("%s sure to be too little", span(l, low, high)))
	case n.Adequate != nil:
		low := *n.Adequate
		if n.AdequateLow != nil {
			low = *n.AdequateLow
		}
		parts = append(parts, l.Tf("%s sure to be enough", span(l, low, *n.Adequate)))
	case n.AboveAI != nil:
		parts = append(parts, l.Tf("%s sure to be above the AI", sure(l, *n.AboveAI)))
	}
	if n.Within != nil {
		parts = append(parts, l.Tf("%s sure to be below the limit", sure(l, *n.Within)))
	}
	return strings.Join(parts, ", ")
}

// span is a confidence from one end to the other, or one where they read the same.
func span(l *lang.Language, low, high float64) string {
	if sure(l, low) == sure(l, high) {
		return sure(l, low)
	}
	return l.Tf("%s to %s", sure(l, low), sure(l, high))
}

// Limit is the level not to go above, the UL before the CDRR, and what it is called; nil where there is none.
func (n *Nutrient) Limit() (v *float64, kind string) {
	switch {
	case n.UL != nil:
		return n.UL, "UL"
	case n.CDRR != nil:
		return n.CDRR, n.CDRRKind
	default:
		return nil, ""
	}
}

// Certainty is the confidence that a verdict hangs on, 0 to 1: that the usual intake is enough, or above the AI.
// It is nil where no test fits.
func (n *Nutrient) Certainty() *float64 {
	if n.Adequate != nil {
		return n.Adequate
	}
	return n.AboveAI
}

// Sure is the certainty for a narrow column: "84%", or a dash.
func (n *Nutrient) Sure(l *lang.Language) string {
	if p := n.Certainty(); p != nil {
		return sure(l, *p)
	}
	return Dash
}

// Estimate is the intake with the unknown part as such foods usually are, where that is more than what is
// known; else empty.
func (n *Nutrient) Estimate(l *lang.Language) string {
	if n.Mean == nil || n.Best == nil || !(*n.Best > *n.Mean*1.01) {
		return ""
	}
	return l.Tf("about %s with what is not known", l.Amount(n.Key, *n.Best))
}

func sure(l *lang.Language, p float64) string { return l.Percent(float64(assess.Percent(p))) }

// EvidenceWords is a grade of evidence in words: "moderate evidence". A grade of another version stands for
// itself, and none for none.
func EvidenceWords(l *lang.Language, grade string) string {
	words := map[string]string{
		"strong": lang.Mark("strong evidence"), "moderate": lang.Mark("moderate evidence"),
		"conflicting": lang.Mark("conflicting evidence"), "limited": lang.Mark("limited evidence"),
	}
	if known, ok := words[grade]; ok {
		return l.T(known)
	}
	return grade
}

// Graded is the beginning of a sentence about something, with how good the evidence is: "cramps (conflicting
// evidence): ".
func Graded(l *lang.Language, name, grade string) string {
	if words := EvidenceWords(l, grade); words != "" {
		name += " (" + words + ")"
	}
	return name + ": "
}

// Times is how often something stands in the diary, "3×"; empty for never.
func Times(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n) + "×"
}

// StatusWords is a verdict in a word or two: "possibly short".
func StatusWords(l *lang.Language, status string) string {
	switch status {
	case StatusShortfall:
		return l.T("short")
	case StatusPossible:
		return l.T("possibly short")
	case StatusAdequate:
		return l.T("enough")
	case StatusExcess:
		return l.T("above the limit")
	case StatusCannotTell:
		return l.T("can't tell")
	}
	return l.T("no target")
}

// StatusSign is a sign for a verdict that is readable without colour; empty for none.
func StatusSign(status string) string {
	switch status {
	case StatusShortfall:
		return "▼"
	case StatusPossible:
		return "▽"
	case StatusAdequate:
		return "·"
	case StatusExcess:
		return "▲"
	case StatusCannotTell:
		return "~"
	}
	return ""
}
