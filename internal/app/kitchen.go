package app

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/internal/pantry"
)

// Keeper keeps what a person has of their own.
type Keeper interface {
	Pantry(ctx context.Context) (*pantry.Pantry, error)
	SetAliases(ctx context.Context, aliases ...pantry.Alias) error
	RemoveAlias(ctx context.Context, text string) (found bool, err error)
	PutDish(ctx context.Context, d *pantry.Dish) (code string, err error)
	RemoveOwn(ctx context.Context, code string) (found bool, aliases int, err error)
}

// Kitchen is where a person's own names and recipes are made. It is as safe for concurrent use as what it
// works on.
type Kitchen struct {
	table  Table
	below  Matcher
	keeper Keeper
}

// NewKitchen works on what keeper keeps, with the foods of a table and a matcher over it.
func NewKitchen(table Table, below Matcher, keeper Keeper) *Kitchen {
	return &Kitchen{table: table, below: below, keeper: keeper}
}

// Matcher is the matcher with what the person has of their own before it.
func (k *Kitchen) Matcher(ctx context.Context, p *pantry.Pantry) (*Choices, error) {
	return WithChoices(ctx, k.table, k.below, p)
}

// maxFound is how many foods a search lists.
const maxFound = 20

// Search finds foods by words, one's own first, and weighs an amount of each.
func (k *Kitchen) Search(ctx context.Context, text, amount string) ([]Option, error) {
	p, err := k.keeper.Pantry(ctx)
	if err != nil {
		return nil, err
	}
	found, err := k.table.Search(ctx, text, maxFound)
	if err != nil {
		return nil, err
	}
	own := p.Search(text)
	options := make([]Option, 0, len(own)+len(found))
	for _, f := range slices.Concat(own, found) {
		o := Option{Food: f}
		o.weigh(stated{}, amount)
		options = append(options, o)
	}
	return options, nil
}

// Answer keeps what a text means.
func (k *Kitchen) Answer(ctx context.Context, a pantry.Alias) error {
	return k.keeper.SetAliases(ctx, a)
}

// Forget takes an answer back.
func (k *Kitchen) Forget(ctx context.Context, text string) error {
	_, err := k.keeper.RemoveAlias(ctx, text)
	return err
}

// Cook makes a food of a recipe, with the person's own names before the table, and keeps it. It returns
// with the food's code.
func (k *Kitchen) Cook(ctx context.Context, r *pantry.Recipe) (*Cooked, error) {
	p, err := k.keeper.Pantry(ctx)
	if err != nil {
		return nil, err
	}
	// A recipe may name a food as the recipe is called ("Porridge": "50 g porridge"), but not itself.
	p.Dishes = slices.DeleteFunc(p.Dishes, func(d pantry.Dish) bool { return pantry.Key(d.Name) == pantry.Key(r.Name) })
	m, err := k.Matcher(ctx, p)
	if err != nil {
		return nil, err
	}
	cooked, err := Cook(m, r)
	if err != nil {
		return nil, err
	}
	cooked.Dish.Food.Code, err = k.keeper.PutDish(ctx, &cooked.Dish)
	return cooked, err
}

// Discard forgets a food of one's own or a recipe.
func (k *Kitchen) Discard(ctx context.Context, code string) error {
	_, _, err := k.keeper.RemoveOwn(ctx, code)
	return err
}

// Find is the food with a code, of the table or one's own.
func (k *Kitchen) Find(ctx context.Context, code string) (*food.Food, error) {
	if strings.HasPrefix(code, pantry.FoodPrefix) || strings.HasPrefix(code, pantry.DishPrefix) {
		p, err := k.keeper.Pantry(ctx)
		if err != nil {
			return nil, err
		}
		if f, ok := p.Food(code); ok {
			return f, nil
		}
		return nil, fmt.Errorf("no food of your own has the code %q", code)
	}
	f, err := k.table.Food(ctx, code)
	if err != nil {
		return nil, fmt.Errorf("no food has the code %q; look for it with: nutrigap foods search WORD", code)
	}
	return f, nil
}

// Open reports which ingredients of a recipe nobody is sure of.
func (c *Cooked) Open() []CookedIngredient {
	var open []CookedIngredient
	for _, in := range c.Ingredients {
		if !LeftOut(in.Items) && worst(in.Items) != match.Accepted {
			open = append(open, in)
		}
	}
	return open
}
