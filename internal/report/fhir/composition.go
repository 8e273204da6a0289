package fhir

import (
	"html"
	"strings"

	"github.com/nutrigap/nutrigap/internal/report"
)

// composition is the cover of a document, with all of it in words.
type composition struct {
	ResourceType resourceComposition `json:"resourceType"`
	ID           string              `json:"id"`
	Language     string              `json:"language,omitempty"`
	Status       string              `json:"status"`
	Type         concept             `json:"type"`
	Subject      reference           `json:"subject"`
	Date         string              `json:"date,omitempty"`
	NoDate       *noValue            `json:"_date,omitempty"`
	Author       []reference         `json:"author"`
	Title        string              `json:"title"`
	Section      []section           `json:"section,omitempty"`
}

type section struct {
	Title string      `json:"title"`
	Text  narrative   `json:"text"`
	Entry []reference `json:"entry,omitempty"`
}

// noValue stands for a required value that a report leaves out.
type noValue struct {
	Extension []extension `json:"extension"`
}

type extension struct {
	URL  string `json:"url"`
	Code string `json:"valueCode"`
}

// cover makes the document of release 4.
func (d *document) cover() {
	d.open("document")
	id := d.id("composition")
	c := &composition{ID: id}
	d.add(id, c, "") // the first entry, as the standard asks
	d.people()
	measures := d.measures()
	means, days := d.intakes()
	l := d.lang
	*c = composition{
		ID: id, Language: l.Tag(), Status: "final", Date: day(d.Tool.Date), Subject: d.patient, Author: []reference{d.device},
		Type:  concept{Coding: []coding{own("nutrient-gaps", "Nutrient gaps of a food diary")}, Text: "Food and nutrient intake"},
		Title: clean(d.Title(l)),
	}
	if c.Date == "" {
		c.NoDate = &noValue{[]extension{{"http://hl7.org/fhir/StructureDefinition/data-absent-reason", "unknown"}}}
	}
	c.add(l.T("Before everything else"), items(d.Urgent()), nil)
	c.add(l.T("Person"), items(d.facts()), measures)
	c.add(l.T("What to keep in mind"), items(d.Warnings), nil)
	c.add(l.T("Mean intake"), d.table(), means)
	if len(days) > 0 {
		c.add(l.T("Intake day by day"), items([]string{d.Period.Sentence(l)}), days)
	}
	c.add(l.T("Your symptoms"), items(d.symptoms()), nil)
	c.add(l.T("Questions for the visit"), items(d.Questions), nil)
	c.add(l.T("How this was made"), items(append(d.Method(), d.Disclaimer)), nil)
}

// add adds a section, or none where there is nothing to say.
func (c *composition) add(title, body string, entries []reference) {
	if body == "" && len(entries) == 0 {
		return
	}
	if body == "" {
		body = "<p>" + html.EscapeString(title) + "</p>"
	}
	c.Section = append(c.Section, section{
		Title: title, Entry: entries,
		Text: narrative{Status: "generated", Div: `<div xmlns="http://www.w3.org/1999/xhtml">` + body + "</div>"},
	})
}

// items are sentences as a list of XHTML.
func items(sentences []string) string {
	var b strings.Builder
	for _, s := range sentences {
		if s = clean(s); s != "" {
			b.WriteString("<li>" + html.EscapeString(s) + "</li>")
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return "<ul>" + b.String() + "</ul>"
}

// facts are who was judged, by what, and how much there is to judge by.
func (d *document) facts() []string {
	l := d.lang
	all := []string{d.Person.Sentence(l)}
	for _, fact := range [][2]string{
		{l.T("Reference"), d.Authority}, {l.T("Days"), d.Period.Sentence(l)}, {l.T("Rows"), d.Rows.Sentence(l)},
		{l.T("Found"), d.Found(l)}, {l.T("Assumed"), strings.Join(d.Person.Assumed, "; ")}, {l.T("Adjusted"), strings.Join(d.Person.Adjusted, "; ")},
	} {
		if fact[1] != "" {
			all = append(all, fact[0]+": "+fact[1])
		}
	}
	return append(all, d.AdviceWithheld)
}

func (d *document) symptoms() []string {
	var all []string
	for i := range d.OwnSymptoms {
		all = append(all, d.OwnSymptoms[i].Sentence(d.lang))
	}
	return all
}

// table is the focus in words and figures.
func (d *document) table() string {
	listed := d.InFocus()
	if len(listed) == 0 {
		return ""
	}
	var b strings.Builder
	row := func(tag string, cells ...string) {
		b.WriteString("<tr>")
		for _, cell := range cells {
			b.WriteString("<" + tag + ">" + html.EscapeString(clean(cell)) + "</" + tag + ">")
		}
		b.WriteString("</tr>")
	}
	l := d.lang
	b.WriteString("<table><tbody>")
	row("th", l.T("Nutrient"), l.T("Mean a day"), l.T("Reference"), l.T("Verdict"), l.T("Sure"), l.T("Known"))
	for _, n := range listed {
		mean := report.Dash
		if n.Mean != nil {
			mean = l.Amount(n.Key, *n.Mean)
		}
		row("td", n.Name, mean, n.References(l), report.StatusWords(l, n.Status), n.Sure(l), l.Fraction(n.Coverage))
	}
	b.WriteString("</tbody></table>")
	return b.String()
}
