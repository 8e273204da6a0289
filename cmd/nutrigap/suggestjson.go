package main

import (
	"encoding/json"
	"io"

	"github.com/nutrigap/nutrigap/internal/app"
	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/suggest"
)

// adviceJSON is what suggest found, for other programs. Like the report's it only grows: no key is renamed or
// taken away while the schema is 1. Lists are never null.
type adviceJSON struct {
	Schema    int              `json:"schema"`
	From      string           `json:"from"`
	To        string           `json:"to"`
	RedFlags  []report.RedFlag `json:"red_flags"`       // those that concern this person
	Doubt     string           `json:"doubt,omitempty"` // why the diary is in doubt; there is no plan then
	NotFor    string           `json:"not_for"`         // whom the list does not apply to
	Withheld  bool             `json:"withheld"`        // a red flag takes advice away: nothing is suggested
	Gaps      []gapJSON        `json:"gaps"`
	Untold    []string         `json:"not_known_to_be_low"` // asked for
	Useless   []string         `json:"without_unknown"`     // words of --without that no food goes by
	Plan      []foodPick       `json:"plan"`
	Energy    float64          `json:"plan_energy_kcal"`
	Sodium    float64          `json:"plan_sodium_mg"`
	Saturated float64          `json:"plan_saturated_fat_g"`
	Proved    bool             `json:"plan_proved"`      // no change of these foods is smaller
	Missed    float64          `json:"plan_missed_kcal"` // how much smaller one may be at most, open gaps counted with 30 kcal a percent
	Left      []leftJSON       `json:"plan_gaps"`
	Limits    []leftJSON       `json:"plan_limits"`
	Meals     []mealJSON       `json:"plan_meals"`

	Disclaimer string `json:"disclaimer"`
}

type gapJSON struct {
	Key    string     `json:"key"`
	Amount float64    `json:"amount"` // known intake a day
	Goal   float64    `json:"goal"`
	Notes  []string   `json:"notes"`
	Foods  []foodPick `json:"foods"`
	Beside []foodPick `json:"eat_with"`
	Apart  []string   `json:"eat_apart_from"` // foods of the diary
}

// foodPick is so many portions of a food.
type foodPick struct {
	Code     string             `json:"code"`
	Food     string             `json:"food"`
	Pool     string             `json:"pool,omitempty"` // eaten, common, other
	Unsalted bool               `json:"without_salt,omitempty"`
	Portions float64            `json:"portions"`              // a day on average
	Days     float64            `json:"days_a_week,omitempty"` // of a plan; 3.5 is every second day
	Portion  string             `json:"portion"`               // for people
	Grams    float64            `json:"grams"`                 // a day on average
	Adds     map[string]float64 `json:"adds"`                  // a day on average: energy, sodium, saturated fat and what the gaps lack
}

// leftJSON is a goal or a limit, and the intake before and after.
type leftJSON struct {
	Key    string  `json:"key"`
	Amount float64 `json:"amount"`
	After  float64 `json:"after"`
	Goal   float64 `json:"goal,omitempty"`
	Limit  float64 `json:"limit,omitempty"`
	Closed bool    `json:"closed,omitempty"`
}

// mealJSON is what of a plan goes together, or better apart.
type mealJSON struct {
	Key    string   `json:"key"`
	Beside bool     `json:"same_meal"`
	Foods  []string `json:"foods"` // codes
	With   []string `json:"with"`
	Text   string   `json:"text"`
}

func writeAdviceJSON(w io.Writer, a *app.Advice) error {
	p, l := &a.Plan, lang.Of(a.Summary.Language)
	out := adviceJSON{
		Schema: 1, From: a.Summary.Period.From, To: a.Summary.Period.To, RedFlags: []report.RedFlag{}, Doubt: a.Doubt,
		NotFor: l.T(suggest.Text("not_for")), Withheld: a.Withheld, Disclaimer: a.Summary.Disclaimer,
		Gaps: []gapJSON{}, Untold: []string{}, Useless: append([]string{}, a.Useless...),
		Plan: []foodPick{}, Left: []leftJSON{}, Limits: []leftJSON{}, Meals: []mealJSON{},
		Energy: p.Adds(nutrient.Energy), Sodium: p.Adds(nutrient.Sodium), Saturated: p.Adds(nutrient.SaturatedFat),
		Proved: len(p.Changes) > 0 && p.Proved(), Missed: p.Missed,
	}
	for _, flag := range a.Summary.RedFlags {
		if flag.Touched {
			out.RedFlags = append(out.RedFlags, flag)
		}
	}
	shown := []nutrient.ID{nutrient.Energy, nutrient.Sodium, nutrient.SaturatedFat}
	for i := range a.Gaps {
		shown = append(shown, a.Gaps[i].Nutrient)
	}
	for i := range a.Gaps {
		out.Gaps = append(out.Gaps, gapOf(l, &a.Gaps[i], shown))
	}
	for _, id := range a.Untold {
		out.Untold = append(out.Untold, id.Key())
	}
	out.addPlan(l, a, shown)
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

func gapOf(l *lang.Language, g *app.ForGap, shown []nutrient.ID) gapJSON {
	gap := gapJSON{
		Key: g.Nutrient.Key(), Amount: g.Amount, Goal: g.Goal, Notes: append([]string{}, g.Notes...),
		Foods: []foodPick{}, Beside: []foodPick{}, Apart: append([]string{}, g.Apart...),
	}
	for _, pool := range []struct {
		name   string
		offers []suggest.Offer
	}{{"eaten", g.Eaten}, {"common", g.Common}, {"other", g.Other}} {
		for j := range pool.offers {
			gap.Foods = append(gap.Foods, pick(l, &pool.offers[j], 1, pool.name, shown))
		}
	}
	for j := range g.Beside {
		gap.Beside = append(gap.Beside, pick(l, &g.Beside[j], 1, "", shown))
	}
	return gap
}

func (out *adviceJSON) addPlan(l *lang.Language, a *app.Advice, shown []nutrient.ID) {
	for i := range a.Plan.Changes {
		c := &a.Plan.Changes[i]
		food := pick(l, &c.Offer, c.Portions, "", shown)
		food.Portion = servedWords(l, c)
		_, food.Days = c.Served()
		out.Plan = append(out.Plan, food)
	}
	for i := range a.Plan.Gaps {
		g := &a.Plan.Gaps[i]
		out.Left = append(out.Left, leftJSON{Key: g.Nutrient.Key(), Amount: g.Amount, After: g.After, Goal: g.Goal, Closed: g.Closed()})
	}
	for _, limit := range a.Plan.Limits {
		out.Limits = append(out.Limits, leftJSON{Key: limit.Nutrient.Key(), Amount: limit.Amount, After: limit.After, Limit: limit.Most})
	}
	codes := func(offers []suggest.Offer) []string {
		list := make([]string, len(offers))
		for i := range offers {
			list[i] = offers[i].Food.Code
		}
		return list
	}
	for _, m := range a.Meals {
		out.Meals = append(out.Meals, mealJSON{Key: m.Nutrient.Key(), Beside: m.Beside, Foods: codes(m.Foods), With: codes(m.With), Text: m.Text})
	}
}

func pick(l *lang.Language, o *suggest.Offer, portions float64, pool string, shown []nutrient.ID) foodPick {
	p := foodPick{
		Code: o.Food.Code, Food: o.Food.Name, Pool: pool, Unsalted: o.Unsalted, Portions: portions,
		Portion: portionWords(l, o, portions), Grams: portions * o.Grams, Adds: map[string]float64{},
	}
	for _, id := range shown {
		p.Adds[id.Key()] = portions * o.Adds(id)
	}
	return p
}
