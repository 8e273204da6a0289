package table

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Numbers reads the numbers of one file. Whether "1,234" has decimals is decided once, from all rows, and
// only when the first number is met that depends on it: nearly no file needs to be read twice.
type Numbers struct {
	format  nutrient.NumberFormat
	decided bool
	file    *File
	columns []int // those that hold numbers; nil where any may
}

// Parse reads a number.
func (n *Numbers) Parse(text string) (float64, error) {
	if nutrient.TwoWays(text) {
		n.decide()
	}
	return n.format.Parse(text)
}

// plain is an amount with its number written so that it has one reading everywhere: "1,500 g" is 1500 g
// or 1.500 g. It is an error where the file doesn't tell which.
func (n *Numbers) plain(amount string) (string, error) {
	if strings.IndexByte(amount, ',') < 0 && strings.IndexByte(amount, '.') < 0 {
		return amount, nil // most amounts
	}
	number := leading(amount)
	if !nutrient.TwoWays(number) {
		return amount, nil
	}
	value, err := n.Parse(number)
	if err != nil {
		return "", err
	}
	if same, err := nutrient.ParseNumber(number); err == nil && same == value {
		return amount, nil
	}
	return strconv.FormatFloat(value, 'f', -1, 64) + amount[len(number):], nil
}

// decide looks at the numbers of all rows.
func (n *Numbers) decide() {
	if n.decided {
		return
	}
	n.decided = true
	var e nutrient.NumberEvidence
	for cells := range n.file.allRows() {
		if n.columns == nil {
			for _, cell := range cells {
				e.Add(leading(cell))
			}
			continue
		}
		for _, i := range n.columns {
			e.Add(leading(cells[i]))
		}
	}
	n.format = e.Format()
	if n.format == nutrient.UsualNumbers && n.file.comma == ';' {
		n.format = nutrient.MixedNumbers // the separator of countries with a decimal comma
	}
}

// hint is what to do about a number that can't be read.
func (n *Numbers) hint(text string) string {
	if nutrient.TwoWays(Clean(text)) {
		return "say how numbers are written with --decimal point or --decimal comma"
	}
	return ""
}

// leading is the number at the beginning of a cell, if nothing but a unit or a name follows it.
func leading(cell string) string {
	cell = strings.TrimSpace(cell)
	end := strings.IndexFunc(cell, func(r rune) bool { return (r < '0' || r > '9') && r != ',' && r != '.' })
	if end < 0 {
		return cell
	}
	if r, _ := utf8.DecodeRuneInString(cell[end:]); r != ' ' && !unicode.IsLetter(r) {
		return ""
	}
	return strings.TrimRight(cell[:end], ",.")
}
