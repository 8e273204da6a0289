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
	return openScratch(ctx, path, now, func(scratch string) error {
		if version == 0 {
			return nil
		}
		return explain(ctx, path, copyTo(ctx, probe, scratch))
	})
}

// OpenToRead opens the diary at path. Where there is none, it opens an empty one that is deleted by Close, so
// that to look makes nothing.
func OpenToRead(ctx context.Context, path string, now func() time.Time) (*DB, error) {
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		return Open(ctx, path, now)
	}
	return openScratch(ctx, path, now, func(string) error { return nil })
}

// openScratch opens a diary that is deleted by Close, in the place of the one at path. Fill may write the file
// before.
func openScratch(ctx context.Context, path string, now func() time.Time, fill func(scratch string) error) (*DB, error) {
	dir, err := os.MkdirTemp("", "nutrigap-*")
	if err != nil {
		return nil, err
	}
	scratch := filepath.Join(dir, "diary.db")
	var db *DB
	if err = fill(scratch); err == nil {
		db, err = Open(ctx, scratch, now)
	}
	if err != nil {
		os.RemoveAll(dir)
		return nil, err
	}
	db.path, db.scratch = path, dir
	return db, nil
}
