package pdf

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/chart"
)

// What page one has room for.
const (
	frontNutrients = 12
	frontSymptoms  = 3
	frontFoods     = 7
	frontWarnings  = 5
)

// pageOne answers what a professional asks first.
func (d *document) pageOne() {
	d.newPage()
	d.reserved = d.footHeight() + 6
	d.put(marginX, d.y+h1.size, h1, d.T("Nutrient gaps"))
	d.f.Bookmark(d.clean(d.T("Nutrient gaps")), 0, 0)
	beside := marginX + h1.face().Width(d.T("Nutrient gaps"), h1.size) + 10
	d.clipped(beside, d.y+h1.size, marginX+d.content()-beside, style{10.5, false, soft}, d.span(), false)
	d.y += h1.height() + 4
	d.urgent()
	d.about()
	d.felt()
	d.gap(8)
	d.table(d.Foremost(frontNutrients))
	d.para(marginX, d.content(), fine, d.tableNote())
	d.gap(7)
	d.beside()
	d.asks()
	d.frontGrid()
}

// urgent are the red flags that concern this person.
func (d *document) urgent() {
	var flags []report.RedFlag
	for _, flag := range d.RedFlags {
		if flag.Touched {
			flags = append(flags, flag)
		}
	}
	if len(flags) == 0 {
		return
	}
	alarm := chart.PaintOf("sign short").Fill
	h := strong.height() + 10
	for _, flag := range flags {
		h += d.tall(body, flag.Text, d.content()-27)
	}
	d.room(h)
	d.fill(marginX, d.y, 3, h, alarm)
	d.y += 5
	d.put(marginX+12, d.y+strong.size, strong.in(alarm), d.T("Before everything else"))
	d.y += strong.height()
	for _, flag := range flags {
		d.bullet(marginX+12, d.content()-18, body, flag.Text)
	}
	d.gap(9)
}

// about is who was judged, by what, and how much there is to judge by.
func (d *document) about() {
	const label = 62.0
	for _, fact := range [][2]string{
		{d.T("Person"), cmp.Or(d.Person.Sentence(d.Language), d.T("not described"))},
		{d.T("Reference"), d.Authority},
		{d.T("Days"), d.Period.Sentence(d.Language)},
		{d.T("Rows"), d.Rows.Sentence(d.Language)},
		{d.T("Assumed"), d.assumed()},
		{d.T("Found"), d.found()},
	} {
		if fact[1] == "" {
			continue
		}
		d.room(body.height())
		d.clipped(marginX, d.y+body.size, label-6, body.in(soft), fact[0], false)
		d.para(marginX+label, d.content()-label, body, fact[1])
		d.gap(1)
	}
}

// assumed says how much was assumed; the sentences stand at the end.
func (d *document) assumed() string {
	if n := len(d.Person.Assumed) + len(d.Person.Adjusted); n > 0 {
		return d.N("%d point, listed under “%s”", "%d points, listed under “%s”", n, d.T("How this was made"))
	}
	return ""
}

// found counts the nutrients of each status.
func (d *document) found() string {
	var parts []string
	for _, status := range statuses() {
		if n := len(d.WithStatus(status)); n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, d.T(chart.LookOf(status).Name)))
		}
	}
	return strings.Join(parts, ", ")
}

// felt are the person's own symptoms in a line or two each; what is known of them follows in the details.
func (d *document) felt() {
	if len(d.OwnSymptoms) == 0 {
		return
	}
	d.gap(6)
	for i := range d.OwnSymptoms[:min(frontSymptoms, len(d.OwnSymptoms))] {
		s := &d.OwnSymptoms[i]
		d.room(2 * body.height())
		lead := s.Name + "  "
		d.clipped(marginX, d.y+strong.size, d.content(), strong, lead, false)
		x := marginX + strong.face().Width(d.clean(lead), strong.size)
		d.clipped(x, d.y+body.size, marginX+d.content()-x, body, d.Tf("%d of 10 at worst, on %d of %d logged days", s.Worst, s.Days, s.Logged), false)
		d.y += body.height()
		d.para(marginX, d.content(), body, join(" ", d.named(d.T("Short or possibly short in the diary"), s.Supports),
			d.named(d.T("Enough in it"), s.Against), d.named(d.T("Can't be told"), s.Open)))
		d.gap(2)
	}
	if more := len(d.OwnSymptoms) - frontSymptoms; more > 0 {
		d.para(marginX, d.content(), fine, d.Tf("and %d more", more))
	}
}

// table compares nutrients with their reference values, one line each.
func (d *document) table(nutrients []*report.Nutrient) {
	if len(nutrients) == 0 {
		d.para(marginX, d.content(), body, d.T("There are no days in this period."))
		return
	}
	fixed := []column{
		{title: d.T("mean a day"), width: 50, right: true}, {title: d.T("lowest to highest"), width: 72, right: true},
		{title: report.AverageKind(nutrients), width: 42, right: true}, {title: d.T("target"), width: 56, right: true}, {title: "UL", width: 56, right: true}, {width: 6},
		{title: d.T("verdict"), width: 82}, {title: d.T("sure"), width: 34, right: true}, {title: d.T("known"), width: 36, right: true},
	}
	name := column{title: d.T("nutrient"), width: d.content(), signs: true}
	for _, c := range fixed {
		name.width -= c.width
	}
	t := table{d.sheet, append([]column{name}, fixed...), h4}
	t.begin()
	for _, n := range nutrients {
		verdict := small
		if n.Status == report.StatusShortfall || n.Status == report.StatusExcess {
			verdict = small.bolder()
		}
		t.row(cell{d.NameOf(n.Key), small, n.Status}, cell{d.amount(n.Key, n.Mean), small.bolder(), ""}, cell{n.Span(d.Language), small, ""},
			cell{n.Beside(d.Language, n.EAR), small, ""}, cell{n.Goal(d.Language), small, ""}, cell{n.Ceiling(d.Language), small, ""}, cell{},
			cell{d.T(chart.LookOf(n.Status).Name), verdict, ""}, cell{n.Sure(d.Language), small, ""}, cell{d.Fraction(n.Coverage), small, ""})
	}
	t.done()
	d.gap(3)
}

// tableNote explains the columns whose heads don't, and names the one denominator.
func (d *document) tableNote() string {
	if len(d.Nutrients) == 0 {
		return ""
	}
	counted := cmp.Or(d.Period.DaysCounted, d.Period.DaysLogged) // older reports counted all
	return join(" ", d.N("Means are of the %d day counted, and of what is known.", "Means are of the %d days counted, and of what is known.", counted),
		d.T("Sure: that the usual intake is enough, or above an AI. Known: the share of the energy eaten whose foods have a value."))
}

// beside sets what was eaten most next to what the diary can't tell.
func (d *document) beside() {
	const between = 22
	w := (d.content() - between) / 2
	top := d.y
	if len(d.Foods) > 0 {
		d.most(marginX, w)
	}
	left := d.y
	d.y = top
	if len(d.Warnings) > 0 {
		x := marginX
		if len(d.Foods) > 0 {
			x += w + between
		}
		d.subheading(x, w, d.T("What this diary can't tell"))
		for _, warning := range d.Warnings[:min(frontWarnings, len(d.Warnings))] {
			d.bullet(x, w, small, warning)
		}
	}
	d.y = max(d.y, left)
}

// most are the foods that brought the most energy.
func (d *document) most(x, w float64) {
	var entries []entry
	for _, e := range d.Foods[:min(frontFoods, len(d.Foods))] {
		entries = append(entries, entry{e.Food, []string{report.Times(e.Times), d.grams(e.Grams)}})
	}
	d.list(x, w, d.T("Eaten most"), entries)
}

// asks are the questions for the visit.
func (d *document) asks() {
	if len(d.Questions) == 0 {
		return
	}
	d.gap(3)
	d.subheading(marginX, d.content(), d.T("Questions for the visit"))
	for i, q := range d.Questions {
		d.room(body.height())
		d.put(marginX, d.y+body.size, strong, fmt.Sprintf("%d", i+1))
		d.para(marginX+12, d.content()-12, body, q)
		d.gap(1)
	}
}

// footHeight is what page one needs at its foot: for a word on letters that are missing, for the line of method,
// and for the disclaimer.
func (d *document) footHeight() float64 {
	return 2*fine.height() + d.tall(fine.bolder(), d.Disclaimer, d.content())
}

// finish sets what stands on every page, and on the first what must be seen with it, now that the number of
// pages is known, and whether letters are missing.
func (d *document) finish() {
	pages := d.f.PageCount()
	title := join(" · ", "nutrigap", d.T("Nutrient gaps"), d.Person.Name, d.span())
	for i := range pages {
		d.f.SetPage(i + 1)
		d.fresh()
		if i == 0 {
			d.foot()
		}
		d.y = d.height - marginEnd + 12
		d.rule(marginX, d.content())
		y := d.y + 12
		d.clipped(marginX, y, d.content()-80, fine, title, false)
		d.clipped(marginX, y, d.content(), fine, d.Tf("page %d of %d", i+1, pages), true)
	}
}

// foot sets the foot of page one.
func (d *document) foot() {
	y := d.height - marginEnd - d.footHeight() + fine.size
	if d.lost {
		d.clipped(marginX, y, d.content(), fine, d.T("□ stands for letters that this file has no font for; the HTML report shows them."), false)
	}
	y += fine.height()
	d.clipped(marginX, y, d.content(), fine, d.Method()[0], false)
	for _, l := range d.lines(fine.bolder(), d.Disclaimer, d.content()) {
		y += fine.height()
		d.put(marginX, y, fine.bolder().in(ink), l)
	}
}

// fresh makes the library state its font and colour again, which it doesn't on a page that it returns to.
func (s *sheet) fresh() {
	s.f.SetFont(family, "B", 1)
	s.f.SetFillColor(int(white.R), int(white.G), int(white.B))
}
