package pdf

import (
	"slices"

	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/chart"
)

// nutrients are cards of those that the report is about and of what is wrong or open with the others, and a
// table of the rest.
func (d *document) nutrients() {
	if len(d.Nutrients) == 0 {
		return
	}
	d.heading(d.T("Nutrient by nutrient"), cardChart+80)
	d.para(marginX, d.content(), fine, join(" ", d.T("Bars are days. The whole line is the target, the dashed one the average requirement (EAR), dots and dashes a limit."), d.explained()))
	var rest []*report.Nutrient
	for i := range d.Nutrients {
		n := &d.Nutrients[i]
		switch {
		case slices.Contains(d.Focus, n.Key):
			d.card(n, len(d.Days) > 0)
		case n.Status == report.StatusShortfall || n.Status == report.StatusPossible || n.Status == report.StatusExcess:
			d.card(n, false)
		default:
			rest = append(rest, n)
		}
	}
	if len(rest) > 0 {
		d.heading(d.T("Other nutrients"), 60)
		d.table(rest)
	}
}

// explained says what can't be read off the charts, each sentence once.
func (d *document) explained() string {
	longest := ""
	for _, key := range d.Focus {
		if text := chart.Explain(d.Summary, key); len(text) > len(longest) {
			longest = text
		}
	}
	return longest
}

// cardChart is the height of a chart on a card.
const cardChart = 112.0

// card is everything that the Summary says about one nutrient.
func (d *document) card(n *report.Nutrient, drawn bool) {
	h := h3.height() + d.tall(strong, n.Verdict, d.content()) + 3*small.height()
	if drawn {
		h += cardChart
	}
	d.gap(14)
	d.room(h)
	d.cardHead(n)
	if drawn {
		picture := chart.Of(d.Summary, n.Key, chart.Options{Width: d.content(), Height: cardChart, Size: 7, Bare: true})
		d.draw(marginX, d.y, picture.Shapes...)
		d.y += cardChart + 4
	}
	d.para(marginX, d.content(), body, n.Verdict)
	d.para(marginX, d.content(), small.in(soft), n.Facts(d.Language))
	d.para(marginX, d.content(), small.in(soft), join(" · ", n.Confidence(d.Language), n.References(d.Language)))
	d.symptoms(n)
	d.foodLists(n)
	if len(n.Notes) > 0 {
		d.subheading(marginX, d.content(), d.T("Good to know"))
	}
	for _, note := range n.Notes {
		d.bullet(marginX, d.content(), small, note)
	}
}

// cardHead is the sign, the name and what was reached, and on the right what was eaten of what target.
func (d *document) cardHead(n *report.Nutrient) {
	x := marginX
	if chart.LookOf(n.Status).Sign != "" {
		d.draw(x+4, d.y+h3.size*0.66, chart.Sign(n.Status, 0, 0, 8)...)
		x += 13
	}
	eaten := n.Intake(d.Language)
	room := body.face().Width(d.clean(eaten), body.size)
	reached := ""
	if n.Percent != nil {
		reached = d.percent(n.Percent)
	}
	look := ""
	if n.Status != "" {
		look = d.T(chart.LookOf(n.Status).Name)
	}
	d.clipped(x, d.y+h3.size, marginX+d.content()-x-room-8, h3, join("  ", d.NameOf(n.Key), reached, look), false)
	d.clipped(marginX, d.y+h3.size, d.content(), body, eaten, true)
	d.y += h3.height() + 2
}

// toldSymptoms is how many symptoms of a nutrient are told in full; the best evidence comes first.
const toldSymptoms = 4

func (d *document) symptoms(n *report.Nutrient) {
	if len(n.Symptoms) == 0 {
		return
	}
	d.subheading(marginX, d.content(), d.T("A low intake can contribute to"))
	told := min(toldSymptoms, len(n.Symptoms))
	for _, s := range n.Symptoms[:told] {
		d.bullet(marginX, d.content(), small, report.Graded(d.Language, s.Symptom, s.Evidence)+s.Text)
	}
	var names []string
	for _, s := range n.Symptoms[told:] {
		names = append(names, s.Symptom)
	}
	if len(names) > 0 {
		d.bullet(marginX, d.content(), small, d.Tf("less known: %s", d.List(names)))
	}
}

// entry is a line of a list: a food on the left, figures on the right, each below those of its kind.
type entry struct {
	food    string
	figures []string
}

// foodLists sets where a nutrient came from next to foods that supply it.
func (d *document) foodLists(n *report.Nutrient) {
	var sources, foods []entry
	for _, s := range n.Sources {
		sources = append(sources, entry{s.Food, []string{report.Times(s.Times), d.Amount(n.Key, s.Amount), d.Fraction(s.Share)}})
	}
	for _, s := range n.Suggestions {
		foods = append(foods, entry{join(", ", s.Food, s.Portion), []string{"+" + d.Amount(n.Key, s.Adds)}})
	}
	const between = 22
	w := (d.content() - between) / 2
	if len(sources)+len(foods) == 0 {
		return
	}
	d.room(h4.height() + 8 + float64(max(len(sources), len(foods)))*(small.height()+1))
	top := d.y
	left := d.list(marginX, w, d.T("Where it came from"), sources)
	if len(sources) > 0 {
		d.y = top
	}
	x := marginX
	if len(sources) > 0 {
		x += w + between
	}
	d.y = max(d.list(x, w, d.T("Foods that supply it"), foods), left)
}

// list sets a short list and is where it ends.
func (d *document) list(x, w float64, title string, entries []entry) float64 {
	if len(entries) == 0 {
		return d.y
	}
	const between = 9
	widths := d.figureWidths(entries, w/4)
	room := w
	for _, width := range widths {
		room -= width + between
	}
	d.subheading(x, w, title)
	for _, e := range entries {
		d.clipped(x, d.y+small.size, room, small, e.food, false)
		at := x + room + between
		for i, text := range e.figures {
			d.clipped(at, d.y+small.size, widths[i], small.in(soft), text, true)
			at += widths[i] + between
		}
		d.y += small.height() + 1
	}
	return d.y
}

// figureWidths are those of the columns of figures in a list, none wider than most.
func (d *document) figureWidths(entries []entry, most float64) []float64 {
	widths := make([]float64, len(entries[0].figures))
	for _, e := range entries {
		for i, text := range e.figures {
			widths[i] = max(widths[i], min(small.face().Width(d.clean(text), small.size), most))
		}
	}
	return widths
}
