package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"

	"github.com/nutrigap/nutrigap/internal/diary"
)

// Hand is the dialect of what was written by hand.
const Hand = "hand"

// ErrNoRow is a number that no row which counts in the person's diary has.
var ErrNoRow = errors.New("no such row")

// Log adds an entry by hand, as a line of its own in the ledger.
func (db *DB) Log(ctx context.Context, e *diary.Entry) (Row, error) {
	var logged Row
	err := db.write(ctx, func(tx *sql.Tx) error {
		p, _, err := db.ensurePerson(ctx, tx)
		if err != nil {
			return err
		}
		logged, err = db.byHand(ctx, tx, p, "logged by hand", e)
		return err
	})
	return logged, err
}

// Edit changes a row: change gets a copy of the entry. The ledger gets a line; undoing it brings the row
// back as it was. The new row has a number of its own.
func (db *DB) Edit(ctx context.Context, number int64, change func(*diary.Entry) error) (before, after Row, err error) {
	err = db.write(ctx, func(tx *sql.Tx) error {
		p, err := db.whose(ctx, tx)
		if err != nil {
			return err
		}
		if before, err = findRow(ctx, tx, p, number); err != nil {
			return err
		}
		e := *before.Entry
		if err := change(&e); err != nil {
			return complaint{err}
		}
		if after, err = db.byHand(ctx, tx, p, "changed by hand", &e); err != nil {
			return err
		}
		return correct(ctx, tx, before, after.ImportID)
	})
	return before, after, err
}

// Remove takes a row out of the diary, as a line of the ledger with that number. Undoing it brings the row
// back.
func (db *DB) Remove(ctx context.Context, number int64) (removed Row, importID int64, err error) {
	err = db.write(ctx, func(tx *sql.Tx) error {
		p, err := db.whose(ctx, tx)
		if err != nil {
			return err
		}
		if removed, err = findRow(ctx, tx, p, number); err != nil {
			return err
		}
		none, err := db.byHand(ctx, tx, p, "removed by hand", nil)
		if err != nil {
			return err
		}
		importID = none.ImportID
		return correct(ctx, tx, removed, importID)
	})
	return removed, importID, err
}

// byHand writes a line of the ledger with at most one entry.
func (db *DB) byHand(ctx context.Context, tx *sql.Tx, p person, name string, e *diary.Entry) (Row, error) {
	w, err := newWriter(ctx, tx, p, db.line(Source{Name: name, Digest: Hand + " " + rand.Text(), Dialect: Hand}))
	if err != nil {
		return Row{}, err
	}
	r := Row{ImportID: w.ledger.ID, Entry: e}
	if e == nil {
		return r, w.finish(ctx)
	}
	e.Pos = diary.Pos{File: name}
	if err := w.write(ctx, e); err != nil {
		return Row{}, err
	}
	if err := w.finish(ctx); err != nil {
		return Row{}, err
	}
	err = tx.QueryRowContext(ctx, `SELECT max(id) FROM entry`).Scan(&r.Number)
	return r, err
}

// findRow is a row that counts.
func findRow(ctx context.Context, tx *sql.Tx, p person, number int64) (found Row, err error) {
	var text string
	err = tx.QueryRowContext(ctx, `SELECT date FROM entry WHERE id = ?`, number).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		return Row{}, complaint{fmt.Errorf("%d: %w", number, ErrNoRow)}
	}
	if err != nil {
		return Row{}, err
	}
	date, err := diary.ParseDate(text)
	if err != nil {
		return Row{}, damaged(err)
	}
	err = readRows(ctx, tx, liveDay, p, date, date, func(r Row) bool {
		if r.Number == number {
			found = r
		}
		return true // to the end, so that the whole day is checked
	})
	if err == nil && found.Entry == nil {
		err = complaint{fmt.Errorf("%d: %w", number, ErrNoRow)}
	}
	return found, err
}

// correct lets an import count instead of a row. A row that is itself a correction stands for the rows that
// it corrects, so that corrections never build on each other.
func correct(ctx context.Context, tx *sql.Tx, r Row, importID int64) error {
	copied, err := tx.ExecContext(ctx, `
		INSERT INTO correction (entry_id, import_id)
		SELECT entry_id, ? FROM correction WHERE import_id = ?`, importID, r.ImportID)
	if err != nil {
		return err
	}
	if n, err := copied.RowsAffected(); err != nil || n > 0 {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO correction (entry_id, import_id) VALUES (?, ?)`, r.Number, importID)
	return err
}
