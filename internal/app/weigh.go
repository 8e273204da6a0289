package app

import (
	"errors"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/internal/pantry"
)

// item is the answer that a choice gives, with the amount that the text states or that a column has.
func (c *choice) item(text string, said stated, column string) match.Item {
	it := match.Item{Text: text, Status: match.Unmatched, Kind: match.ByChoice, Confidence: 1, Why: []string{c.why}}
	if c.kind == pantry.IsNotFood {
		it.Why = append(it.Why, "it is no food, and doesn't count")
		return it
	}
	it.Food, it.Status = c.food, match.Accepted
	a, err := said.with(column)
	var unknown *food.UnitError
	if err != nil && !errors.As(err, &unknown) {
		it.Status, it.AmountErr = match.Review, err
		return it
	}
	it.Weight, it.AmountErr = c.weigh(a)
	var cant *food.WeighError
	if errors.As(it.AmountErr, &cant) {
		it.Status = match.Review
		it.Weight, err = food.UsualPortion().Of(c.food)
		it.Weight.Basis = "usual portion instead of an amount that can't be weighed"
		if err != nil {
			it.Weight = food.Weight{}
		}
	}
	if it.Weight.Grams > 0 || it.AmountErr == nil {
		it.Amounts = c.food.Per100g.Times(it.Weight.Grams / 100)
	}
	return it
}

// weigh is what an amount of the chosen food weighs. What the person said of one serves counts and
// servings, and every measure that the food doesn't know.
func (c *choice) weigh(a food.Amount) (food.Weight, error) {
	own := food.Weight{Grams: c.grams * a.Count, Low: c.grams * a.Low, High: c.grams * a.High, Basis: "the weight that you gave"}
	if c.grams > 0 && (a.Bare() || a.Unit == food.Serving && a.Each == food.Measure{}) {
		return own, nil
	}
	w, err := a.Of(c.food)
	var cant *food.WeighError
	if c.grams > 0 && errors.As(err, &cant) {
		return own, nil
	}
	return w, err
}
