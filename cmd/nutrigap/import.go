package main

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"github.com/nutrigap/nutrigap/internal/app"
	"github.com/nutrigap/nutrigap/internal/dialect"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/store"
	"github.com/nutrigap/nutrigap/nutrientdb"
)

func newImport(env environment) *cobra.Command {
	var o importOptions
	cmd := &cobra.Command{
		Use:   "import FILE...",
		Short: "Keep diary files, so that reports need no file; list, show and undo that",
		Long: `Takes diary files into the kept diary, each in whole or not at all. A file that was imported before
changes nothing. A day that an older export of the same app had is from now on as the newer file has it;
the summary says what changed, and "nutrigap import undo" brings it back. The database is readable by its
owner alone. With --summary the FILEs are what "nutrigap export" made: summary.json, its ZIP or a locked .age. A file that is called list, show or undo is written ./list.

` + exitHelp,
		Example: `  nutrigap import servings.csv
  nutrigap import --dry-run servings.csv
  nutrigap import undo 3`,
		Args: usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if o.summary {
				return showSummaries(env, &o.secret, args)
			}
			return runImport(cmd.Context(), env, &o, args)
		},
	}
	o.diary.add(cmd.Flags())
	cmd.Flags().StringVar(&o.series, "series", "", "a name for files that replace each other's days, and no others'\n(default: the dialect, so that a newer export replaces an older one)")
	cmd.Flags().BoolVar(&o.dryRun, "dry-run", false, "say what would be kept and changed, and write nothing")
	cmd.Flags().BoolVar(&o.summary, "summary", false, "the files are summaries that somebody sent: show one, set several side by side,\nand keep nothing")
	o.secret.add(cmd.Flags())
	cmd.AddCommand(newImportList(env), newImportShow(env), newImportUndo(env))
	return cmd
}

type importOptions struct {
	diary  diaryFlags
	series string
	dryRun bool

	summary bool
	secret  passphraseFlags
}

func runImport(ctx context.Context, env environment, o *importOptions, files []string) error {
	options, err := o.diary.options()
	if err != nil {
		return err
	}
	open := store.Open
	if o.dryRun {
		open = store.OpenToTry
	}
	var kept *store.DB
	defer func() {
		if kept != nil {
			kept.Close()
		}
	}()
	table, err := nutrientdb.Open()
	if err != nil {
		return err
	}
	defer table.Close()
	taker := &importer{options: options, series: strings.TrimSpace(o.series), dryRun: o.dryRun}
	taker.db = sync.OnceValues(func() (*store.DB, error) {
		db, err := o.diary.openWith(ctx, env, open)
		kept = db
		return db, err
	})
	taker.matcher = sync.OnceValues(func() (*app.Choices, error) { return ownMatcher(ctx, env, &o.diary, table) })
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
		printResult(env.stdout, &result, o.dryRun)
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
	db      func() (*store.DB, error) // opened once, where a file can be read, so that none is made for nothing
	options dialect.Options
	series  string // empty: the dialect
	dryRun  bool
	matcher func() (*app.Choices, error) // made once, where a file is new
}

// imported is what became of a file, and of the foods in it.
type imported struct {
	store.Result
	info  dialect.Info
	foods report.Rows // of a file that was not imported before
}

// take imports one file, and counts meanwhile which of its foods are known.
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
	source := store.Source{
		Name:    filepath.Base(inputName(name)),
		Digest:  hex.EncodeToString(sum.Sum(nil)),
		Dialect: info.Dialect,
		Series:  t.series,
	}
	db, err := t.db()
	if err != nil {
		return imported{}, err
	}
	keep := db.Import
	if t.dryRun {
		keep = db.TryImport
	}
	counter := app.NewCounter(func() (app.Matcher, error) { return t.matcher() })
	result, err := keep(ctx, source, counting{refusing{r, env.stderr}, counter})
	foods, failed := counter.Rows()
	return imported{result, info, foods}, cmp.Or(err, failed)
}

// counting counts what is read.
type counting struct {
	diary.Reader
	counter *app.Counter
}

// Read reads on.
func (c counting) Read() (diary.Record, error) {
	record, err := c.Reader.Read()
	if err == nil {
		c.counter.Add(record)
	}
	return record, err
}

// refusing says of each row that can't be read why, as it comes.
type refusing struct {
	diary.Reader
	messages io.Writer
}

// Read reads on.
func (r refusing) Read() (diary.Record, error) {
	record, err := r.Reader.Read()
	if bad, ok := record.(*diary.SyntaxError); ok {
		printRefusal(r.messages, bad)
	}
	return record, err
}
