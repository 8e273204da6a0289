// Package cover writes the note that lies on top of an exported summary: what the files are, how to read
// them, and what the person would like to ask.
//
// Its rule: plain text that any program shows, with nothing in it that isn't in the files below. It refuses
// to sum up the verdicts: whoever reads only the note must not think that they know the result.
package cover

import (
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/report"
)

// about says what a file of each format is for.
var about = map[string]string{
	".pdf":  lang.Mark("to read: page one is the summary, the details follow"),
	".xlsx": lang.Mark("to check: every figure, and the diary row by row"),
	".json": lang.Mark("for other programs; \"nutrigap import --summary\" shows and compares it"),
}

// columns is how wide the note is: what a mail shows without breaking lines.
const columns = 76

// Write writes the note on the files with the given names. The only errors are those of w.
func Write(w io.Writer, s *report.Summary, files []string) error {
	s = s.Visible()
	n := &note{Language: lang.Of(s.Language)}
	title := n.T("Nutrient gaps")
	if span := n.Span(s.Period.From, s.Period.To); span != "" {
		title += ", " + span
	}
	n.para("", title)
	n.para("", s.Person.Sentence(n.Language))
	n.gap()
	for _, name := range files {
		n.para(fmt.Sprintf("%-16s", name), n.T(about[path.Ext(name)]))
	}
	n.list(n.T("How to read it"),
		n.T("A verdict says how sure it is that the usual intake meets the need of this person, by the method of the Institute of Medicine (Applications in Dietary Assessment, 2000). The recommended amount (RDA) is a goal and no yardstick for one person."),
		n.T("What is not known is never taken as zero. It is shown as coverage: the share of the energy whose foods have a value."),
		n.T("Below an adequate intake (AI) nothing can be concluded."),
		n.T("The signs are handed over; the nutrition diagnosis is left to the professional."))
	n.list(n.T("Questions for the visit"), s.Questions...)
	n.gap()
	n.para("", s.Disclaimer)
	_, err := io.WriteString(w, n.b.String())
	return err
}

type note struct {
	*lang.Language
	b strings.Builder
}

func (n *note) gap() { n.b.WriteByte('\n') }

// list writes a heading and sentences below it, or nothing where there are none.
func (n *note) list(heading string, sentences ...string) {
	if len(sentences) == 0 {
		return
	}
	n.gap()
	n.para("", heading)
	for _, sentence := range sentences {
		n.para("- ", sentence)
	}
}

// para writes words in lines, the first after first and the others below its text.
func (n *note) para(first, text string) {
	line, used := first, len(first)
	indent := strings.Repeat(" ", len(first))
	for i, word := range strings.Fields(text) {
		width := len([]rune(word))
		switch {
		case i == 0:
		case used+1+width > columns:
			n.b.WriteString(line + "\n")
			line, used = indent, len(indent)
		default:
			line, used = line+" ", used+1
		}
		line, used = line+word, used+width
	}
	if line = strings.TrimRight(line, " "); line != "" {
		n.b.WriteString(line + "\n")
	}
}
