package dialog

import (
	"fmt"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/pantry"
	"github.com/nutrigap/nutrigap/internal/report"
)

// maxField is the longest text that may be typed, in bytes.
const maxField = 200

// key takes in one key. While a recipe is worked out only leaving counts.
func (m model) key(k tea.KeyPressMsg) (tea.Model, tea.Cmd) {
	name := k.Keystroke()
	if name == "ctrl+c" {
		return m.leave()
	}
	if m.waiting {
		return m, nil
	}
	switch m.mode {
	case searching:
		return m.searchKey(name, k.Text)
	case cooking:
		return m.cookKey(name, k.Text)
	case weighing:
		return m.weighKey(name, k.Text)
	case finished:
		switch name {
		case "u":
			return m.undo()
		case "q", "enter", "esc":
			return m.leave()
		}
		return m, nil
	}
	return m.chooseKey(name)
}

// chooseKey is for the list of likely foods.
func (m model) chooseKey(name string) (tea.Model, tea.Cmd) {
	switch name {
	case "q", "esc":
		return m.leave()
	case "/", "tab":
		m.mode, m.field = searching, ""
		return m, nil
	case "1", "2", "3", "4", "5":
		if n := int(name[0] - '1'); n < len(m.options) {
			m.selected = n
		}
		return m, nil
	case "s":
		return m.answer(pantry.Alias{Kind: pantry.IsSkipped}, "skipped")
	case "n":
		return m.answer(pantry.Alias{Kind: pantry.IsNotFood}, "not a food")
	case "r":
		m.mode, m.field, m.lines = cooking, "", nil
		return m, nil
	case "g":
		if len(m.options) > 0 {
			m.mode, m.field = weighing, ""
		}
		return m, nil
	case "u":
		return m.undo()
	}
	return m.moveKey(name)
}

// moveKey is for moving within a list, taking a food of it, and moving among the questions.
func (m model) moveKey(name string) (tea.Model, tea.Cmd) {
	switch name {
	case "up":
		m.selected = max(0, m.selected-1)
	case "down":
		m.selected = max(0, min(len(m.options)-1, m.selected+1))
	case "pgup", "home":
		m.selected = 0
	case "pgdown", "end":
		m.selected = max(0, len(m.options)-1)
	case "enter":
		if m.selected < len(m.options) {
			return m.take(0)
		}
	case "right":
		return m.turn(1)
	case "left":
		return m.turn(-1)
	}
	return m, nil
}

// take answers with the selected food, one of which weighs so many grams; 0 where nobody said.
func (m model) take(grams float64) (tea.Model, tea.Cmd) {
	f := m.options[m.selected].Food
	said := report.Visible(f.Name)
	if grams > 0 {
		said += fmt.Sprintf(", %s g each", report.Number(grams))
	}
	return m.answer(pantry.Alias{Kind: pantry.IsFood, Code: f.Code, Grams: grams}, said)
}

// weighKey is for the grams of one of the selected food.
func (m model) weighKey(name, text string) (tea.Model, tea.Cmd) {
	switch name {
	case "esc":
		m.mode, m.field = choosing, ""
	case "backspace":
		m.field = shorter(m.field)
	case "enter":
		grams, err := nutrient.ParseNumber(strings.TrimSuffix(strings.TrimSpace(m.field), "g"))
		if err != nil || !(grams > 0 && grams <= food.Absurd) {
			m.notice = fmt.Sprintf("! %q: write grams, such as 330", report.Visible(m.field))
			return m, nil
		}
		return m.take(grams)
	default:
		m.typed(text)
	}
	return m, nil
}

// turn shows another question without answering this one.
func (m model) turn(by int) (tea.Model, tea.Cmd) {
	m.notice = ""
	m.show((m.at + by + len(m.questions)) % len(m.questions))
	return m, m.look()
}

// searchKey is for the search box. Letters go into it; what is found is chosen as everywhere.
func (m model) searchKey(name, text string) (tea.Model, tea.Cmd) {
	switch name {
	case "esc":
		m.show(m.at)
		return m, m.look()
	case "backspace":
		m.field = shorter(m.field)
	case "ctrl+u":
		m.field = ""
	default:
		if !m.typed(text) {
			return m.moveKey(name)
		}
	}
	m.search++
	return m, m.look()
}

// cookKey is for the ingredients of a recipe: enter takes a line in, and ends on an empty one.
func (m model) cookKey(name, text string) (tea.Model, tea.Cmd) {
	switch name {
	case "esc":
		m.show(m.at)
		return m, m.look()
	case "enter":
		if line := strings.TrimSpace(m.field); line != "" {
			m.lines, m.field = append(m.lines[:len(m.lines):len(m.lines)], line), ""
		} else if len(m.lines) > 0 {
			return m.cook()
		}
	case "ctrl+u":
		m.field = ""
	case "backspace":
		if n := len(m.lines); m.field == "" && n > 0 {
			m.field, m.lines = m.lines[n-1], m.lines[:n-1]
		} else {
			m.field = shorter(m.field)
		}
	default:
		m.typed(text)
	}
	return m, nil
}

// paste takes in text at once; lines of it are lines of a recipe.
func (m model) paste(text string) (tea.Model, tea.Cmd) {
	switch {
	case m.waiting:
	case m.mode == cooking:
		lines := strings.Split(m.field+text, "\n")
		for _, line := range lines[:len(lines)-1] {
			if line = strings.TrimSpace(line); line != "" {
				m.lines = append(m.lines[:len(m.lines):len(m.lines)], report.Visible(line))
			}
		}
		m.field = report.Visible(strings.TrimSpace(lines[len(lines)-1]))
	case m.mode == searching && m.typed(report.Visible(strings.Join(strings.Fields(text), " "))):
		m.search++
		return m, m.look()
	}
	return m, nil
}

// typed adds text to the field, and reports whether there was any.
func (m *model) typed(text string) bool {
	if text == "" || len(m.field)+len(text) > maxField {
		return false
	}
	m.field += text
	return true
}

// shorter is text without its last letter.
func shorter(text string) string {
	_, n := utf8.DecodeLastRuneInString(text)
	return text[:len(text)-n]
}
