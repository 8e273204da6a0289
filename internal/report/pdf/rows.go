package pdf

import (
	"fmt"

	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/report"
)

// What the lists behind page one hold at most; more of them is for a spreadsheet.
const (
	maxFoods = 60
	maxRows  = 40
)

// eaten are the foods, with what each brought of the nutrients that the report is about.
func (d *document) eaten() {
	if len(d.Foods) == 0 {
		return
	}
	d.heading(d.T("Foods eaten"), 70)
	d.para(marginX, d.content(), fine, d.N("Of the %d day logged, the most energy first. A dash is not known.", "Of all %d days logged, the most energy first. A dash is not known.", d.Period.DaysLogged))
	const times, weight, each = 26.0, 32.0, 35.0
	keys := append([]string{energyKey}, d.Focus...)
	columns := []column{{title: d.T("food"), lines: 2}, {title: d.T("times"), width: times, right: true}, {title: d.T("grams"), width: weight, right: true}}
	for _, key := range keys {
		columns = append(columns, column{title: d.unitName(key), width: each, right: true})
	}
	columns[0].width = max(d.content()-times-weight-each*float64(len(keys)), 80)
	t := table{d.sheet, columns, d.headFor(columns)}
	t.begin()
	st := fine.in(ink)
	for _, e := range d.Foods[:min(maxFoods, len(d.Foods))] {
		row := []cell{{e.Food, st, ""}, {fmt.Sprint(e.Times), st, ""}, {d.number(e.Grams), st, ""}}
		for _, key := range keys {
			row = append(row, cell{d.part(e.Amounts, key), st, ""})
		}
		t.row(row...)
	}
	t.done()
	d.more(len(d.Foods) - maxFoods)
}

// part is the known amount of a nutrient, or a dash.
func (d *document) part(parts []report.Part, key string) string {
	for i := range parts {
		if parts[i].Key == key {
			return d.Number(parts[i].Amount)
		}
	}
	return report.Dash
}

// more counts what a list leaves out.
func (d *document) more(n int) {
	if n > 0 {
		d.gap(3)
		d.para(marginX, d.content(), fine, d.Tf("and %d more", n))
	}
}

// log is the diary row by row, of as many days as anybody reads on paper.
func (d *document) log() {
	if len(d.Log) == 0 {
		return
	}
	d.heading(d.T("The diary, row by row"), 70)
	if len(d.Days) > maxTold {
		d.para(marginX, d.content(), body, d.Tf("The rows of %d days are too many for paper: the HTML report and the spreadsheet hold them.", len(d.Days)))
		return
	}
	columns := []column{{title: d.T("time"), width: 30}, {title: d.T("meal"), width: 52}, {title: d.T("written down"), lines: 3}, {title: d.T("counted as"), lines: 3},
		{title: d.T("sure"), width: 30, right: true}, {title: d.T("row"), width: 66, right: true}}
	flexible := (d.content() - 30 - 52 - 30 - 66) / 2
	columns[2].width, columns[3].width = flexible, flexible
	t := table{d.sheet, columns, h4}
	t.begin()
	date := ""
	for i := range d.Log {
		row := &d.Log[i]
		if i == 0 || row.Date != date {
			date = row.Date
			d.dayLine(date)
		}
		d.logRow(&t, row)
	}
	t.done()
	if d.LogMore > 0 {
		d.para(marginX, d.content(), fine, d.Tf("and %d rows more", d.LogMore))
	}
}

// dayLine names the day of the rows below it, and stays with the first of them.
func (d *document) dayLine(date string) {
	d.room(small.height() + 10 + 2*small.height())
	d.y += 4
	d.clipped(marginX+pad, d.y+small.size, d.content(), small.bolder(), d.dayName(date), false)
	d.y += small.height() + 1
	d.rule(marginX, d.content())
}

func (d *document) logRow(t *table, row *report.LogRow) {
	taken, sure := "", ""
	for _, f := range row.Found {
		taken = join("; ", taken, join(", ", f.Food, d.grams(f.Grams)))
	}
	if len(row.Found) > 0 {
		least := row.Found[0].Confidence
		for _, f := range row.Found {
			least = min(least, f.Confidence)
		}
		sure = d.Fraction(least)
	}
	switch row.Status {
	case "unmatched":
		taken = d.T("no food found; not counted")
	case report.StatusStated:
		taken = join("; ", d.T("the diary's own figures"), taken)
	}
	st := fine.in(ink)
	t.row(cell{row.Time, fine, ""}, cell{row.Meal, fine, ""}, cell{join(" · ", join(", ", row.Food, row.Amount), row.Note), st, ""},
		cell{taken, st, ""}, cell{sure, st, ""}, cell{row.Row, fine, ""})
}

// doubtful lists what a person should look at: texts without a food, doubtful ones, and unreadable rows.
func (d *document) doubtful() {
	if len(d.Unmatched)+len(d.Review)+len(d.Refused) == 0 {
		return
	}
	d.heading(d.T("Foods to look at"), 60)
	d.unmatched(d.T("No food found; not counted"), d.Unmatched)
	d.unmatched(d.T("Counted, but check the food"), d.Review)
	if len(d.Refused) > 0 {
		d.subheading(marginX, d.content(), d.T("Rows that can't be read"))
		for _, row := range d.Refused[:min(maxRows, len(d.Refused))] {
			d.bullet(marginX, d.content(), small, row)
		}
		d.more(len(d.Refused) - maxRows)
	}
}

func (d *document) unmatched(title string, foods []report.Unmatched) {
	if len(foods) == 0 {
		return
	}
	d.subheading(marginX, d.content(), title)
	flexible := (d.content() - 30 - 80) / 2
	t := table{d.sheet, []column{{title: d.T("written down"), width: flexible, lines: 2}, {title: d.T("counted as"), width: flexible, lines: 2},
		{title: d.T("times"), width: 30, right: true}, {title: d.T("row"), width: 80, right: true}}, h4}
	t.begin()
	for _, f := range foods[:min(maxRows, len(foods))] {
		t.row(cell{join(", ", f.Food, f.Amount), small, ""}, cell{f.Guess, small, ""}, cell{fmt.Sprint(f.Times), small, ""}, cell{f.First, fine, ""})
	}
	t.done()
	d.more(len(foods) - maxRows)
	d.gap(6)
}

// doctor lists reasons to see one.
func (d *document) doctor() {
	if len(d.RedFlags) == 0 {
		return
	}
	d.heading(d.T("When to see a doctor"), 50)
	for _, flag := range d.RedFlags {
		d.bullet(marginX, d.content(), body, flag.Text)
	}
}

// method names the judge, what was assumed, and ends with the disclaimer.
func (d *document) method() {
	d.heading(d.T("How this was made"), 50)
	for _, sentence := range d.Method() {
		d.para(marginX, d.content(), small, sentence)
		d.gap(2)
	}
	d.listed(d.T("Assumed"), d.Person.Assumed)
	d.listed(d.T("Adjusted for this person"), d.Person.Adjusted)
	d.gap(8)
	d.room(d.tall(strong, d.Disclaimer, d.content()))
	d.para(marginX, d.content(), strong, d.Disclaimer)
}

func (d *document) listed(title string, sentences []string) {
	if len(sentences) == 0 {
		return
	}
	d.subheading(marginX, d.content(), title)
	for _, sentence := range sentences {
		d.bullet(marginX, d.content(), small, sentence)
	}
}

// unitName is a nutrient with its unit, for the head of a column.
func (d *document) unitName(key string) string {
	return join(" ", d.NameOf(key), report.UnitOf(d.Language, key))
}

// energyKey is the nutrient by which foods are ordered and days are known.
var energyKey = nutrient.Energy.Key()
