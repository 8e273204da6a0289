package report

import (
	"math"
	"strconv"
	"strings"

	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Dash stands where a number is not known.
const Dash = "–"

// Amount is v of the nutrient with the given key as people read it: "213 mg", "1.4 µg", "1,240 kcal".
// Water is counted in grams and read as "850 ml" or "2.7 L". An unknown key gives the number alone, NaN
// and the infinities a dash.
func Amount(key string, v float64) string {
	if !finite(v) {
		return Dash
	}
	id, ok := nutrient.ByKey(key)
	switch {
	case !ok:
		return Number(v)
	case id != nutrient.Water:
		return Number(v) + " " + id.Unit().Symbol()
	case math.Abs(v) < 999.5:
		return Number(v) + " ml"
	default:
		return Number(v/1000) + " L"
	}
}

// Number is v with the digits that a diary can carry: whole from 100 on with commas between thousands,
// else one decimal, below 1 two. Trailing zeros go, so that targets stay round ("18", "2.4"). A positive
// value too small to show is "<0.01", never "0".
func Number(v float64) string {
	switch a := math.Abs(v); {
	case !finite(v):
		return Dash
	case a >= 1e9:
		return strconv.FormatFloat(v, 'e', 1, 64)
	case a >= 99.95:
		return thousands(strconv.FormatFloat(v, 'f', 0, 64))
	case a >= 0.995:
		return trimZeros(strconv.FormatFloat(v, 'f', 1, 64))
	case v > 0 && a < 0.005:
		return "<0.01"
	case a < 0.005:
		return "0"
	default:
		return trimZeros(strconv.FormatFloat(v, 'f', 2, 64))
	}
}

// Signed is a correlation with two digits: "-0.62", "0.05". What rounds to nothing has no sign.
func Signed(v float64) string {
	if !finite(v) {
		return Dash
	}
	return strconv.FormatFloat(math.Round(v*100)/100+0, 'f', 2, 64) // +0: no "-0.00"
}

// Percent is p, where 100 is the whole, as "46%". Rounding crosses no line that a verdict hangs on:
// something above 0 is at least "<1%", and less than 100 at most "99%".
func Percent(p float64) string {
	const slack = 1e-9 // what summing shares leaves behind
	switch {
	case !finite(p):
		return Dash
	case p > slack && p < 0.5:
		return "<1%"
	case p > 99 && p < 100-slack:
		return "99%"
	case math.Abs(p) >= 1e9:
		return strconv.FormatFloat(p, 'e', 1, 64) + "%"
	default:
		return thousands(strconv.FormatFloat(math.Round(p)+0, 'f', 0, 64)) + "%" // +0: no "-0"
	}
}

// Fraction is a part of one, 0 to 1, as a percentage.
func Fraction(part float64) string { return Percent(100 * part) }

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

func trimZeros(s string) string { return strings.TrimSuffix(strings.TrimRight(s, "0"), ".") }

// thousands puts commas between the thousands of a whole number.
func thousands(digits string) string {
	sign := ""
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(d)
	}
	return sign + b.String()
}
