package html

import (
	"fmt"
	"strings"

	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/report"
)

// Span is the period in words.
func (p *page) Span() string {
	if p.Period.From == p.Period.To {
		return p.Period.From
	}
	return p.Period.From + p.Say.To + p.Period.To
}

// Who is the person in one line.
func (p *page) Who() string {
	who := p.Person
	if s := join(", ", who.Name, spaced(who.Sex), p.age(who.AgeYears), measured(who.WeightKg, "kg"),
		measured(who.HeightCm, "cm"), spaced(who.LifeStage), spaced(who.Diet), spaced(who.Activity)); s != "" {
		return s
	}
	return p.Say.Nobody
}

// age is in years, below two in months.
func (p *page) age(years *float64) string {
	switch {
	case years == nil:
		return ""
	case *years < 2:
		return fmt.Sprintf(p.Say.Months, report.Number(*years*12))
	default:
		return fmt.Sprintf(p.Say.Years, report.Number(*years))
	}
}

// Logged is the number of days, of complete ones, and of those that the means are of where that is not all.
func (p *page) Logged() string {
	counted := ""
	if p.Period.DaysCounted != p.Period.DaysLogged {
		counted = count(p.Say.CountedDays, p.Period.DaysCounted)
	}
	return join(", ", fmt.Sprintf(p.Say.DayCounts, p.Period.DaysLogged, p.Period.DaysComplete), counted)
}

// RowCounts says what became of the diary's rows.
func (p *page) RowCounts() string { return p.Rows.Sentence(lang.Of(p.Language)) }

// tile counts the nutrients of one status and leads to them.
type tile struct {
	look
	Count int
	To    string // the id of the section
}

// Tiles are one for each status that occurs.
func (p *page) Tiles() []tile {
	sections := map[string]string{report.StatusShortfall: "shortfalls", report.StatusPossible: "shortfalls",
		report.StatusExcess: "excess", report.StatusCannotTell: "cannot-tell", report.StatusAdequate: "adequate"}
	var tiles []tile
	for _, status := range statuses() {
		if n := len(p.WithStatus(status)); n > 0 {
			tiles = append(tiles, tile{lookOf(status), n, sections[status]})
		}
	}
	return tiles
}

// Looks are the statuses that the legend explains.
func (p *page) Looks() []look {
	var looks []look
	for _, status := range statuses() {
		looks = append(looks, lookOf(status))
	}
	return looks
}

// group is a section of nutrients.
type group struct {
	ID, Title string
	Cards     []card
}

// Groups are the sections whose nutrients get a card each.
func (p *page) Groups() []group {
	all := []group{
		{"shortfalls", p.Say.Shortfalls, p.cards(p.WithStatus(report.StatusShortfall, report.StatusPossible))},
		{"excess", p.Say.Excess, p.cards(p.WithStatus(report.StatusExcess))},
		{"cannot-tell", p.Say.CannotTell, p.cards(p.WithStatus(report.StatusCannotTell))},
	}
	var groups []group
	for _, g := range all {
		if len(g.Cards) > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}

// line is one nutrient in a table.
type line struct {
	look
	Nutrient, Mean, Reached, Target, Range, Known, Sure, Source string
}

// Lines are the nutrients with some keys.
func (p *page) Lines(keys []string) []line { return p.lines(p.Picked(keys)) }

// AdequateLines are the nutrients of which there is enough.
func (p *page) AdequateLines() []line { return p.lines(p.WithStatus(report.StatusAdequate)) }

// UnjudgedLines are the nutrients without a target.
func (p *page) UnjudgedLines() []line { return p.lines(p.Unjudged()) }

func (p *page) lines(nutrients []*report.Nutrient) []line {
	var lines []line
	for _, n := range nutrients {
		l := line{lookOf(n.Status), p.NameOf(n.Key), amount(n.Key, n.Mean), percent(n.Percent), report.Dash, report.Dash, report.Fraction(n.Coverage), n.Sure(), n.Source}
		if n.Target != nil {
			l.Target = join(" ", amount(n.Key, n.Target), n.TargetKind)
		}
		if n.Low != nil && n.High != nil {
			l.Range = fmt.Sprintf(p.Say.Range, amount(n.Key, n.Low), amount(n.Key, n.High))
		}
		lines = append(lines, l)
	}
	return lines
}

// shown is how many lines of a list are written before the rest is only counted.
const shown = 10

// foods is a list of texts from the diary.
type foods struct {
	Title string
	Foods []report.Unmatched
	More  string
}

// Doubtful are the texts without a food, and those whose food a person should check.
func (p *page) Doubtful() []foods {
	var lists []foods
	for _, l := range []foods{{p.Say.NoFood, p.Unmatched, ""}, {p.Say.ToCheck, p.Review, ""}} {
		if len(l.Foods) == 0 {
			continue
		}
		l.More = count(p.Say.More, max(len(l.Foods)-shown, 0))
		l.Foods = l.Foods[:min(shown, len(l.Foods))]
		lists = append(lists, l)
	}
	return lists
}

// Unreadable are the first rows that were refused.
func (p *page) Unreadable() []string { return p.Refused[:min(shown, len(p.Refused))] }

// MoreUnreadable counts the other refused rows.
func (p *page) MoreUnreadable() string { return count(p.Say.More, max(len(p.Refused)-shown, 0)) }

// TakenAs says which food a text was counted as.
func (p *page) TakenAs(food string) string { return fmt.Sprintf(p.Say.Taken, food) }

// EvidenceOf names a grade of evidence.
func (p *page) EvidenceOf(grade string) string { return fmt.Sprintf(p.Say.Evidence, grade) }

// join is the parts that aren't empty with a separator between them.
func join(sep string, parts ...string) string {
	var said []string
	for _, part := range parts {
		if part != "" {
			said = append(said, part)
		}
	}
	return strings.Join(said, sep)
}

// count is the sentence for n things, or nothing for none.
func count(format string, n int, more ...any) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(format, append([]any{n}, more...)...)
}

func measured(v *float64, unit string) string {
	if v == nil {
		return ""
	}
	return report.Number(*v) + " " + unit
}

func spaced(word string) string { return strings.ReplaceAll(word, "_", " ") }

// amount is *v of a nutrient, or a dash.
func amount(key string, v *float64) string {
	if v == nil {
		return report.Dash
	}
	return report.Amount(key, *v)
}

// percent is *v in percent, or a dash.
func percent(v *float64) string {
	if v == nil {
		return report.Dash
	}
	return report.Percent(*v)
}
