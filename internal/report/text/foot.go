package text

import (
	"fmt"
	"strings"

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
	p.para("", fmt.Sprintf(sayMadeBy, p.Tool.Version, p.Tool.Table, p.Tool.TableDigest), faint)
	p.para("", fmt.Sprintf(sayMeansAre, counted(p.Period), p.Period.DaysLogged), faint)
	p.para("", saySureIs, faint)
	if sources := p.sourcesOfTargets(); sources != "" {
		p.para("", fmt.Sprintf(sayJudged, sources), faint)
	}
	p.gap()
	p.para("", p.Disclaimer, bold)
}

// counted is the number of days that the means are of; reports that were written before it was told
// counted all of them.
func counted(p report.Period) int {
	if p.DaysCounted == 0 {
		return p.DaysLogged
	}
	return p.DaysCounted
}

// sourcesOfTargets names each source with the nutrients whose reference values it gives.
func (p *page) sourcesOfTargets() string {
	var order []string
	nutrients := map[string][]string{}
	for i := range p.Nutrients {
		n := &p.Nutrients[i]
		if n.Source == "" || n.TargetKind == "" {
			continue
		}
		if nutrients[n.Source] == nil {
			order = append(order, n.Source)
		}
		nutrients[n.Source] = append(nutrients[n.Source], p.NameOf(n.Key)+" "+n.TargetKind)
	}
	for i, source := range order {
		order[i] = fmt.Sprintf("%s (%s)", source, strings.Join(nutrients[source], ", "))
	}
	return strings.Join(order, "; ")
}
