package main

import (
	"encoding/json"
	"io"

	"github.com/nutrigap/nutrigap/internal/app"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/suggest"
)

// adviceJSON is what suggest found, for other programs.
type adviceJSON struct {
	Schema     int        `json:"schema"`
	From       string     `json:"from"`
	To         string     `json:"to"`
	Doubt      string     `json:"doubt,omitempty"`
	NotFor     string     `json:"not_for"`
	Withheld   bool       `json:"withheld"` // nothing is suggested, for the reason in not_for
	Gaps       []gapJSON  `json:"gaps"`
	Untold     []string   `json:"not_known_to_be_low"` // asked for
	Plan       []foodPick `json:"plan"`
	Energy     float64    `json:"plan_energy_kcal"`
	Left       []leftJSON `json:"plan_gaps"`
	Limits     []leftJSON `json:"plan_limits"`
	Disclaimer string     `json:"disclaimer"`
}

type gapJSON struct {
	Key    string     `json:"key"`
	Amount float64    `json:"amount"`
	Goal   float64    `json:"goal"`
	Notes  []string   `json:"notes"`
	Foods  []foodPick `json:"foods"`
}

// foodPick is so many portions of a food.
type foodPick struct {
	Code     string             `json:"code"`
	Food     string             `json:"food"`
	Pool     string             `json:"pool,omitempty"` // eaten, common, other
	Portions float64            `json:"portions"`
	Portion  string             `json:"portion"`
	Grams    float64            `json:"grams"`
	Adds     map[string]float64 `json:"adds"` // energy, sodium and what the gaps lack
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

func writeAdviceJSON(w io.Writer, a *app.Advice) error {
	out := adviceJSON{
		Schema: 1, From: a.Summary.Period.From, To: a.Summary.Period.To, Doubt: a.Doubt,
		NotFor: suggest.Text("not_for"), Withheld: a.Withheld, Disclaimer: a.Summary.Disclaimer, Energy: a.Plan.Energy,
		Gaps: []gapJSON{}, Untold: []string{}, Plan: []foodPick{}, Left: []leftJSON{}, Limits: []leftJSON{},
	}
	shown := []nutrient.ID{nutrient.Energy, nutrient.Sodium}
	for i := range a.Gaps {
		shown = append(shown, a.Gaps[i].Nutrient)
	}
	for i := range a.Gaps {
		g := &a.Gaps[i]
		gap := gapJSON{Key: g.Nutrient.Key(), Amount: g.Amount, Goal: g.Goal, Notes: append([]string{}, g.Notes...), Foods: []foodPick{}}
		for _, pool := range []struct {
			name   string
			offers []suggest.Offer
		}{{"eaten", g.Eaten}, {"common", g.Common}, {"other", g.Other}} {
			for j := range pool.offers {
				gap.Foods = append(gap.Foods, pick(&pool.offers[j], 1, pool.name, shown))
			}
		}
		out.Gaps = append(out.Gaps, gap)
	}
	for _, id := range a.Untold {
		out.Untold = append(out.Untold, id.Key())
	}
	for i := range a.Plan.Changes {
		c := &a.Plan.Changes[i]
		out.Plan = append(out.Plan, pick(&c.Offer, c.Portions, "", shown))
	}
	for i := range a.Plan.Gaps {
		g := &a.Plan.Gaps[i]
		out.Left = append(out.Left, leftJSON{Key: g.Nutrient.Key(), Amount: g.Amount, After: g.After, Goal: g.Goal, Closed: g.Closed()})
	}
	for _, l := range a.Plan.Limits {
		out.Limits = append(out.Limits, leftJSON{Key: l.Nutrient.Key(), Amount: l.Amount, After: l.After, Limit: l.Most})
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

func pick(o *suggest.Offer, portions float64, pool string, shown []nutrient.ID) foodPick {
	p := foodPick{
		Code: o.Food.Code, Food: o.Food.Name, Pool: pool, Portions: portions,
		Portion: portionWords(o, portions), Grams: portions * o.Grams, Adds: map[string]float64{},
	}
	for _, id := range shown {
		p.Adds[id.Key()] = portions * o.Adds(id)
	}
	return p
}
