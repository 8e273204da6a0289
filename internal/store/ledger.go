package store

import (
	"context"
	"database/sql"
	"iter"
	"time"

	"github.com/nutrigap/nutrigap/internal/diary"
)

// Import is one line of the ledger: a file that was taken in and what its lines were.
type Import struct {
	ID int64
	Source
	At      time.Time // UTC, to the second
	Entries int
	Refused int            // lines that couldn't be read, see [DB.Refused]
	Skipped map[string]int // lines that are no food eaten, by reason
}

// Rows is the number of lines that were read: entries, refused and skipped ones.
func (i *Import) Rows() int {
	n := i.Entries + i.Refused
	for _, lines := range i.Skipped {
		n += lines
	}
	return n
}

// Imports is the ledger, oldest first.
func (db *DB) Imports(ctx context.Context) ([]Import, error) {
	imports, err := listImports(ctx, db.sql, `WHERE person_id = ?`, me)
	return imports, db.explain(ctx, err)
}

// querier is a database or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// listImports lists the imports that the condition where selects.
func listImports(ctx context.Context, q querier, where string, args ...any) ([]Import, error) {
	rows, err := q.QueryContext(ctx, `
		SELECT id, name, digest, dialect, imported_at, entries, refused, reason, lines
		FROM import LEFT JOIN skipped ON import_id = id
		`+where+`
		ORDER BY id, reason`, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var imports []Import
	for rows.Next() {
		var (
			i      Import
			at     string
			reason sql.NullString // NULL where no line was skipped
			lines  sql.NullInt64
		)
		if err := rows.Scan(&i.ID, &i.Name, &i.Digest, &i.Dialect, &at, &i.Entries, &i.Refused, &reason, &lines); err != nil {
			return nil, err
		}
		if i.At, err = time.Parse(time.RFC3339, at); err != nil {
			return nil, damaged(err)
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

// findImport is the import of the file with this digest, or [sql.ErrNoRows].
func findImport(ctx context.Context, tx *sql.Tx, digest string) (Import, error) {
	imports, err := listImports(ctx, tx, `WHERE person_id = ? AND digest = ?`, me, digest)
	if err != nil {
		return Import{}, err
	}
	if len(imports) == 0 {
		return Import{}, sql.ErrNoRows
	}
	return imports[0], nil
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
