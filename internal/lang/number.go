package lang

import (
	"math"
	"strconv"
	"strings"

	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Dash stands where a number is not known.
const Dash = "–"

// signs are how a language writes numbers. Its file says it by examples, which need no grammar of their own.
type signs struct {
	digits           *strings.Replacer // of a number as English writes it
	percent, measure string            // with what to replace in them
}

const (
	exampleNumber  = "1,234.5"
	examplePercent = "46%"
	exampleMeasure = "46 mg"
	exampleFigure  = "46"
	exampleUnit    = "mg"
)

func (l *Language) read() signs {
	between := func(text, from, to string) string {
		_, rest, _ := strings.Cut(text, from)
		sign, _, _ := strings.Cut(rest, to)
		return sign
	}
	number := l.T(exampleNumber)
	return signs{
		digits:  strings.NewReplacer(",", between(number, "1", "2"), ".", between(number, "4", "5")),
		percent: l.T(examplePercent),
		measure: l.T(exampleMeasure),
	}
}

// Number is v with the digits that a diary can carry: whole from 100 on with signs between thousands, else
// one decimal, below 1 two. Trailing zeros go, so that targets stay round ("18", "2.4"). A positive value
// too small to show is "<0.01", never "0"; what is no number is a dash.
func (l *Language) Number(v float64) string {
	switch a := math.Abs(v); {
	case !finite(v):
		return Dash
	case a >= 1e9:
		return l.signs.digits.Replace(strconv.FormatFloat(v, 'e', 1, 64))
	case a >= 99.95:
		return l.whole(v)
	case a >= 0.995:
		return l.decimal(v, 1)
	case v > 0 && a < 0.005:
		return "<" + l.decimal(0.01, 2)
	case a < 0.005:
		return "0"
	default:
		return l.decimal(v, 2)
	}
}

// Count is a whole number with signs between thousands.
func (l *Language) Count(n int) string { return l.signs.digits.Replace(thousands(strconv.Itoa(n))) }

// Percent is p, where 100 is the whole, as "46%". Rounding crosses no line that a verdict hangs on:
// something above 0 is at least "<1%", and less than 100 at most "99%".
func (l *Language) Percent(p float64) string {
	if !finite(p) {
		return Dash
	}
	return strings.Replace(l.signs.percent, exampleFigure, l.PercentFigure(p), 1)
}

// PercentFigure is the number of [Language.Percent] without its sign, for where the sign stands elsewhere.
func (l *Language) PercentFigure(p float64) string {
	const slack = 1e-9 // what summing shares leaves behind
	switch {
	case !finite(p):
		return Dash
	case p > slack && p < 0.5:
		return "<1"
	case p > 99 && p < 100-slack:
		return "99"
	case math.Abs(p) >= 1e9:
		return l.signs.digits.Replace(strconv.FormatFloat(p, 'e', 1, 64))
	default:
		return l.whole(math.Round(p) + 0) // +0: no "-0"
	}
}

// Fraction is a part of one, 0 to 1, as a percentage.
func (l *Language) Fraction(part float64) string { return l.Percent(100 * part) }

// Signed is a correlation with two digits: "-0.62", "0.05". What rounds to nothing has no sign.
func (l *Language) Signed(v float64) string {
	if !finite(v) {
		return Dash
	}
	return l.signs.digits.Replace(strconv.FormatFloat(math.Round(v*100)/100+0, 'f', 2, 64)) // +0: no "-0.00"
}

// Measure is a number with its unit: "62 kg".
func (l *Language) Measure(v float64, unit string) string {
	return strings.NewReplacer(exampleFigure, l.Number(v), exampleUnit, unit).Replace(l.signs.measure)
}

// Amount is v of the nutrient with the given key as people read it: "213 mg", "1.4 µg", "1,240 kcal".
// Water is counted in grams and read as "850 ml" or "2.7 L". An unknown key gives the number alone, what is
// no number a dash.
func (l *Language) Amount(key string, v float64) string {
	id, ok := nutrient.ByKey(key)
	switch {
	case !finite(v) || !ok:
		return l.Number(v)
	case id != nutrient.Water:
		return l.Measure(v, id.Unit().Symbol())
	case math.Abs(v) < 999.5:
		return l.Measure(v, "ml")
	default:
		return l.Measure(v/1000, "L")
	}
}

// AmountOrDash is *v of a nutrient, or a dash where nobody knows it.
func (l *Language) AmountOrDash(key string, v *float64) string {
	if v == nil {
		return Dash
	}
	return l.Amount(key, *v)
}

// PercentOrDash is *v in percent, or a dash where nobody knows it.
func (l *Language) PercentOrDash(v *float64) string {
	if v == nil {
		return Dash
	}
	return l.Percent(*v)
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

func (l *Language) whole(v float64) string {
	return l.signs.digits.Replace(thousands(strconv.FormatFloat(v, 'f', 0, 64)))
}

func (l *Language) decimal(v float64, places int) string {
	s := strconv.FormatFloat(v, 'f', places, 64)
	return l.signs.digits.Replace(strings.TrimSuffix(strings.TrimRight(s, "0"), "."))
}

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
