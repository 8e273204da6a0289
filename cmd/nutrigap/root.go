package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
)

// environment is everything that a command may know of the world outside.
type environment struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	now            func() time.Time
	getenv         func(string) string
	width          int       // columns of the terminal on stdout, 0 where it is none
	progress       *progress // of long work; nil where stderr is no terminal
	pager          *pager    // for long text; nil where stdout is no terminal
}

// made is the time that files say they were made at: now, or SOURCE_DATE_EPOCH (reproducible-builds.org), so
// that the same diary can give the same bytes.
func (e environment) made() time.Time {
	if seconds, err := strconv.ParseInt(e.getenv("SOURCE_DATE_EPOCH"), 10, 64); err == nil {
		return time.Unix(seconds, 0).UTC()
	}
	return e.now()
}

// color reports whether stdout wants colour: a terminal, and nobody set NO_COLOR (no-color.org).
func (e environment) color() bool {
	return e.width > 0 && e.getenv("NO_COLOR") == "" && e.getenv("TERM") != "dumb"
}

// The exit codes that scripts rely on.
const (
	exitDone    = 0
	exitFailed  = 1
	exitUsage   = 2
	exitPartial = 3
)

const exitHelp = `Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some rows were refused.`

// usageError is a mistake in how the command was called.
type usageError struct{ error }

// Unwrap is the mistake itself, which may know what to do about it.
func (e usageError) Unwrap() error { return e.error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// errPartial ends a command that did its work although some rows were refused. The rows were already
// reported, so that nothing is left to print.
var errPartial = errors.New("some rows were refused")

// hinter is an error that knows what the person can do about it.
type hinter interface{ Hint() string }

// run executes one command line and returns its exit code. It is the only place that prints an error.
func run(ctx context.Context, env environment, args []string) int {
	root := newRoot(env)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	var usage usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errPartial):
		return exitPartial
	case errors.As(err, &usage):
		fmt.Fprintf(env.stderr, "nutrigap: %v\n", err)
		printHint(env.stderr, err)
		return exitUsage
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(env.stderr, "nutrigap: interrupted")
		return exitFailed
	default:
		fmt.Fprintf(env.stderr, "nutrigap: %v\n", err)
		printHint(env.stderr, err)
		return exitFailed
	}
}

func printHint(w io.Writer, err error) {
	var h hinter
	if errors.As(err, &h) && h.Hint() != "" {
		fmt.Fprintf(w, "hint: %s\n", strings.ReplaceAll(h.Hint(), "\n", "\n      "))
	}
}

func newRoot(env environment) *cobra.Command {
	root := &cobra.Command{
		Use:   "nutrigap",
		Short: "Which nutrients does this food diary fall short of, and could that be why muscles hurt?",
		Long: `nutrigap reads a food diary, looks the foods up in a nutrient table that it carries along, and
reports which nutrients fall short of reference values, how much of that is known, and what that can
and can't explain about sore, cramping or weak muscles. Everything stays on this computer.

It informs and does not diagnose.

` + exitHelp,
		SilenceErrors:     true,
		SilenceUsage:      true,
		Args:              usageArgs(cobra.NoArgs),
		RunE:              func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
	}
	root.SetIn(env.stdin)
	root.SetOut(env.stdout)
	root.SetErr(env.stderr)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usagef("%w\nhint: see %s --help", err, cmd.CommandPath())
	})
	root.AddCommand(
		newReport(env),
		newExport(env),
		newCompare(env),
		newChart(env),
		newImport(env),
		newDialects(env),
		newDay(env),
		newLog(env),
		newProfile(env),
		newSymptoms(env),
		newDB(env),
		newExplain(env),
		newSuggest(env),
		newMatch(env),
		newFoods(env),
		newAlias(env),
		newRecipe(env),
		newReview(env),
	)
	return root
}

// usageArgs turns the complaint of a cobra argument check into a usage error.
func usageArgs(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			return usagef("%w\nhint: see %s --help", err, cmd.CommandPath())
		}
		return nil
	}
}
