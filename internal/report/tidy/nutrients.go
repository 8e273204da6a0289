package tidy

import (
	"fmt"

	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/report"
)

// nutrientFields are the columns of the table nutrients.
func nutrientFields(l *lang.Language) []field[report.Nutrient] {
	return []field[report.Nutrient]{
		{Column{Name: "nutrient", Title: lang.Mark("Key")}, func(n *report.Nutrient) Cell { return text(n.Key) }},
		{Column{Name: "name", Title: lang.Mark("Nutrient")}, func(n *report.Nutrient) Cell { return text(n.Name) }},
		{Column{Name: "unit", Title: lang.Mark("Unit")}, func(n *report.Nutrient) Cell { return code(n.Unit) }},
		{Column{Name: "status", Title: lang.Mark("Verdict")}, func(n *report.Nutrient) Cell { return code(n.Status).judged(n.Status) }},
		{Column{Name: "mean_intake", Title: lang.Mark("Mean a day")}, func(n *report.Nutrient) Cell { return amount(n.Mean) }},
		{Column{Name: "low", Title: lang.Mark("Lowest day")}, func(n *report.Nutrient) Cell { return amount(n.Low) }},
		{Column{Name: "high", Title: lang.Mark("Highest day")}, func(n *report.Nutrient) Cell { return amount(n.High) }},
		{Column{Name: "days", Title: lang.Mark("Days counted")}, func(n *report.Nutrient) Cell { return count(n.Days) }},
		{Column{Name: "coverage", Title: lang.Mark("Known")}, func(n *report.Nutrient) Cell { return share(&n.Coverage) }},
		{Column{Name: "target", Title: lang.Mark("Target")}, func(n *report.Nutrient) Cell { return amount(n.Target) }},
		{Column{Name: "target_kind", Title: lang.Mark("Kind of target")}, func(n *report.Nutrient) Cell { return text(n.TargetKind) }},
		{Column{Name: "percent", Title: lang.Mark("Of target")}, func(n *report.Nutrient) Cell { return percent(n.Percent).judged(n.Status) }},
		{Column{Name: "ear", Title: lang.Mark("Average requirement")}, func(n *report.Nutrient) Cell { return amount(n.EAR) }},
		{Column{Name: "ul", Title: lang.Mark("UL")}, func(n *report.Nutrient) Cell { return amount(n.UL) }},
		{Column{Name: "cdrr", Title: lang.Mark("Better below")}, func(n *report.Nutrient) Cell { return amount(n.CDRR) }},
		{Column{Name: "confidence_adequate", Title: lang.Mark("Sure to be enough")}, func(n *report.Nutrient) Cell { return share(n.Adequate) }},
		{Column{Name: "confidence_above_ai", Title: lang.Mark("Sure to be above the AI")}, func(n *report.Nutrient) Cell { return share(n.AboveAI) }},
		{Column{Name: "confidence_below_limit", Title: lang.Mark("Sure to be below the limit")}, func(n *report.Nutrient) Cell { return share(n.Within) }},
		{Column{Name: "verdict", Title: lang.Mark("In words")}, func(n *report.Nutrient) Cell { return text(n.Verdict) }},
		{Column{Name: "best_estimate", Title: lang.Mark("With what is not known"), Detail: true}, func(n *report.Nutrient) Cell { return amount(n.Best) }},
		{Column{Name: "ear_kind", Title: lang.Mark("Its name"), Detail: true}, func(n *report.Nutrient) Cell { return text(n.EARKind) }},
		{Column{Name: "cdrr_kind", Title: lang.Mark("Its name"), Detail: true}, func(n *report.Nutrient) Cell { return text(n.CDRRKind) }},
		{Column{Name: "target_source", Title: lang.Mark("Source of target"), Detail: true}, func(n *report.Nutrient) Cell { return text(n.Source) }},
		{Column{Name: "target_unverified", Title: lang.Mark("Target not verified"), Detail: true}, func(n *report.Nutrient) Cell { return yes(n.Unverified) }},
		{Column{Name: "confidence_adequate_low", Title: lang.Mark("Sure to be enough, by what is known"), Detail: true}, func(n *report.Nutrient) Cell { return share(n.AdequateLow) }},
		{Column{Name: "method", Title: lang.Mark("Judged by"), Detail: true}, func(n *report.Nutrient) Cell { return code(n.Method) }},
		{Column{Name: "more_days", Title: lang.Mark("Days that would settle it"), Detail: true}, func(n *report.Nutrient) Cell { return counted(n.MoreDays) }},
		{Column{Name: "days_below", Title: lang.Mark("Days below target"), Detail: true}, func(n *report.Nutrient) Cell { return count(n.DaysBelow) }},
		{Column{Name: "days_judged", Title: lang.Mark("Days judged"), Detail: true}, func(n *report.Nutrient) Cell { return count(n.DaysJudged) }},
		{Column{Name: "top_sources", Title: lang.Mark("Where it came from"), Detail: true}, func(n *report.Nutrient) Cell { return list(sources(l, n)) }},
		{Column{Name: "suggestions", Title: lang.Mark("Foods that supply it"), Detail: true}, func(n *report.Nutrient) Cell { return list(suggestions(l, n)) }},
		{Column{Name: "adjustments", Title: lang.Mark("Target changed for this person"), Detail: true}, func(n *report.Nutrient) Cell { return list(adjustments(n)) }},
		{Column{Name: "notes", Title: lang.Mark("Notes"), Detail: true}, func(n *report.Nutrient) Cell { return list(n.Notes) }},
	}
}

// nutrients has a row for each nutrient of the period.
func nutrients(s *report.Summary) Table {
	return tabulate(s, lang.Mark("Nutrients"), nutrientFields(lang.Of(s.Language)), s.Nutrients)
}

func sources(l *lang.Language, n *report.Nutrient) []string {
	var all []string
	for _, source := range n.Sources {
		all = append(all, source.Food+" "+l.Fraction(source.Share))
	}
	return all
}

func suggestions(l *lang.Language, n *report.Nutrient) []string {
	var all []string
	for _, s := range n.Suggestions {
		all = append(all, fmt.Sprintf("%s, %s: +%s", s.Food, s.Portion, l.Amount(n.Key, s.Adds)))
	}
	return all
}

func adjustments(n *report.Nutrient) []string {
	var all []string
	for _, a := range n.Adjustments {
		all = append(all, a.Text+" ("+a.Source+")")
	}
	return all
}
