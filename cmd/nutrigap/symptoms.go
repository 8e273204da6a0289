package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/nutrigap/nutrigap/internal/app"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/store"
	"github.com/nutrigap/nutrigap/internal/symptom"
)

func newSymptoms(env environment) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "symptoms",
		Short: "Log how muscles feel, so that reports begin with it",
		Long: `Keeps symptoms with a date and a severity from 0 (a day without it) to 10. A report of the kept diary
begins with them and says which of their known causes the diary supports, which it speaks against, and
what it cannot see.`,
		Args: usageArgs(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newSymptomsLog(env), newSymptomsImport(env), newSymptomsList(env), newSymptomsRemove(env))
	return cmd
}

func newSymptomsLog(env environment) *cobra.Command {
	var o diaryFlags
	var date, note string
	cmd := &cobra.Command{
		Use:   "log SYMPTOM SEVERITY",
		Short: "Log a symptom of today or of the day of --date",
		Example: `  nutrigap symptoms log cramps 6
  nutrigap symptoms log "muscle pain" 3 --date yesterday --note "after a run"`,
		Args: usageArgs(cobra.ExactArgs(2)),
		RunE: func(cmd *cobra.Command, args []string) error {
			day, err := dayNamed(env, date)
			if err != nil {
				return err
			}
			book, err := symptom.Load()
			if err != nil {
				return err
			}
			s, err := app.Felt(book, day, args[0], args[1], note)
			if err != nil {
				return usageError{err}
			}
			return keepSymptoms(cmd.Context(), env, &o, book, s)
		},
	}
	o.addKept(cmd.Flags())
	cmd.Flags().StringVar(&date, "date", "", "the day, 2026-03-01, yesterday or today (default: today)")
	cmd.Flags().StringVar(&note, "note", "", "a note")
	return cmd
}

func keepSymptoms(ctx context.Context, env environment, o *diaryFlags, book *symptom.Book, s diary.Symptom) error {
	db, err := o.openStore(ctx, env)
	if err != nil {
		return err
	}
	defer db.Close()
	added, err := db.AddSymptoms(ctx, s)
	if err != nil {
		return err
	}
	what := "logged"
	if added == 0 {
		what = "was logged already"
	}
	fmt.Fprintf(env.stdout, "%s: %s %d of %d, %s\n", s.Date, book.NameOf(s.Symptom), s.Severity, diary.MaxSeverity, what)
	return nil
}

func newSymptomsImport(env environment) *cobra.Command {
	var o diaryFlags
	cmd := &cobra.Command{
		Use:   "import FILE.csv",
		Short: "Keep the symptoms of a table",
		Long: `Reads a CSV with the columns date, symptom and severity, and note where there is one ("-" is standard
input). Rows that can't be read are named and cost no other; rows that are kept already are not kept twice.

` + exitHelp,
		Example: "  nutrigap symptoms import symptoms.csv",
		Args:    usageArgs(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return importSymptoms(cmd.Context(), env, &o, args[0])
		},
	}
	o.addKept(cmd.Flags())
	return cmd
}

func importSymptoms(ctx context.Context, env environment, o *diaryFlags, name string) error {
	book, err := symptom.Load()
	if err != nil {
		return err
	}
	in, err := openInput(env, name)
	if err != nil {
		return err
	}
	defer in.Close()
	felt, refused, err := app.ReadSymptoms(book, inputName(name), in)
	if err != nil {
		return err
	}
	for _, e := range refused {
		printRefusal(env.stderr, e)
	}
	db, err := o.openStore(ctx, env)
	if err != nil {
		return err
	}
	defer db.Close()
	added, err := db.AddSymptoms(ctx, felt...)
	if err != nil {
		return err
	}
	fmt.Fprintf(env.stdout, "%s: %s kept, %d there already, %d refused\n",
		report.Visible(inputName(name)), plural(added, "symptom", "symptoms"), len(felt)-added, len(refused))
	if len(refused) > 0 {
		return errPartial
	}
	return nil
}

func newSymptomsList(env environment) *cobra.Command {
	var o diaryFlags
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the symptoms that were logged, each with the number that remove wants",
		Args:  usageArgs(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			book, err := symptom.Load()
			if err != nil {
				return err
			}
			db, err := o.openToRead(cmd.Context(), env)
			if err != nil {
				return err
			}
			defer db.Close()
			self, err := db.Self(cmd.Context())
			if err != nil {
				return err
			}
			if len(self.Symptoms) == 0 {
				fmt.Fprintln(env.stderr, "no symptom was logged yet; begin with: nutrigap symptoms log cramps 6")
				return nil
			}
			return listSymptoms(env.stdout, book, self.Symptoms)
		},
	}
	o.addKept(cmd.Flags())
	return cmd
}

func listSymptoms(w io.Writer, book *symptom.Book, all []store.LoggedSymptom) error {
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, s := range all {
		line := fmt.Sprintf("%d\t%s\t%s\t%d", s.Number, s.Date, report.Visible(book.NameOf(s.Symptom.Symptom)), s.Severity)
		if s.Note != "" {
			line += "\t" + report.Visible(s.Note)
		}
		fmt.Fprintln(tab, line)
	}
	return tab.Flush()
}

func newSymptomsRemove(env environment) *cobra.Command {
	var o diaryFlags
	cmd := &cobra.Command{
		Use:     "remove ID",
		Short:   "Forget a logged symptom",
		Example: "  nutrigap symptoms remove 3",
		Args:    usageArgs(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			number, err := strconv.ParseInt(args[0], 10, 64)
			if err != nil {
				return usagef("%q is not the number of a symptom; see: nutrigap symptoms list", args[0])
			}
			book, err := symptom.Load()
			if err != nil {
				return err
			}
			db, err := o.openToRead(cmd.Context(), env)
			if err != nil {
				return err
			}
			defer db.Close()
			s, err := db.RemoveSymptom(cmd.Context(), number)
			if errors.Is(err, store.ErrNoSymptom) {
				return fmt.Errorf("there is no symptom %d; see: nutrigap symptoms list", number)
			}
			if err != nil {
				return err
			}
			fmt.Fprintf(env.stdout, "forgotten: %s, %s %d\n", s.Date, book.NameOf(s.Symptom.Symptom), s.Severity)
			return nil
		},
	}
	o.addKept(cmd.Flags())
	return cmd
}
