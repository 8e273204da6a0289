package store

import (
	"context"
	"database/sql"
	"fmt"
	"iter"

	"github.com/nutrigap/nutrigap/internal/diary"
)

// Entries yields the entries from one date to another, both included, by date, and within a date in the
// order of the files and their lines. A zero date is no limit. Positions are those in the original files.
// An error ends the sequence. What is written meanwhile is not seen.
func (db *DB) Entries(ctx context.Context, from, to diary.Date) iter.Seq2[*diary.Entry, error] {
	return sequence(ctx, db, func(yield func(*diary.Entry) bool) error {
		return db.eachEntry(ctx, from, to, yield)
	})
}

// eachEntry yields entries until there are no more or nobody wants more.
func (db *DB) eachEntry(ctx context.Context, from, to diary.Date, yield func(*diary.Entry) bool) error {
	tx, err := db.sql.BeginTx(ctx, &sql.TxOptions{ReadOnly: true}) // one state of the diary for all queries
	if err != nil {
		return err
	}
	defer tx.Rollback()
	files, err := fileNames(ctx, tx)
	if err != nil {
		return err
	}
	layouts, err := allLayouts(ctx, tx)
	if err != nil {
		return err
	}
	first, last := bounds(from, to)
	rows, err := tx.QueryContext(ctx, `
		SELECT `+entryColumns+`
		FROM entry
		WHERE date BETWEEN ? AND ?
		  AND import_id IN (SELECT id FROM import WHERE person_id = ?)
		ORDER BY date, import_id, id`, first, last, me)
	if err != nil {
		return err
	}
	defer rows.Close()
	var (
		importID, layoutID int64
		date               string
		measured           sql.RawBytes
	)
	for rows.Next() {
		e := new(diary.Entry)
		err := rows.Scan(&importID, &e.Pos.Line, &date, &e.Time, &e.Meal, &e.Food, &e.Amount, &e.Note, &e.Category,
			&layoutID, &measured)
		if err != nil {
			return err
		}
		e.Pos.File = files[importID]
		if e.Date, err = diary.ParseDate(date); err != nil {
			return damaged(err)
		}
		if e.Nutrients, err = layouts[layoutID].amounts(measured); err != nil {
			return damaged(fmt.Errorf("%s: %w", e.Pos, err))
		}
		if !yield(e) {
			return nil
		}
	}
	return rows.Err()
}

// bounds are the dates as text that limit a query.
func bounds(from, to diary.Date) (first, last string) {
	first, last = "0000-01-01", "9999-12-31"
	if !from.IsZero() {
		first = from.String()
	}
	if !to.IsZero() {
		last = to.String()
	}
	return first, last
}

// fileNames are the names of the imported files, by import.
func fileNames(ctx context.Context, tx *sql.Tx) (map[int64]string, error) {
	return byID(ctx, tx, `SELECT id, name FROM import`)
}

// allLayouts are the stored layouts, by id.
func allLayouts(ctx context.Context, tx *sql.Tx) (map[int64]layout, error) {
	keys, err := byID(ctx, tx, `SELECT id, nutrients FROM recorded`)
	layouts := make(map[int64]layout, len(keys))
	for id, k := range keys {
		layouts[id] = parseLayout(k)
	}
	return layouts, err
}

// byID reads a query of ids and texts.
func byID(ctx context.Context, tx *sql.Tx, query string) (map[int64]string, error) {
	rows, err := tx.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	texts := map[int64]string{}
	for rows.Next() {
		var id int64
		var text string
		if err := rows.Scan(&id, &text); err != nil {
			return nil, err
		}
		texts[id] = text
	}
	return texts, rows.Err()
}

// sequence makes a sequence of a function that yields values until there are no more or nobody wants
// more. Its error, if there is one, comes last.
func sequence[T any](ctx context.Context, db *DB, each func(yield func(T) bool) error) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		if err := each(func(v T) bool { return yield(v, nil) }); err != nil {
			var none T
			yield(none, db.explain(ctx, err))
		}
	}
}

// LastLoggedDays is the span of the last n days that have entries, which may lie far apart, and how many
// there are: fewer than n in a short diary, 0 in an empty one.
func (db *DB) LastLoggedDays(ctx context.Context, n int) (from, to diary.Date, days int, err error) {
	var first, last sql.NullString // NULL where there is no day
	err = db.sql.QueryRowContext(ctx, `
		SELECT min(date), max(date), count(*)
		FROM (SELECT DISTINCT date
		      FROM entry
		      WHERE import_id IN (SELECT id FROM import WHERE person_id = ?)
		      ORDER BY date DESC
		      LIMIT ?)`, me, max(n, 0)).Scan(&first, &last, &days)
	if err != nil || days == 0 {
		return diary.Date{}, diary.Date{}, 0, db.explain(ctx, err)
	}
	if from, err = diary.ParseDate(first.String); err == nil {
		to, err = diary.ParseDate(last.String)
	}
	if err != nil {
		return diary.Date{}, diary.Date{}, 0, db.explain(ctx, damaged(err))
	}
	return from, to, days, nil
}
