package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"github.com/pressly/goose/v3"
)

//go:embed migrations/*.sql
var migrations embed.FS

// upgrade makes the database at conn a diary of this program's schema. What an older version wrote is
// copied first, to a file beside the database.
func upgrade(ctx context.Context, conn *sql.DB, path string, now func() time.Time) error {
	if err := claim(ctx, conn); err != nil {
		return err
	}
	provider, err := newProvider(conn)
	if err != nil {
		return err
	}
	have, err := schemaOf(ctx, conn)
	if err != nil {
		return err
	}
	known, err := newestSchema()
	if err != nil {
		return err
	}
	if have > 0 && have < known {
		if err := backUp(ctx, conn, beside(path, fmt.Sprintf("schema-%d", have), now)); err != nil {
			return err
		}
	}
	return migrate(ctx, provider)
}

// schemaOf is the version of a database's schema, 0 where there is none yet. goose takes one that can't be
// read for one that isn't there.
func schemaOf(ctx context.Context, q querier) (version int64, err error) {
	err = q.QueryRowContext(ctx, `SELECT count(*) FROM sqlite_schema WHERE name = 'goose_db_version'`).Scan(&version)
	if err == nil && version > 0 {
		err = q.QueryRowContext(ctx, `SELECT coalesce(max(version_id), 0) FROM goose_db_version`).Scan(&version)
	}
	return version, err
}

func newProvider(conn *sql.DB) (*goose.Provider, error) {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return nil, err
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, conn, files, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return nil, fmt.Errorf("reading the migrations: %w", err)
	}
	return provider, nil
}

// backUp copies a diary that has something in it. One without is being made at this moment, by another
// program.
func backUp(ctx context.Context, conn *sql.DB, file string) error {
	tables, err := texts(ctx, conn, `
		SELECT name FROM sqlite_schema
		WHERE type = 'table' AND name NOT IN ('goose_db_version', 'person') AND name NOT LIKE 'sqlite_%'`)
	if err != nil {
		return err
	}
	used := false
	for _, table := range tables {
		var some bool
		if err := conn.QueryRowContext(ctx, fmt.Sprintf(`SELECT EXISTS (SELECT 1 FROM %q)`, table)).Scan(&some); err != nil {
			return err
		}
		used = used || some
	}
	if !used {
		return nil
	}
	err = copyTo(ctx, conn, file)
	if errors.Is(err, fs.ErrExist) {
		return nil // another program does the same in the same second
	}
	return err
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
	return tooNew(have)
}

// newestSchema is the schema of this program.
func newestSchema() (newest int64, err error) {
	files, err := migrations.ReadDir("migrations")
	for _, f := range files {
		n, err := goose.NumericComponent(f.Name())
		if err != nil {
			return 0, err
		}
		newest = max(newest, n)
	}
	return newest, err
}

// tooNew refuses a schema that this program doesn't know.
func tooNew(have int64) error {
	known, err := newestSchema()
	if err == nil && have > known {
		return newer(have, known)
	}
	return err
}
