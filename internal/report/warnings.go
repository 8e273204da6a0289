package report

import (
	"fmt"
	"strings"

	"github.com/nutrigap/nutrigap/internal/assess"
)

// warnings are about the whole report; a diary that most likely misses food comes first, because every
// figure below hangs on it.
func warnings(f *Findings, s *Summary) []string {
	var all []string
	if f.Counted.Underreported {
		all = append(all, f.Book.Underreported(f.Counted.EnergyShare))
	}
	if f.Counted.Partial > 0 {
		all = append(all, partialDays(f))
	}
	if n := s.Period.DaysCounted; n > 0 && n < assess.MinDays {
		all = append(all, fmt.Sprintf("Only %s: a few days say little about what somebody usually eats.", plural(n, "day")))
	}
	if n := f.Rows.Totals; n > 0 {
		all = append(all, fmt.Sprintf(
			"%s of a meal or a day without the foods: no food can be named as a source. Apps add up what they don't know "+
				"as nothing, so that more may have been eaten than the totals say.", plural(n, "total")))
	}
	if n := f.Rows.Twice; n > 0 {
		all = append(all, fmt.Sprintf(
			"%s left out because the diary has the day once as foods and once as totals; the one that came first counts.", plural(n, "row")))
	}
	if n := f.Rows.Unmatched; n > 0 {
		all = append(all, fmt.Sprintf(
			"%s without a known food: not counted as nothing, but as not known.", plural(n, "row")))
	}
	return all
}

// namedDays is how many partial days a warning names; the report marks them all.
const namedDays = 5

// partialDays says which days look partial, why, and whether they count.
func partialDays(f *Findings) string {
	why := map[assess.Partial]string{
		assess.MarkedPartial: "marked as not tracked",
		assess.OnlyQuickAdds: "only quick adds",
		assess.LittleEnergy:  "little energy",
		assess.FewRows:       "few rows",
		assess.AtTheEdge:     "at the edge of the diary",
	}
	var days []string
	for _, d := range f.Days {
		if d.Partial != "" {
			days = append(days, fmt.Sprintf("%s (%s)", f.date(d.Date), why[d.Partial]))
		}
	}
	if more := len(days) - namedDays; more > 0 {
		days = append(days[:namedDays], fmt.Sprintf("%d more", more))
	}
	what := "They are left out of every mean; --all-days counts them."
	if f.AllDays || f.Counted.Whole == 0 {
		what = "The means count them all the same."
	}
	return fmt.Sprintf("Probably not everything was written down on %s of %d: %s. %s",
		plural(f.Counted.Partial, "day"), len(f.Days), strings.Join(days, ", "), what)
}
