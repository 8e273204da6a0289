package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// OpenToTry opens the diary at path for [DB.TryImport]. Where Open would have to create or upgrade it, it
// opens a copy that is deleted by Close, so that the file stays as it is.
func OpenToTry(ctx context.Context, path string, now func() time.Time) (*DB, error) {
	version, probe, err := inspect(ctx, path)
	missing := errors.Is(err, fs.ErrNotExist)
	if err != nil && !missing {
		return nil, explain(ctx, path, err)
	}
	if probe != nil {
		defer probe.Close()
	}
	if known, err := newestSchema(); err != nil || version >= known {
		return Open(ctx, path, now) // also to refuse a newer one
	}
	dir, err := os.MkdirTemp("", "nutrigap-*")
	if err != nil {
		return nil, err
	}
	scratch := filepath.Join(dir, "diary.db")
	if version > 0 {
		err = explain(ctx, path, copyTo(ctx, probe, scratch))
	}
	var db *DB
	if err == nil {
		db, err = Open(ctx, scratch, now)
	}
	if err != nil {
		os.RemoveAll(dir)
		return nil, err
	}
	db.path, db.scratch = path, dir
	return db, nil
}
