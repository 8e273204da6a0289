package nutrient

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxNumber is more characters than a number in a diary ever has.
const maxNumber = 40

// NumberFormat says how the numbers of one file are written.
type NumberFormat uint8

// The formats of numbers. They differ in a lone point or comma before three digits, which starts the
// decimals for one half of the world and groups thousands for the other.
const (
	UsualNumbers NumberFormat = iota // nothing is known: "1.234" has decimals, "1,234" has two readings
	DecimalPoint                     // "1,234" is 1234, and "1,5" no number
	DecimalComma                     // "1.234" is 1234, and "1.5" no number
	MixedNumbers                     // the file has both: "1.234" and "1,234" have two readings
)

// ParseNumber reads a number of which nothing else is known, as people and spreadsheets write one: "3.25",
// "1,5", "1,234.5", "1.234,5", "1 234", "-2". The result is finite.
//
// A lone comma before three digits ("1,234") is an error which shows both readings, as a single cell can't
// tell. NaN, infinity, hexadecimal digits and underscores are not numbers here, and of exponents only the
// one with which spreadsheets write next to nothing ("5.60E-04").
func ParseNumber(text string) (float64, error) { return UsualNumbers.Parse(text) }

// Parse reads a number that is written in the format.
func (f NumberFormat) Parse(text string) (float64, error) {
	if value, ok := parsePlain(text); ok && (f <= DecimalPoint || strings.IndexByte(text, '.') < 0) {
		return value, nil
	}
	trimmed := strings.TrimSpace(text)
	if len(trimmed) > maxNumber {
		return 0, notANumber(text)
	}
	if number, exponent, small := strings.Cut(trimmed, "E-"); small && len(exponent) == 2 && isDigits(exponent) {
		value, err := f.Parse(number)
		return value / math.Pow10(10*int(exponent[0]-'0')+int(exponent[1]-'0')), err
	}
	sign, digits := cutSign(trimmed)
	whole, decimals, ok := f.split(digits)
	if !ok {
		return 0, f.problem(text, sign, digits)
	}
	whole, grouped := ungroup(whole)
	value, ok := parsePlain(whole + "." + decimals)
	switch {
	case !ok || !grouped:
		return 0, notANumber(text)
	case sign != "":
		return 0 - value, nil // and not -value: "-0" is no negative zero
	}
	return value, nil
}

// problem says why a number can't be split.
func (f NumberFormat) problem(text, sign, digits string) error {
	at := strings.IndexAny(digits, ",.")
	whole, decimals := digits[:at], digits[at+1:]
	_, isNumber := parsePlain(whole + decimals)
	switch {
	case !isNumber:
		return notANumber(text)
	case f == DecimalPoint:
		return fmt.Errorf("%q is no number with a decimal point, as the others are", text)
	case f == DecimalComma:
		return fmt.Errorf("%q is no number with a decimal comma, as the others are", text)
	case digits[at] == ',':
		return fmt.Errorf("%q could be %s%s%s or %s%s.%s; write it without the comma or with a decimal point",
			text, sign, whole, decimals, sign, whole, decimals)
	}
	return fmt.Errorf("%q could be %s%s%s or %s%s.%s; write it without the point or with more decimals",
		text, sign, whole, decimals, sign, whole, decimals)
}

// TwoWays reports whether a number is written with one sign before its last three digits that may start
// decimals or group thousands: "1,234" and "12.500", and not "0.125", "1234.125" or "1 234,125".
func TwoWays(text string) bool {
	if len(text) < 5 {
		return false
	}
	// Nearly every cell ends here, in the caller's own code: a digit is last and no sign is fourth from the end.
	sign, last := text[len(text)-4], text[len(text)-1]
	return (sign == ',' || sign == '.' || last-'0' > 9) && twoWays(text)
}

func twoWays(text string) bool {
	_, digits := cutSign(strings.TrimSpace(text))
	at := len(digits) - 4
	if at < 1 || at > 3 || digits[at] != ',' && digits[at] != '.' || digits[0] == '0' {
		return false
	}
	return isDigits(digits[:at]) && isDigits(digits[at+1:])
}

func isDigits(text string) bool {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	return true
}

func notANumber(text string) error {
	if n := utf8.RuneCountInString(text); n > maxNumber {
		return fmt.Errorf("a text of %d characters is not a number", n)
	}
	return fmt.Errorf("%q is not a number", text)
}

// exactDigits is how many digits a float64 holds for sure.
const exactDigits = 15

// powers of ten are whole numbers that a float64 holds exactly.
var powers = [exactDigits + 1]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}

// parsePlain reads text that is nothing but digits, at least one, around at most one decimal point. That
// is all that may reach strconv, which would also take "NaN", "0x1p-2" and "1_0". Up to fifteen digits
// the quotient of two exact numbers is rounded once, so that it is what strconv would say: an import
// reads some thirty cells a row, nearly all of them of this kind.
func parsePlain(text string) (float64, bool) {
	var number uint64
	digits, point := 0, -1
	for i := range len(text) {
		switch c := text[i]; {
		case '0' <= c && c <= '9':
			number = number*10 + uint64(c-'0')
			digits++
		case c == '.' && point < 0:
			point = digits
		default:
			return 0, false
		}
	}
	switch {
	case digits == 0 || digits > maxNumber:
		return 0, false
	case digits > exactDigits:
		value, err := strconv.ParseFloat(text, 64)
		return value, err == nil
	case point < 0:
		return float64(number), true
	}
	return float64(number) / powers[digits-point], true
}

func cutSign(text string) (sign, rest string) {
	for _, s := range []string{"-", "−"} {
		if rest, ok := strings.CutPrefix(text, s); ok {
			return "-", rest
		}
	}
	return "", strings.TrimPrefix(text, "+")
}

// split parts digits at the decimal sign. It is not ok where a lone sign has two readings or one that the
// format does not have.
func (f NumberFormat) split(text string) (whole, decimals string, ok bool) {
	comma, point := strings.LastIndexByte(text, ','), strings.LastIndexByte(text, '.')
	at := max(comma, point)
	switch {
	case at < 0:
		return text, "", true
	case comma >= 0 && point >= 0:
		return text[:at], text[at+1:], f.decimal(text[at])
	case strings.Count(text, text[at:at+1]) > 1:
		return text, "", !f.decimal(text[at]) || f == UsualNumbers || f == MixedNumbers
	case !TwoWays(text):
		return text[:at], text[at+1:], f.decimal(text[at])
	case f == DecimalPoint && text[at] == ',', f == DecimalComma && text[at] == '.':
		return text, "", true
	}
	return text[:at], text[at+1:], f != MixedNumbers && (f != UsualNumbers || text[at] == '.')
}

// decimal reports whether a sign may start decimals.
func (f NumberFormat) decimal(sign byte) bool {
	switch f {
	case DecimalPoint:
		return sign == '.'
	case DecimalComma:
		return sign == ','
	}
	return true
}

// NumberEvidence gathers from the numbers of one file how it writes them.
type NumberEvidence struct{ point, comma bool }

// Add looks at one cell. Cells that are no numbers say nothing.
func (e *NumberEvidence) Add(text string) {
	at := strings.LastIndexAny(text, ",.")
	if at < 0 || e.point && text[at] == '.' && strings.IndexByte(text, ',') < 0 {
		return // the usual cell of a file with decimal points
	}
	text = strings.TrimSpace(text)
	if _, err := ParseNumber(text); err != nil || TwoWays(text) {
		return
	}
	at = strings.LastIndexAny(text, ",.")
	// Of a sign that stands twice, the other one starts the decimals.
	if point := text[at] == '.'; point == (strings.Count(text, text[at:at+1]) == 1) {
		e.point = true
	} else {
		e.comma = true
	}
}

// Format is what the cells agree on.
func (e *NumberEvidence) Format() NumberFormat {
	switch {
	case e.point && e.comma:
		return MixedNumbers
	case e.point:
		return DecimalPoint
	case e.comma:
		return DecimalComma
	}
	return UsualNumbers
}

// groupSigns are what separates groups of three digits: one of them, the same in the whole number.
const groupSigns = ",.' ’\u00a0\u2007\u2009\u202f"

// ungroup takes the separators out of a whole number. It is not ok where they don't stand before groups
// of exactly three digits.
func ungroup(whole string) (string, bool) {
	at := strings.IndexAny(whole, groupSigns)
	if at < 0 {
		return whole, true
	}
	separator, _ := utf8.DecodeRuneInString(whole[at:])
	groups := strings.Split(whole, string(separator))
	if len(groups[0]) < 1 || len(groups[0]) > 3 || groups[0] == "0" {
		return "", false
	}
	for _, group := range groups[1:] {
		if len(group) != 3 {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}
