package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"github.com/nutrigap/nutrigap/internal/app"
	"github.com/nutrigap/nutrigap/internal/dialect"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/store"
	"github.com/nutrigap/nutrigap/nutrientdb"
)

func newImport(env environment) *cobra.Command {
	var o diaryFlags
	cmd := &cobra.Command{
		Use:   "import FILE...",
		Short: "Keep diary files, so that reports need no file",
		Long: `Takes diary files into the kept diary, each in whole or not at all. A file that was imported before
changes nothing. The database is readable by its owner alone.

` + exitHelp,
		Example: "  nutrigap import servings.csv",
		Args:    usageArgs(cobra.MinimumNArgs(1)),
		RunE:    func(cmd *cobra.Command, args []string) error { return runImport(cmd.Context(), env, &o, args) },
	}
	o.add(cmd.Flags())
	return cmd
}

func runImport(ctx context.Context, env environment, o *diaryFlags, files []string) error {
	options, err := o.options()
	if err != nil {
		return err
	}
	db, err := o.openStore(ctx, env)
	if err != nil {
		return err
	}
	defer db.Close()
	table, err := nutrientdb.Open()
	if err != nil {
		return err
	}
	defer table.Close()
	taker := &importer{db: db, options: options, matcher: sync.OnceValues(func() (*app.Choices, error) {
		return ownMatcher(ctx, env, o, table)
	})}
	refused, failed := 0, false
	for _, name := range files {
		result, err := taker.take(ctx, env, name)
		if err != nil {
			if len(files) == 1 || ctx.Err() != nil {
				return err
			}
			// One bad file must not cost the others; the exit code remembers it.
			fmt.Fprintf(env.stderr, "nutrigap: %v\n", err)
			printHint(env.stderr, err)
			failed = true
			continue
		}
		refused += result.Refused
		printResult(env.stdout, &result)
		if result.Already {
			continue
		}
		for e, err := range db.Refused(ctx, result.ID) {
			if err != nil {
				return err
			}
			printRefusal(env.stderr, e)
		}
	}
	switch {
	case failed:
		return fmt.Errorf("not every file was imported")
	case refused > 0:
		return errPartial
	}
	return nil
}

// importer takes diary files in.
type importer struct {
	db      *store.DB
	options dialect.Options
	matcher func() (*app.Choices, error) // made once, where a file is new
}

// imported is what became of a file, and of the foods in it.
type imported struct {
	store.Result
	info  dialect.Info
	foods report.Rows // of a file that was not imported before
}

// take imports one file. It is read a second time to say which of its foods are known, because matching
// may take seconds, in which nobody else could write to the diary.
func (t *importer) take(ctx context.Context, env environment, name string) (imported, error) {
	in, err := openDiaryFile(env, name)
	if err != nil {
		return imported{}, err
	}
	defer in.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, in); err != nil {
		return imported{}, fmt.Errorf("%s: %w", inputName(name), err)
	}
	r, info, err := dialect.Open(inputName(name), in, t.options)
	if err != nil {
		return imported{}, err
	}
	source := store.Source{Name: filepath.Base(inputName(name)), Digest: hex.EncodeToString(sum.Sum(nil)), Dialect: info.Dialect}
	result, err := t.db.Import(ctx, source, r)
	if err != nil || result.Already {
		return imported{Result: result, info: info}, err
	}
	foods, err := t.count(ctx, name, in)
	return imported{result, info, foods}, err
}

// count says how many rows of a file have a food.
func (t *importer) count(ctx context.Context, name string, in diaryFile) (report.Rows, error) {
	m, err := t.matcher()
	if err != nil {
		return report.Rows{}, err
	}
	r, _, err := dialect.Open(inputName(name), in, t.options)
	if err != nil {
		return report.Rows{}, err
	}
	return app.Count(ctx, m, app.Read(r))
}

func printResult(w io.Writer, r *imported) {
	name := report.Visible(r.Name)
	if r.Already {
		fmt.Fprintf(w, "%s: already imported on %s; nothing changed\n", name, r.At.Local().Format(time.DateOnly))
		return
	}
	fmt.Fprintf(w, "%s: %d rows read (%s), %d kept", name, r.Rows(), r.Dialect, r.Entries)
	for _, reason := range slices.Sorted(maps.Keys(r.Skipped)) {
		fmt.Fprintf(w, ", %d left out (%s)", r.Skipped[reason], reason)
	}
	if r.Refused > 0 {
		fmt.Fprintf(w, ", %d refused", r.Refused)
	}
	fmt.Fprintln(w)
	if len(r.info.Ignored) > 0 {
		fmt.Fprintf(w, "  columns not read: %s\n", report.Visible(strings.Join(r.info.Ignored, ", ")))
	}
	fmt.Fprintf(w, "  foods: %s\n", r.foods.Sentence())
	if r.foods.Review+r.foods.Unmatched > 0 {
		fmt.Fprintln(w, "  say what they are with: nutrigap review")
	}
}
