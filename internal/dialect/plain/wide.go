package plain

import (
	"fmt"

	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// wideRow is a day with a column for each meal, still text.
type wideRow struct {
	Date string `csv:"date"`
	Note string `csv:"note"`
	M0   string `csv:"m0"`
	M1   string `csv:"m1"`
	M2   string `csv:"m2"`
	M3   string `csv:"m3"`
	M4   string `csv:"m4"`
	M5   string `csv:"m5"`
	M6   string `csv:"m6"`
	M7   string `csv:"m7"`
}

const mostMeals = 8

func (r *wideRow) meals() [mostMeals]string {
	return [...]string{r.M0, r.M1, r.M2, r.M3, r.M4, r.M5, r.M6, r.M7}
}

// openWide reads a sheet with a column for each meal. What it says of nutrients is of the whole day, which
// no food can be given a share of, and isn't read.
func openWide(f *table.File, l layout, order table.Order) (table.Source, error) {
	if len(l.meals) > mostMeals {
		return nil, &diary.FileError{File: f.Name, Reason: fmt.Sprintf("more than %d columns are headed by a meal", mostMeals),
			Advice: "write the foods as date,meal,food,amount"}
	}
	if err := f.Need(l.tags, "date"); err != nil {
		return nil, err
	}
	var headings []string
	for k, i := range l.meals {
		l.tags[i] = fmt.Sprintf("m%d", k)
		headings = append(headings, f.Header[i])
	}
	for i, heading := range f.Header {
		if _, isNutrient := nutrient.ParseHeading(heading); isNutrient && l.tags[i] == "" {
			l.tags[i] = table.Unread
		}
	}
	dates, err := f.Dates(l.tags, order)
	if err != nil {
		return nil, err
	}
	return table.NewReader(f, l.tags, func(r *wideRow, e *diary.Entry) diary.Record {
		if isTotal(r.Date) {
			return &diary.Skipped{Reason: "a total"}
		}
		return r.entries(e, headings, dates)
	})
}

// entries makes an entry of each food of each meal.
func (r *wideRow) entries(e *diary.Entry, headings []string, dates *table.Dates) diary.Record {
	var several table.Several
	for k, cell := range r.meals() {
		if table.Empty(cell) {
			continue
		}
		one := *e
		text := table.Text{Date: r.Date, Meal: headings[k], Food: cell}
		if problem := text.Fill(&one, dates); problem != nil {
			return problem
		}
		one.Note = r.Note
		switch record := split(&one).(type) {
		case nil:
			several = append(several, &one)
		case table.Several:
			several = append(several, record...)
		}
	}
	switch len(several) {
	case 0:
		return &diary.Skipped{Reason: "no food"}
	case 1:
		*e = *several[0]
		return nil
	}
	return several
}
