package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
)

//go:embed migrations/*.sql
var migrations embed.FS

// upgrade makes the database at conn a diary of this program's schema.
func upgrade(ctx context.Context, conn *sql.DB) error {
	if err := claim(ctx, conn); err != nil {
		return err
	}
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, conn, files, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return fmt.Errorf("reading the migrations: %w", err)
	}
	return migrate(ctx, provider)
}

// claim marks the file as a diary and gives it a write-ahead log, so that reports can be read during an
// import. Both stay with the file. The mark comes first and without the log: it then stands in the file
// itself, where identify finds it even if the program is stopped right after.
func claim(ctx context.Context, conn *sql.DB) error {
	var id int64
	if err := conn.QueryRowContext(ctx, `PRAGMA application_id`).Scan(&id); err != nil {
		return err
	}
	if id != applicationID {
		if _, err := conn.ExecContext(ctx, fmt.Sprintf(`PRAGMA application_id = %d`, applicationID)); err != nil {
			return err
		}
	}
	_, err := conn.ExecContext(ctx, `PRAGMA journal_mode = WAL`)
	return err
}

// migrate applies what is missing, each migration in a transaction of its own. It fails only if nothing
// moved: where another program upgrades the same diary at the same time, one of the two loses the race
// for a migration, and goes on from where the other got. goose itself accepts a database of a newer
// schema in silence.
func migrate(ctx context.Context, provider *goose.Provider) error {
	have, known, err := provider.GetVersions(ctx)
	if err != nil {
		return err
	}
	for have < known {
		_, failed := provider.Up(ctx)
		before := have
		if have, _, err = provider.GetVersions(ctx); err != nil {
			return err
		}
		if failed != nil && have == before {
			return fmt.Errorf("upgrading the diary: %w", failed)
		}
	}
	if have > known {
		return newer(have, known)
	}
	return nil
}
