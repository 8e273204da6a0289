package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/store"
)

func newImportList(env environment) *cobra.Command {
	var o diaryFlags
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List what was imported, logged and corrected, the oldest first",
		Long:  `Lists the ledger of everybody, or with --person of one. The numbers are those of show and undo.`,
		Args:  usageArgs(cobra.NoArgs),
		RunE:  func(cmd *cobra.Command, _ []string) error { return runImportList(cmd, env, &o) },
	}
	o.addKept(cmd.Flags())
	return cmd
}

func runImportList(cmd *cobra.Command, env environment, o *diaryFlags) error {
	db, err := o.openToRead(cmd.Context(), env)
	if err != nil {
		return err
	}
	defer db.Close()
	list := db.AllImports
	if cmd.Flags().Changed("person") {
		list = db.Imports
	}
	imports, err := list(cmd.Context())
	if err != nil {
		return err
	}
	if len(imports) == 0 {
		fmt.Fprintln(env.stderr, "nothing was imported yet; begin with: nutrigap import FILE")
		return nil
	}
	return writeLedger(env.stdout, imports)
}

// writeLedger writes a line for each import; whose it is where there are several people.
func writeLedger(w io.Writer, imports []store.Import) error {
	several := slices.ContainsFunc(imports, func(i store.Import) bool { return i.Person != imports[0].Person })
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, i := range imports {
		fmt.Fprintf(tab, "%d\t", i.ID)
		if several {
			fmt.Fprintf(tab, "%s\t", report.Visible(i.Person))
		}
		fmt.Fprintf(tab, "%s\t%s\t%s\t%s\n", i.At.Local().Format(time.DateOnly), report.Visible(importName(&i)), period(&i), fate(&i))
	}
	return tab.Flush()
}

// importName is the file of an import and its format, or what was done by hand.
func importName(i *store.Import) string {
	if i.ByHand() {
		return i.Name + ": " + i.Row
	}
	return fmt.Sprintf("%s (%s)", i.Name, i.Dialect)
}

// period is from when to when an import has entries.
func period(i *store.Import) string {
	switch i.Days {
	case 0:
		return "no days"
	case 1:
		return i.From.String()
	}
	return fmt.Sprintf("%s to %s", i.From, i.To)
}

// fate is how much was kept of an import and still counts.
func fate(i *store.Import) string {
	s := rowCounts(i)
	switch covered := i.Days - i.LiveDays; {
	case covered == 0:
		return s
	case i.ByHand():
		return s + "; covered by a newer import"
	case i.LiveDays == 0:
		return s + "; a newer import replaces all of it"
	default:
		return s + fmt.Sprintf("; a newer import replaces %d of %d days", covered, i.Days)
	}
}

func newImportShow(env environment) *cobra.Command {
	var o diaryFlags
	cmd := &cobra.Command{
		Use:   "show ID",
		Short: "Show what was read of an import, and the refused rows with their reasons",
		Args:  usageArgs(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return withImport(cmd.Context(), env, &o, args[0], func(db *store.DB, id int64) error {
				return showImport(cmd.Context(), env.stdout, db, id)
			})
		},
	}
	o.addDB(cmd.Flags())
	return cmd
}

// withImport opens the database for a command about one import.
func withImport(ctx context.Context, env environment, o *diaryFlags, number string, do func(*store.DB, int64) error) error {
	id, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		return usagef("%q is not the number of an import; see: nutrigap import list", number)
	}
	db, err := o.openToRead(ctx, env)
	if err != nil {
		return err
	}
	defer db.Close()
	err = do(db, id)
	if errors.Is(err, store.ErrNoImport) {
		return fmt.Errorf("there is no import %d; see: nutrigap import list", id)
	}
	return err
}

func showImport(ctx context.Context, w io.Writer, db *store.DB, id int64) error {
	i, err := db.OneImport(ctx, id)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "import %d: %s\n", i.ID, report.Visible(importName(&i)))
	fmt.Fprintf(w, "  whose     %s\n", report.Visible(i.Person))
	fmt.Fprintf(w, "  when      %s\n", i.At.Local().Format("2006-01-02 15:04"))
	fmt.Fprintf(w, "  days      %d: %s\n", i.Days, period(&i))
	fmt.Fprintf(w, "  rows      %d: %s\n", i.Rows(), fate(&i))
	if !i.ByHand() {
		fmt.Fprintf(w, "  series    %s\n", report.Visible(i.Series))
		fmt.Fprintf(w, "  SHA-256   %s\n", i.Digest)
	}
	if i.Refused == 0 {
		return nil
	}
	fmt.Fprintln(w, "refused:")
	for e, err := range db.Refused(ctx, i.ID) {
		if err != nil {
			return err
		}
		printRefusal(w, e)
	}
	return nil
}

func newImportUndo(env environment) *cobra.Command {
	var o diaryFlags
	cmd := &cobra.Command{
		Use:   "undo ID",
		Short: "Take an import back, as if it had never been",
		Long: `Takes back a file, or a row that was logged, changed or removed by hand. Days that it had replaced are as
they were before, in whatever order imports are undone. What you taught the program (aliases, foods and
recipes of your own) stays.`,
		Example: "  nutrigap import undo 3",
		Args:    usageArgs(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return withImport(cmd.Context(), env, &o, args[0], func(db *store.DB, id int64) error {
				return undoImport(cmd.Context(), env.stdout, db, id)
			})
		},
	}
	o.addDB(cmd.Flags())
	return cmd
}

func undoImport(ctx context.Context, w io.Writer, db *store.DB, id int64) error {
	u, err := db.Undo(ctx, id)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "import %d is undone: %s\n", u.ID, report.Visible(importName(&u.Import)))
	if u.Returned > 0 {
		fmt.Fprintf(w, "  %s\n", plural(u.Returned, "day is again as an older import has it", "days are again as an older import has them"))
	}
	if u.Corrections > 0 {
		fmt.Fprintf(w, "  %s with its rows\n", plural(u.Corrections, "correction by hand went", "corrections by hand went"))
	}
	return nil
}
