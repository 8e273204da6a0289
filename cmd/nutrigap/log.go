package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nutrigap/nutrigap/internal/app"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/nutrientdb"
)

func newLog(env environment) *cobra.Command {
	var o diaryFlags
	var row rowFlags
	cmd := &cobra.Command{
		Use:   "log FOOD",
		Short: "Add a row to the kept diary by hand",
		Long: `Adds what was eaten, in your own words, to today or to the day of --date, and says which foods were
understood. A sentence may hold several foods and their amounts.`,
		Example: `  nutrigap log "2 eggs and toast"
  nutrigap log lentil soup --amount "1 bowl" --meal lunch --date yesterday`,
		Args: usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			row.food = strings.Join(args, " ")
			c, err := row.correction(env, cmd.Flags())
			if err != nil {
				return err
			}
			c.Food = &row.food
			e, err := app.ByHand(diary.DateOf(env.now()), &c)
			if err != nil {
				return usageError{err}
			}
			return runLog(cmd.Context(), env, &o, e)
		},
	}
	o.addKept(cmd.Flags())
	row.add(cmd.Flags(), "the day, 2026-03-01, yesterday or today (default: today)")
	return cmd
}

func runLog(ctx context.Context, env environment, o *diaryFlags, e *diary.Entry) error {
	table, err := nutrientdb.Open()
	if err != nil {
		return err
	}
	defer table.Close()
	matcher, err := ownMatcher(ctx, env, o, table)
	if err != nil {
		return err
	}
	db, err := o.openStore(ctx, env)
	if err != nil {
		return err
	}
	defer db.Close()
	logged, err := db.Log(ctx, e)
	if err != nil {
		return err
	}
	fmt.Fprintf(env.stdout, "row %d: %s\n", logged.Number, report.Visible(wholeRow(e)))
	for _, item := range matcher.Match(match.Query{Food: e.Food, Amount: e.Amount}) {
		fmt.Fprintf(env.stdout, "  %s: %s\n", item.Status, report.Visible(matchLine(item)))
	}
	fmt.Fprintf(env.stdout, "  to take it back: nutrigap import undo %d\n", logged.ImportID)
	return nil
}
