package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/nutrigap/nutrigap/internal/assess"
)

// noMark takes a mark back.
const noMark = "none"

func newDayMark(env environment) *cobra.Command {
	var o diaryFlags
	cmd := &cobra.Command{
		Use:   "mark DATE not-tracked|fasting|complete|none",
		Short: "Say whether everything of a day was written down",
		Long: `Keeps what you say of a day, which goes before what its figures suggest:

  not-tracked  not everything was written down: the day is left out of every mean
  fasting      little or nothing was eaten, and that is all: the day counts
  complete     everything was written down: the day counts
  none         takes back what was said`,
		Example: `  nutrigap day mark 2026-03-01 not-tracked
  nutrigap day mark yesterday fasting`,
		Args: usageArgs(cobra.ExactArgs(2)),
		RunE: func(cmd *cobra.Command, args []string) error {
			date, err := dayNamed(env, args[0])
			if err != nil {
				return err
			}
			var mark assess.Mark
			if args[1] != noMark {
				if mark, err = assess.ParseMark(args[1]); err != nil {
					return usagef("%w, or %s", err, noMark)
				}
			}
			db, err := o.openStore(cmd.Context(), env)
			if err != nil {
				return err
			}
			defer db.Close()
			if err := db.MarkDay(cmd.Context(), date, string(mark)); err != nil {
				return err
			}
			fmt.Fprintf(env.stdout, "%s: %s\n", date, markWords(mark))
			return nil
		},
	}
	o.addKept(cmd.Flags())
	return cmd
}

// markWords says what a mark does.
func markWords(mark assess.Mark) string {
	switch mark {
	case assess.NotTracked:
		return "not everything was written down; left out of every mean"
	case assess.Fasting:
		return "a fast; it counts as it is"
	case assess.Complete:
		return "everything was written down; it counts as it is"
	}
	return "no mark; its figures decide whether it counts"
}
