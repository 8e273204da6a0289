package text

import (
	"fmt"

	"github.com/nutrigap/nutrigap/internal/report"
)

// shown is how many lines of a list are written before the rest is only counted.
const shown = 10

// foods lists what a person should look at: texts without a food, doubtful ones, and unreadable rows.
func (p *page) foods() {
	if len(p.Unmatched)+len(p.Review)+len(p.Refused) == 0 {
		return
	}
	p.heading(sayFoods)
	p.unmatched(sayNoFood, p.Unmatched)
	p.unmatched(sayToCheck, p.Review)
	if len(p.Refused) > 0 {
		p.para("", sayNotRead, bold)
	}
	for i, row := range p.Refused {
		if i == shown {
			p.line("  " + fmt.Sprintf(sayMore, len(p.Refused)-shown))
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
			text += "; " + fmt.Sprintf(sayTaken, food.Guess)
		}
		entries = append(entries, entry{text, join("  ", count(sayTimes, food.Times), food.First)})
	}
	for _, line := range layOut(entries, p.width-2) {
		p.line("  " + line)
	}
	if rest := len(foods) - len(entries); rest > 0 {
		p.line("  " + fmt.Sprintf(sayMore, rest))
	}
}

func (p *page) doctor() {
	if len(p.RedFlags) == 0 {
		return
	}
	p.heading(sayDoctor)
	for _, flag := range p.RedFlags {
		p.para(p.paint(orange, "!")+" ", flag.Text, plain)
	}
}

// foot names the judge and the one denominator, and ends with the disclaimer.
func (p *page) foot() {
	p.heading(sayMethod)
	for _, sentence := range p.Method() {
		p.para("", sentence, faint)
	}
	p.gap()
	p.para("", p.Disclaimer, bold)
}
