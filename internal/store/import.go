package store

import (
	"context"
	"database/sql"
	"errors"
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
}

// Result is what became of a file.
type Result struct {
	Import
	Already bool // the file had been imported before; Import tells of that time, and nothing was changed
}

// Import takes in everything that records yields, up to [io.EOF], as one transaction: after any other
// error, of the reader, the disk or ctx, the diary is as it was. Memory does not grow with the number of
// records. While another program imports, it waits.
func (db *DB) Import(ctx context.Context, src Source, records diary.Reader) (Result, error) {
	tx, err := db.sql.BeginTx(ctx, nil)
	if err != nil {
		return Result{}, db.explain(ctx, err)
	}
	defer tx.Rollback() // after the commit it does nothing
	before, err := findImport(ctx, tx, src.Digest)
	if err == nil {
		return Result{Import: before, Already: true}, nil
	}
	if !errors.Is(err, sql.ErrNoRows) {
		return Result{}, db.explain(ctx, err)
	}
	w, err := newWriter(ctx, tx, Import{Source: src, At: db.now().UTC().Truncate(time.Second)})
	if err != nil {
		return Result{}, db.explain(ctx, err)
	}
	for {
		record, err := records.Read()
		if err == io.EOF { // a wrapped one is a file that ends too early
			break
		}
		if err != nil {
			return Result{}, fmt.Errorf("%s: %w", src.Name, err)
		}
		if err := w.write(ctx, record); err != nil {
			return Result{}, db.explain(ctx, err)
		}
	}
	if err := w.finish(ctx); err != nil {
		return Result{}, db.explain(ctx, err)
	}
	if err := tx.Commit(); err != nil {
		return Result{}, db.explain(ctx, err)
	}
	return Result{Import: w.ledger}, nil
}
