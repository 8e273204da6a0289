package app

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Correction is what a person says that a row should be. What is nil stays.
type Correction struct {
	Date                           *diary.Date
	Time, Meal, Food, Amount, Note *string
}

// Values is what becomes of a row's own nutrient values when the row is corrected.
type Values uint8

// What can become of values.
const (
	Kept    Values = iota // they still hold, or there were none
	Scaled                // there is more or less of the same
	Dropped               // they were of another food or amount, and nothing is known any more
)

// Apply corrects an entry. The values that the diary gave for the whole amount follow an amount that only
// has another count ("2 slices" of "1 slice"); of any other amount, and of another food, they say nothing
// and become unknown.
func (c *Correction) Apply(e *diary.Entry) (Values, error) {
	before := *e
	if c.Date != nil {
		e.Date = *c.Date
	}
	for _, f := range []struct{ to, from *string }{
		{&e.Time, c.Time}, {&e.Meal, c.Meal}, {&e.Food, c.Food}, {&e.Amount, c.Amount}, {&e.Note, c.Note},
	} {
		if f.from != nil {
			*f.to = strings.TrimSpace(strings.ToValidUTF8(*f.from, "\ufffd"))
		}
	}
	if before.Level != diary.Food && (e.Food != "" || e.Amount != "") {
		return Kept, fmt.Errorf("the row is a %s, which has no food and no amount", before.Level)
	}
	if err := checkByHand(e); err != nil {
		return Kept, err
	}
	if !before.Nutrients.AnyKnown() || e.Food == before.Food && e.Amount == before.Amount {
		return Kept, nil
	}
	factor, comparable := ratio(before.Amount, e.Amount)
	comparable = comparable && e.Food == before.Food
	for id, q := range e.Nutrients {
		v, known := q.Known()
		switch {
		case known && comparable:
			e.Nutrients[id] = nutrient.Of(v * factor)
		case known:
			e.Nutrients[id] = nutrient.Quantity{}
		}
	}
	if !comparable {
		return Dropped, nil
	}
	return Scaled, nil
}

// ByHand is the entry that a person writes. The diary gives no values for it.
func ByHand(date diary.Date, c *Correction) (*diary.Entry, error) {
	e := &diary.Entry{Date: date}
	for id := range e.Nutrients {
		e.Nutrients[id].State = nutrient.NotRecorded
	}
	_, err := c.Apply(e)
	return e, err
}

// checkByHand refuses what a file would not be forgiven either.
func checkByHand(e *diary.Entry) error {
	if e.Time != "" {
		if _, err := time.Parse("15:04", e.Time); err != nil {
			return fmt.Errorf("time: %q is not a time; write it as 07:30", e.Time)
		}
	}
	if e.Level == diary.Food && e.Food == "" {
		return errors.New("food: is empty")
	}
	if e.Amount == "" {
		return nil
	}
	if _, err := food.ParseAmount(e.Amount); err != nil {
		return fmt.Errorf("amount: %w", err)
	}
	return nil
}

// ratio is how much more of the same measure one amount is than another.
func ratio(before, after string) (factor float64, ok bool) {
	a, err := food.ParseAmount(before)
	b, err2 := food.ParseAmount(after)
	if err != nil || err2 != nil || !(a.Count > 0) {
		return 0, false
	}
	factor = b.Count / a.Count
	a.Count, a.Low, a.High = b.Count, b.Low, b.High
	return factor, a == b
}
