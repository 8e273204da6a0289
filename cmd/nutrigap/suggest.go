package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nutrigap/nutrigap/internal/app"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/suggest"
	"github.com/nutrigap/nutrigap/nutrientdb"
)

func newSuggest(env environment) *cobra.Command {
	var o suggestOptions
	cmd := &cobra.Command{
		Use:   "suggest [NUTRIENT...] [FILE...]",
		Short: "Suggest foods that close the gaps, within every limit",
		Long: `Lists usual portions of foods that close the most of each gap for the energy they add: foods that the
diary has already, foods that most people eat, and all others. Then it looks for the smallest change of a
day that closes all gaps together. The diet is heeded, and so are the upper levels and the limit for
sodium. Without a NUTRIENT it is about all that are known to be low, without a FILE about the kept diary.

` + exitHelp,
		Example: `  nutrigap suggest week.csv --sex female --age 34
  nutrigap suggest magnesium iron week.csv --diet vegan --without nuts`,
		RunE: func(cmd *cobra.Command, args []string) error { return runSuggest(cmd, env, &o, args) },
	}
	o.question.add(cmd.Flags())
	cmd.Flags().StringSliceVar(&o.without, "without", nil, "leave out foods with these words, comma between: liver,nuts")
	cmd.Flags().StringVar(&o.format, "format", "text", "text or json")
	return cmd
}

type suggestOptions struct {
	question questionFlags
	without  []string
	format   string
}

// foodsEach is how many foods of each pool are listed.
const foodsEach = 3

func runSuggest(cmd *cobra.Command, env environment, o *suggestOptions, args []string) error {
	if o.format != "text" && o.format != "json" {
		return usagef("unknown format %q; use text, json", o.format)
	}
	q, err := o.question.question(cmd.Context(), cmd.Flags(), env)
	if err != nil {
		return err
	}
	wish := app.Wish{Without: o.without, Each: foodsEach}
	for len(args) > 0 {
		id, ok := nutrientNamed(args[0])
		if !ok {
			break
		}
		wish.Nutrients, args = append(wish.Nutrients, id), args[1:]
	}
	advice, err := advise(cmd.Context(), env, &o.question, q, wish, args)
	if err != nil {
		return err
	}
	if o.format == "json" {
		err = writeAdviceJSON(env.stdout, advice)
	} else {
		writeAdvice(env.stdout, advice)
	}
	if err == nil && advice.Summary.Rows.Refused > 0 {
		err = errPartial
	}
	return err
}

func advise(ctx context.Context, env environment, o *questionFlags, q app.Question, wish app.Wish, files []string) (*app.Advice, error) {
	table, err := nutrientdb.Open()
	if err != nil {
		return nil, err
	}
	defer table.Close()
	matcher, err := ownMatcher(ctx, env, &o.diary, table)
	if err != nil {
		return nil, err
	}
	d, err := openDiary(ctx, env, o, &q, files)
	if err != nil {
		return nil, err
	}
	defer d.close()
	return app.Suggest(ctx, matchTable{ctx, table}, matcher, q, wish, d.records)
}

func writeAdvice(w io.Writer, a *app.Advice) {
	fmt.Fprintf(w, "Foods for the gaps, %s to %s\n\n", a.Summary.Period.From, a.Summary.Period.To)
	if a.Doubt != "" {
		fmt.Fprintf(w, "%s\n\n", a.Doubt)
	}
	for _, id := range a.Untold {
		verdict := "nothing is known of it."
		if n := a.Summary.Nutrient(id.Key()); n != nil && n.Verdict != "" {
			verdict = n.Verdict
		}
		fmt.Fprintf(w, "%s: %s %s\n\n", id.Name(), verdict, suggest.Text("untold"))
	}
	switch {
	case a.Withheld:
		fmt.Fprintf(w, "%s\n", suggest.Text("not_for"))
	case len(a.Gaps) > 0:
		fmt.Fprintf(w, "%s\n", suggest.Text("not_for"))
		if a.Summary.Person.LifeStage == string(diary.Pregnancy) {
			fmt.Fprintf(w, "%s\n", suggest.Text("pregnancy"))
		}
		writeGaps(w, a)
		writePlan(w, &a.Plan)
	case len(a.Untold) == 0:
		fmt.Fprintf(w, "%s\n", suggest.Text("nothing"))
	}
	fmt.Fprintf(w, "\n%s\n", a.Summary.Disclaimer)
}

func writeGaps(w io.Writer, a *app.Advice) {
	for i := range a.Gaps {
		g := &a.Gaps[i]
		key := g.Nutrient.Key()
		fmt.Fprintf(w, "\n%s: %s of %s a day\n", g.Nutrient.Name(), report.Amount(key, g.Amount), report.Amount(key, g.Goal))
		for _, pool := range []struct {
			name   string
			offers []suggest.Offer
		}{{"in the diary already", g.Eaten}, {"eaten by many", g.Common}, {"others", g.Other}} {
			if len(pool.offers) > 0 {
				fmt.Fprintf(w, "  %s\n", pool.name)
			}
			for j := range pool.offers {
				o := &pool.offers[j]
				fmt.Fprintf(w, "    %s, %s: +%s, %s\n", o.Food.Name, portionWords(o, 1), report.Amount(key, o.Adds(g.Nutrient)),
					report.Amount("energy_kcal", o.Adds(nutrient.Energy)))
			}
		}
		for _, note := range g.Notes {
			fmt.Fprintf(w, "  %s\n", note)
		}
	}
}

// portionWords is so many portions for people: "1 cup (156 g)".
func portionWords(o *suggest.Offer, portions float64) string {
	grams := report.Number(portions*o.Grams) + " g"
	if p, ok := o.Measure(); ok {
		return fmt.Sprintf("%s %s (%s)", report.Number(portions*p.Amount), p.Label, grams)
	}
	return grams
}

func writePlan(w io.Writer, p *suggest.Plan) {
	if len(p.Changes) == 0 {
		fmt.Fprintf(w, "\n%s\n", suggest.Text("plan_no_food"))
		return
	}
	fmt.Fprintf(w, "\n%s\n", suggest.Text("plan"))
	for i := range p.Changes {
		c := &p.Changes[i]
		fmt.Fprintf(w, "  %s, %s\n", c.Food.Name, portionWords(&c.Offer, c.Portions))
	}
	fmt.Fprintf(w, "It adds %s. %s\n", report.Amount("energy_kcal", p.Energy), suggest.Text("exchange"))
	var open []string
	for i := range p.Gaps {
		g := &p.Gaps[i]
		key := g.Nutrient.Key()
		change := fmt.Sprintf("%s: %s to %s of %s", g.Nutrient.Name(), report.Amount(key, g.Amount), report.Amount(key, g.After), report.Amount(key, g.Goal))
		if g.Closed() {
			fmt.Fprintf(w, "  closes %s\n", change)
		} else {
			open = append(open, change)
		}
	}
	for i := range p.Limits {
		l := &p.Limits[i]
		if l.Nutrient == nutrient.Sodium || l.Over() {
			key := l.Nutrient.Key()
			fmt.Fprintf(w, "  %s: %s to %s, limit %s. ", l.Nutrient.Name(), report.Amount(key, l.Amount), report.Amount(key, l.After), report.Amount(key, l.Most))
			fmt.Fprintln(w, overText(l))
		}
	}
	for _, o := range open {
		fmt.Fprintf(w, "  open   %s. %s\n", o, suggest.Text("open"))
	}
}

func overText(l *suggest.Kept) string {
	if !l.Over() {
		return ""
	}
	return strings.TrimSpace(suggest.Text("over"))
}
