package report

import (
	"math"
	"strings"

	"github.com/nutrigap/nutrigap/internal/lang"
)

// Sentence is the person in one line: "female, 34 years, 62 kg"; empty where nothing is known.
func (p *Person) Sentence(l *lang.Language) string {
	measured := func(v *float64, unit string) string {
		if v == nil {
			return ""
		}
		return l.Measure(*v, unit)
	}
	return joined(", ", p.Name, answer(l, p.Sex), age(l, p.AgeYears), measured(p.WeightKg, "kg"), measured(p.HeightCm, "cm"),
		answer(l, p.LifeStage), answer(l, p.Diet), answer(l, p.Activity))
}

// age is in years, below two in months.
func age(l *lang.Language, years *float64) string {
	switch {
	case years == nil:
		return ""
	case *years < 2:
		return l.N("%d month", "%d months", int(math.Round(*years*12)))
	default:
		return l.Tf("%s years", l.Number(*years))
	}
}

// answers are the words of a profile, as people read them.
var answers = map[string]string{
	"female": lang.Mark("female"), "male": lang.Mark("male"),
	"pregnancy": lang.Mark("pregnant"), "lactation": lang.Mark("breastfeeding"),
	"omnivore": lang.Mark("eats everything"), "vegetarian": lang.Mark("vegetarian"), "vegan": lang.Mark("vegan"),
	"inactive": lang.Mark("inactive"), "low_active": lang.Mark("slightly active"), "active": lang.Mark("active"), "very_active": lang.Mark("very active"),
}

// answer is a word of a profile in a language; one of another version stands for itself.
func answer(l *lang.Language, word string) string {
	if known, ok := answers[word]; ok {
		return l.T(known)
	}
	return strings.ReplaceAll(word, "_", " ")
}

// Sentence counts the days, and says how many of them the means are of where that is not all.
func (p *Period) Sentence(l *lang.Language) string {
	counted := ""
	if p.DaysCounted != p.DaysLogged && p.DaysCounted != 0 {
		counted = l.Tf("%d counted", p.DaysCounted)
	}
	return joined(", ", l.Tf("%d logged, %d complete", p.DaysLogged, p.DaysComplete), counted)
}

// joined is the parts that aren't empty with a separator between them.
func joined(sep string, parts ...string) string {
	var said []string
	for _, part := range parts {
		if part != "" {
			said = append(said, part)
		}
	}
	return strings.Join(said, sep)
}

// Title names the report and its period.
func (s *Summary) Title(l *lang.Language) string {
	if s.Period.From == "" {
		return l.T("Nutrient gaps")
	}
	return l.T("Nutrient gaps") + ", " + l.Span(s.Period.From, s.Period.To)
}

// Found counts the nutrients of each verdict: "▼ 2 short, · 7 enough"; empty where nothing is judged.
func (s *Summary) Found(l *lang.Language) string {
	var parts []string
	for _, status := range []string{StatusShortfall, StatusPossible, StatusAdequate, StatusExcess, StatusCannotTell} {
		if n := len(s.WithStatus(status)); n > 0 {
			parts = append(parts, StatusSign(status)+" "+l.Count(n)+" "+StatusWords(l, status))
		}
	}
	return strings.Join(parts, ", ")
}

// Urgent are the reasons to see a doctor that concern this person.
func (s *Summary) Urgent() []string {
	var flags []string
	for _, flag := range s.RedFlags {
		if flag.Touched {
			flags = append(flags, flag.Text)
		}
	}
	return flags
}

// Sentence says how often and how bad a logged symptom was, and what the diary says of its known causes.
func (o *OwnSymptom) Sentence(l *lang.Language) string {
	parts := []string{o.Name + ": " + l.Tf("%d of 10 at worst, on %d of %d logged days", o.Worst, o.Days, o.Logged)}
	add := func(text string, causes []Cause) {
		var names []string
		for _, c := range causes {
			names = append(names, c.Name)
		}
		if len(names) > 0 {
			parts = append(parts, l.Tf(text, l.List(names)))
		}
	}
	add(lang.Mark("short in the diary: %s"), o.Supports)
	add(lang.Mark("enough: %s"), o.Against)
	add(lang.Mark("can't be told: %s"), o.Open)
	return strings.Join(parts, "; ")
}
