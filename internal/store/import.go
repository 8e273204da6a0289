package store

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"time"

	"github.com/nutrigap/nutrigap/internal/diary"
)

// Source is a diary file to be taken in.
type Source struct {
	Name    string // without its folder
	Digest  string // SHA-256 of the file's bytes, hexadecimal: the same digest is the same file
	Dialect string
	Series  string // whose days this file replaces: the older imports of the same series; empty is the dialect
}

// Result is what became of a file.
type Result struct {
	Import
	Already   bool // the file had been imported before; Import tells of that time, and nothing was changed
	NewPerson bool // nothing was kept of the person until now
	Changes   Changes
}

// Import takes in everything that records yields, up to [io.EOF], as one transaction: after any other
// error, of the reader, the disk or ctx, the diary is as it was. Memory grows with the number of days and
// not of records. While another program imports, it waits.
func (db *DB) Import(ctx context.Context, src Source, records diary.Reader) (Result, error) {
	return db.take(ctx, src, records, (*sql.Tx).Commit)
}

// TryImport does all that Import does, and leaves the diary as it was.
func (db *DB) TryImport(ctx context.Context, src Source, records diary.Reader) (Result, error) {
	return db.take(ctx, src, records, (*sql.Tx).Rollback)
}

func (db *DB) take(ctx context.Context, src Source, records diary.Reader, end func(*sql.Tx) error) (Result, error) {
	tx, err := db.sql.BeginTx(ctx, nil)
	if err != nil {
		return Result{}, db.explain(ctx, err)
	}
	defer tx.Rollback() // after the end it does nothing
	person, added, err := db.ensurePerson(ctx, tx)
	if err != nil {
		return Result{}, db.explain(ctx, err)
	}
	before, err := listImports(ctx, tx, `WHERE person_id = ? AND digest = ?`, person.id, src.Digest)
	if err != nil {
		return Result{}, db.explain(ctx, err)
	}
	if len(before) > 0 {
		return Result{Import: before[0], Already: true}, nil
	}
	if src.Series == "" {
		src.Series = src.Dialect
	}
	w, err := newWriter(ctx, tx, person, db.line(src))
	if err != nil {
		return Result{}, db.explain(ctx, err)
	}
	if err := db.writeAll(ctx, w, records); err != nil {
		return Result{}, err
	}
	changes, err := merge(ctx, tx, person, &w.ledger)
	if err != nil {
		return Result{}, db.explain(ctx, err)
	}
	if err := end(tx); err != nil {
		return Result{}, db.explain(ctx, err)
	}
	return Result{Import: w.ledger, NewPerson: added, Changes: changes}, nil
}

// writeAll writes a file to its end. An error of the file names the file, any other the diary.
func (db *DB) writeAll(ctx context.Context, w *writer, records diary.Reader) error {
	for {
		record, err := records.Read()
		if err == io.EOF { // a wrapped one is a file that ends too early
			return db.explain(ctx, w.finish(ctx))
		}
		if err != nil {
			return fmt.Errorf("%s: %w", w.ledger.Name, err)
		}
		if err := w.write(ctx, record); err != nil {
			return db.explain(ctx, err)
		}
	}
}

// line is a new line of the ledger.
func (db *DB) line(src Source) Import {
	return Import{Source: src, At: db.now().UTC().Truncate(time.Second), Skipped: map[string]int{}}
}
