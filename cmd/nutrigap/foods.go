package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/pantry"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/nutrientdb"
)

func newFoods(env environment) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "foods",
		Short: "Search the nutrient table, show a food of it, and add foods of your own",
		Args:  usageArgs(cobra.NoArgs),
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newFoodsSearch(env), newFoodsShow(env), newFoodsAdd(env), newFoodsImport(env), newFoodsList(env),
		newRemove(env, "a food of your own", pantry.FoodPrefix))
	return cmd
}

func newFoodsSearch(env environment) *cobra.Command {
	var limit int
	var o diaryFlags
	cmd := &cobra.Command{
		Use:     "search WORD...",
		Short:   "Find foods by words, your own first, then the plainest",
		Example: "  nutrigap foods search pumpkin seeds",
		Args:    usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if limit < 1 || limit > 1000 {
				return usagef("--limit %d: between 1 and 1000", limit)
			}
			p, err := o.readPantry(cmd.Context(), env)
			if err != nil {
				return err
			}
			table, err := nutrientdb.Open()
			if err != nil {
				return err
			}
			defer table.Close()
			found, err := table.Search(cmd.Context(), strings.Join(args, " "), limit)
			if err != nil {
				return err
			}
			found = slices.Concat(p.Search(strings.Join(args, " ")), found)
			found = found[:min(limit, len(found))]
			if len(found) == 0 {
				return fmt.Errorf("no food has the words %q", strings.Join(args, " "))
			}
			return writeFoodList(env.stdout, found)
		},
	}
	o.addDB(cmd.Flags())
	cmd.Flags().IntVar(&limit, "limit", 20, "how many foods to list")
	return cmd
}

func newFoodsShow(env environment) *cobra.Command {
	var format string
	var o diaryFlags
	cmd := &cobra.Command{
		Use:     "show CODE",
		Short:   "Show what is known of a food: nutrients per 100 g, portions, source",
		Example: "  nutrigap foods show 11100000",
		Args:    usageArgs(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if format != "text" && format != "json" {
				return usagef("unknown format %q; use text, json", format)
			}
			f, err := o.foodWithCode(cmd.Context(), env, args[0])
			if err != nil {
				return err
			}
			if format == "json" {
				return writeFoodJSON(env.stdout, f)
			}
			return writeFood(env.stdout, f)
		},
	}
	o.addDB(cmd.Flags())
	cmd.Flags().StringVar(&format, "format", "text", "text or json")
	return cmd
}

// foodWithCode finds a food of one's own or of the table.
func (o *diaryFlags) foodWithCode(ctx context.Context, env environment, code string) (*food.Food, error) {
	p, err := o.readPantry(ctx, env)
	if err != nil {
		return nil, err
	}
	if f, own := p.Food(code); own {
		return f, nil
	}
	table, err := nutrientdb.Open()
	if err != nil {
		return nil, err
	}
	defer table.Close()
	f, err := table.Food(ctx, code)
	if errors.Is(err, nutrientdb.ErrNotFound) {
		return nil, fmt.Errorf("no food has the code %q; look for it with: nutrigap foods search WORD", code)
	}
	return f, err
}

func writeFoodList(w io.Writer, foods []*food.Food) error {
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, f := range foods {
		fmt.Fprintf(tab, "%s\t%s\n", f.Code, f.Name)
	}
	return tab.Flush()
}

func writeFood(w io.Writer, f *food.Food) error {
	fmt.Fprintf(w, "%s\n%s · %s · code %s\n", f.Name, f.Category, f.Source, f.Code)
	if len(f.Also) > 0 {
		fmt.Fprintf(w, "also: %s\n", strings.Join(f.Also, "; "))
	}
	fmt.Fprint(w, "\nin 100 g\n")
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, id := range nutrient.All() {
		value := "unknown"
		if v, known := f.Per100g[id].Known(); known {
			value = report.Amount(id.Key(), v)
		}
		fmt.Fprintf(tab, "  %s\t %s\t\n", id.Name(), value)
	}
	if err := tab.Flush(); err != nil {
		return err
	}
	fmt.Fprint(w, "\nportions\n")
	for _, p := range f.Portions {
		label := report.Number(p.Amount) + " " + p.Label
		if p.Kind == food.Usual {
			label = "usual portion"
		}
		fmt.Fprintf(w, "  %s: %s g\n", label, report.Number(p.Grams))
	}
	return nil
}

// foodJSON is a food for other programs: null is unknown.
type foodJSON struct {
	Code     string              `json:"code"`
	Name     string              `json:"name"`
	Also     []string            `json:"also"`
	Source   string              `json:"source"`
	Category string              `json:"category"`
	Per100g  map[string]*float64 `json:"per_100g"`
	Portions []portionJSON       `json:"portions"`
}

type portionJSON struct {
	Amount float64 `json:"amount"`
	Label  string  `json:"label"`
	Grams  float64 `json:"grams"`
	Kind   string  `json:"kind"`
}

func writeFoodJSON(w io.Writer, f *food.Food) error {
	out := foodJSON{
		Code: f.Code, Name: f.Name, Also: append([]string{}, f.Also...), Source: f.Source, Category: f.Category,
		Per100g: map[string]*float64{}, Portions: []portionJSON{},
	}
	for _, id := range nutrient.All() {
		out.Per100g[id.Key()] = nil
		if v, known := f.Per100g[id].Known(); known {
			out.Per100g[id.Key()] = &v
		}
	}
	for _, p := range f.Portions {
		out.Portions = append(out.Portions, portionJSON{p.Amount, p.Label, p.Grams, string(p.Kind)})
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}
