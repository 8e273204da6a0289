package text

import (
	"fmt"

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
			p.heading(sayUrgent)
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
	p.heading(sayOwn)
	for i := range p.OwnSymptoms {
		s := &p.OwnSymptoms[i]
		if i > 0 {
			p.gap()
		}
		p.para("", s.Name, bold)
		p.para("  ", fmt.Sprintf(sayFelt, s.Worst, s.Days, s.Logged), faint)
		if len(s.Supports) > 0 {
			p.subheading(saySupports)
		}
		for _, c := range s.Supports {
			p.para("    • ", fmt.Sprintf(sayEvidence, c.Name, c.Evidence)+c.Text, plain)
		}
		p.causes(sayAgainst, s.Against)
		p.causes(sayOpen, s.Open)
		for _, note := range s.Notes {
			p.para("  ", note, faint)
		}
		p.together(s.Association)
	}
}

// causes names nutrients in one sentence.
func (p *page) causes(format string, causes []report.Cause) {
	var names []string
	for _, c := range causes {
		names = append(names, c.Name)
	}
	if len(names) > 0 {
		p.para("  ", fmt.Sprintf(format, join(", ", names...)), plain)
	}
}
