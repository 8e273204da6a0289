// Package md writes the first page of a Summary as Markdown, to paste into a mail or a note.
//
// Its rule: it reads well as it is, without being rendered, and rendered as GitHub does it nothing of a diary is
// more than text: no markup, no HTML, no link. It refuses to be complete: the other voices have the details.
package md

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/report"
)

// Options is how Markdown is written; there is nothing to choose yet.
type Options struct{}

// Write writes s. The only errors are those of w.
func Write(w io.Writer, s *report.Summary, _ Options) error {
	p := &page{Summary: s.Visible(), lang: lang.Of(s.Language)}
	p.line("# " + escape(p.Title(p.lang)))
	p.list(p.lang.T("Before everything else"), p.Urgent())
	p.facts()
	p.list(p.lang.T("What to keep in mind"), p.Warnings)
	p.nutrients()
	p.bold(p.AdviceWithheld)
	p.symptoms()
	p.list(p.lang.T("Questions for the visit"), p.Questions)
	p.list(p.lang.T("How this was made"), p.Method())
	p.bold(p.Disclaimer)
	_, err := w.Write(p.text.Bytes())
	return err
}

// page is what has been written so far.
type page struct {
	*report.Summary
	lang *lang.Language
	text bytes.Buffer
}

// line writes a line of its own, with an empty one before it.
func (p *page) line(s string) {
	if p.text.Len() > 0 {
		p.text.WriteByte('\n')
	}
	p.text.WriteString(s + "\n")
}

// bold is a sentence that nobody should miss.
func (p *page) bold(sentence string) {
	if sentence = escape(sentence); sentence != "" {
		p.line("**" + sentence + "**")
	}
}

// list is a heading with sentences below it, or nothing where there are none.
func (p *page) list(title string, sentences []string) {
	if len(sentences) == 0 {
		return
	}
	p.line("## " + title)
	items := make([]string, len(sentences))
	for i, sentence := range sentences {
		items[i] = "- " + item(sentence)
	}
	p.line(strings.Join(items, "\n"))
}

// facts are who was judged, by what, and how much there is to judge by.
func (p *page) facts() {
	l := p.lang
	person := p.Person.Sentence(l)
	if person == "" {
		person = l.T("not described")
	}
	var items []string
	for _, fact := range [][2]string{
		{l.T("Person"), person}, {l.T("Reference"), p.Authority}, {l.T("Days"), p.Period.Sentence(l)}, {l.T("Rows"), p.Rows.Sentence(l)},
		{l.T("Found"), p.Found(l)},
	} {
		if fact[1] != "" {
			items = append(items, fmt.Sprintf("- **%s:** %s", fact[0], escape(fact[1])))
		}
	}
	items = append(items, below(l.T("Assumed"), p.Person.Assumed)...)
	items = append(items, below(l.T("Adjusted"), p.Person.Adjusted)...)
	p.line(strings.Join(items, "\n"))
}

// symptoms are the person's own, a line each.
func (p *page) symptoms() {
	var all []string
	for i := range p.OwnSymptoms {
		all = append(all, p.OwnSymptoms[i].Sentence(p.lang))
	}
	p.list(p.lang.T("Your symptoms"), all)
}

// below is an item with sentences below it, or nothing where there are none.
func below(title string, sentences []string) []string {
	if len(sentences) == 0 {
		return nil
	}
	items := []string{"- **" + title + ":**"}
	for _, sentence := range sentences {
		items = append(items, "  - "+item(sentence))
	}
	return items
}
