package main

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/nutrigap/nutrigap/internal/food"
)

// "1 cup, chopped", "1/2 slice", and "1-3 ring thin pretzel", which is one pretzel of three rings.
var leadingAmount = regexp.MustCompile(`^(\d+(?:\.\d+)?)(?:/(\d+))?[ -](.+)$`)

// parsePortion splits an FNDDS portion description into amount, label and kind. A description without a number in
// front ("Juice of 1 lemon", `1" wedge`) is one of itself.
func parsePortion(description string) (amount float64, label string, kind food.PortionKind) {
	switch {
	case strings.HasPrefix(description, "Quantity not specified"):
		return 1, description, food.Usual
	case strings.HasPrefix(description, "Guideline amount"):
		return 1, description, food.Guideline
	}
	m := leadingAmount.FindStringSubmatch(description)
	if m == nil {
		return 1, description, food.Household
	}
	amount, _ = strconv.ParseFloat(m[1], 64)
	if divisor, _ := strconv.ParseFloat(m[2], 64); divisor > 0 {
		amount /= divisor
	}
	if amount == 0 {
		return 1, description, food.Household
	}
	return amount, m[3], food.Household
}
