package intake

import (
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Day is what one logged day adds up to.
type Day struct {
	Date      diary.Date
	Entries   int
	Drinks    int // entries that are beverages
	QuickAdds int // entries that name energy and no food
	Sums      int // entries that are the total of a meal or of the day
	Figures
}

// Figures are the nutrients of a day. They are worked out when they are asked for, because a long diary has
// hundreds of thousands of them.
type Figures interface {
	// Amount is the sum of what is known, unknown where nothing is.
	Amount(nutrient.ID) nutrient.Quantity
	// Coverage is the share of the day's energy, 0 to 1, whose foods have a known value. A food of unknown
	// energy counts as the day's average food.
	Coverage(nutrient.ID) float64
	// Best is the best estimate of the whole day, never below Amount: what is unknown counts as such foods
	// usually do. Unknown where more than half of the day would rest on that.
	Best(nutrient.ID) nutrient.Quantity
	// Supplement is the part of Amount that comes from supplements.
	Supplement(nutrient.ID) nutrient.Quantity
}

// Given are figures that are known from elsewhere than the entries of a day.
type Given struct {
	Amounts, Bests, Supplements nutrient.Amounts
	Coverages                   [nutrient.Count]float64
}

// Amount is the amount as it was given.
func (g *Given) Amount(id nutrient.ID) nutrient.Quantity { return g.Amounts[id] }

// Coverage is the coverage as it was given.
func (g *Given) Coverage(id nutrient.ID) float64 { return g.Coverages[id] }

// Best is the best estimate as it was given.
func (g *Given) Best(id nutrient.ID) nutrient.Quantity { return g.Bests[id] }

// Supplement is the part of supplements as it was given.
func (g *Given) Supplement(id nutrient.ID) nutrient.Quantity { return g.Supplements[id] }
