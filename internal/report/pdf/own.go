package pdf

import (
	"github.com/nutrigap/nutrigap/internal/report"
)

// own is what the diary says of the person's own symptoms.
func (d *document) own() {
	if len(d.OwnSymptoms) == 0 {
		return
	}
	d.heading(d.T("Your symptoms"), 60)
	for i := range d.OwnSymptoms {
		s := &d.OwnSymptoms[i]
		d.room(h3.height() + 4*body.height())
		d.para(marginX, d.content(), h3, s.Name)
		d.para(marginX, d.content(), body.in(soft), d.Tf("%d of 10 at worst, on %d of %d logged days", s.Worst, s.Days, s.Logged))
		if len(s.Supports) > 0 {
			d.subheading(marginX, d.content(), d.T("Short in the diary, and can contribute to it"))
		}
		for _, c := range s.Supports {
			d.bullet(marginX, d.content(), body, report.Graded(d.Language, c.Name, c.Evidence)+c.Text)
		}
		d.gap(2)
		d.para(marginX, d.content(), body, d.named(d.T("Enough in the diary, which speaks against it"), s.Against))
		d.para(marginX, d.content(), body, d.named(d.T("Can't be told from the diary"), s.Open))
		d.together(s.Association)
		for _, note := range s.Notes {
			d.para(marginX, d.content(), small.in(soft), note)
		}
		d.gap(8)
	}
}

// named is a sentence about nutrients, empty for none.
func (d *document) named(what string, causes []report.Cause) string {
	var names []string
	for _, c := range causes {
		names = append(names, c.Name)
	}
	if len(names) == 0 {
		return ""
	}
	return what + ": " + d.List(names) + "."
}

// together is how a symptom came and went with what was eaten, with the nutrients that stand out.
func (d *document) together(a *report.Association) {
	if a == nil {
		return
	}
	d.gap(2)
	d.para(marginX, d.content(), body, a.Text)
	lines, _ := a.Lines()
	if len(lines) == 0 {
		return
	}
	t := table{d.sheet, []column{{title: d.T("nutrient"), width: 130}, {title: d.T("same day"), width: 70, right: true},
		{title: d.T("day before"), width: 70, right: true}, {title: d.T("three days"), width: 70, right: true}}, h4}
	t.begin()
	for _, l := range lines {
		row := []cell{{l.Name, small, ""}}
		for _, c := range l.Windows {
			row = append(row, cell{d.rho(c), small, ""})
		}
		t.row(row...)
	}
	t.done()
	d.gap(3)
	d.para(marginX, d.content(), fine, d.T("From −1, less of it on the worse days, to 1, more of it; * stands out. Three days: the mean of the day and the two before."))
}

// rho is a correlation, with a star where it stands out.
func (d *document) rho(c *report.Coincidence) string {
	switch {
	case c == nil:
		return report.Dash
	case c.StandsOut:
		return d.Signed(c.Rho) + "*"
	default:
		return d.Signed(c.Rho)
	}
}
