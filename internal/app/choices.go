package app

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/internal/pantry"
)

// Choices is a [Matcher] that asks a person's own names first: an alias, then a recipe, then a food of
// their own, by the whole text or the text without its amount. What they say nothing of is left to the
// matcher below. Because matching happens whenever a diary is judged, a choice holds for past and future
// rows alike.
type Choices struct {
	below Matcher
	named map[string]choice // by pantry.Key
}

// choice is what a person said of one text.
type choice struct {
	kind  pantry.Kind
	food  *food.Food // nil unless the kind is food
	grams float64    // what one weighs, 0 where nobody said
	why   string
}

// WithChoices puts what a person has of their own before a matcher. Aliases of foods that are in no table
// any more mean nothing.
func WithChoices(ctx context.Context, table Table, below Matcher, p *pantry.Pantry) (*Choices, error) {
	c := &Choices{below: below, named: map[string]choice{}}
	for _, f := range p.Foods {
		for _, name := range append([]string{f.Name}, f.Also...) {
			c.named[pantry.Key(name)] = choice{kind: pantry.IsFood, food: f, why: "a food of your own has this name"}
		}
	}
	for _, d := range p.Dishes {
		c.named[pantry.Key(d.Name)] = choice{kind: pantry.IsFood, food: d.Food, why: "a recipe of yours has this name"}
	}
	foods, err := aliased(ctx, table, p)
	if err != nil {
		return nil, err
	}
	for _, a := range p.Aliases {
		choice := choice{kind: a.Kind, food: foods[a.Code], grams: a.Grams, why: fmt.Sprintf("you said so of %q", a.Text)}
		if a.Kind != pantry.IsFood || choice.food != nil {
			c.named[pantry.Key(a.Text)] = choice
		}
	}
	return c, nil
}

// aliased are the foods that aliases mean, by code.
func aliased(ctx context.Context, table Table, p *pantry.Pantry) (map[string]*food.Food, error) {
	foods := map[string]*food.Food{}
	var codes []string
	for _, a := range p.Aliases {
		if f, own := p.Food(a.Code); own {
			foods[a.Code] = f
		} else if a.Kind == pantry.IsFood && !slices.Contains(codes, a.Code) {
			codes = append(codes, a.Code)
		}
	}
	if found, err := table.Foods(ctx, codes...); err == nil {
		for _, f := range found {
			foods[f.Code] = f
		}
		return foods, nil
	}
	// One by one, so that a code of another edition of the table costs no other.
	for _, code := range codes {
		if f, err := table.Food(ctx, code); err == nil {
			foods[code] = f
		}
	}
	return foods, ctx.Err()
}

// Match finds the foods in what somebody wrote. A text that the person called no food is one item by
// choice without a food, see [LeftOut].
func (c *Choices) Match(q match.Query) []match.Item {
	if len(c.named) == 0 {
		return c.below.Match(q)
	}
	if q.Food == "" {
		q.Food, q.Amount = q.Amount, ""
	}
	if choice, said, ok := c.find(q.Food); ok && choice.kind != pantry.IsSkipped {
		return []match.Item{choice.item(q.Food, said, q.Amount)}
	}
	items := c.below.Match(q)
	own := func(it match.Item) bool {
		choice, _, ok := c.find(it.Text)
		return ok && choice.kind != pantry.IsSkipped
	}
	if !slices.ContainsFunc(items, own) {
		return items
	}
	return c.replace(q, items)
}

// IsName reports whether a text is a name of the table below, and the person didn't say that it is something
// else.
func (c *Choices) IsName(text string) bool {
	n, ok := c.below.(namer)
	return ok && n.IsName(text)
}

// replace puts choices in the place of the items that they are about.
func (c *Choices) replace(q match.Query, items []match.Item) []match.Item {
	var all []match.Item
	for i, it := range items {
		choice, said, ok := c.find(it.Text)
		switch {
		case !ok || choice.kind == pantry.IsSkipped:
			all = append(all, it)
		case choice.kind == pantry.IsNotFood && len(items) > 1:
		case i == 0:
			all = append(all, choice.item(it.Text, said, q.Amount))
		default:
			all = append(all, choice.item(it.Text, said, ""))
		}
	}
	if len(all) == 0 {
		return []match.Item{(&choice{kind: pantry.IsNotFood, why: "you said so of every part of it"}).item(q.Food, stated{}, "")}
	}
	return all
}

// Settled reports whether the person answered what a text means, be it that they don't mind.
func (c *Choices) Settled(text string) bool {
	_, _, ok := c.find(text)
	return ok
}

// noFood reports whether the person said that a whole text is no food.
func (c *Choices) noFood(text string) bool {
	choice, _, ok := c.find(text)
	return ok && choice.kind == pantry.IsNotFood
}

// stated is the amount that a text holds itself.
type stated struct {
	amount food.Amount
	ok     bool
}

// find is the choice for a text, or for the text without its amount.
func (c *Choices) find(text string) (choice, stated, bool) {
	if choice, ok := c.named[pantry.Key(text)]; ok {
		return choice, stated{}, true
	}
	amount, rest, ok := food.FindAmount(text)
	if !ok {
		return choice{}, stated{}, false
	}
	choice, found := c.named[pantry.Key(rest)]
	return choice, stated{amount, true}, found
}

// with is the amount of a row whose amount has a column of its own, which may be empty.
func (s stated) with(column string) (food.Amount, error) {
	own := food.UsualPortion()
	if s.ok {
		own = s.amount
	}
	if column == "" {
		return own, nil
	}
	a, err := food.ParseAmount(column)
	var unread *food.NumberError
	switch {
	case errors.As(err, &unread):
		return own, nil
	case s.ok:
		return a.With(s.amount), err
	}
	return a, err
}

// LeftOut reports whether the person said that a row is no food, so that it doesn't count.
func LeftOut(items []match.Item) bool {
	return len(items) == 1 && items[0].Kind == match.ByChoice && items[0].Food == nil
}
