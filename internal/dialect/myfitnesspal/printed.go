package myfitnesspal

import (
	"cmp"
	_ "embed" // the headings of the printable diary
	"regexp"
	"strings"
	"sync"

	"github.com/nutrigap/nutrigap/internal/dialect/export"
	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/diary"
)

// PrintedName is how the printable diary is chosen on the command line.
const PrintedName = "myfitnesspal-diary"

// PrintedTitle says which files are meant.
const PrintedTitle = "the printable diary of MyFitnessPal, pasted into a sheet"

//go:embed printed.csv
var printedCSV string

var printed = sync.OnceValue(func() export.Layout { return export.Parse(printedCSV) })

// ClaimsPrinted reports whether a row is the headings that the printable diary repeats for each day.
func ClaimsPrinted(header []string) bool {
	return len(header) > 0 && table.Fold(header[0]) == "foods" && export.Lists(header, "Calories")
}

// OpenPrinted reads the foods of f. The date of a day stands above its headings, a meal alone in its row,
// and exercise and notes follow.
func OpenPrinted(f *table.File, order table.Order) (table.Source, error) {
	dates, err := f.Dates(nil, cmp.Or(order, table.MonthFirst))
	if err != nil {
		return nil, err
	}
	p := &printout{file: f, dates: dates, part: foods}
	for _, row := range f.Preamble {
		if text, lone := export.Lone(row); lone {
			p.lone(text)
		}
	}
	p.begin(f.Header)
	return export.NewOutline(f, p.nutrients, printed().Ignored(f.Header), p.take)
}

// part is what the rows of a day are about.
type part uint8

const (
	foods part = iota
	exercises
	notes
)

// printout is the state of reading.
type printout struct {
	file      *table.File
	dates     *table.Dates
	nutrients *table.Nutrients
	day       diary.Date
	meal      string
	part      part
}

// begin reads the headings of a day's foods.
func (p *printout) begin(header []string) {
	p.part, p.meal = foods, ""
	p.nutrients = p.file.Nutrients(printed().Meant(header), func(column int) bool { return column == 0 })
}

// take says what a row is.
func (p *printout) take(_ *export.Outline, cells []string) diary.Record {
	if text, lone := export.Lone(cells); lone {
		return p.lone(text)
	}
	switch name := table.Fold(cells[0]); {
	case name == "foods":
		p.begin(cells)
		return &diary.Skipped{Reason: "headings"}
	case name == "exercises":
		p.part = exercises
		return &diary.Skipped{Reason: "headings"}
	case name == "total" || name == "totals":
		return &diary.Skipped{Reason: "a total"}
	case p.part == exercises:
		return &diary.Skipped{Reason: "exercise"}
	case p.part == notes:
		return &diary.Skipped{Reason: "a note"}
	}
	return p.food(cells)
}

// lone says what a row of one cell is: a day, the title of a part, a meal or a note.
func (p *printout) lone(text string) diary.Record {
	if date, _, err := p.dates.Parse(text); err == nil {
		p.day, p.meal, p.part = date, "", foods
		return &diary.Skipped{Reason: "the date of a day"}
	}
	switch name := table.Fold(text); {
	case name == "foodnotes" || name == "exercisenotes":
		p.part = notes
		return &diary.Skipped{Reason: "a note"}
	case p.part == foods:
		p.meal = text
		return &diary.Skipped{Reason: "the name of a meal"}
	case p.part == exercises:
		return &diary.Skipped{Reason: "exercise"}
	}
	return &diary.Skipped{Reason: "a note"}
}

func (p *printout) food(cells []string) diary.Record {
	figures := make([]string, len(cells))
	for i, cell := range cells {
		number, _ := table.Glued(cell)
		figures[i] = strings.ReplaceAll(number, ",", "") // the app groups thousands so, and has no decimals
	}
	amounts, bad := p.nutrients.Read(figures)
	name, amount := splitAmount(table.Clean(cells[0]))
	switch {
	case bad != nil:
		return bad
	case p.day.IsZero():
		return &diary.SyntaxError{Reason: table.Quote(name) + " stands below no date", Hint: "paste the date above the foods of a day too"}
	case name == "":
		return &diary.SyntaxError{Reason: "the row has figures and no food"}
	}
	e := &diary.Entry{Date: p.day, Meal: p.meal, Food: name, Amount: amount, Nutrients: amounts}
	if problem := table.CheckAmount(amount, &e.Nutrients); problem != nil && amount != "" {
		return problem
	}
	return e
}

// amountBehind is where an amount may begin: behind a comma, with a number that is no share.
var amountBehind = regexp.MustCompile(`, ?(\d[\d.,/]*) ?([^\d\s%.,/])`)

// splitAmount parts "Onions, raw, 0.5 cup, chopped" at the last comma before a number.
func splitAmount(text string) (food, amount string) {
	found := amountBehind.FindAllStringSubmatchIndex(text, -1)
	if len(found) == 0 {
		return text, ""
	}
	last := found[len(found)-1]
	return strings.TrimSpace(text[:last[0]]), text[last[2]:]
}
