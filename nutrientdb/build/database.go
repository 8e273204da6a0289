package main

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	_ "modernc.org/sqlite" // the driver

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Everything that could make two runs differ is fixed: page size, encoding, row order, and no journal, whose mode
// would stay in the header.
const buildPragmas = `
PRAGMA page_size = 4096;
PRAGMA encoding = 'UTF-8';
PRAGMA auto_vacuum = NONE;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
`

// finish fills the text index from the foods, merges it into one segment, and packs the file.
const finish = `
INSERT INTO food_fts (food_fts) VALUES ('rebuild');
INSERT INTO food_fts (food_fts) VALUES ('optimize');
VACUUM;
`

// writeDatabase makes the database beside path and moves it there when it is whole.
func writeDatabase(ctx context.Context, path, ddl string, tables []table) error {
	temp := path + ".new"
	if err := os.Remove(temp); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	defer os.Remove(temp)
	dsn := url.URL{Scheme: "file", OmitHost: true, Path: filepath.ToSlash(temp), RawQuery: "_dqs=0"}
	db, err := sql.Open("sqlite", dsn.String())
	if err != nil {
		return err
	}
	defer db.Close()
	db.SetMaxOpenConns(1) // the pragmas hold for one connection
	if _, err := db.ExecContext(ctx, buildPragmas+ddl); err != nil {
		return err
	}
	if err := insertAll(ctx, db, tables); err != nil {
		return err
	}
	if _, err := db.ExecContext(ctx, finish); err != nil {
		return err
	}
	if err := db.Close(); err != nil {
		return err
	}
	return os.Rename(temp, path)
}

func insertAll(ctx context.Context, db *sql.DB, tables []table) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	w := &writer{ctx: ctx, tx: tx, statements: map[string]*sql.Stmt{}, categories: map[string]int{}, measures: map[measure]int{}}
	for i, t := range tables {
		w.source(i+1, t)
		for _, e := range t.foods {
			w.food(i+1, e)
		}
	}
	if w.err != nil {
		return w.err
	}
	return tx.Commit()
}

// measure is a portion without its number.
type measure struct {
	label string
	kind  food.PortionKind
}

// writer inserts rows and keeps the first error.
type writer struct {
	ctx        context.Context
	tx         *sql.Tx
	statements map[string]*sql.Stmt
	categories map[string]int
	measures   map[measure]int
	err        error
}

func (w *writer) insert(into string, values ...any) {
	if w.err != nil {
		return
	}
	s := w.statements[into]
	if s == nil {
		marks := strings.Repeat(", ?", len(values))[2:]
		if s, w.err = w.tx.PrepareContext(w.ctx, "INSERT INTO "+into+" VALUES ("+marks+")"); w.err != nil {
			return
		}
		w.statements[into] = s
	}
	_, w.err = s.ExecContext(w.ctx, values...)
}

func (w *writer) source(id int, t table) {
	var lacks []string
	for _, n := range t.lacks() {
		lacks = append(lacks, n.Key())
	}
	w.insert("source (id, name, citation, url, lacks)", id, t.name, t.citation, t.url, strings.Join(lacks, " "))
}

func (w *writer) food(source int, e *entry) {
	category, ok := w.categories[e.category]
	if !ok {
		category = len(w.categories) + 1
		w.categories[e.category] = category
		w.insert("category (id, name)", category, e.category)
	}
	values := []any{e.id}
	for _, q := range e.amounts {
		values = append(values, orNull(q.Known()))
	}
	known := 0
	for _, v := range values[1:] {
		if v != nil {
			known++
		}
	}
	also := strings.Join(e.also, "; ")
	w.insert("food (id, name, also, source_id, category_id, rank, known)",
		e.id, e.name, orNull(also, also != ""), source, category, orNull(e.rank, e.rank > 0), known)
	if known > 0 {
		w.insert("nutrients ("+nutrientColumns()+")", values...)
	}
	for _, p := range e.portions {
		w.insert("portion (food_id, seq, amount, measure_id, grams)",
			e.id, p.seq, orNull(p.amount, p.amount > 0), w.measure(p), orNull(p.grams, p.grams > 0))
	}
}

func (w *writer) measure(p portion) int {
	m := measure{p.label, p.kind}
	id, ok := w.measures[m]
	if !ok {
		id = len(w.measures) + 1
		w.measures[m] = id
		w.insert("measure (id, label, kind)", id, m.label, string(m.kind))
	}
	return id
}

func orNull[T any](v T, known bool) any {
	if !known {
		return nil
	}
	return v
}

func nutrientColumns() string {
	columns := "food_id"
	for _, id := range nutrient.All() {
		columns += ", " + id.Key()
	}
	return columns
}
