package html

import "github.com/nutrigap/nutrigap/internal/report"

// look is how a status is shown: a class of the style sheet, a sign that is readable without colour, and
// its name.
type look struct{ Class, Sign, Name string }

func (p *page) lookOf(status string) look {
	name := report.StatusWords(p.Language, status)
	switch status {
	case report.StatusShortfall:
		return look{"short", "▼", name}
	case report.StatusPossible:
		return look{"possible", "▽", name}
	case report.StatusAdequate:
		return look{"enough", "●", name}
	case report.StatusExcess:
		return look{"excess", "▲", name}
	case report.StatusCannotTell:
		return look{"unsure", "~", name}
	default:
		return look{"none", "", name}
	}
}

// statuses are those that the legend explains, in its order.
func statuses() []string {
	return []string{report.StatusShortfall, report.StatusPossible, report.StatusExcess, report.StatusAdequate, report.StatusCannotTell}
}
