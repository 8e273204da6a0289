package app

import (
	"cmp"
	"slices"

	"github.com/nutrigap/nutrigap/internal/intake"
	"github.com/nutrigap/nutrigap/internal/report"
)

// keptLog is how many rows of a diary a report repeats: about two years of somebody who logs everything.
const keptLog = 20_000

// record keeps an entry for the log, if there is to be one.
func (t *tally) record(e *intake.Eaten, status string) {
	switch {
	case !t.keepLog:
	case len(t.logged) < keptLog:
		t.logged = append(t.logged, report.RowOf(e, status))
	default:
		t.logMore++
	}
}

// log is what was recorded in order of date; rows of one day stay as they came.
func (t *tally) log() []report.LogRow {
	slices.SortStableFunc(t.logged, func(a, b report.LogRow) int { return cmp.Compare(a.Date, b.Date) })
	return t.logged
}
