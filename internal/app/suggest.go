package app

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/nutrigap/nutrigap/internal/assess"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/pantry"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/suggest"
)

// Shelves are all foods of the nutrient table.
type Shelves interface {
	// Names lists every food.
	Names() iter.Seq2[match.Name, error]
	// Foods are the foods with these codes, in that order.
	Foods(codes ...string) ([]*food.Food, error)
}

// Wish is what somebody wants suggestions for.
type Wish struct {
	Nutrients []nutrient.ID // all that are low if there are none
	Without   []string      // words of foods to leave out
	Each      int           // foods of each pool
}

// Advice is what could be eaten beside what the diary has.
type Advice struct {
	Summary *report.Summary
	// Withheld says that a red flag takes advice on food away: nothing is suggested.
	Withheld bool

	Doubt   string // why the whole diary is in doubt; mostly empty
	Gaps    []ForGap
	Untold  []nutrient.ID // asked for and not known to be low; the Summary has the verdict
	Useless []string      // words to leave out that no food goes by
	Plan    suggest.Plan
	Meals   []Meal // how to eat the foods of the plan
}

// ForGap is what closes one gap.
type ForGap struct {
	suggest.Gap
	Eaten, Common, Other []suggest.Offer
	Notes                []string // what to bear in mind
	Beside               []suggest.Offer
	Apart                []string // foods of the diary that are better not eaten with these
}

// Suggest looks for foods that close the gaps of a diary.
func Suggest(ctx context.Context, shelves Shelves, m Matcher, q Question, wish Wish, records Records) (*Advice, error) {
	f, err := findings(ctx, m, q, records, false)
	if err != nil {
		return nil, err
	}
	a := &Advice{Summary: report.Build(f)}
	if f.Counted.Underreported {
		a.Doubt = f.Book.Underreported(f.Counted.EnergyShare)
	}
	if a.Withheld = silenced(a.Summary); a.Withheld {
		return a, nil
	}
	gaps := suggest.Gaps(f.Means, wish.Nutrients)
	for _, id := range wish.Nutrients {
		if !slices.ContainsFunc(gaps, func(g suggest.Gap) bool { return g.Nutrient == id }) {
			a.Untold = append(a.Untold, id)
		}
	}
	if len(gaps) == 0 {
		return a, nil
	}
	slices.SortStableFunc(gaps, func(x, y suggest.Gap) int { return compareGaps(f.Means, x.Nutrient, y.Nutrient) })
	c := &choosing{Findings: f, limits: suggest.Limits(f.Means), eaten: map[string]bool{}}
	if err := c.look(shelves, &q.Person, wish.Without); err != nil {
		return nil, err
	}
	a.Useless = c.useless
	for _, gap := range gaps {
		a.Gaps = append(a.Gaps, c.forGap(gap, wish.Each))
	}
	if a.Doubt == "" { // else nobody knows how much is lacking
		a.Plan = suggest.Smallest(c.offers, gaps, c.limits)
		a.Meals = c.meals(&a.Plan)
	}
	return a, nil
}

// silenced reports whether a red flag takes advice on food away.
func silenced(s *report.Summary) bool {
	return s.AdviceWithheld != "" || slices.ContainsFunc(s.RedFlags, func(f report.RedFlag) bool { return f.Touched && f.Urgency == "suppress_advice" })
}

// compareGaps puts what a person should see first.
func compareGaps(means []assess.Mean, x, y nutrient.ID) int {
	verdict := func(id nutrient.ID) *assess.Verdict {
		return &means[slices.IndexFunc(means, func(m assess.Mean) bool { return m.Nutrient == id })].Verdict
	}
	return assess.Compare(verdict(x), verdict(y))
}

// choosing is all that the foods are chosen from and by.
type choosing struct {
	*report.Findings
	limits  []suggest.Limit
	offers  []suggest.Offer // a portion of every food that may be suggested
	eaten   map[string]bool // codes of the diary's foods
	useless []string
}

func (c *choosing) look(shelves Shelves, p *diary.Person, without []string) error {
	for _, id := range nutrient.All() { // where the diary has the energy, the table may still have the rest
		for _, s := range c.Sources(id) {
			c.eaten[s.Code] = s.Code != "" && !strings.HasPrefix(s.Code, pantry.FoodPrefix)
		}
	}
	wishes := suggest.Wishes{Diet: p.Diet, Without: without, Pregnant: p.LifeStage != "", Eaten: func(code string) bool { return c.eaten[code] }}
	var codes []string
	var names []match.Name
	for name, err := range shelves.Names() {
		if err != nil {
			return err
		}
		names = append(names, name)
		if wishes.Allow(name.Code, name.Name, name.Category) {
			codes = append(codes, name.Code)
		}
	}
	c.useless = wishes.Useless(func(use func(code, name, category string)) {
		for i := range names {
			use(names[i].Code, names[i].Name, names[i].Category)
		}
	})
	foods, err := shelves.Foods(codes...)
	if err != nil {
		return fmt.Errorf("looking for suggestions: %w", err)
	}
	for _, f := range foods {
		if o, ok := suggest.NewOffer(f, c.limits); ok {
			o.Familiar = f.Rank > 0 || c.eaten[f.Code]
			c.offers = append(c.offers, o)
		}
	}
	return nil
}

// among are the offers of some foods.
func (c *choosing) among(in func(*suggest.Offer) bool) []suggest.Offer {
	var pool []suggest.Offer
	for i := range c.offers {
		if in(&c.offers[i]) {
			pool = append(pool, c.offers[i])
		}
	}
	return pool
}

func (c *choosing) isEaten(o *suggest.Offer) bool  { return c.eaten[o.Food.Code] }
func (c *choosing) isCommon(o *suggest.Offer) bool { return o.Food.Rank > 0 }

// forGap picks the best of three pools: what the person eats already, what most people do, everything. No
// kind of food stands in two of them.
func (c *choosing) forGap(gap suggest.Gap, each int) ForGap {
	g := ForGap{Gap: gap}
	gaps := []suggest.Gap{gap}
	g.Eaten = suggest.Best(c.among(c.isEaten), gaps, c.limits, each)
	g.Common = suggest.Best(c.among(c.isCommon), gaps, c.limits, each, g.Eaten...)
	g.Other = suggest.Best(c.offers, gaps, c.limits, each, slices.Concat(g.Eaten, g.Common)...)
	g.Notes = c.Book.AtTable(gap.Nutrient)
	if slices.ContainsFunc(slices.Concat(g.Eaten, g.Common, g.Other), func(o suggest.Offer) bool { return o.OfPlants() }) {
		c.pair(&g, each)
	}
	return g
}
