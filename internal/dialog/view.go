package dialog

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/nutrigap/nutrigap/internal/app"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/report"
)

// How things are set apart. None of them is a colour, so that nothing is lost where there are none.
const (
	bold   = "\x1b[1m"
	faint  = "\x1b[2m"
	invert = "\x1b[7m"
	plain  = "\x1b[0m"
)

// View is the whole screen.
func (m model) View() tea.View {
	v := tea.NewView(strings.Join(m.screen(), "\n"))
	v.AltScreen = true
	v.WindowTitle = "nutrigap review"
	return v
}

// screen is the lines of the screen, none wider and no more than it has room for.
func (m model) screen() []string {
	head, foot := m.head(), m.foot()
	room := max(1, m.height-len(head)-len(foot))
	body := m.body(room)
	body = body[:min(room, len(body))]
	for len(body) < room {
		body = append(body, "")
	}
	lines := append(append(head, body...), foot...)
	lines = lines[:min(len(lines), max(1, m.height))]
	for i, line := range lines {
		lines[i] = ansi.Truncate(line, m.width, "…") + plain
	}
	return lines
}

// head says how far the dialog is and what the question is.
func (m model) head() []string {
	progress := fmt.Sprintf("%d of %d · %d answered · sure of %s of the energy",
		m.at+1, len(m.questions), m.answered(), report.Fraction(1-m.open()))
	if m.mode == finished {
		return append(m.wrap(bold+"Review"+plain+"  "+progress), m.rule())
	}
	q := &m.questions[m.at]
	text := bold + report.Visible(q.Text) + plain
	if q.Amount != "" {
		text += "  " + report.Visible(q.Amount)
	}
	times := "once"
	if q.Times > 1 {
		times = fmt.Sprintf("%d times", q.Times)
	}
	about := fmt.Sprintf("%s, %s of the energy, first in %s", times, report.Fraction(q.Share), report.Visible(q.First.String()))
	if q.said != "" {
		about += " · you said: " + q.said
	}
	lines := append(m.wrap(bold+"Review"+plain+"  "+progress), m.rule(), text)
	return append(append(lines, m.wrap(faint+about+plain)...), "")
}

// wrap breaks a line between words, into two at most; the rest of a longer one is cut off.
func (m model) wrap(s string) []string {
	lines := strings.Split(ansi.Wordwrap(s, max(1, m.width), ""), "\n")
	return lines[:min(2, len(lines))]
}

func (m model) rule() string { return faint + strings.Repeat("─", max(0, m.width)) + plain }

// body is the list of foods, the ingredients of a recipe, or the end.
func (m model) body(room int) []string {
	switch m.mode {
	case finished:
		return []string{"", "Everything is answered. The answers hold for past and future rows."}
	case cooking:
		lines := []string{"Ingredients, one a line, as in a recipe (“200 g lentils”, “servings: 4”):"}
		shown := m.lines[max(0, len(m.lines)-max(0, room-2)):]
		for _, line := range shown {
			lines = append(lines, "  "+report.Visible(line))
		}
		return append(lines, m.input())
	case weighing:
		return append([]string{"One of it weighs, in grams: " + m.input(), ""}, m.list(room-2)...)
	case searching:
		return append([]string{"Search: " + m.input(), ""}, m.list(room-2)...)
	}
	return m.list(room)
}

// input is what was typed, and where the next letter goes. Of a long text its end is seen.
func (m model) input() string {
	text := report.Visible(m.field)
	if over := ansi.StringWidth(text) - max(4, m.width-12); over > 0 {
		text = "…" + ansi.TruncateLeft(text, over+1, "")
	}
	return text + invert + " " + plain
}

// list is the foods that may be chosen, around the selected one, and what there is to know of that.
func (m model) list(room int) []string {
	if len(m.options) == 0 {
		return []string{faint + "no food has these words" + plain}
	}
	n := min(len(m.options), max(1, room-3))
	first := min(max(0, m.selected-n/2), len(m.options)-n)
	var lines []string
	for i := first; i < first+n; i++ {
		lines = append(lines, m.option(&m.options[i], i == m.selected))
	}
	return append(append(lines, ""), m.wrap(faint+report.Visible(detail(&m.options[m.selected]))+plain)...)
}

// option is one food, with what its amount weighs and has.
func (m model) option(o *app.Option, selected bool) string {
	figures := fmt.Sprintf("%8s %9s", grams(o), energy(o))
	if m.mode == choosing {
		figures += fmt.Sprintf(" %5s", sure(o))
	}
	name := report.Visible(o.Food.Name)
	room := m.width - 3 - ansi.StringWidth(figures)
	if room < 12 { // a narrow terminal shows names rather than figures
		figures, room = "", m.width-2
	}
	name = ansi.Truncate(name, room, "…")
	line := "  " + name + strings.Repeat(" ", max(0, room-ansi.StringWidth(name))) + " " + figures
	if selected {
		return invert + "›" + line[1:] + plain
	}
	return line
}

func grams(o *app.Option) string {
	if o.Weight.Grams == 0 {
		return "? g"
	}
	return report.Number(o.Weight.Grams) + " g"
}

func energy(o *app.Option) string {
	kcal, known := o.Kcal()
	if !known || o.Weight.Grams == 0 {
		return "? kcal"
	}
	return report.Amount(nutrient.Energy.Key(), kcal)
}

func sure(o *app.Option) string {
	if o.Confidence == 0 {
		return ""
	}
	return report.Fraction(o.Confidence)
}

// detail says what the selected food's weight rests on and where the food is from.
func detail(o *app.Option) string {
	s := fmt.Sprintf("%s, %s", grams(o), energy(o))
	if o.Weight.Basis != "" {
		s += " · " + o.Weight.Basis
	}
	return fmt.Sprintf("%s · %s %s", s, o.Food.Source, o.Food.Code)
}

// foot says what happened last and which keys there are, on as many lines as they need.
func (m model) foot() []string {
	keys := map[mode][]string{
		choosing:  {"↑↓ choose", "enter take it", "/ search", "g its grams", "s skip", "n not a food", "r recipe", "u undo", "→ later", "q quit"},
		searching: {"type to search", "↑↓ choose", "enter take it", "esc back to the list"},
		cooking:   {"enter next line", "enter twice to finish", "esc back"},
		weighing:  {"type the grams of one", "enter take it", "esc back"},
		finished:  {"u undo", "q quit"},
	}[m.mode]
	lines := []string{m.notice, m.rule()}
	line := ""
	for _, k := range keys {
		switch {
		case line == "":
			line = k
		case ansi.StringWidth(line+" · "+k) > m.width:
			lines = append(lines, line)
			line = k
		default:
			line += " · " + k
		}
	}
	return append(lines, line)
}
