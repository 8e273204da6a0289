package report

import (
	"strings"

	"github.com/nutrigap/nutrigap/internal/assess"
	"github.com/nutrigap/nutrigap/internal/lang"
)

// warnings are about the whole report; a diary that most likely misses food comes first, because every
// figure below hangs on it.
func warnings(f *Findings, s *Summary) []string {
	var all []string
	l := f.lang()
	if f.Counted.Underreported {
		all = append(all, f.Book.Underreported(f.Counted.EnergyShare))
	}
	if f.Counted.Partial > 0 {
		all = append(all, partialDays(f))
	}
	if n := s.Period.DaysCounted; n > 0 && n < assess.MinDays {
		all = append(all, l.N("Only %d day: a few days say little about what somebody usually eats.",
			"Only %d days: a few days say little about what somebody usually eats.", n))
	}
	if n := f.Rows.Totals; n > 0 {
		all = append(all, l.N("%d total of a meal or a day without the foods: no food can be named as a source. Apps add up what "+
			"they don't know as nothing, so that more may have been eaten than the total says.",
			"%d totals of a meal or a day without the foods: no food can be named as a source. Apps add up what they don't know "+
				"as nothing, so that more may have been eaten than the totals say.", n))
	}
	if n := f.Rows.Twice; n > 0 {
		all = append(all, l.N("%d row left out because the diary has the day once as foods and once as totals; the one that came first counts.",
			"%d rows left out because the diary has the day once as foods and once as totals; the one that came first counts.", n))
	}
	if n := f.Rows.Unmatched; n > 0 {
		all = append(all, l.N("%d row without a known food: not counted as nothing, but as not known.",
			"%d rows without a known food: not counted as nothing, but as not known.", n))
	}
	return all
}

// namedDays is how many partial days a warning names; the report marks them all.
const namedDays = 5

// whyPartial is why a day looks as if something was not written down.
var whyPartial = map[assess.Partial]string{
	assess.MarkedPartial: lang.Mark("marked as not tracked"),
	assess.OnlyQuickAdds: lang.Mark("only quick adds"),
	assess.LittleEnergy:  lang.Mark("little energy"),
	assess.FewRows:       lang.Mark("few rows"),
	assess.AtTheEdge:     lang.Mark("at the edge of the diary"),
}

// partialDays says which days look partial, why, and whether they count.
func partialDays(f *Findings) string {
	l := f.lang()
	var days []string
	for _, d := range f.Days {
		if d.Partial != "" {
			days = append(days, l.Date(f.date(d.Date))+" ("+l.T(whyPartial[d.Partial])+")")
		}
	}
	if more := len(days) - namedDays; more > 0 {
		days = append(days[:namedDays], l.Tf("%d more", more))
	}
	what := l.T("They are left out of every mean; --all-days counts them.")
	if f.AllDays || f.Counted.Whole == 0 {
		what = l.T("The means count them all the same.")
	}
	return l.Tf("Probably not everything was written down on %d of %d days: %s.", f.Counted.Partial, len(f.Days), strings.Join(days, ", ")) + " " + what
}
