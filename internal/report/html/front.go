package html

import (
	"slices"
	"strconv"

	"github.com/nutrigap/nutrigap/internal/report"
)

// What page one has room for.
const (
	frontNutrients = 12
	frontFoods     = 8
)

// Logged counts the days, and says how many are left out and why.
func (p *page) Logged() string {
	return join("; ", p.Period.Sentence(p.Language), p.LeftOut(p.Language))
}

// Denominator says what the means are of, and what the columns are whose heads don't tell.
func (p *page) Denominator() string {
	return join(" ", p.N("Means are of the %d day counted, and of what is known.", "Means are of the %d days counted, and of what is known.", p.Period.Counted()),
		p.T("Sure: that the usual intake is enough, or above an AI. Known: the share of the energy eaten whose foods have a value."))
}

// AverageKind heads the column of average requirements on page one.
func (p *page) AverageKind() string { return report.AverageKind(p.Foremost(frontNutrients)) }

// FrontLines are the nutrients of page one.
func (p *page) FrontLines() []line { return p.lines(p.Foremost(frontNutrients)) }

// order is the place of a status from the worst to the best, for sorting.
func order(status string) int {
	if i := slices.Index(statuses(), status); i >= 0 {
		return i
	}
	return len(statuses())
}

// most is a food with how often and how much of it was eaten.
type most struct{ Food, Figures string }

// Most are the foods that brought the most energy.
func (p *page) Most() []most {
	var list []most
	for _, e := range p.Foods[:min(frontFoods, len(p.Foods))] {
		grams := ""
		if e.Grams != nil {
			grams = p.Measure(*e.Grams, "g")
		}
		energy := ""
		if v, ok := amountOf(e.Amounts, "energy_kcal"); ok {
			energy = p.Amount("energy_kcal", v)
		}
		list = append(list, most{e.Food, join(" · ", report.Times(e.Times), grams, energy)})
	}
	return list
}

// amountOf finds the amount of a nutrient among those that are known.
func amountOf(parts []report.Part, key string) (float64, bool) {
	for i := range parts {
		if parts[i].Key == key {
			return parts[i].Amount, true
		}
	}
	return 0, false
}

// Made names the program and the table, in one line.
func (p *page) Made() string { return p.Method()[0] }

// exact is a number for sorting; empty for what is none.
func exact(v *float64) string {
	if v == nil || *v != *v {
		return ""
	}
	return strconv.FormatFloat(*v, 'g', 5, 64)
}
