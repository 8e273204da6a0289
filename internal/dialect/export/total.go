package export

import (
	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Total is the cells of a row that sums up a day or a meal and names no food, by their tags.
type Total struct {
	Date string `csv:"date"`
	Time string `csv:"time"`
	Meal string `csv:"meal"`
}

// Fill makes an entry of the cells, or returns what the row is instead of one.
func (t *Total) Fill(e *diary.Entry, dates *table.Dates, level diary.Level) diary.Record {
	if table.Empty(t.Date) {
		return &diary.SyntaxError{Column: "date", Reason: "is empty", Hint: "each row needs its date"}
	}
	date, clock, err := dates.Parse(t.Date)
	if err != nil {
		return &diary.SyntaxError{Column: "date", Reason: err.Error()}
	}
	e.Date, e.Time, e.Meal, e.Level = date, clock, t.Meal, level
	if clock, ok := table.Clock(t.Time); ok && clock != "" {
		e.Time = clock
	}
	return nil
}

// something is a record as it is, unless it is a total of nothing, which apps write for days without a log.
func something(record diary.Record) diary.Record {
	if e, ok := record.(*diary.Entry); ok && e.Level != diary.Food && !e.Nutrients.AnyKnown() {
		return &diary.Skipped{Pos: e.Pos, Reason: "nothing logged"}
	}
	return record
}

// DropZeros makes every zero unknown, for apps that write one where they know nothing.
func DropZeros(amounts *nutrient.Amounts) {
	for id, q := range amounts {
		if value, known := q.Known(); known && value == 0 {
			amounts[id] = nutrient.Quantity{}
		}
	}
}
