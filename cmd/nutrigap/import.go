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
	"time"

	"github.com/spf13/cobra"

	"github.com/nutrigap/nutrigap/internal/dialect"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/store"
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
	refused, failed := 0, false
	for _, name := range files {
		result, info, err := importFile(ctx, env, db, options, name)
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
		printResult(env.stdout, &result, info)
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

// importFile takes in one file.
func importFile(ctx context.Context, env environment, db *store.DB, options dialect.Options, name string) (store.Result, dialect.Info, error) {
	in, err := openDiaryFile(env, name)
	if err != nil {
		return store.Result{}, dialect.Info{}, err
	}
	defer in.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, in); err != nil {
		return store.Result{}, dialect.Info{}, fmt.Errorf("%s: %w", inputName(name), err)
	}
	r, info, err := dialect.Open(inputName(name), in, options)
	if err != nil {
		return store.Result{}, dialect.Info{}, err
	}
	source := store.Source{Name: filepath.Base(inputName(name)), Digest: hex.EncodeToString(sum.Sum(nil)), Dialect: info.Dialect}
	result, err := db.Import(ctx, source, r)
	return result, info, err
}

func printResult(w io.Writer, r *store.Result, info dialect.Info) {
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
	if len(info.Ignored) > 0 {
		fmt.Fprintf(w, "  columns not read: %s\n", report.Visible(strings.Join(info.Ignored, ", ")))
	}
}
