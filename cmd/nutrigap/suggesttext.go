package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/nutrigap/nutrigap/internal/app"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/suggest"
)

// adviceText is the advice as far as it is written, in lines that fit the terminal.
type adviceText struct {
	bytes.Buffer
	*lang.Language
	width int
}

func writeAdvice(w io.Writer, width int, a *app.Advice) error {
	const narrowest, widest, usual = 40, 100, 80
	if width == 0 {
		width = usual
	}
	t := &adviceText{Language: lang.Of(a.Summary.Language), width: min(max(width, narrowest), widest)}
	t.para("", t.T("Foods for the gaps")+", "+t.Span(a.Summary.Period.From, a.Summary.Period.To))
	for _, flag := range a.Summary.RedFlags {
		if flag.Touched {
			t.section(flag.Text)
		}
	}
	if a.Doubt != "" {
		t.section(a.Doubt)
	}
	for _, id := range a.Untold {
		verdict := t.T("nothing is known of it.")
		if n := a.Summary.Nutrient(id.Key()); n != nil && n.Verdict != "" {
			verdict = n.Verdict
		}
		t.section(t.T(id.Name()) + ": " + verdict + " " + t.say("untold"))
	}
	switch {
	case a.Withheld:
		t.section(cmp.Or(a.Summary.AdviceWithheld, t.say("withheld")))
	case len(a.Gaps) > 0:
		t.section(t.say("not_for"))
		if a.Summary.Person.LifeStage == string(diary.Pregnancy) {
			t.section(t.say("pregnancy"))
		}
		for i := range a.Gaps {
			t.gap(&a.Gaps[i])
		}
		t.plan(a)
	case len(a.Untold) == 0:
		t.section(t.say("nothing"))
	}
	if t.Language != lang.English() {
		t.section(t.T("The nutrient table names foods in English."))
	}
	t.section(a.Summary.Disclaimer)
	_, err := t.WriteTo(w)
	return err
}

// say is a sentence of the data file in the language of the advice.
func (t *adviceText) say(key string) string { return t.T(suggest.Text(key)) }

// section is a paragraph with space before it.
func (t *adviceText) section(text string) {
	t.WriteByte('\n')
	t.para("", text)
}

// para writes text behind a lead, its further lines below where it began.
func (t *adviceText) para(lead, text string) {
	indent := ansi.StringWidth(lead)
	for i, line := range strings.Split(ansi.Wordwrap(text, t.width-indent, ""), "\n") {
		if i > 0 {
			lead = strings.Repeat(" ", indent)
		}
		t.WriteString(lead + strings.TrimRight(line, " ") + "\n")
	}
}

// figures writes text with figures at the right end of its first line.
func (t *adviceText) figures(lead, text, figures string) {
	room := t.width - ansi.StringWidth(lead) - ansi.StringWidth(figures) - 2
	lines := strings.Split(ansi.Wordwrap(text, room, ""), "\n")
	for i, line := range lines {
		line = strings.TrimRight(line, " ")
		if i == 0 {
			line += strings.Repeat(" ", max(0, room-ansi.StringWidth(line))+2) + figures
		}
		t.WriteString(lead + line + "\n")
		lead = strings.Repeat(" ", ansi.StringWidth(lead)) + "  "
		if i == 0 {
			lines = append(lines[:1], strings.Split(ansi.Wordwrap(strings.Join(lines[1:], " "), room-2, ""), "\n")...)
			if len(lines) == 2 && lines[1] == "" {
				return
			}
		}
	}
}

func (t *adviceText) gap(g *app.ForGap) {
	key := g.Nutrient.Key()
	t.section(t.T(g.Nutrient.Name()) + ": " + t.Tf("%s of %s a day", t.Amount(key, g.Amount), t.Amount(key, g.Goal)))
	for _, pool := range []struct {
		name   string
		offers []suggest.Offer
	}{{t.T("in the diary already"), g.Eaten}, {t.T("eaten by many"), g.Common}, {t.T("others"), g.Other}} {
		if len(pool.offers) > 0 {
			t.para("  ", pool.name)
		}
		for i := range pool.offers {
			o := &pool.offers[i]
			t.figures("    ", t.shown(o)+", "+portionWords(t.Language, o, 1), fmt.Sprintf("%11s %9s", "+"+t.Amount(key, o.Adds(g.Nutrient)),
				t.kcal(o.Adds(nutrient.Energy))))
		}
	}
	if len(g.Eaten)+len(g.Common)+len(g.Other) == 0 {
		t.para("  ", t.say("no_food"))
	}
	for _, note := range g.Notes {
		t.para("  - ", note)
	}
	if len(g.Beside) > 0 {
		t.para("  ", t.say("beside")+" "+t.listed(g.Beside)+".")
	}
	if len(g.Apart) > 0 {
		t.para("  ", t.say("apart")+" "+strings.ToLower(strings.Join(g.Apart, ", "))+".")
	}
}

// kcal is energy without decimals, which no portion is known to.
func (t *adviceText) kcal(v float64) string { return t.Amount("energy_kcal", math.Round(v)) }

// listed are foods with their portions, in a sentence.
func (t *adviceText) listed(offers []suggest.Offer) string {
	names := make([]string, len(offers))
	for i := range offers {
		names[i] = t.shown(&offers[i]) + " (" + portionWords(t.Language, &offers[i], 1) + ")"
	}
	return strings.Join(names, "; ")
}

// unsaid are parts of the table's names that tell a person nothing.
var unsaid = regexp.MustCompile(`,? (NFS|NS as to [^,]*)|, no added fat`)

// shown is the name of a food for people.
func (t *adviceText) shown(o *suggest.Offer) string {
	name := report.Visible(unsaid.ReplaceAllString(o.Food.Name, ""))
	if o.Unsalted {
		name += ", " + t.T("without salt")
	}
	return name
}

func (t *adviceText) plan(a *app.Advice) {
	p := &a.Plan
	switch {
	case a.Doubt != "":
		t.section(t.say("plan_doubt"))
		return
	case len(p.Changes) == 0:
		t.section(t.say("plan_no_food"))
		return
	}
	if p.Proved() {
		t.section(t.say("plan"))
	} else {
		t.section(t.say("plan_stopped"))
	}
	for i := range p.Changes {
		c := &p.Changes[i]
		t.figures("  ", t.shown(&c.Offer)+", "+servedWords(t.Language, c), fmt.Sprintf("%9s", t.kcal(c.Portions*c.Adds(nutrient.Energy))))
		if brings := t.brought(c, p); brings != "" {
			t.para("      ", brings)
		}
	}
	t.section(t.Tf("It adds %s, %s of sodium and %s of saturated fat a day.", t.kcal(p.Adds(nutrient.Energy)),
		t.Amount("sodium_mg", p.Adds(nutrient.Sodium)), t.Amount("saturated_fat_g", p.Adds(nutrient.SaturatedFat))) + " " + t.say("exchange"))
	t.after(p)
	for i := range a.Meals {
		t.meal(&a.Meals[i])
	}
}

// brought is what one food of a plan brings of the gaps, the most of a gap first, as far as it is a twentieth
// of what is missing or more.
func (t *adviceText) brought(c *suggest.Change, p *suggest.Plan) string {
	const worthSaying, most = 0.05, 5
	type part struct {
		share float64
		words string
	}
	var parts []part
	for i := range p.Gaps {
		g := &p.Gaps[i]
		adds := c.Portions * c.Adds(g.Nutrient)
		if share := adds / g.Missing(); share >= worthSaying {
			parts = append(parts, part{share, t.T(g.Nutrient.Name()) + " +" + t.Amount(g.Nutrient.Key(), adds)})
		}
	}
	slices.SortStableFunc(parts, func(a, b part) int { return cmp.Compare(b.share, a.share) })
	var words []string
	for i, p := range parts {
		if i == most {
			words = append(words, t.T("and more"))
			break
		}
		words = append(words, p.words)
	}
	return strings.Join(words, ", ")
}

// after is what the plan closes, what it leaves open, and what it does to the limits that matter.
func (t *adviceText) after(p *suggest.Plan) {
	closes, opens, limits := t.T("closed"), t.T("open"), t.T("limit")
	wide := max(ansi.StringWidth(closes), ansi.StringWidth(opens), ansi.StringWidth(limits))
	line := func(what string, id nutrient.ID, from, to, of float64) {
		key := id.Key()
		t.para(fmt.Sprintf("  %-*s ", wide, what), t.T(id.Name())+": "+t.Tf("%s to %s of %s", t.Amount(key, from), t.Amount(key, to), t.Amount(key, of)))
	}
	open := false
	for _, closed := range []bool{true, false} {
		for i := range p.Gaps {
			if g := &p.Gaps[i]; g.Closed() == closed {
				line(map[bool]string{true: closes, false: opens}[closed], g.Nutrient, g.Amount, g.After, g.Goal)
				open = open || !closed
			}
		}
	}
	over := false
	for i := range p.Limits {
		if l := &p.Limits[i]; l.Nutrient == nutrient.Sodium || l.Over() {
			line(limits, l.Nutrient, l.Amount, l.After, l.Most)
			over = over || l.Over()
		}
	}
	if open {
		t.para("", t.say("open"))
	}
	if over {
		t.para("", t.say("over"))
	}
}

func (t *adviceText) meal(m *app.Meal) {
	names := func(offers []suggest.Offer) string {
		parts := make([]string, len(offers))
		for i := range offers {
			parts[i], _, _ = strings.Cut(t.shown(&offers[i]), ", "+t.T("without salt"))
		}
		return strings.Join(parts, t.T(" or "))
	}
	how := "meals_apart"
	if m.Beside {
		how = "meals_beside"
	}
	t.section(strings.NewReplacer("{foods}", names(m.Foods), "{with}", names(m.With)).Replace(t.say(how)) + " " + m.Text)
}
