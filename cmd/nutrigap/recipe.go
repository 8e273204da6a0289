package main

import (
	"context"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/nutrigap/nutrigap/internal/app"
	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/pantry"
	"github.com/nutrigap/nutrigap/internal/report"
)

func newRecipe(env environment) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "recipe",
		Short: "Keep recipes, and count them as one food",
		Args:  usageArgs(cobra.NoArgs),
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newRecipeAdd(env), newRecipeList(env), newRecipeShow(env), newRemove(env, "a recipe", pantry.DishPrefix))
	return cmd
}

func newRecipeAdd(env environment) *cobra.Command {
	var o diaryFlags
	cmd := &cobra.Command{
		Use:   "add FILE",
		Short: "Keep a recipe, so that its name in a diary means it",
		Long: `Reads a text file: the name in the first line, then the ingredients, one a line, as people write them.
"yield: 900 g" says what the dish weighs when it is done (else the sum of its ingredients), "servings: 4"
how many it feeds. A recipe of the same name is replaced.

A nutrient of the dish is known where ingredients with four fifths of its energy have it; an ingredient
without a food counts as much as the average one, and is never taken for nothing. The dish is worked out
now: add the recipe again after you have said what one of its ingredients is.`,
		Example: "  nutrigap recipe add lentil-soup.txt",
		Args:    usageArgs(cobra.ExactArgs(1)),
		RunE:    func(cmd *cobra.Command, args []string) error { return runRecipeAdd(cmd.Context(), env, &o, args[0]) },
	}
	o.addDB(cmd.Flags())
	return cmd
}

func runRecipeAdd(ctx context.Context, env environment, o *diaryFlags, name string) error {
	in, err := openInput(env, name)
	if err != nil {
		return err
	}
	defer in.Close()
	recipe, err := pantry.ParseRecipe(inputName(name), in)
	if err != nil {
		return err
	}
	k, err := o.openKitchen(ctx, env, true)
	if err != nil {
		return err
	}
	defer k.close()
	cooked, err := k.Cook(ctx, recipe)
	if err != nil {
		return fmt.Errorf("%s: %w", inputName(name), err)
	}
	writeCooked(env.stdout, cooked)
	for _, open := range cooked.Open() {
		fmt.Fprintf(env.stderr, "%s:%d: %s\n", inputName(name), open.Line, report.Visible(openIngredient(open)))
	}
	if len(cooked.Open()) > 0 {
		fmt.Fprintln(env.stderr, `hint: say what it is with: nutrigap alias set "INGREDIENT" --food CODE (or --not-food), and add the recipe again`)
	}
	return nil
}

// openIngredient says what is not sure about an ingredient.
func openIngredient(in app.CookedIngredient) string {
	for _, it := range in.Items {
		switch {
		case it.AmountErr != nil:
			return it.AmountErr.Error()
		case it.Food == nil && it.Status == match.Unmatched:
			return fmt.Sprintf("%q has no food; it counts as unknown", it.Text)
		case it.Status == match.Review:
			return fmt.Sprintf("%q is taken for %s; please look", it.Text, it.Food.Name)
		}
	}
	return in.Text
}

func writeCooked(w io.Writer, c *app.Cooked) {
	f := c.Dish.Food
	fmt.Fprintf(w, "%s is kept as %s: %s g", report.Visible(f.Name), f.Code, report.Number(c.Grams))
	if n := c.Dish.Servings; n > 0 {
		fmt.Fprintf(w, ", %s servings of %s g", report.Number(n), report.Number(c.Grams/n))
	}
	if kcal, known := f.Per100g[nutrient.Energy].Known(); known {
		fmt.Fprintf(w, ", %s in 100 g", report.Amount(nutrient.Energy.Key(), kcal))
	}
	fmt.Fprintln(w)
	if c.Dish.YieldGrams == 0 {
		fmt.Fprintln(w, `  no yield is given, so that it weighs what its ingredients do; a line "yield: 900 g" says more`)
	}
	for _, in := range c.Ingredients {
		fmt.Fprintf(w, "  %s\n", report.Visible(in.Text))
		for _, it := range in.Items {
			fmt.Fprintf(w, "    %-9s  %s\n", it.Status, report.Visible(matchLine(it)))
		}
	}
	for _, line := range unknownOf(c) {
		fmt.Fprintf(w, "  unknown, as ingredients with %s\n", line)
	}
}

// unknownOf lists the nutrients that too few ingredients have, one line for each share of the energy that
// has them.
func unknownOf(c *app.Cooked) []string {
	byShare := map[string][]string{}
	for _, id := range nutrient.All() {
		if _, known := c.Dish.Food.Per100g[id].Known(); !known {
			share := report.Fraction(c.Coverage[id])
			byShare[share] = append(byShare[share], id.Name())
		}
	}
	var lines []string
	for _, share := range slices.Sorted(maps.Keys(byShare)) {
		lines = append(lines, fmt.Sprintf("%s of the energy have it: %s", share, strings.Join(byShare[share], ", ")))
	}
	return lines
}

func newRecipeList(env environment) *cobra.Command {
	var o diaryFlags
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List your recipes",
		Args:  usageArgs(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			p, err := o.readPantry(cmd.Context(), env)
			if err != nil {
				return err
			}
			if len(p.Dishes) == 0 {
				fmt.Fprintln(env.stderr, "no recipes yet; keep one with: nutrigap recipe add FILE")
				return nil
			}
			tab := tabwriter.NewWriter(env.stdout, 0, 0, 2, ' ', 0)
			for i := range p.Dishes {
				d := &p.Dishes[i]
				fmt.Fprintf(tab, "%s\t%s\t%d ingredients\n", d.Food.Code, report.Visible(d.Name), len(d.Ingredients))
			}
			return tab.Flush()
		},
	}
	o.addDB(cmd.Flags())
	return cmd
}

func newRecipeShow(env environment) *cobra.Command {
	var o diaryFlags
	cmd := &cobra.Command{
		Use:   "show CODE",
		Short: "Show a recipe as it was written, and what is in 100 g of the dish",
		Args:  usageArgs(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := o.readPantry(cmd.Context(), env)
			if err != nil {
				return err
			}
			for i := range p.Dishes {
				if d := &p.Dishes[i]; d.Food.Code == args[0] {
					return writeDish(env.stdout, d)
				}
			}
			return fmt.Errorf("no recipe has the code %q; see: nutrigap recipe list", args[0])
		},
	}
	o.addDB(cmd.Flags())
	return cmd
}

// writeDish writes a recipe in the form in which it can be added again, then the food that it is.
func writeDish(w io.Writer, d *pantry.Dish) error {
	fmt.Fprintf(w, "# %s\n", report.Visible(d.Name))
	if d.YieldGrams > 0 {
		fmt.Fprintf(w, "yield: %s g\n", plain(d.YieldGrams))
	}
	if d.Servings > 0 {
		fmt.Fprintf(w, "servings: %s\n", plain(d.Servings))
	}
	for _, in := range d.Ingredients {
		fmt.Fprintln(w, report.Visible(in.Text))
	}
	fmt.Fprintln(w)
	return writeFood(w, d.Food)
}

// plain is a number without separators, so that it can be read again.
func plain(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
