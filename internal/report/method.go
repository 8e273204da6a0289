package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/nutrigap/nutrigap/internal/lang"
)

// Method says how a report was made, a sentence each: by which program and table, what its means are of,
// what its confidence is, and where each reference value was published.
func (s *Summary) Method() []string {
	l := lang.Of(s.Language)
	lines := []string{
		s.made(l),
		l.Tf("Means are of the %d days counted and of what is known; unknown is never taken as zero. "+
			"Foods are listed over all %d days logged.", s.Period.Counted(), s.Period.DaysLogged),
		l.T("Sure is the confidence (IOM 2000) that the usual intake is enough, or above an AI."),
	}
	if sources := s.sourcesOfTargets(); sources != "" {
		lines = append(lines, l.Tf("Reference values: %s.", sources))
	}
	if terms := s.terms(l); terms != "" {
		lines = append(lines, terms)
	}
	if l != lang.English() {
		lines = append(lines, l.T("The nutrient table names foods in English."))
	}
	return lines
}

// made names the program and the table, and the day where it is known.
func (s *Summary) made(l *lang.Language) string {
	if s.Tool.Date == "" {
		return l.Tf("nutrigap %s with the table %s (%s).", s.Tool.Version, s.Tool.Table, s.Tool.shortDigest())
	}
	return l.Tf("Made on %s by nutrigap %s with the table %s (%s).", l.Date(s.Tool.Date), s.Tool.Version, s.Tool.Table, s.Tool.shortDigest())
}

// shownDigits of a digest tell two tables apart for people; the whole of it stands in the JSON.
const shownDigits = 12

// shortDigest is the table's digest, cut.
func (t *Tool) shortDigest() string {
	digits := []rune(strings.TrimPrefix(t.TableDigest, "sha256:"))
	return string(digits[:min(shownDigits, len(digits))])
}

// Counted is the number of days that the means are of; reports that were written before it was told
// counted all of them.
func (p *Period) Counted() int {
	if p.DaysCounted == 0 {
		return p.DaysLogged
	}
	return p.DaysCounted
}

// terms says what the reference values that a report names by letters are.
func (s *Summary) terms(l *lang.Language) string {
	var said []string
	say := func(kind, text string) {
		if sentence := l.Tf(text, kind); kind != "" && !slices.Contains(said, sentence) {
			said = append(said, sentence)
		}
	}
	for i := range s.Nutrients {
		n := &s.Nutrients[i]
		say(n.EARKind, lang.Mark("%s is the average need, which is enough for half of people."))
		if n.TargetKind == "AI" {
			say(n.TargetKind, lang.Mark("%s is an adequate intake, set where the average need is not known."))
		} else {
			say(n.TargetKind, lang.Mark("%s is the recommended amount, which is enough for nearly everybody."))
		}
		if n.UL != nil {
			say("UL", lang.Mark("%s is the tolerable upper level."))
		}
	}
	return strings.Join(said, " ")
}

// sourcesOfTargets names each source with the nutrients whose reference values it gives.
func (s *Summary) sourcesOfTargets() string {
	var order []string
	nutrients := map[string][]string{}
	for i := range s.Nutrients {
		n := &s.Nutrients[i]
		if n.Source == "" || n.TargetKind == "" {
			continue
		}
		if nutrients[n.Source] == nil {
			order = append(order, n.Source)
		}
		nutrients[n.Source] = append(nutrients[n.Source], s.NameOf(n.Key)+" "+n.TargetKind)
	}
	for i, source := range order {
		order[i] = fmt.Sprintf("%s (%s)", source, strings.Join(nutrients[source], ", "))
	}
	return strings.Join(order, "; ")
}
