package report

import "github.com/nutrigap/nutrigap/internal/lang"

// Dash stands where a number is not known.
const Dash = lang.Dash

// Amount is v of the nutrient with the given key, for commands that speak English: see [lang.Language.Amount].
func Amount(key string, v float64) string { return lang.English().Amount(key, v) }

// Number is v for commands that speak English: see [lang.Language.Number].
func Number(v float64) string { return lang.English().Number(v) }

// Percent is p for commands that speak English: see [lang.Language.Percent].
func Percent(p float64) string { return lang.English().Percent(p) }

// Fraction is a part of one as a percentage, for commands that speak English.
func Fraction(part float64) string { return lang.English().Fraction(part) }

// Signed is a correlation in English: see [lang.Language.Signed].
func Signed(v float64) string { return lang.English().Signed(v) }
