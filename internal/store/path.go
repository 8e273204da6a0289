package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"
)

// DefaultPath is where the diary lies when nobody names a place: nutrigap/diary.db in the person's data
// folder, which is $XDG_DATA_HOME or ~/.local/share on Linux. Without a home it is an error, because a
// diary in the root folder is never meant.
func DefaultPath() (string, error) {
	if _, err := os.UserHomeDir(); err != nil && !filepath.IsAbs(os.Getenv("XDG_DATA_HOME")) {
		return "", fmt.Errorf("no place for the diary: %w; set it, or name a database with --db", err)
	}
	xdg.Reload() // it has read the environment at the start of the program
	return filepath.Join(xdg.DataHome, "nutrigap", "diary.db"), nil
}

// prepare makes sure that there is a file to open at path, and that it is a diary or empty.
func prepare(ctx context.Context, path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return create(path)
	case err != nil:
		return uncreated(err)
	case info.IsDir():
		return &Error{Err: errors.New("is a folder"), hint: "name a file in it with --db"}
	case !info.Mode().IsRegular():
		return &Error{Err: errors.New("is no ordinary file"), hint: hintOther}
	case info.Size() > 0:
		return identify(ctx, path)
	}
	// Made by touch or mktemp, or by a nutrigap that was stopped at once. It becomes a diary, so nobody
	// else may read it.
	if err := os.Chmod(path, 0o600); err != nil {
		return uncreated(err)
	}
	return nil
}

// create makes an empty file, which SQLite takes for a new database. SQLite gives its -wal and -shm files
// the mode of the database, so that this decides for all of them.
func create(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return uncreated(err)
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil // another nutrigap was a moment faster
	}
	if err != nil {
		return uncreated(err)
	}
	return f.Close()
}

// identify refuses a file that is not a nutrigap diary, without changing it or leaving anything beside
// it. The file is read through SQLite, because closing a descriptor of our own would drop the locks of
// every other connection that this process has to the same file. With writable_schema SQLite doesn't mind
// a file that is shorter than its first page says: that is a diary whose log was not yet written back in
// full, and it is made whole when it is opened.
func identify(ctx context.Context, path string) error {
	probe, err := sql.Open("sqlite", uri(path, "mode=ro&immutable=1&_pragma=writable_schema(1)"))
	if err != nil {
		return err
	}
	defer probe.Close()
	var id int64
	if err := probe.QueryRowContext(ctx, `PRAGMA application_id`).Scan(&id); err != nil {
		return err
	}
	if id != applicationID {
		return foreign("it is a database of another program")
	}
	return nil
}
