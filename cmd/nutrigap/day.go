package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/nutrigap/nutrigap/internal/app"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/store"
)

func newDay(env environment) *cobra.Command {
	var o diaryFlags
	cmd := &cobra.Command{
		Use:   "day [DATE]",
		Short: "List a day as it was logged; correct or remove a row, or mark the day",
		Long: `Lists the rows of a day (2026-03-01, yesterday or today, which it is without a DATE), each with the
number that edit and remove want, and with the file and line that it came from.`,
		Example: `  nutrigap day 2026-03-01
  nutrigap day edit 12 --amount "2 slices"
  nutrigap day remove 12
  nutrigap day mark 2026-03-01 not-tracked`,
		Args: usageArgs(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			date, err := dayNamed(env, strings.Join(args, ""))
			if err != nil {
				return err
			}
			return runDay(cmd.Context(), env, &o, date)
		},
	}
	o.addKept(cmd.Flags())
	cmd.AddCommand(newDayEdit(env), newDayRemove(env), newDayMark(env))
	return cmd
}

// dayNamed is a day as a person names it; nothing is today.
func dayNamed(env environment, text string) (diary.Date, error) {
	today := diary.DateOf(env.now())
	switch text {
	case "", "today":
		return today, nil
	case "yesterday":
		return today.AddDays(-1), nil
	}
	date, err := diary.ParseDate(text)
	if err != nil {
		return diary.Date{}, usagef("%w, or yesterday", err)
	}
	return date, nil
}

func runDay(ctx context.Context, env environment, o *diaryFlags, date diary.Date) error {
	db, err := o.openToRead(ctx, env)
	if err != nil {
		return err
	}
	defer db.Close()
	rows, err := db.Day(ctx, date)
	if err != nil {
		return err
	}
	if len(rows) == 0 {
		fmt.Fprintf(env.stdout, "%s: nothing is logged\n", date)
		return nil
	}
	fmt.Fprintf(env.stdout, "%s: %s\n", date, plural(len(rows), "row", "rows"))
	return writeRows(env.stdout, rows...)
}

// writeRows lists rows in columns, without those that are empty in all of them.
func writeRows(w io.Writer, rows ...store.Row) error {
	var lines [][]string
	used := map[int]bool{}
	for _, r := range rows {
		line := []string{strconv.FormatInt(r.Number, 10), r.Time, r.Meal, r.Label(), r.Amount, r.Note, r.Pos.String()}
		for i, cell := range line {
			used[i] = used[i] || cell != ""
		}
		lines = append(lines, line)
	}
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, line := range lines {
		var cells []string
		for i, cell := range line {
			if used[i] {
				cells = append(cells, report.Visible(cell))
			}
		}
		fmt.Fprintf(tab, "  %s\n", strings.Join(cells, "\t"))
	}
	return tab.Flush()
}

// rowFlags say what a row is.
type rowFlags struct{ date, time, meal, food, amount, note string }

func (o *rowFlags) add(f *pflag.FlagSet, date string) {
	f.StringVar(&o.date, "date", "", date)
	f.StringVar(&o.time, "time", "", "the time, 07:30")
	f.StringVar(&o.meal, "meal", "", "the meal")
	f.StringVar(&o.amount, "amount", "", `how much, "2 slices" or "120 g"`)
	f.StringVar(&o.note, "note", "", "a note")
}

// correction is what the given flags say.
func (o *rowFlags) correction(env environment, f *pflag.FlagSet) (app.Correction, error) {
	var c app.Correction
	for _, field := range []struct {
		flag string
		text *string
		into **string
	}{
		{"time", &o.time, &c.Time}, {"meal", &o.meal, &c.Meal}, {"food", &o.food, &c.Food},
		{"amount", &o.amount, &c.Amount}, {"note", &o.note, &c.Note},
	} {
		if f.Changed(field.flag) {
			*field.into = field.text
		}
	}
	if f.Changed("date") {
		date, err := dayNamed(env, o.date)
		if err != nil {
			return c, err
		}
		c.Date = &date
	}
	return c, nil
}

func newDayEdit(env environment) *cobra.Command {
	var o diaryFlags
	var row rowFlags
	cmd := &cobra.Command{
		Use:   "edit ROW",
		Short: "Correct a row of the kept diary",
		Long: `Changes what the flags say of the row with that number, see "nutrigap day". Values that the app gave follow
the number of the same measure; of another food or measure they are unknown, and the nutrient table fills
them in. The correction stays when a newer export repeats the row; "nutrigap import undo" takes it back.`,
		Example: `  nutrigap day edit 12 --amount "2 slices"`,
		Args:    usageArgs(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := row.correction(env, cmd.Flags())
			if err != nil {
				return err
			}
			if c == (app.Correction{}) {
				return usagef("say what the row should be, with --date, --time, --meal, --food, --amount or --note")
			}
			return withRow(cmd.Context(), env, &o, args[0], func(db *store.DB, number int64) error {
				return editRow(cmd.Context(), env.stdout, db, number, &c)
			})
		},
	}
	o.addKept(cmd.Flags())
	row.add(cmd.Flags(), "the day, 2026-03-01, yesterday or today")
	cmd.Flags().StringVar(&row.food, "food", "", "the food")
	return cmd
}

// withRow opens the database for a command about one row.
func withRow(ctx context.Context, env environment, o *diaryFlags, number string, do func(*store.DB, int64) error) error {
	n, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		return usagef("%q is not the number of a row; see: nutrigap day DATE", number)
	}
	db, err := o.openToRead(ctx, env)
	if err != nil {
		return err
	}
	defer db.Close()
	err = do(db, n)
	if errors.Is(err, store.ErrNoRow) {
		return fmt.Errorf("the diary has no row %d; see: nutrigap day DATE", n)
	}
	return err
}

func editRow(ctx context.Context, w io.Writer, db *store.DB, number int64, c *app.Correction) error {
	var values app.Values
	before, after, err := db.Edit(ctx, number, func(e *diary.Entry) (err error) {
		if values, err = c.Apply(e); err != nil {
			return usageError{err}
		}
		return nil
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "row %d was: %s\n", before.Number, report.Visible(wholeRow(before.Entry)))
	fmt.Fprintf(w, "row %d is:  %s\n", after.Number, report.Visible(wholeRow(after.Entry)))
	switch values {
	case app.Scaled:
		fmt.Fprintln(w, "  the diary's values follow the amount")
	case app.Dropped:
		fmt.Fprintln(w, "  the diary's values were of another food or measure and are unknown now")
	}
	fmt.Fprintf(w, "  to have it as before: nutrigap import undo %d\n", after.ImportID)
	return nil
}

// wholeRow is an entry with all that a person can change.
func wholeRow(e *diary.Entry) string {
	words := []string{e.Date.String(), e.Time, e.Meal, e.Label(), e.Amount, e.Note}
	return strings.Join(slices.DeleteFunc(words, func(s string) bool { return s == "" }), ", ")
}

func newDayRemove(env environment) *cobra.Command {
	var o diaryFlags
	cmd := &cobra.Command{
		Use:   "remove ROW",
		Short: "Take a row out of the kept diary",
		Long: `Takes the row with that number out, see "nutrigap day". It stays out when a newer export repeats it;
"nutrigap import undo" brings it back.`,
		Example: "  nutrigap day remove 12",
		Args:    usageArgs(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return withRow(cmd.Context(), env, &o, args[0], func(db *store.DB, number int64) error {
				removed, id, err := db.Remove(cmd.Context(), number)
				if err != nil {
					return err
				}
				fmt.Fprintf(env.stdout, "row %d is removed: %s\n", removed.Number, report.Visible(wholeRow(removed.Entry)))
				fmt.Fprintf(env.stdout, "  to have it as before: nutrigap import undo %d\n", id)
				return nil
			})
		},
	}
	o.addKept(cmd.Flags())
	return cmd
}
