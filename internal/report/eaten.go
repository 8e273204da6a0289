package report

import (
	"github.com/nutrigap/nutrigap/internal/intake"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// eaten lists what was eaten, in the order of f.Eaten.
func (f *Findings) eaten() []Eaten {
	var list []Eaten
	for _, e := range f.Eaten {
		list = append(list, Eaten{Food: e.Food, Code: e.Code, Times: e.Times, Grams: known(e.Grams), Amounts: Parts(&e.Amounts)})
	}
	return list
}

// Parts lists the known amounts in the order of nutrient.All.
func Parts(amounts *nutrient.Amounts) []Part {
	var parts []Part
	for _, id := range nutrient.All() {
		if v, ok := amounts[id].Known(); ok {
			parts = append(parts, Part{Key: id.Key(), Amount: v})
		}
	}
	return parts
}

// RowOf is a diary entry as the log shows it; status is a match status, or [StatusStated].
func RowOf(e *intake.Eaten, status string) LogRow {
	entry := e.Entry
	row := LogRow{
		Date: entry.Date.String(), Time: entry.Time, Meal: entry.Meal, Food: entry.Label(), Amount: entry.Amount,
		Note: entry.Note, Row: entry.Pos.String(), Status: status, Amounts: Parts(&e.Amounts),
	}
	for i := range e.Items {
		item := &e.Items[i]
		if item.Food == nil {
			continue
		}
		row.Found = append(row.Found, Found{
			Food: item.Food.Name, Code: item.Food.Code, Grams: said(item.Weight.Grams), Confidence: item.Confidence,
		})
	}
	return row
}

// StatusStated is the status of a row whose own figures count, whatever food it names.
const StatusStated = "stated"

// Grams is what all foods found in the row weigh; nil where none was found or a weight is not known.
func (r *LogRow) Grams() *float64 {
	var sum float64
	for _, f := range r.Found {
		if f.Grams == nil {
			return nil
		}
		sum += *f.Grams
	}
	if len(r.Found) == 0 {
		return nil
	}
	return &sum
}

// Confidence is that of the least sure food found in the row; nil where none was found.
func (r *LogRow) Confidence() *float64 {
	var least *float64
	for i := range r.Found {
		if c := &r.Found[i].Confidence; least == nil || *c < *least {
			least = c
		}
	}
	return least
}
