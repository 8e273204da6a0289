package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"modernc.org/sqlite"
)

// Backup writes the database as it is at this moment to a new file that only its owner can read, also
// while others import. A file that exists is never replaced.
func (db *DB) Backup(ctx context.Context, file string) error {
	return db.explain(ctx, copyTo(ctx, db.sql, file))
}

// copyTo writes a database to a file, which appears under its name only when it is complete.
func copyTo(ctx context.Context, q execer, file string) error {
	if _, err := os.Lstat(file); !errors.Is(err, fs.ErrNotExist) {
		if err == nil {
			err = fs.ErrExist
		}
		return unwritten(file, err)
	}
	f, err := os.CreateTemp(filepath.Dir(file), ".nutrigap-*") // 0600 by definition
	if err != nil {
		return unwritten(file, err)
	}
	defer os.Remove(f.Name()) // where it was renamed, there is nothing left to remove
	defer f.Close()
	full, err := filepath.Abs(f.Name()) // "file:x" is a name here and not a URI
	if err != nil {
		return unwritten(file, err)
	}
	if _, err := q.ExecContext(ctx, `VACUUM INTO ?`, full); err != nil {
		return fmt.Errorf("copying to %s: %w", file, err)
	}
	if err := f.Sync(); err != nil {
		return unwritten(file, err)
	}
	if err := os.Rename(f.Name(), file); err != nil {
		return unwritten(file, err)
	}
	return nil
}

// unwritten is a file that the database can't be copied to.
func unwritten(file string, err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return complaint{fmt.Errorf("%s: can't be written: %w", file, err)}
}

// Restore makes the database at path what it was when file was written, a backup or another diary. It is
// all or nothing, also for programs that have the database open. What was there before is kept beside it,
// in the file saved, which is empty where there was nothing; a damaged database is moved there.
func Restore(ctx context.Context, path, file string, now func() time.Time) (saved string, err error) {
	if err := checkBackup(ctx, file); err != nil {
		return "", err
	}
	info, err := os.Stat(path)
	if err != nil || info.Size() == 0 {
		return "", restore(ctx, path, file, now)
	}
	saved = beside(path, "before-restore", now)
	db, err := Open(ctx, path, now)
	if err == nil {
		err = errors.Join(db.Backup(ctx, saved), db.Close())
	}
	if errors.Is(err, ErrDamaged) {
		saved = beside(path, "damaged", now)
		err = moveAside(path, saved)
	}
	if err != nil {
		return "", err
	}
	return saved, restore(ctx, path, file, now)
}

// checkBackup refuses a file that is no diary, is damaged, or is newer than this program.
func checkBackup(ctx context.Context, file string) error {
	version, probe, err := inspect(ctx, file)
	if err != nil {
		return explain(ctx, file, err)
	}
	defer probe.Close()
	if version == 0 {
		return explain(ctx, file, foreign("it is empty"))
	}
	if err := explain(ctx, file, tooNew(version)); err != nil {
		return err
	}
	problems, err := integrity(ctx, probe)
	if err == nil && len(problems) > 0 {
		err = damaged(errors.New(problems[0]))
	}
	return explain(ctx, file, err)
}

// restore copies file over the database at path in one transaction.
func restore(ctx context.Context, path, file string, now func() time.Time) error {
	db, err := Open(ctx, path, now)
	if err != nil {
		return err
	}
	defer db.Close()
	full, err := filepath.Abs(file)
	if err != nil {
		return err
	}
	conn, err := db.sql.Conn(ctx)
	if err != nil {
		return db.explain(ctx, err)
	}
	defer conn.Close()
	err = conn.Raw(func(c any) error {
		copying, err := c.(restorer).NewRestore(uri(full, "mode=ro"))
		if err != nil {
			return err
		}
		_, err = copying.Step(-1)
		return errors.Join(err, copying.Finish())
	})
	if err != nil {
		return db.explain(ctx, err)
	}
	return db.explain(ctx, upgrade(ctx, db.sql, path, now)) // it may be older
}

// restorer is what a connection of the driver can do.
type restorer interface {
	driver.Conn
	NewRestore(uri string) (*sqlite.Backup, error)
}

// beside names a new file next to the database by the reason why it is kept, and the time.
func beside(path, reason string, now func() time.Time) string {
	name := path + "." + reason + "-" + now().UTC().Format("20060102T150405Z")
	for n := 2; ; n++ {
		if _, err := os.Lstat(name); err != nil {
			return name
		}
		name = fmt.Sprintf("%s.%d", strings.TrimSuffix(name, fmt.Sprintf(".%d", n-1)), n)
	}
}

// moveAside renames a database with its log, without which it would be another one.
func moveAside(path, saved string) error {
	for _, suffix := range []string{"-wal", "-shm", ""} {
		err := os.Rename(path+suffix, saved+suffix)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return unwritten(saved+suffix, err)
		}
	}
	return nil
}

// inspect opens a diary to read and finds its schema, 0 for an empty file. The file stays as it is.
func inspect(ctx context.Context, path string) (version int64, probe *sql.DB, err error) {
	full, err := filepath.Abs(path)
	if err != nil {
		return 0, nil, err
	}
	info, err := os.Stat(full)
	if err != nil {
		return 0, nil, unread(err)
	}
	if !info.Mode().IsRegular() {
		return 0, nil, &Error{Err: errors.New("is no ordinary file")}
	}
	if info.Size() > 0 {
		if err := identify(ctx, full); err != nil {
			return 0, nil, err
		}
	}
	if probe, err = sql.Open("sqlite", uri(full, "mode=ro&_busy_timeout=60000&_dqs=0")); err != nil {
		return 0, nil, err
	}
	if version, err = schemaOf(ctx, probe); err != nil {
		probe.Close()
		return 0, nil, err
	}
	return version, probe, nil
}

// unread is a file that can't be looked at.
func unread(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return &Error{Err: fmt.Errorf("can't be read: %w", err)}
}
