package html

import (
	"cmp"
	"strings"

	"github.com/nutrigap/nutrigap/internal/report"
)

// When is the period in words.
func (p *page) When() string { return p.Span(p.Period.From, p.Period.To) }

// Who is the person in one line.
func (p *page) Who() string {
	return cmp.Or(p.Person.Sentence(p.Language), p.T("not described"))
}

// RowCounts says what became of the diary's rows.
func (p *page) RowCounts() string { return p.Rows.Sentence(p.Language) }

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
			tiles = append(tiles, tile{p.lookOf(status), n, sections[status]})
		}
	}
	return tiles
}

// Looks are the statuses that the legend explains.
func (p *page) Looks() []look {
	var looks []look
	for _, status := range statuses() {
		looks = append(looks, p.lookOf(status))
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
		{"shortfalls", p.T("Shortfalls"), p.cards(p.WithStatus(report.StatusShortfall, report.StatusPossible))},
		{"excess", p.T("Above the limit"), p.cards(p.WithStatus(report.StatusExcess))},
		{"cannot-tell", p.T("Can't tell"), p.cards(p.WithStatus(report.StatusCannotTell))},
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
	Nutrient, Mean, Reached, Range, Known, Sure, Source string
	EAR, Target, Limit                                  string
	Order                                               int    // of the status, for sorting
	Share, Certain                                      string // how much is known, and how sure it is, for sorting
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
		l := line{
			look: p.lookOf(n.Status), Order: order(n.Status), Nutrient: p.NameOf(n.Key), Source: n.Source,
			Mean: p.AmountOrDash(n.Key, n.Mean), Range: n.Span(p.Language), Reached: p.PercentOrDash(n.Percent),
			EAR: n.Beside(p.Language, n.EAR), Target: n.Goal(p.Language), Limit: n.Ceiling(p.Language),
			Sure: n.Sure(p.Language), Known: p.Fraction(n.Coverage), Share: exact(&n.Coverage), Certain: exact(n.Certainty()),
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
	for _, l := range []foods{{p.T("No food found; not counted"), p.Unmatched, ""}, {p.T("Counted, but check the food"), p.Review, ""}} {
		if len(l.Foods) == 0 {
			continue
		}
		l.More = p.more(max(len(l.Foods)-shown, 0))
		l.Foods = l.Foods[:min(shown, len(l.Foods))]
		lists = append(lists, l)
	}
	return lists
}

// Unreadable are the first rows that were refused.
func (p *page) Unreadable() []string { return p.Refused[:min(shown, len(p.Refused))] }

// MoreUnreadable counts the other refused rows.
func (p *page) MoreUnreadable() string { return p.more(max(len(p.Refused)-shown, 0)) }

// TakenAs says which food a text was counted as.
func (p *page) TakenAs(food string) string { return p.Tf("taken as %s", food) }

// EvidenceOf names a grade of evidence.
func (p *page) EvidenceOf(grade string) string { return report.EvidenceWords(p.Language, grade) }

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

// more counts what a list leaves out; empty for nothing.
func (p *page) more(n int) string {
	if n == 0 {
		return ""
	}
	return p.Tf("and %d more", n)
}
