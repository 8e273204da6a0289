package html

import (
	"html/template"
	"strings"

	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/report"
)

// maxEaten is how many foods are listed; the tables that nutrigap writes have all of them.
const maxEaten = 500

// amountColumn is a nutrient whose amounts stand below each other, with their unit in the heading.
type amountColumn struct{ Key, Name, Unit string }

// Columns are the nutrients that the tables of foods show: energy and those that the report is about.
func (p *page) Columns() []amountColumn {
	if p.columns == nil {
		for _, key := range append([]string{nutrient.Energy.Key()}, p.Focus...) {
			p.columns = append(p.columns, amountColumn{key, p.NameOf(key), report.UnitOf(p.Language, key)})
		}
	}
	return p.columns
}

// figure is a number in a table, and its value for sorting; empty where it is not known.
type figure struct{ Text, Value string }

func (p *page) figure(v *float64) figure {
	if v == nil {
		return figure{Text: report.Dash}
	}
	return figure{p.Number(*v), exact(v)}
}

// eatenLine is a food with how often it was eaten, its weight and its nutrients.
type eatenLine struct {
	Food    string
	Figures []figure
}

// EatenLines are the foods that were eaten.
func (p *page) EatenLines() []eatenLine {
	var lines []eatenLine
	for i := range p.Foods[:min(maxEaten, len(p.Foods))] {
		e := &p.Foods[i]
		times := float64(e.Times)
		l := eatenLine{e.Food, []figure{p.figure(&times), p.figure(e.Grams)}}
		for _, c := range p.Columns() {
			l.Figures = append(l.Figures, p.figure(known(e.Amounts, c.Key)))
		}
		lines = append(lines, l)
	}
	return lines
}

// MoreEaten counts the foods that are not listed.
func (p *page) MoreEaten() string { return p.more(max(len(p.Foods)-maxEaten, 0)) }

func known(parts []report.Part, key string) *float64 {
	if v, ok := amountOf(parts, key); ok {
		return &v
	}
	return nil
}

// logDay is what was logged on one day.
type logDay struct {
	Date string
	Rows template.HTML
}

// LogDays are the rows of the diary by day. They are put together here because a year has a hundred thousand
// cells, and a template takes its time for each.
func (p *page) LogDays() []logDay {
	var days []logDay
	for i := 0; i < len(p.Log); {
		date := p.Log[i].Date
		var rows cells
		for ; i < len(p.Log) && p.Log[i].Date == date; i++ {
			p.logRow(&rows, &p.Log[i])
		}
		days = append(days, logDay{p.dayName(date), template.HTML(rows.String())}) // cells escape all text
	}
	return days
}

func (p *page) logRow(b *cells, r *report.LogRow) {
	sure := ""
	if c := r.Confidence(); c != nil {
		sure = p.Fraction(*c)
	}
	b.WriteString("\n<tr>")
	for _, text := range []string{r.Time, r.Meal, r.Food, r.Amount, takenFor(r), join(" ", signOfRow(r.Status), sure), p.figure(r.Grams()).Text} {
		b.add(text)
	}
	for _, c := range p.Columns() {
		b.add(p.figure(known(r.Amounts, c.Key)).Text)
	}
	b.WriteString("</tr>")
}

// cells are written one after the other.
type cells struct{ strings.Builder }

// add is the only way in for text, and escapes it.
func (b *cells) add(text string) {
	b.WriteString("<td>")
	b.WriteString(template.HTMLEscapeString(text))
	b.WriteString("</td>")
}

func takenFor(r *report.LogRow) string {
	var names []string
	for i := range r.Found {
		names = append(names, r.Found[i].Food)
	}
	return join(", ", names...)
}

// LogWidth is the number of columns of the log.
func (p *page) LogWidth() int { return 7 + len(p.Columns()) }

// rowSign is what became of a row.
type rowSign struct{ Sign, Name string }

// LogSigns explains the signs of the log.
func (p *page) LogSigns() []rowSign {
	return []rowSign{
		{signOfRow("accepted"), p.T("matched")},
		{signOfRow("review"), p.T("to check")},
		{signOfRow("unmatched"), p.T("no food found")},
		{signOfRow(report.StatusStated), p.T("the diary's own figures")},
	}
}

func signOfRow(status string) string {
	switch status {
	case "accepted":
		return "✓"
	case "review":
		return "?"
	case "unmatched":
		return "✗"
	case report.StatusStated:
		return "="
	default:
		return ""
	}
}

// LogSize counts the rows that are there.
func (p *page) LogSize() string { return p.N("%d row", "%d rows", len(p.Log)) }

// LogMissing counts the rows that a long log leaves out.
func (p *page) LogMissing() string {
	if p.LogMore <= 0 {
		return ""
	}
	return p.Tf("%s more rows are left out here; nutrigap writes all of them as a table (log).", p.Count(p.LogMore))
}
