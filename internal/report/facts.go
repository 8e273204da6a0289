package report

import (
	"strconv"
	"strings"

	"github.com/nutrigap/nutrigap/internal/assess"
)

// References are the values that a nutrient is judged by, as their authority calls them, with the source:
// "RDA 320 mg, EAR 265 mg (IOM 1997)". Empty where there are none.
func (n *Nutrient) References() string {
	var values []string
	add := func(kind string, v *float64) {
		if v != nil && kind != "" {
			values = append(values, kind+" "+Amount(n.Key, *v))
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
func (n *Nutrient) Confidence() string {
	var parts []string
	switch {
	case n.Adequate != nil && *n.Adequate < 0.5:
		low := 1 - *n.Adequate
		high := low
		if n.AdequateLow != nil {
			high = 1 - *n.AdequateLow
		}
		parts = append(parts, span(low, high)+" sure to be too little")
	case n.Adequate != nil:
		low := *n.Adequate
		if n.AdequateLow != nil {
			low = *n.AdequateLow
		}
		parts = append(parts, span(low, *n.Adequate)+" sure to be enough")
	case n.AboveAI != nil:
		parts = append(parts, sure(*n.AboveAI)+" sure to be above the AI")
	}
	if n.Within != nil {
		parts = append(parts, sure(*n.Within)+" sure to be below the limit")
	}
	return strings.Join(parts, ", ")
}

// span is a confidence from one end to the other, or one where they read the same.
func span(low, high float64) string {
	if sure(low) == sure(high) {
		return sure(low)
	}
	return sure(low) + " to " + sure(high)
}

// Sure is the confidence that a verdict hangs on, for a narrow column: "84%", or a dash.
func (n *Nutrient) Sure() string {
	for _, p := range []*float64{n.Adequate, n.AboveAI} {
		if p != nil {
			return sure(*p)
		}
	}
	return Dash
}

// Estimate is the intake with the unknown part as such foods usually are, where that is more than what is
// known; else empty.
func (n *Nutrient) Estimate() string {
	if n.Mean == nil || n.Best == nil || !(*n.Best > *n.Mean*1.01) {
		return ""
	}
	return "about " + Amount(n.Key, *n.Best) + " with what is not known"
}

func sure(p float64) string { return strconv.Itoa(assess.Percent(p)) + "%" }
