package app

import (
	"context"

	"github.com/nutrigap/nutrigap/internal/food"
)

// Table is the nutrient table as the use cases need it.
type Table interface {
	// Food is the food with a code.
	Food(ctx context.Context, code string) (*food.Food, error)
	// Foods are the foods with the given codes, in that order.
	Foods(ctx context.Context, codes ...string) ([]*food.Food, error)
	// Search finds foods by words, the plainest first.
	Search(ctx context.Context, text string, limit int) ([]*food.Food, error)
}
