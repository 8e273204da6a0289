package tidy

import (
	"math"
	"strings"
	"time"

	"github.com/nutrigap/nutrigap/internal/report"
)

func text(s string) Cell { return worded(Text, s) }

func code(s string) Cell { return worded(Code, s) }

func worded(kind Kind, s string) Cell {
	if s == "" {
		return Cell{}
	}
	return Cell{Kind: kind, Text: report.Inert(s)}
}

// list is several texts in one cell.
func list(texts []string) Cell { return text(strings.Join(texts, "; ")) }

// date is an ISO date; what is none, as in a report that leaves dates out, is text.
func date(s string) Cell {
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return text(s)
	}
	return Cell{Kind: Date, Text: s}
}

func yes(b bool) Cell {
	if b {
		return code("yes")
	}
	return code("no")
}

func count(n int) Cell { return Cell{Kind: Count, Number: float64(n)} }

// counted is n, or an empty cell for nil.
func counted(n *int) Cell {
	if n == nil {
		return Cell{}
	}
	return count(*n)
}

func amount(v *float64) Cell { return number(Number, v) }

func percent(v *float64) Cell { return number(Percent, v) }

func share(v *float64) Cell { return number(Share, v) }

// number is *v, or an empty cell where v is nil or no number.
func number(kind Kind, v *float64) Cell {
	if v == nil || math.IsNaN(*v) || math.IsInf(*v, 0) {
		return Cell{}
	}
	return Cell{Kind: kind, Number: *v}
}

// judged is a cell with the status that its figure has.
func (c Cell) judged(status string) Cell {
	if c.Kind != Unknown {
		c.Status = status
	}
	return c
}
