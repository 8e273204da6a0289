package store

import (
	"context"
	"database/sql"
	"fmt"
	"iter"

	"github.com/nutrigap/nutrigap/internal/diary"
)

// Row is an entry and where it stands in the database.
type Row struct {
	Number   int64 // names the row to [DB.Edit] and [DB.Remove]
	ImportID int64
	*diary.Entry
}

// Entries yields the entries that count from one date to another, both included, by date, and within a
// date in the order of the files and their lines. A zero date is no limit. Positions are those in the
// original files. An error ends the sequence; a day that isn't as it was written is one. What is written
// meanwhile is not seen.
func (db *DB) Entries(ctx context.Context, from, to diary.Date) iter.Seq2[*diary.Entry, error] {
	return sequence(ctx, db, func(yield func(*diary.Entry) bool) error {
		return db.readRows(ctx, from, to, func(r Row) bool { return yield(r.Entry) })
	})
}

// Day are the rows that count of one day, in the order of Entries.
func (db *DB) Day(ctx context.Context, date diary.Date) ([]Row, error) {
	var rows []Row
	err := db.readRows(ctx, date, date, func(r Row) bool {
		rows = append(rows, r)
		return true
	})
	return rows, db.explain(ctx, err)
}

// readRows yields rows until there are no more or nobody wants more.
func (db *DB) readRows(ctx context.Context, from, to diary.Date, yield func(Row) bool) error {
	tx, err := db.sql.BeginTx(ctx, &sql.TxOptions{ReadOnly: true}) // one state of the diary for all queries
	if err != nil {
		return err
	}
	defer tx.Rollback()
	person, err := db.whose(ctx, tx)
	if err != nil {
		return err
	}
	return readRows(ctx, tx, liveDay, person, from, to, yield)
}

// The days whose rows are read.
const (
	liveDay  = `live_day`
	everyDay = `(SELECT day.*, person_id FROM day JOIN import ON import.id = import_id)`
)

func readRows(ctx context.Context, tx *sql.Tx, which string, p person, from, to diary.Date, yield func(Row) bool) error {
	files, err := fileNames(ctx, tx)
	if err != nil {
		return err
	}
	layouts, err := allLayouts(ctx, tx)
	if err != nil {
		return err
	}
	corrected, err := correctedRows(ctx, tx)
	if err != nil {
		return err
	}
	first, last := bounds(from, to)
	days, err := newDayCheck(ctx, tx, which, p, first, last)
	if err != nil {
		return err
	}
	rows, err := tx.QueryContext(ctx, `
		SELECT id, entry.import_id, line, entry.date, time, meal, food, amount, note, category, level, recorded_id, measured
		FROM `+which+` AS day CROSS JOIN entry ON entry.date = day.date AND entry.import_id = day.import_id
		WHERE day.date BETWEEN ? AND ? AND person_id = ?
		ORDER BY day.date, day.import_id, id`, first, last, p.id)
	if err != nil {
		return err
	}
	defer rows.Close()
	var (
		layoutID int64
		date     string
		measured sql.RawBytes
	)
	for rows.Next() {
		e := new(diary.Entry)
		r := Row{Entry: e}
		err := rows.Scan(&r.Number, &r.ImportID, &e.Pos.Line, &date, &e.Time, &e.Meal, &e.Food, &e.Amount, &e.Note, &e.Category,
			&e.Level, &layoutID, &measured)
		if err != nil {
			return err
		}
		if err := days.add(date, r, layouts[layoutID].seal, measured); err != nil {
			return err
		}
		if corrected[r.Number] {
			continue
		}
		e.Date = days.date
		e.Pos.File = files[r.ImportID]
		if e.Nutrients, err = layouts[layoutID].amounts(measured); err != nil {
			return damaged(fmt.Errorf("%s: %w", e.Pos, err))
		}
		if !yield(r) {
			return nil
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	return days.end()
}

// correctedRows are the numbers of the rows that don't count because a person changed or removed them.
func correctedRows(ctx context.Context, q querier) (map[int64]bool, error) {
	rows, err := q.QueryContext(ctx, `SELECT DISTINCT entry_id FROM correction`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	corrected := map[int64]bool{}
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		corrected[id] = true
	}
	return corrected, rows.Err()
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
func allLayouts(ctx context.Context, tx *sql.Tx) (map[int64]storedLayout, error) {
	keys, err := byID(ctx, tx, `SELECT id, nutrients FROM recorded`)
	layouts := make(map[int64]storedLayout, len(keys))
	for id, k := range keys {
		layouts[id] = sealed(parseLayout(k), id, k)
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
	person, err := db.whose(ctx, db.sql)
	if err != nil {
		return diary.Date{}, diary.Date{}, 0, db.explain(ctx, err)
	}
	var first, last sql.NullString // NULL where there is no day
	err = db.sql.QueryRowContext(ctx, `
		SELECT min(date), max(date), count(*)
		FROM (SELECT DISTINCT date
		      FROM live_day
		      WHERE person_id = ? AND entries > (
		            SELECT count(DISTINCT entry_id)
		            FROM correction JOIN entry ON id = entry_id
		            WHERE entry.date = live_day.date AND entry.import_id = live_day.import_id)
		      ORDER BY date DESC
		      LIMIT ?)`, person.id, max(n, 0)).Scan(&first, &last, &days)
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
