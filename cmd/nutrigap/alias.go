package main

import (
	"context"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/pantry"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/nutrientdb"
)

func newAlias(env environment) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "alias",
		Short: "Say what a text of the diary means, for past and future rows",
		Args:  usageArgs(cobra.NoArgs),
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newAliasSet(env), newAliasList(env), newAliasRemove(env), newAliasExport(env), newAliasImport(env))
	return cmd
}

// aliasOptions are the flags that say what a text means.
type aliasOptions struct {
	diary         diaryFlags
	code          string
	grams         float64
	notFood, skip bool
}

func newAliasSet(env environment) *cobra.Command {
	var o aliasOptions
	cmd := &cobra.Command{
		Use:   "set TEXT --food CODE | --not-food | --skip",
		Short: "Say what a text means",
		Long: `Keeps that a food of the diary written as TEXT is the food with CODE, which may be one of the table, of
your own (own:1) or a recipe (recipe:1). Case, accents and punctuation make no difference, and an amount
may stand beside it. With --grams, one of it weighs that much. With --not-food its rows don't count; with
--skip it is left to the table and "nutrigap review" doesn't ask again.`,
		Example: `  nutrigap alias set "my shake" --food 11100000 --grams 330
  nutrigap alias set "Daily Sept 12" --not-food`,
		Args: usageArgs(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			a := pantry.Alias{Text: args[0], Kind: pantry.IsFood, Code: o.code, Grams: o.grams}
			given := 0
			for kind, flag := range map[pantry.Kind]bool{pantry.IsFood: o.code != "", pantry.IsNotFood: o.notFood, pantry.IsSkipped: o.skip} {
				if flag {
					a.Kind = kind
					given++
				}
			}
			if given != 1 {
				return usagef("say what %q is with one of --food CODE, --not-food, --skip", args[0])
			}
			if cmd.Flags().Changed("grams") && !(o.grams > 0) {
				return usagef("--grams %v: what one weighs is above 0 g", o.grams)
			}
			if err := a.Check(); err != nil {
				return usageError{err}
			}
			return runAliasSet(cmd.Context(), env, &o.diary, a)
		},
	}
	f := cmd.Flags()
	o.diary.addDB(f)
	f.StringVar(&o.code, "food", "", "the code of the food that it is")
	f.Float64Var(&o.grams, "grams", 0, "what one of it weighs")
	f.BoolVar(&o.notFood, "not-food", false, "it is no food: a note, a heading, a medicine")
	f.BoolVar(&o.skip, "skip", false, "leave it to the table, and don't ask again")
	return cmd
}

func runAliasSet(ctx context.Context, env environment, o *diaryFlags, a pantry.Alias) error {
	k, err := o.openKitchen(ctx, env, false)
	if err != nil {
		return err
	}
	defer k.close()
	var f *food.Food
	if a.Kind == pantry.IsFood {
		if f, err = k.Find(ctx, a.Code); err != nil {
			return err
		}
	}
	if err := k.Answer(ctx, a); err != nil {
		return err
	}
	fmt.Fprintf(env.stdout, "%q is %s\n", report.Visible(a.Text), meaning(a, f))
	return nil
}

// meaning is what an alias says, for people. Its food is nil where there is none with its code.
func meaning(a pantry.Alias, f *food.Food) string {
	switch {
	case a.Kind == pantry.IsNotFood:
		return "no food"
	case a.Kind == pantry.IsSkipped:
		return "left to the table"
	case f == nil:
		return fmt.Sprintf("a food that is not there any more (%s)", a.Code)
	}
	s := fmt.Sprintf("%s (%s)", report.Visible(f.Name), a.Code)
	if a.Grams > 0 {
		s += fmt.Sprintf(", %s g each", report.Number(a.Grams))
	}
	return s
}

func newAliasList(env environment) *cobra.Command {
	var o diaryFlags
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List what you said that texts mean",
		Args:  usageArgs(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			p, err := o.readPantry(cmd.Context(), env)
			if err != nil {
				return err
			}
			if len(p.Aliases) == 0 {
				fmt.Fprintln(env.stderr, `no aliases yet; make one with: nutrigap alias set TEXT --food CODE, or nutrigap review`)
				return nil
			}
			return listAliases(cmd.Context(), env.stdout, p)
		},
	}
	o.addDB(cmd.Flags())
	return cmd
}

func listAliases(ctx context.Context, w io.Writer, p *pantry.Pantry) error {
	table, err := nutrientdb.Open()
	if err != nil {
		return err
	}
	defer table.Close()
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, a := range p.Aliases {
		f, own := p.Food(a.Code)
		if !own && a.Kind == pantry.IsFood {
			f, _ = table.Food(ctx, a.Code) // one that is gone is said to be so
		}
		fmt.Fprintf(tab, "%s\t%s\n", report.Visible(a.Text), meaning(a, f))
	}
	return tab.Flush()
}

func newAliasRemove(env environment) *cobra.Command {
	var o diaryFlags
	cmd := &cobra.Command{
		Use:   "remove TEXT",
		Short: "Forget what a text means",
		Args:  usageArgs(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runAliasRemove(cmd.Context(), env, &o, args[0])
		},
	}
	o.addDB(cmd.Flags())
	return cmd
}

func runAliasRemove(ctx context.Context, env environment, o *diaryFlags, text string) error {
	none := fmt.Errorf("there is no alias for %q; see: nutrigap alias list", text)
	if _, there := o.kept(); !there {
		return none
	}
	db, err := o.openStore(ctx, env)
	if err != nil {
		return err
	}
	defer db.Close()
	found, err := db.RemoveAlias(ctx, text)
	if err != nil {
		return err
	}
	if !found {
		return none
	}
	fmt.Fprintf(env.stdout, "%q is forgotten\n", report.Visible(text))
	return nil
}

func newAliasExport(env environment) *cobra.Command {
	var o diaryFlags
	var output string
	cmd := &cobra.Command{
		Use:     "export",
		Short:   "Write all aliases as CSV",
		Example: "  nutrigap alias export -o aliases.csv",
		Args:    usageArgs(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			p, err := o.readPantry(cmd.Context(), env)
			if err != nil {
				return err
			}
			return writeOutput(env, output, func(w io.Writer) error { return pantry.WriteAliases(w, p.Aliases, report.Inert) })
		},
	}
	o.addDB(cmd.Flags())
	cmd.Flags().StringVarP(&output, "output", "o", "", "write to this file instead of the terminal")
	return cmd
}

func newAliasImport(env environment) *cobra.Command {
	var o diaryFlags
	cmd := &cobra.Command{
		Use:   "import FILE",
		Short: "Take in aliases from CSV",
		Long: `Reads a CSV file with the columns text and code, and kind (food, not a food, skip) and grams where there
are any, as "nutrigap alias export" writes it. One for the same text is replaced.

` + exitHelp,
		Args: usageArgs(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error { return runAliasImport(cmd.Context(), env, &o, args[0]) },
	}
	o.addDB(cmd.Flags())
	return cmd
}

func runAliasImport(ctx context.Context, env environment, o *diaryFlags, name string) error {
	in, err := openInput(env, name)
	if err != nil {
		return err
	}
	defer in.Close()
	refused := 0
	refuse := func(e *diary.SyntaxError) {
		refused++
		printRefusal(env.stderr, e)
	}
	k, err := o.openKitchen(ctx, env, false)
	if err != nil {
		return err
	}
	defer k.close()
	known := func(a pantry.Alias) error {
		if a.Kind != pantry.IsFood {
			return nil
		}
		_, err := k.Find(ctx, a.Code)
		return err
	}
	aliases, err := pantry.ReadAliases(inputName(name), in, known, refuse)
	if err != nil {
		return err
	}
	if err := k.db.SetAliases(ctx, aliases...); err != nil {
		return err
	}
	fmt.Fprintf(env.stdout, "%d aliases kept\n", len(aliases))
	if refused > 0 {
		return errPartial
	}
	return nil
}
