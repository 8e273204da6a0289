package report

import (
	"strings"
	"unicode/utf8"
)

// formulaSigns begin a formula in one spreadsheet or another, also in full width.
const formulaSigns = "=+-@\t\r＝＋－＠"

// Inert is text for a cell of a table so that no spreadsheet takes it for a formula. Those read a cell as
// one when it begins with a formula sign, some also after spaces, and show it as it is after an
// apostrophe.
func Inert(s string) string {
	start := strings.TrimLeft(s, " \u00a0\u3000")
	if first, size := utf8.DecodeRuneInString(start); size > 0 && strings.ContainsRune(formulaSigns, first) {
		return "'" + s
	}
	return s
}
