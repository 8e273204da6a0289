package text

import (
	"github.com/nutrigap/nutrigap/internal/report"
)

// shown is how many lines of a list are written before the rest is only counted.
const shown = 10

// foods lists what a person should look at: texts without a food, doubtful ones, and unreadable rows.
func (p *page) foods() {
	if len(p.Unmatched)+len(p.Review)+len(p.Refused) == 0 {
		return
	}
	p.heading(p.T("Foods to look at"))
	p.unmatched(p.T("No food found; not counted"), p.Unmatched)
	p.unmatched(p.T("Counted, but check the food"), p.Review)
	if len(p.Refused) > 0 {
		p.para("", p.T("Rows that can't be read"), bold)
	}
	for i, row := range p.Refused {
		if i == shown {
			p.line("  " + p.Tf("and %d more", len(p.Refused)-shown))
			break
		}
		p.line("  " + clip(row, p.width-2))
	}
}

func (p *page) unmatched(title string, foods []report.Unmatched) {
	if len(foods) == 0 {
		return
	}
	p.para("", title, bold)
	var entries []entry
	for i, food := range foods {
		if i == shown {
			break
		}
		text := join(", ", clip(food.Food, p.width/2), food.Amount)
		if food.Guess != "" {
			text += "; " + p.Tf("taken as %s", food.Guess)
		}
		entries = append(entries, entry{text, join("  ", report.Times(food.Times), food.First)})
	}
	for _, line := range layOut(entries, p.width-2) {
		p.line("  " + line)
	}
	if rest := len(foods) - len(entries); rest > 0 {
		p.line("  " + p.Tf("and %d more", rest))
	}
}

func (p *page) doctor() {
	if len(p.RedFlags) == 0 {
		return
	}
	p.heading(p.T("When to see a doctor"))
	for _, flag := range p.RedFlags {
		p.para(p.paint(orange, "!")+" ", flag.Text, plain)
	}
}

// foot names the judge and the one denominator, and ends with the disclaimer.
func (p *page) foot() {
	p.heading(p.T("How this was made"))
	for _, sentence := range p.Method() {
		p.para("", sentence, faint)
	}
	p.gap()
	p.para("", p.Disclaimer, bold)
}
