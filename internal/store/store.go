// Package store keeps people's diaries in one SQLite file: the entries as they were logged, and a ledger
// of the files that they came from.
//
// Its rule: a file is taken in whole or not at all, and what was logged comes back exactly as it went in,
// with the three states of every nutrient and the line where it stood. Nothing is ever overwritten: a
// newer file or a correction covers what was there before, until it is undone. It refuses to touch a file
// that is not its own, to open a diary of a newer version, and to decide anything about food.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// applicationID marks a database as a nutrigap diary in SQLite's header: "nutr" in ASCII.
const applicationID = 0x6e757472

// settings are those of every connection.
//
//   - busy_timeout: a second import waits for the first to end, and a large one takes seconds. Waiting
//     ends with the context.
//   - synchronous=NORMAL with a write-ahead log: a power cut can lose the last import and never part of
//     one; closing the database writes everything through.
//   - txlock=immediate: a transaction that will write queues at its beginning, where waiting is safe,
//     instead of failing in the middle.
//   - dqs=0: a misspelt column in double quotes is an error and not a string.
//   - cache_size: 16 MB. A million entries that are not in the order of their dates go in a third faster
//     than with SQLite's 2 MB; 64 MB gain nothing more.
//
// The write-ahead log itself is a property of the file, see claim.
const settings = "_busy_timeout=60000&_synchronous=NORMAL&_foreign_keys=1&_txlock=immediate&_dqs=0&_defensive=1" +
	"&_pragma=cache_size(-16000)"

// DB is an open diary. It is safe for concurrent use, also by several programs on the same file.
type DB struct {
	sql    *sql.DB
	path   string // as the person spelt it
	now    func() time.Time
	person string // whose diary is meant, see As

	scratch string // the folder of a copy that Close deletes; else empty
}

// Open opens the diary at path, creates it where there is none, readable by its owner alone, and brings
// it to this program's schema, with a backup of an older one beside it. The clock now dates the imports. A file that can't be used is an [*Error]
// with a hint, and stays as it was.
func Open(ctx context.Context, path string, now func() time.Time) (*DB, error) {
	full, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if err := prepare(ctx, full); err != nil {
		return nil, explain(ctx, path, err)
	}
	conn, err := sql.Open("sqlite", uri(full, settings))
	if err != nil {
		return nil, explain(ctx, path, err)
	}
	if err := upgrade(ctx, conn, path, now); err != nil {
		conn.Close()
		return nil, explain(ctx, path, err)
	}
	return &DB{sql: conn, path: path, now: now, person: Me}, nil
}

// Close writes everything through to the file and releases it.
func (db *DB) Close() error {
	err := explain(context.Background(), db.path, db.sql.Close())
	if db.scratch == "" {
		return err
	}
	return errors.Join(err, os.RemoveAll(db.scratch))
}

// explain names the diary in an error of its database and says what can be done about it.
func (db *DB) explain(ctx context.Context, err error) error { return explain(ctx, db.path, err) }

// uri is how SQLite is told of a file: the "file:" form alone honours parameters, and it wants a "?" or a
// "%" of the path escaped.
func uri(full, parameters string) string {
	path := filepath.ToSlash(full)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/Users/...
	}
	return (&url.URL{Scheme: "file", Path: path, RawQuery: parameters}).String()
}
