package html

import (
	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/report"
)

// together is how a symptom came and went with what was eaten.
type together struct {
	Text             string
	StandOut, Others *looks // nil where there are none
}

// looks is a table of nutrients.
type looks struct {
	*lang.Language
	Label string
	Lines []report.Line
}

// Together is nil where nobody looked.
func (p *page) Together(s report.OwnSymptom) *together {
	if s.Association == nil {
		return nil
	}
	t := &together{Text: s.Association.Text}
	standOut, others := s.Association.Lines()
	if len(standOut) > 0 {
		t.StandOut = &looks{p.Language, s.Name, standOut}
	}
	if len(others) > 0 {
		t.Others = &looks{p.Language, p.T("The other nutrients"), others}
	}
	return t
}

// Rho is a correlation, with a star where it stands out.
func (l *looks) Rho(c *report.Coincidence) string {
	switch {
	case c == nil:
		return report.Dash
	case c.StandsOut:
		return l.Signed(c.Rho) + "*"
	default:
		return l.Signed(c.Rho)
	}
}
