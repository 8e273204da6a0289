package store

import (
	"context"
	"database/sql"
)

// Undone is an import that was taken back, and what followed from that.
type Undone struct {
	Import
	Returned    int // days that count again as an older import of the series has them
	Corrections int // lines of the ledger that corrected rows of this import alone, and went with it
}

// Undo takes an import back, whosever it is: the diary is as if it had never been. What a person taught
// the program stays. A number that is not in the ledger is [ErrNoImport].
func (db *DB) Undo(ctx context.Context, id int64) (Undone, error) {
	var u Undone
	err := db.write(ctx, func(tx *sql.Tx) (err error) {
		if u.Import, err = oneImport(ctx, tx, id); err != nil {
			return err
		}
		if u.Returned, err = covered(ctx, tx, id); err != nil {
			return err
		}
		u.Corrections, err = remove(ctx, tx, id)
		return err
	})
	return u, err
}

// covered counts the days on which an import counts instead of an older one of its series.
func covered(ctx context.Context, q querier, id int64) (n int, err error) {
	err = q.QueryRowContext(ctx, `
		SELECT count(*)
		FROM live_day JOIN import ON import.id = live_day.import_id
		WHERE live_day.import_id = ? AND EXISTS (
			SELECT 1
			FROM day AS older JOIN import AS earlier ON earlier.id = older.import_id
			WHERE older.date = live_day.date AND older.import_id < live_day.import_id
			  AND earlier.person_id = import.person_id AND earlier.series = import.series)`, id).Scan(&n)
	return n, err
}

// remove deletes an import with all that hangs on it, and the corrections that would have no row left.
func remove(ctx context.Context, tx *sql.Tx, id int64) (corrections int, err error) {
	orphans, err := tx.ExecContext(ctx, `
		DELETE FROM import
		WHERE id IN (
			SELECT correction.import_id
			FROM correction JOIN entry ON entry.id = entry_id
			WHERE entry.import_id = ?1)
		  AND NOT EXISTS (
			SELECT 1
			FROM correction JOIN entry ON entry.id = entry_id
			WHERE correction.import_id = import.id AND entry.import_id <> ?1)`, id)
	if err != nil {
		return 0, err
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM import WHERE id = ?`, id); err != nil {
		return 0, err
	}
	n, err := orphans.RowsAffected()
	return int(n), err
}
