package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/nutrigap/nutrigap/internal/app"
	"github.com/nutrigap/nutrigap/internal/dialog"
	"github.com/nutrigap/nutrigap/internal/diary"
)

func newReview(env environment) *cobra.Command {
	var o diaryFlags
	var again bool
	cmd := &cobra.Command{
		Use:   "review [FILE...]",
		Short: "Say what the doubtful foods of a diary are",
		Long: `Asks in the terminal about every food of the FILEs, or of the kept diary, that is not sure or has no match,
the most frequent first: choose with the arrow keys, search, skip it, say that it is no food or write its
recipe down. Every answer is kept at once and holds for past and future rows; "u" takes the last one back.

Without a terminal, the same is done by "nutrigap alias set" and "nutrigap recipe add".`,
		Example: "  nutrigap review\n  nutrigap review march.csv",
		RunE:    func(cmd *cobra.Command, args []string) error { return runReview(cmd.Context(), env, &o, again, args) },
	}
	o.add(cmd.Flags())
	cmd.Flags().BoolVar(&again, "again", false, "ask once more about what was skipped")
	return cmd
}

// noTerminal says that a dialogue has nobody to talk to.
type noTerminal struct{ error }

// Hint is how to do the same without a terminal.
func (noTerminal) Hint() string {
	return `say what a text means with: nutrigap alias set "TEXT" --food CODE` + "\n" +
		"the doubtful ones are at the end of: nutrigap report"
}

func runReview(ctx context.Context, env environment, o *diaryFlags, again bool, files []string) error {
	in, ok := env.stdin.(*os.File)
	if !ok || env.width == 0 || !term.IsTerminal(int(in.Fd())) {
		return noTerminal{errors.New("review needs a terminal")}
	}
	if _, there := o.kept(); !there && len(files) == 0 {
		return errors.New("the diary is empty; keep one with: nutrigap import FILE, or name a FILE here")
	}
	k, err := o.openKitchen(ctx, env, true)
	if err != nil {
		return err
	}
	defer k.close()
	doubts, err := o.doubts(ctx, env, k, again, files)
	if err != nil {
		return err
	}
	if len(doubts) == 0 {
		fmt.Fprintln(env.stdout, "nothing to review: every food is sure, or answered")
		return nil
	}
	answered, err := dialog.Run(ctx, in, env.stdout, k, doubts)
	if answered > 0 {
		fmt.Fprintf(env.stdout, "%d of %d answered; that holds for past and future rows\n", answered, len(doubts))
	}
	return err
}

// doubts are those of the files, or of everything that was kept.
func (o *diaryFlags) doubts(ctx context.Context, env environment, k *kitchen, again bool, files []string) ([]app.Doubt, error) {
	p, err := k.db.Pantry(ctx)
	if err != nil {
		return nil, err
	}
	choices, err := k.Matcher(ctx, p)
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return app.Doubts(ctx, choices, app.Stored(k.db.Entries(ctx, diary.Date{}, diary.Date{})), again)
	}
	d, err := openDiary(ctx, env, &questionFlags{diary: *o}, &app.Question{}, files)
	if err != nil {
		return nil, err
	}
	defer d.close()
	return app.Doubts(ctx, choices, d.records, again)
}
