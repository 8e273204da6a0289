package tidy

import (
	"strconv"

	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/report"
)

// said is one thing that there is to know of how the report was made.
type said struct {
	topic, item string
	value       Cell
}

var saidFields = []field[said]{
	{Column{Name: "topic", Title: lang.Mark("About")}, func(s *said) Cell { return code(s.topic) }},
	{Column{Name: "item", Title: lang.Mark("What")}, func(s *said) Cell { return code(s.item) }},
	{Column{Name: "value", Title: lang.Mark("Value")}, func(s *said) Cell { return s.value }},
}

// method has a row for everything that stands at the top and at the end of a report.
func method(s *report.Summary) Table {
	all := []said{
		{"tool", "version", text(s.Tool.Version)},
		{"tool", "table", text(s.Tool.Table)},
		{"tool", "table_digest", text(s.Tool.TableDigest)},
		{"tool", "date", date(s.Tool.Date)},
		{"reference", "set", text(s.Reference)},
		{"reference", "authority", text(s.Authority)},
	}
	all = append(all, who(&s.Person)...)
	all = append(all, span(&s.Period, &s.Rows)...)
	all = append(all, said{"rows", "log_more", count(s.LogMore)})
	for _, texts := range []struct {
		topic string
		all   []string
	}{
		{"assumed", s.Person.Assumed}, {"adjusted", s.Person.Adjusted}, {"warning", s.Warnings},
		{"question", s.Questions}, {"method", s.Method()}, {"disclaimer", []string{s.Disclaimer}},
	} {
		for i, sentence := range texts.all {
			all = append(all, said{texts.topic, strconv.Itoa(i + 1), text(sentence)})
		}
	}
	return tabulate(s, lang.Mark("Method"), saidFields, all)
}

func who(p *report.Person) []said {
	return []said{
		{"person", "name", text(p.Name)},
		{"person", "sex", code(p.Sex)},
		{"person", "age_years", amount(p.AgeYears)},
		{"person", "weight_kg", amount(p.WeightKg)},
		{"person", "height_cm", amount(p.HeightCm)},
		{"person", "life_stage", code(p.LifeStage)},
		{"person", "diet", code(p.Diet)},
		{"person", "activity", code(p.Activity)},
		{"person", "conditions", list(p.Conditions)},
	}
}

func span(p *report.Period, r *report.Rows) []said {
	return []said{
		{"period", "from", date(p.From)},
		{"period", "to", date(p.To)},
		{"period", "days_logged", count(p.DaysLogged)},
		{"period", "days_complete", count(p.DaysComplete)},
		{"period", "days_counted", count(p.DaysCounted)},
		{"rows", "read", count(r.Read)},
		{"rows", "accepted", count(r.Accepted)},
		{"rows", "review", count(r.Review)},
		{"rows", "unmatched", count(r.Unmatched)},
		{"rows", "refused", count(r.Refused)},
		{"rows", "skipped", count(r.Skipped)},
		{"rows", "accepted_energy_share", share(&r.AcceptedShare)},
		{"rows", "review_energy_share", share(&r.ReviewShare)},
		{"rows", "unmatched_energy_share", share(&r.UnmatchedShare)},
	}
}
