package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/pantry"
	"github.com/nutrigap/nutrigap/internal/report"
)

// labelOptions are the flags that say what a label is about.
type labelOptions struct {
	diary    diaryFlags
	per      string
	serving  float64
	portions []string
}

func newFoodsAdd(env environment) *cobra.Command {
	var o labelOptions
	cmd := &cobra.Command{
		Use:   "add NAME NUTRIENT=AMOUNT...",
		Short: "Add a food of your own, as its label describes it",
		Long: `Keeps a food with what its label says, in 100 g or, with --per serving, in a serving of --serving grams.
What the label doesn't say stays unknown. A food of the same name is replaced.`,
		Example: `  nutrigap foods add "Oat bar" energy=400kcal protein=8g salt=0.3g --serving 45
  nutrigap foods add "Huel shake" energy=400kcal iron=2.7mg --per serving --serving 500 --portion "scoop=50"`,
		Args: usageArgs(cobra.MinimumNArgs(2)),
		RunE: func(cmd *cobra.Command, args []string) error {
			f, err := o.food(cmd.Flags().Changed("serving"), args[0], args[1:])
			if err != nil {
				return usageError{err}
			}
			return runFoodsAdd(cmd.Context(), env, &o.diary, f)
		},
	}
	f := cmd.Flags()
	o.diary.addDB(f)
	f.StringVar(&o.per, "per", "100g", "what the amounts are of: 100g or serving")
	f.Float64Var(&o.serving, "serving", 0, "the grams of a serving")
	f.StringArrayVar(&o.portions, "portion", nil, `a further measure and its grams, "scoop=50"; may be repeated`)
	return cmd
}

// food reads the label that the flags and arguments describe.
func (o *labelOptions) food(servingGiven bool, name string, facts []string) (*food.Food, error) {
	l := pantry.Label{Name: strings.TrimSpace(name), Of: 100, Serving: o.serving}
	switch strings.ReplaceAll(o.per, " ", "") {
	case "100g":
	case "serving":
		l.Of = o.serving
		if !servingGiven {
			return nil, fmt.Errorf("--per serving needs the grams of a serving: --serving 45")
		}
	default:
		return nil, fmt.Errorf("--per %q is not known; use 100g, serving", o.per)
	}
	if servingGiven && !(o.serving > 0) {
		return nil, fmt.Errorf("--serving %v: a serving weighs above 0 g", o.serving)
	}
	for _, text := range facts {
		id, v, err := pantry.ParseFact(text)
		if err != nil {
			return nil, err
		}
		if _, twice := l.Facts[id].Known(); twice {
			return nil, fmt.Errorf("%s is there twice", id.Name())
		}
		l.Facts[id] = nutrient.Of(v)
	}
	for _, text := range o.portions {
		label, grams, _ := strings.Cut(text, "=")
		g, err := nutrient.ParseNumber(strings.TrimSuffix(strings.TrimSpace(grams), "g"))
		if label = strings.TrimSpace(label); label == "" || err != nil || !(g > 0 && g <= food.Absurd) {
			return nil, fmt.Errorf("--portion %q: write a measure, \"=\" and its grams, such as scoop=50", text)
		}
		l.Portions = append(l.Portions, food.Portion{Amount: 1, Label: label, Grams: g, Kind: food.Household})
	}
	return l.Food()
}

func runFoodsAdd(ctx context.Context, env environment, o *diaryFlags, f *food.Food) error {
	db, err := o.openStore(ctx, env)
	if err != nil {
		return err
	}
	defer db.Close()
	codes, err := db.PutFoods(ctx, f)
	if err != nil {
		return err
	}
	fmt.Fprintf(env.stdout, "%s is kept as %s, with %d nutrients\n", report.Visible(f.Name), codes[0], knownIn(&f.Per100g))
	return nil
}

func knownIn(a *nutrient.Amounts) int {
	n := 0
	for _, q := range a {
		if _, known := q.Known(); known {
			n++
		}
	}
	return n
}

func newFoodsImport(env environment) *cobra.Command {
	var o diaryFlags
	cmd := &cobra.Command{
		Use:   "import FILE",
		Short: "Add foods of your own from CSV",
		Long: `Reads a CSV file with the columns name and, where there are any, alternatives (other names, parted by "|"),
serving_g (the grams of a serving), per (100 g or serving, what the amounts are of; 100 g unless it says so) and
nutrients with their units, such as "Protein (g)" or iron_mg. Blank cells are unknown.

` + exitHelp,
		Args: usageArgs(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error { return runFoodsImport(cmd.Context(), env, &o, args[0]) },
	}
	o.addDB(cmd.Flags())
	return cmd
}

func runFoodsImport(ctx context.Context, env environment, o *diaryFlags, name string) error {
	in, err := openInput(env, name)
	if err != nil {
		return err
	}
	defer in.Close()
	refused := 0
	list, err := pantry.ReadList(inputName(name), in, func(e *diary.SyntaxError) {
		refused++
		printRefusal(env.stderr, e)
	})
	if err != nil {
		return err
	}
	if len(list.Ignored) > 0 {
		fmt.Fprintf(env.stderr, "%s: columns not read: %s\n", inputName(name), report.Visible(strings.Join(list.Ignored, ", ")))
	}
	db, err := o.openStore(ctx, env)
	if err != nil {
		return err
	}
	defer db.Close()
	if _, err := db.PutFoods(ctx, list.Foods...); err != nil {
		return err
	}
	fmt.Fprintf(env.stdout, "%d foods kept\n", len(list.Foods))
	if refused > 0 {
		return errPartial
	}
	return nil
}

func newFoodsList(env environment) *cobra.Command {
	var o diaryFlags
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the foods of your own",
		Args:  usageArgs(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			p, err := o.readPantry(cmd.Context(), env)
			if err != nil {
				return err
			}
			if len(p.Foods) == 0 {
				fmt.Fprintln(env.stderr, "no foods of your own yet; add one with: nutrigap foods add NAME NUTRIENT=AMOUNT")
				return nil
			}
			return writeFoodList(env.stdout, p.Foods)
		},
	}
	o.addDB(cmd.Flags())
	return cmd
}

// newRemove makes the command that forgets a food of one's own or a recipe, whose codes begin with prefix.
func newRemove(env environment, what, prefix string) *cobra.Command {
	var o diaryFlags
	cmd := &cobra.Command{
		Use:   "remove CODE",
		Short: fmt.Sprintf("Forget %s and the aliases that mean it", what),
		Args:  usageArgs(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if !strings.HasPrefix(args[0], prefix) {
				return usagef("%q is not the code of %s; those begin with %s", args[0], what, prefix)
			}
			return runRemove(cmd.Context(), env, &o, args[0])
		},
	}
	o.addDB(cmd.Flags())
	return cmd
}

func runRemove(ctx context.Context, env environment, o *diaryFlags, code string) error {
	none := fmt.Errorf("nothing of your own has the code %q", code)
	if _, there := o.kept(); !there {
		return none
	}
	db, err := o.openStore(ctx, env)
	if err != nil {
		return err
	}
	defer db.Close()
	found, aliases, err := db.RemoveOwn(ctx, code)
	if err != nil {
		return err
	}
	if !found {
		return none
	}
	fmt.Fprintf(env.stdout, "%s is forgotten, and %d aliases with it\n", code, aliases)
	return nil
}
