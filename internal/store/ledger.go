package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"time"

	"github.com/nutrigap/nutrigap/internal/diary"
)

// Import is one line of the ledger: a file that was taken in, or a row that was written, changed or
// removed by hand.
type Import struct {
	ID     int64
	Person string
	Source
	At      time.Time // UTC, to the second
	Entries int
	Refused int            // lines that couldn't be read, see [DB.Refused]
	Skipped map[string]int // lines that are no food eaten, by reason

	From, To diary.Date // the first and the last day that has entries; zero where none has
	Days     int        // that have entries
	LiveDays int        // those of them that no newer import replaces

	Row string // the food of a row written by hand, else empty
}

// Rows is the number of lines that were read: entries, refused and skipped ones.
func (i *Import) Rows() int {
	n := i.Entries + i.Refused
	for _, lines := range i.Skipped {
		n += lines
	}
	return n
}

// ByHand reports whether a person wrote this line of the ledger, and no file.
func (i *Import) ByHand() bool { return i.Series == "" }

// Imports is the ledger of the person, oldest first.
func (db *DB) Imports(ctx context.Context) ([]Import, error) {
	person, err := db.whose(ctx, db.sql)
	if err != nil {
		return nil, db.explain(ctx, err)
	}
	imports, err := listImports(ctx, db.sql, `WHERE person_id = ?`, person.id)
	return imports, db.explain(ctx, err)
}

// AllImports is the ledger of everybody, oldest first.
func (db *DB) AllImports(ctx context.Context) ([]Import, error) {
	imports, err := listImports(ctx, db.sql, ``)
	return imports, db.explain(ctx, err)
}

// ErrNoImport is a number that no import of the ledger has.
var ErrNoImport = errors.New("no such import")

// OneImport is the line of the ledger with that number, whosever it is, or [ErrNoImport].
func (db *DB) OneImport(ctx context.Context, id int64) (Import, error) {
	i, err := oneImport(ctx, db.sql, id)
	return i, db.explain(ctx, err)
}

func oneImport(ctx context.Context, q querier, id int64) (Import, error) {
	imports, err := listImports(ctx, q, `WHERE import.id = ?`, id)
	if err == nil && len(imports) == 0 {
		err = complaint{fmt.Errorf("%d: %w", id, ErrNoImport)}
	}
	if err != nil {
		return Import{}, err
	}
	return imports[0], nil
}

// querier is a database or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// execer is one that may write.
type execer interface {
	querier
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

// listImports lists the imports that the condition where selects.
func listImports(ctx context.Context, q querier, where string, args ...any) ([]Import, error) {
	rows, err := q.QueryContext(ctx, `
		SELECT import.id, person.name, import.name, digest, dialect, coalesce(series, ''), imported_at, entries, refused,
			coalesce((SELECT min(date) FROM day WHERE import_id = import.id), ''),
			coalesce((SELECT max(date) FROM day WHERE import_id = import.id), ''),
			(SELECT count(*) FROM day WHERE import_id = import.id),
			(SELECT count(*) FROM live_day WHERE import_id = import.id),
			CASE WHEN series IS NULL THEN coalesce(
				(SELECT food FROM entry WHERE (date, import_id) IN (SELECT date, import_id FROM day WHERE import_id = import.id)),
				(SELECT food FROM correction JOIN entry ON entry.id = entry_id WHERE correction.import_id = import.id),
				'')
			ELSE '' END,
			reason, lines
		FROM import
		JOIN person ON person.id = person_id
		LEFT JOIN skipped ON skipped.import_id = import.id
		`+where+`
		ORDER BY import.id, reason`, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var imports []Import
	for rows.Next() {
		i, reason, lines, err := scanImport(rows)
		if err != nil {
			return nil, err
		}
		if n := len(imports); n == 0 || imports[n-1].ID != i.ID {
			i.Skipped = map[string]int{}
			imports = append(imports, i)
		}
		if reason.Valid {
			imports[len(imports)-1].Skipped[reason.String] = int(lines.Int64)
		}
	}
	return imports, rows.Err()
}

// scanImport reads an import and one reason for lines that it skipped; NULL where it skipped none.
func scanImport(rows *sql.Rows) (i Import, reason sql.NullString, lines sql.NullInt64, err error) {
	var at, from, to string
	err = rows.Scan(&i.ID, &i.Person, &i.Name, &i.Digest, &i.Dialect, &i.Series, &at, &i.Entries, &i.Refused,
		&from, &to, &i.Days, &i.LiveDays, &i.Row, &reason, &lines)
	if err != nil {
		return i, reason, lines, err
	}
	if i.At, err = time.Parse(time.RFC3339, at); err != nil {
		return i, reason, lines, damaged(err)
	}
	if i.Days == 0 {
		return i, reason, lines, nil
	}
	if i.From, err = diary.ParseDate(from); err == nil {
		i.To, err = diary.ParseDate(to)
	}
	if err != nil {
		err = damaged(err)
	}
	return i, reason, lines, err
}

// Refused yields the lines of an import that couldn't be read, in the order of the file. An error ends
// the sequence.
func (db *DB) Refused(ctx context.Context, importID int64) iter.Seq2[*diary.SyntaxError, error] {
	return sequence(ctx, db, func(yield func(*diary.SyntaxError) bool) error {
		return db.eachRefused(ctx, importID, yield)
	})
}

func (db *DB) eachRefused(ctx context.Context, importID int64, yield func(*diary.SyntaxError) bool) error {
	rows, err := db.sql.QueryContext(ctx, `
		SELECT name, line, column_name, reason, hint
		FROM refused JOIN import ON import.id = import_id
		WHERE import_id = ?
		ORDER BY refused.id`, importID)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		e := new(diary.SyntaxError)
		if err := rows.Scan(&e.Pos.File, &e.Pos.Line, &e.Column, &e.Reason, &e.Hint); err != nil {
			return err
		}
		if !yield(e) {
			return nil
		}
	}
	return rows.Err()
}
