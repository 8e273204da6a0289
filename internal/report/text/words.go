package text

import (
	"strings"

	"github.com/nutrigap/nutrigap/internal/report"
)

// sign is how a status looks: a sign that is readable without colour, and its colour.
type sign struct {
	mark  string
	paint style
}

func signOf(status string) sign {
	switch status {
	case report.StatusShortfall:
		return sign{"▼", orange}
	case report.StatusPossible:
		return sign{"▽", amber}
	case report.StatusAdequate:
		return sign{"·", blue}
	case report.StatusExcess:
		return sign{"▲", purple}
	case report.StatusCannotTell:
		return sign{"~", gray}
	default:
		return sign{" ", plain}
	}
}

// legend lists the statuses in the order in which they are explained.
func legend() []string {
	return []string{report.StatusShortfall, report.StatusPossible, report.StatusAdequate, report.StatusExcess, report.StatusCannotTell}
}

// ascii draws with signs that every terminal has. Each takes as many columns as what it replaces.
var ascii = strings.NewReplacer(
	"▼", "V", "▽", "v", "▲", "^", "·", ".", "×", "x", "µ", "u", "…", "~", "–", "-", "’", "'",
	"─", "-", "│", "|", "█", "#", "▉", "#", "▊", "#", "▋", "#", "▌", "#", "▍", ".", "▎", ".", "▏", ".", "░", ".",
	"−", "-", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9", "⁰", "0",
	"▁", "_", "▂", ".", "▃", ":", "▄", "=", "▅", "+", "▆", "*", "▇", "%", "•", "*", "␛", "?", "␇", "?", "�", "?",
)
