package fhir

import (
	"fmt"

	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/report"
)

// nutritionIntake is one row of the diary, in release 5.
type nutritionIntake struct {
	ResourceType resourceNutritionIntake `json:"resourceType"`
	ID           string                  `json:"id"`
	Status       string                  `json:"status"`
	Code         *concept                `json:"code,omitempty"`
	Subject      reference               `json:"subject"`
	Occurrence   string                  `json:"occurrenceDateTime,omitempty"`
	Consumed     []consumedItem          `json:"consumedItem"`
	Label        []ingredientLabel       `json:"ingredientLabel,omitempty"`
	Note         []annotation            `json:"note,omitempty"`
}

type consumedItem struct {
	Type    concept           `json:"type"`
	Product codeableReference `json:"nutritionProduct"`
	Amount  *quantity         `json:"amount,omitempty"`
}

type ingredientLabel struct {
	Nutrient codeableReference `json:"nutrient"`
	Amount   quantity          `json:"amount"`
}

type codeableReference struct {
	Concept concept `json:"concept"`
}

// diary makes the collection of release 5: the log, row by row.
func (d *document) diary() {
	d.open("collection")
	id := d.id("patient")
	d.patient = d.add(id, d.newPatient(id), "")
	for i := range d.Log {
		n := d.intake(i)
		d.add(n.ID, n, "")
	}
}

// intake is a row of the log. Without the time zone, which no diary tells, FHIR takes the day alone; the time of
// day is a note.
func (d *document) intake(i int) *nutritionIntake {
	row := &d.Log[i]
	n := &nutritionIntake{
		ID: d.id(fmt.Sprintf("intake %d", i)), Status: "completed", Subject: d.patient,
		Code: said(row.Meal), Occurrence: day(row.Date), Consumed: consumed(row),
	}
	when := clean(row.Time)
	if n.Occurrence == "" {
		when = clean(row.Date + " " + row.Time)
	}
	n.Note = notes(when, row.Amount, row.Note)
	for _, part := range row.Amounts {
		unit := ""
		if id, ok := nutrient.ByKey(part.Key); ok {
			unit = string(id.Unit())
		}
		amount := part.Amount
		n.Label = append(n.Label, ingredientLabel{
			Nutrient: codeableReference{contentOf(part.Key, nonempty(d.NameOf(part.Key)))}, Amount: *of(&amount, unit),
		})
	}
	return n
}

// consumed are the foods of a row: those that were found in it with their weight where it is known, or its own
// words where nothing was.
func consumed(row *report.LogRow) []consumedItem {
	kind := concept{Text: "food or drink"}
	if len(row.Found) == 0 {
		return []consumedItem{{Type: kind, Product: codeableReference{concept{Text: nonempty(row.Food)}}}}
	}
	var all []consumedItem
	for _, f := range row.Found {
		c := concept{Text: nonempty(row.Food)}
		if code := clean(f.Code); code != "" {
			c.Coding = []coding{{System: localSystem + "/food", Code: code, Display: clean(f.Food)}}
		} else {
			c.Text = nonempty(row.Food + ": " + f.Food)
		}
		all = append(all, consumedItem{Type: kind, Product: codeableReference{c}, Amount: of(f.Grams, "g")})
	}
	return all
}

// nonempty is a text, and a sign for one that says nothing, where the standard wants some.
func nonempty(s string) string {
	if s = clean(s); s == "" {
		return "?"
	}
	return s
}
