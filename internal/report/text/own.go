package text

import (
	"github.com/nutrigap/nutrigap/internal/report"
)

// urgent writes the red flags that concern this person, right below the title.
func (p *page) urgent() {
	titled := false
	for _, flag := range p.RedFlags {
		if !flag.Touched {
			continue
		}
		if !titled {
			p.heading(p.T("Before everything else"))
			titled = true
		}
		p.para(p.paint(orange, "!")+" ", flag.Text, plain)
	}
	if p.AdviceWithheld != "" {
		p.gap()
		p.para("", p.AdviceWithheld, plain)
	}
}

// own writes the logged symptoms and what the diary says of their known causes.
func (p *page) own() {
	if len(p.OwnSymptoms) == 0 {
		return
	}
	p.heading(p.T("Your symptoms"))
	for i := range p.OwnSymptoms {
		s := &p.OwnSymptoms[i]
		if i > 0 {
			p.gap()
		}
		p.para("", s.Name, bold)
		p.para("  ", p.Tf("%d of 10 at worst, on %d of %d logged days", s.Worst, s.Days, s.Logged), faint)
		if len(s.Supports) > 0 {
			p.subheading(p.T("Short in the diary, and can contribute to it"))
		}
		for _, c := range s.Supports {
			p.para("    • ", report.Graded(p.Language, c.Name, c.Evidence)+c.Text, plain)
		}
		p.causes(p.T("Enough in the diary, which speaks against it"), s.Against)
		p.causes(p.T("Can't be told from the diary"), s.Open)
		for _, note := range s.Notes {
			p.para("  ", note, faint)
		}
		p.together(s.Association)
	}
}

// causes names nutrients after what they have in common.
func (p *page) causes(what string, causes []report.Cause) {
	var names []string
	for _, c := range causes {
		names = append(names, c.Name)
	}
	if len(names) > 0 {
		p.para("  ", what+": "+p.List(names)+".", plain)
	}
}
