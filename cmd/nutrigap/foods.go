package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/nutrientdb"
)

func newFoods(env environment) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "foods",
		Short: "Search the nutrient table, or show a food of it",
		Args:  usageArgs(cobra.NoArgs),
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newFoodsSearch(env), newFoodsShow(env))
	return cmd
}

func newFoodsSearch(env environment) *cobra.Command {
	var limit int
	cmd := &cobra.Command{
		Use:     "search WORD...",
		Short:   "Find foods by words, the plainest first",
		Example: "  nutrigap foods search pumpkin seeds",
		Args:    usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if limit < 1 || limit > 1000 {
				return usagef("--limit %d: between 1 and 1000", limit)
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
			if len(found) == 0 {
				return fmt.Errorf("no food has the words %q", strings.Join(args, " "))
			}
			return writeFoodList(env.stdout, found)
		},
	}
	cmd.Flags().IntVar(&limit, "limit", 20, "how many foods to list")
	return cmd
}

func newFoodsShow(env environment) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:     "show CODE",
		Short:   "Show what the table knows of a food: nutrients per 100 g, portions, source",
		Example: "  nutrigap foods show 11100000",
		Args:    usageArgs(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if format != "text" && format != "json" {
				return usagef("unknown format %q; use text, json", format)
			}
			table, err := nutrientdb.Open()
			if err != nil {
				return err
			}
			defer table.Close()
			f, err := table.Food(cmd.Context(), args[0])
			if errors.Is(err, nutrientdb.ErrNotFound) {
				return fmt.Errorf("no food has the code %q; look for it with: nutrigap foods search WORD", args[0])
			}
			if err != nil {
				return err
			}
			if format == "json" {
				return writeFoodJSON(env.stdout, f)
			}
			return writeFood(env.stdout, f)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "text or json")
	return cmd
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
