package text

import (
	"github.com/nutrigap/nutrigap/internal/report"
)

// side is the width from which two lists stand side by side.
const side = 104

// cards writes everything that the Summary says about some nutrients, one after the other.
func (p *page) cards(title string, nutrients []*report.Nutrient) {
	if len(nutrients) == 0 {
		return
	}
	p.heading(title)
	for i, n := range nutrients {
		if i > 0 {
			p.gap()
		}
		p.card(n)
	}
}

func (p *page) card(n *report.Nutrient) {
	p.cardHead(n)
	if n.Status != report.StatusCannotTell {
		p.bar(n) // a bar would judge what can't be judged
	}
	p.spark(n)
	p.para("  ", n.Verdict, plain)
	p.para("  ", n.Facts(p.Language), faint)
	if judged := join(" · ", n.Confidence(p.Language), n.References(p.Language)); judged != "" {
		p.para("  ", judged, faint)
	}
	p.symptoms(n)
	foods, sources := p.suggestions(n), p.sources(n)
	if p.width >= side && len(foods) > 0 && len(sources) > 0 {
		p.beside(foods, sources)
	} else {
		p.list(p.T("Foods that supply it"), foods)
		p.list(p.T("Where it came from"), sources)
	}
	if len(n.Notes) > 0 {
		p.subheading(p.T("Good to know"))
	}
	for _, note := range n.Notes {
		p.para("    • ", note, plain)
	}
}

// cardHead is the sign, the name and the percentage, and on the right what was eaten of what target.
func (p *page) cardHead(n *report.Nutrient) {
	sign := signOf(n.Status)
	eaten := n.Intake(p.Language)
	reached := ""
	if n.Percent != nil {
		reached = p.Percent(*n.Percent)
	}
	name := clip(p.NameOf(n.Key), max(p.width-4-columns(reached), 1))
	left := p.paint(sign.paint, join("  ", sign.mark+" "+name, reached))
	if columns(left)+3+columns(eaten) > p.width {
		p.line(left)
		p.para("  ", eaten, plain)
		return
	}
	p.line(left + padLeft(eaten, p.width-columns(left)))
}

func (p *page) subheading(title string) { p.para("  ", title, bold) }

// toldSymptoms is how many symptoms of a nutrient are told in full. The best evidence comes first, so the
// others are named in one line, and a terminal is not filled with what is hardly known.
const toldSymptoms = 4

func (p *page) symptoms(n *report.Nutrient) {
	if len(n.Symptoms) > 0 {
		p.subheading(p.T("A low intake can contribute to"))
	}
	told := min(toldSymptoms, len(n.Symptoms))
	for _, s := range n.Symptoms[:told] {
		p.para("    • ", report.Graded(p.Language, s.Symptom, s.Evidence)+s.Text, plain)
	}
	var rest []string
	for _, s := range n.Symptoms[told:] {
		rest = append(rest, s.Symptom)
	}
	if len(rest) > 0 {
		p.para("    • ", p.Tf("less known: %s", p.List(rest)), plain)
	}
}

// entry is a line of a list: a food on the left, figures on the right.
type entry struct{ food, figures string }

// toldFoods is how many foods that supply a nutrient have a line of their own. The richest portion comes first.
const toldFoods = 5

func (p *page) suggestions(n *report.Nutrient) []entry {
	var entries []entry
	told := min(toldFoods, len(n.Suggestions))
	for _, s := range n.Suggestions[:told] {
		entries = append(entries, entry{join(", ", s.Food, s.Portion), "+" + p.Amount(n.Key, s.Adds)})
	}
	var rest []string
	for _, s := range n.Suggestions[told:] {
		rest = append(rest, s.Food)
	}
	if len(rest) > 0 {
		entries = append(entries, entry{food: p.Tf("also %s", join(", ", rest...))})
	}
	return entries
}

func (p *page) sources(n *report.Nutrient) []entry {
	var entries []entry
	for _, s := range n.Sources {
		figures := join("  ", report.Times(s.Times), padLeft(p.Amount(n.Key, s.Amount), 8), padLeft(p.Fraction(s.Share), 4))
		entries = append(entries, entry{s.Food, figures})
	}
	return entries
}

func (p *page) list(title string, entries []entry) {
	if len(entries) == 0 {
		return
	}
	p.subheading(title)
	for _, line := range layOut(entries, p.width-4) {
		p.line("    " + line)
	}
}

// beside writes foods that would help and foods that were eaten next to each other.
func (p *page) beside(foods, sources []entry) {
	half := (p.width - 10) / 2
	left, right := layOut(foods, half), layOut(sources, half)
	p.line("  " + padRight(p.paint(bold, p.T("Foods that supply it")), half+6) + p.paint(bold, p.T("Where it came from")))
	for i := range max(len(left), len(right)) {
		l, r := "", ""
		if i < len(left) {
			l = left[i]
		}
		if i < len(right) {
			r = right[i]
		}
		p.line("    " + padRight(l, half+6) + r)
	}
}

// layOut sets the figures flush right in a list of n columns, and clips foods that don't fit.
func layOut(entries []entry, n int) []string {
	lines := make([]string, len(entries))
	for i, e := range entries {
		figures := clip(e.figures, n/2)
		food := clip(e.food, n-columns(figures)-2)
		lines[i] = food + padLeft(figures, n-columns(food))
	}
	return lines
}
