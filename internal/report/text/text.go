// Package text writes a Summary for a terminal, made to be looked at: a grid of days and nutrients, then
// the shortfalls with what is behind them, then everything else in short tables.
//
// Its rule: no line is wider than asked, every colour has a sign beside it, and whatever stood in the
// diary is shown as text, never sent to the terminal as a command. It refuses to decide: order, status
// and sentences are the Summary's.
package text

import (
	"io"

	"github.com/nutrigap/nutrigap/internal/report"
)

// Options is what the terminal can show.
type Options struct {
	Width int  // columns; 0 means 80, and it's used from 40 to 140
	Color bool // paint with ANSI colours, which stay readable on dark and on light
	ASCII bool // draw with ASCII signs alone; text from the diary stays as it is
}

// The widths between which the report is laid out.
const (
	narrowest    = 40
	defaultWidth = 80
	widest       = 140
	readable     = 110 // the longest line of prose that the eye follows
)

// Write writes s. The only errors are those of w.
func Write(w io.Writer, s *report.Summary, o Options) error {
	p := newPage(s.Visible(), o)
	p.head()
	p.own()
	p.grid()
	p.pointer()
	p.cards(p.T("Shortfalls"), p.WithStatus(report.StatusShortfall, report.StatusPossible))
	p.cards(p.T("Above the limit"), p.WithStatus(report.StatusExcess))
	p.electrolytes()
	p.cards(p.T("Can't tell"), p.WithStatus(report.StatusCannotTell))
	p.table(p.T("Enough"), p.WithStatus(report.StatusAdequate), p.meanColumn(), p.targetColumn(), p.sureColumn(), p.knownColumn(), p.spanColumn(), p.percentColumn())
	p.table(p.T("Counted, without a target"), p.Unjudged(), p.meanColumn(), p.knownColumn(), p.rangeColumn())
	p.foods()
	p.doctor()
	p.foot()
	return p.writeTo(w)
}
