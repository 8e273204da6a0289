package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/nutrigap/nutrigap/internal/diary"
)

// Check reads the whole database and names everything that is not as it was written. It finds none in a
// sound one.
func (db *DB) Check(ctx context.Context) (problems []string, err error) {
	tx, err := db.sql.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, db.explain(ctx, err)
	}
	defer tx.Rollback()
	problems, err = integrity(ctx, tx)
	if err != nil || len(problems) > 0 {
		return problems, db.explain(ctx, err) // no use in reading on
	}
	persons, err := listPersons(ctx, tx)
	if err != nil {
		return nil, db.explain(ctx, err)
	}
	for _, p := range persons {
		err := readRows(ctx, tx, everyDay, p, diary.Date{}, diary.Date{}, func(Row) bool { return true })
		var bad *Error
		if errors.As(err, &bad) {
			problems = append(problems, fmt.Sprintf("%s: %v", p.name, bad.Err))
		} else if err != nil {
			return nil, db.explain(ctx, err)
		}
	}
	astray, err := db.astray(ctx, tx)
	return append(problems, astray...), db.explain(ctx, err)
}

// astray compares the ledger with its days and entries.
func (db *DB) astray(ctx context.Context, q querier) ([]string, error) {
	return texts(ctx, q, `
		SELECT 'import ' || id || ' had ' || entries || ' entries; ' || have || ' are there, ' || counted || ' in its days'
		FROM (SELECT id, entries,
		             (SELECT coalesce(sum(day.entries), 0) FROM day WHERE import_id = import.id) AS counted,
		             coalesce(have, 0) AS have
		      FROM import LEFT JOIN (SELECT import_id, count(*) AS have FROM entry GROUP BY import_id) ON import_id = id)
		WHERE entries <> have OR entries <> counted`)
}

// integrity is what SQLite itself finds wrong in a database.
func integrity(ctx context.Context, q querier) ([]string, error) {
	problems, err := texts(ctx, q, `PRAGMA integrity_check(10)`)
	if err != nil {
		return nil, err
	}
	problems = slices.DeleteFunc(problems, func(s string) bool { return s == "ok" })
	dangling, err := texts(ctx, q, `
		SELECT 'a row of ' || "table" || ' belongs to no ' || parent
		FROM pragma_foreign_key_check LIMIT 10`)
	return append(problems, dangling...), err
}

// texts reads a query of one column.
func texts(ctx context.Context, q querier, query string) ([]string, error) {
	var all []string
	err := eachRow(ctx, q, query, func(scan func(...any) error) error {
		var s string
		err := scan(&s)
		all = append(all, s)
		return err
	})
	return all, err
}

// Info is what can be said of a database.
type Info struct {
	Path    string // in full
	Bytes   int64  // of the file and its log
	Schema  int64
	Persons []PersonInfo
	Covered int      // entries that are kept and don't count: a newer import or a correction covers them
	Backups []string // files beside the database that this program made before it upgraded or restored
}

// PersonInfo is what is kept of one person.
type PersonInfo struct {
	Name          string
	Imports       int
	Days, Entries int        // that count
	From, To      diary.Date // zero where no day has entries
}

// Info describes the database.
func (db *DB) Info(ctx context.Context) (info Info, err error) {
	if info.Path, err = filepath.Abs(db.path); err != nil {
		return info, err
	}
	for _, suffix := range []string{"", "-wal"} {
		if f, err := os.Stat(info.Path + suffix); err == nil {
			info.Bytes += f.Size()
		}
	}
	for _, reason := range []string{"schema-*", "before-restore-*", "damaged-*"} {
		found, err := filepath.Glob(escapeGlob(info.Path) + "." + reason)
		if err != nil {
			return info, err
		}
		info.Backups = append(info.Backups, slices.DeleteFunc(found, isLog)...)
	}
	all := 0
	err = db.sql.QueryRowContext(ctx, `
		SELECT (SELECT max(version_id) FROM goose_db_version), (SELECT count(*) FROM entry)`).Scan(&info.Schema, &all)
	if err != nil {
		return info, db.explain(ctx, err)
	}
	names, err := db.Persons(ctx)
	if err != nil {
		return info, err
	}
	info.Covered = all
	for _, name := range names {
		p, err := db.As(name).personInfo(ctx)
		if err != nil {
			return info, err
		}
		info.Persons = append(info.Persons, p)
		info.Covered -= p.Entries
	}
	return info, nil
}

func (db *DB) personInfo(ctx context.Context) (PersonInfo, error) {
	p := PersonInfo{Name: db.person}
	imports, err := db.Imports(ctx)
	if err != nil {
		return p, err
	}
	p.Imports = len(imports)
	for e, err := range db.Entries(ctx, diary.Date{}, diary.Date{}) {
		if err != nil {
			return p, err
		}
		if p.Entries++; e.Date != p.To {
			p.Days++
		}
		if p.To = e.Date; p.From.IsZero() {
			p.From = e.Date
		}
	}
	return p, nil
}

// isLog reports whether a file belongs to another, which is open.
func isLog(name string) bool {
	return strings.HasSuffix(name, "-wal") || strings.HasSuffix(name, "-shm")
}

// escapeGlob takes their meaning from the characters of a path that a pattern gives one.
func escapeGlob(path string) string {
	var b []rune
	for _, r := range path {
		if r == '*' || r == '?' || r == '[' {
			b = append(b, '[', r, ']')
			continue
		}
		b = append(b, r)
	}
	return string(b)
}
