package nutrient

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxNumber is more characters than a number in a diary ever has.
const maxNumber = 40

// ParseNumber reads a number as people and spreadsheets write one: "3.25", "1,5", "1,234.5", "1.234,5",
// "1 234", "-2". The result is finite.
//
// A lone comma before three digits ("1,234") groups thousands for one half of the world and starts the
// decimals for the other; a single cell can't tell, so that is an error which shows both readings. NaN,
// infinity, exponents, hexadecimal digits and underscores are not numbers here.
func ParseNumber(text string) (float64, error) {
	if value, ok := parsePlain(text); ok {
		return value, nil
	}
	trimmed := strings.TrimSpace(text)
	if len(trimmed) > maxNumber {
		return 0, notANumber(text)
	}
	sign, digits := cutSign(trimmed)
	whole, decimals, ok := splitNumber(digits)
	if !ok {
		reading := strings.Replace(digits, ",", "", 1)
		if _, ok := parsePlain(reading); ok {
			return 0, fmt.Errorf("%q could be %s%s or %s%s.%s; write it without the comma or with a decimal point",
				text, sign, reading, sign, whole, decimals)
		}
		return 0, notANumber(text)
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

// splitNumber parts digits at the decimal sign. It is not ok where a lone comma has two readings; whole
// and decimals then show the one with a decimal comma.
func splitNumber(text string) (whole, decimals string, ok bool) {
	comma, point := strings.LastIndexByte(text, ','), strings.LastIndexByte(text, '.')
	switch {
	case comma >= 0 && point >= 0:
		last := max(comma, point)
		return text[:last], text[last+1:], true
	case strings.Count(text, ",") > 1, strings.Count(text, ".") > 1:
		return text, "", true
	case point >= 0:
		return text[:point], text[point+1:], true
	case comma >= 0:
		whole, decimals = text[:comma], text[comma+1:]
		// Nobody groups "0,125", "1234,125" or "1 234,125".
		grouped := len(decimals) == 3 && 1 <= len(whole) && len(whole) <= 3 && whole[0] != '0'
		return whole, decimals, !grouped
	default:
		return text, "", true
	}
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
