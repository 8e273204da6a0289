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
	// Withheld says that the person's health puts more of some foods in a doctor's hands: nothing is suggested.
	Withheld bool

	Doubt  string // why the whole diary is in doubt; mostly empty
	Gaps   []ForGap
	Untold []nutrient.ID // asked for and not known to be low; the Summary has the verdict
	Limits []suggest.Limit
	Plan   suggest.Plan
}

// ForGap is what closes one gap.
type ForGap struct {
	suggest.Gap
	Notes                []string // what helps and what hinders
	Eaten, Common, Other []suggest.Offer
}

// Suggest looks for foods that close the gaps of a diary.
func Suggest(ctx context.Context, shelves Shelves, m Matcher, q Question, wish Wish, records Records) (*Advice, error) {
	f, err := findings(ctx, m, q, records, false)
	if err != nil {
		return nil, err
	}
	a := &Advice{Summary: report.Build(f), Limits: suggest.Limits(f.Means)}
	if f.Counted.Underreported {
		a.Doubt = f.Book.Underreported(f.Counted.EnergyShare)
	}
	if a.Withheld = withhold(&q.Person); a.Withheld {
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
	wishes := suggest.Wishes{Diet: q.Person.Diet, Without: wish.Without, Pregnant: q.Person.LifeStage == diary.Pregnancy}
	offers, err := offered(shelves, &wishes, a.Limits)
	if err != nil {
		return nil, err
	}
	eaten := map[string]bool{}
	for _, s := range f.Sources(nutrient.Energy) {
		eaten[s.Code] = s.Code != "" && !strings.HasPrefix(s.Code, pantry.FoodPrefix)
	}
	for _, gap := range gaps {
		a.Gaps = append(a.Gaps, a.forGap(gap, offers, eaten, wish.Each))
	}
	for i := range f.Means {
		v := &f.Means[i].Verdict
		at := slices.IndexFunc(a.Gaps, func(g ForGap) bool { return g.Nutrient == v.Nutrient })
		if at >= 0 {
			a.Gaps[at].Notes = f.Book.Explain(v, q.Person.Diet).Notes
		}
	}
	slices.SortStableFunc(a.Gaps, func(x, y ForGap) int { return compareGaps(f.Means, x.Nutrient, y.Nutrient) })
	a.Plan = plan(offers, gaps, a.Limits, func(f *food.Food) bool { return f.Rank > 0 || eaten[f.Code] })
	return a, nil
}

// plan makes do with familiar foods, unless others close more.
func plan(offers []suggest.Offer, gaps []suggest.Gap, limits []suggest.Limit, familiar func(*food.Food) bool) suggest.Plan {
	var known []suggest.Offer
	for _, o := range offers {
		if familiar(o.Food) {
			known = append(known, o)
		}
	}
	first := suggest.Smallest(known, gaps, limits)
	if first.Open() == 0 {
		return first
	}
	if all := suggest.Smallest(offers, gaps, limits); all.Open() < first.Open() {
		return all
	}
	return first
}

// withhold reports whether advice to eat more may harm: failing kidneys, and medicines that hold back potassium,
// which most foods bring.
func withhold(p *diary.Person) bool {
	return slices.Contains(p.Conditions, diary.KidneyDisease) || slices.Contains(p.Conditions, diary.PotassiumSparing)
}

// compareGaps puts what a person should see first.
func compareGaps(means []assess.Mean, x, y nutrient.ID) int {
	verdict := func(id nutrient.ID) *assess.Verdict {
		return &means[slices.IndexFunc(means, func(m assess.Mean) bool { return m.Nutrient == id })].Verdict
	}
	return assess.Compare(verdict(x), verdict(y))
}

// offered is a portion of every food that may be suggested.
func offered(shelves Shelves, wishes *suggest.Wishes, limits []suggest.Limit) ([]suggest.Offer, error) {
	var codes []string
	for name, err := range shelves.Names() {
		if err != nil {
			return nil, err
		}
		if wishes.Allow(name.Name, name.Category) {
			codes = append(codes, name.Code)
		}
	}
	foods, err := shelves.Foods(codes...)
	if err != nil {
		return nil, fmt.Errorf("looking for suggestions: %w", err)
	}
	var offers []suggest.Offer
	for _, f := range foods {
		if o, ok := suggest.NewOffer(f, limits); ok {
			offers = append(offers, o)
		}
	}
	return offers, nil
}

// forGap picks the best of three pools: what the person eats already, what most people do, everything. No
// food stands in two of them.
func (a *Advice) forGap(gap suggest.Gap, offers []suggest.Offer, eaten map[string]bool, each int) ForGap {
	g := ForGap{Gap: gap}
	best := func(in func(*food.Food) bool) []suggest.Offer {
		var pool []suggest.Offer
		for _, o := range offers {
			if in(o.Food) {
				pool = append(pool, o)
			}
		}
		return suggest.Best(pool, []suggest.Gap{gap}, a.Limits, each)
	}
	listed := func(f *food.Food) bool {
		same := func(o suggest.Offer) bool { return o.Food.Code == f.Code }
		return slices.ContainsFunc(g.Eaten, same) || slices.ContainsFunc(g.Common, same)
	}
	g.Eaten = best(func(f *food.Food) bool { return eaten[f.Code] })
	g.Common = best(func(f *food.Food) bool { return f.Rank > 0 && !listed(f) })
	g.Other = best(func(f *food.Food) bool { return !listed(f) })
	return g
}
