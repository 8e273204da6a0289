package main

import (
	"context"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/nutrigap/nutrigap/internal/store"
)

func newDB(env environment) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "db",
		Short: "Back up, restore and check the database of the kept diary",
		Args:  usageArgs(cobra.NoArgs),
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newDBInfo(env), newDBCheck(env), newDBBackup(env), newDBRestore(env))
	return cmd
}

func newDBInfo(env environment) *cobra.Command {
	var o diaryFlags
	cmd := &cobra.Command{
		Use:   "info",
		Short: "Say where the database is and what it keeps",
		Args:  usageArgs(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			db, err := o.openThere(cmd.Context(), env)
			if err != nil {
				return err
			}
			defer db.Close()
			info, err := db.Info(cmd.Context())
			if err != nil {
				return err
			}
			return writeInfo(env.stdout, &info)
		},
	}
	o.addDB(cmd.Flags())
	return cmd
}

func writeInfo(w io.Writer, info *store.Info) error {
	fmt.Fprintf(w, "%s\n  %d KB, schema %d\n", info.Path, (info.Bytes+1023)/1024, info.Schema)
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, p := range info.Persons {
		days := "no days"
		if p.Days > 0 {
			days = fmt.Sprintf("%s from %s to %s", plural(p.Days, "day", "days"), p.From, p.To)
		}
		fmt.Fprintf(tab, "  %s\t%s\t%s\t%s\n", p.Name, plural(p.Imports, "import", "imports"), plural(p.Entries, "row", "rows"), days)
	}
	if err := tab.Flush(); err != nil {
		return err
	}
	if info.Covered > 0 {
		fmt.Fprintf(w, "  %s kept for undo: newer imports or corrections cover them\n", plural(info.Covered, "row is", "rows are"))
	}
	for _, b := range info.Backups {
		fmt.Fprintf(w, "  a copy from before an upgrade or a restore: %s\n", b)
	}
	return nil
}

func newDBCheck(env environment) *cobra.Command {
	var o diaryFlags
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Read the whole database and say whether it is as it was written",
		Args:  usageArgs(cobra.NoArgs),
		RunE:  func(cmd *cobra.Command, _ []string) error { return runDBCheck(cmd.Context(), env, &o) },
	}
	o.addDB(cmd.Flags())
	return cmd
}

func runDBCheck(ctx context.Context, env environment, o *diaryFlags) error {
	path, err := o.path()
	if err != nil {
		return err
	}
	db, err := o.openThere(ctx, env)
	if err != nil {
		return err
	}
	defer db.Close()
	problems, err := db.Check(ctx)
	if err != nil {
		return err
	}
	for _, p := range problems {
		fmt.Fprintln(env.stdout, p)
	}
	if len(problems) > 0 {
		return fmt.Errorf("%s: is damaged\nhint: bring a backup back with: nutrigap db restore FILE", path)
	}
	fmt.Fprintf(env.stdout, "%s: all is as it was written\n", path)
	return nil
}

func newDBBackup(env environment) *cobra.Command {
	var o diaryFlags
	cmd := &cobra.Command{
		Use:   "backup FILE",
		Short: "Write a copy of the database to a new file",
		Long: `Writes a copy that only its owner can read, also while something is imported. A file that exists is never
replaced.`,
		Example: "  nutrigap db backup diary-2026-03-09.db",
		Args:    usageArgs(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			db, err := o.openThere(cmd.Context(), env)
			if err != nil {
				return err
			}
			defer db.Close()
			if err := db.Backup(cmd.Context(), args[0]); err != nil {
				return err
			}
			fmt.Fprintf(env.stdout, "%s: backup written\n", args[0])
			return nil
		},
	}
	o.addDB(cmd.Flags())
	return cmd
}

func newDBRestore(env environment) *cobra.Command {
	var o diaryFlags
	cmd := &cobra.Command{
		Use:   "restore FILE",
		Short: "Make the database what a backup has",
		Long: `Makes the database what it was when the backup was written, all of it or nothing. What is there now is
kept in a file beside it.`,
		Example: "  nutrigap db restore diary-2026-03-09.db",
		Args:    usageArgs(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			path, err := o.path()
			if err != nil {
				return err
			}
			saved, err := store.Restore(cmd.Context(), path, args[0], env.now)
			if err != nil {
				return err
			}
			fmt.Fprintf(env.stdout, "%s: restored from %s\n", path, args[0])
			if saved != "" {
				fmt.Fprintf(env.stdout, "  what was there before: %s\n", saved)
			}
			return nil
		},
	}
	o.addDB(cmd.Flags())
	return cmd
}

// openThere opens a database that has to be there already.
func (o *diaryFlags) openThere(ctx context.Context, env environment) (*store.DB, error) {
	path, err := o.path()
	if err != nil {
		return nil, err
	}
	if _, there := o.kept(); !there {
		return nil, fmt.Errorf("%s: there is no database yet; begin with: nutrigap import FILE", path)
	}
	return o.openStore(ctx, env)
}
