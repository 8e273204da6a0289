// Package nutrientdb is the embedded, read-only table of foods: USDA FNDDS 2021-2023 and SR Legacy, with their
// nutrients, portions and names, made byte for byte by the program in the folder build.
//
// Its rule: what the sources left blank comes out unknown or not recorded, and nothing is written to disk in order
// to read it. It refuses to judge which food somebody meant; it only finds and lists.
package nutrientdb

import (
	"context"
	"database/sql"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	_ "modernc.org/sqlite" // the driver
	"modernc.org/sqlite/vfs"

	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Version is the edition of the table: its sources, and a number that rises with every change of its content.
const Version = "fndds-2021-2023+sr-legacy.1"

// ErrNotFound says that no food has the code asked for.
var ErrNotFound = errors.New("not in the nutrient table")

//go:embed nutrients.sqlite
var files embed.FS

//go:embed MANIFEST.json
var manifest []byte

// Digest is the SHA-256 of the embedded table in hexadecimal, as its manifest has it.
func Digest() string {
	var m struct{ Output struct{ SHA256 string } }
	if err := json.Unmarshal(manifest, &m); err != nil {
		return "" // a test reads the manifest, so a release can't come here
	}
	return m.Output.SHA256
}

// Source is a published table of foods, and how to cite it.
type Source struct {
	Name     string // "FNDDS 2021-2023", as in food.Food.Source
	Citation string
	URL      string

	lacks [nutrient.Count]bool
}

// DB is the open nutrient table. Any number of goroutines may use it at once.
type DB struct {
	db         *sql.DB
	fs         *vfs.FS
	foods      func() (*sql.Stmt, error) // prepared once: to prepare them takes longer than to run them
	portions   func() (*sql.Stmt, error)
	sources    []Source // by id
	categories []string // by id
}

// Open opens the embedded table. It may be opened several times; each is closed by itself.
func Open() (*DB, error) {
	name, fs, err := vfs.New(files)
	if err != nil {
		return nil, fmt.Errorf("opening nutrient table: %w", err)
	}
	// Without immutable, SQLite would look for a journal and locks that a file inside a binary can't have.
	db, err := sql.Open("sqlite", "file:nutrients.sqlite?mode=ro&immutable=1&_dqs=0&vfs="+name)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("opening nutrient table: %w", err), fs.Close())
	}
	d := &DB{db: db, fs: fs}
	d.foods = sync.OnceValues(func() (*sql.Stmt, error) { return db.Prepare(foodQuery) })
	d.portions = sync.OnceValues(func() (*sql.Stmt, error) { return db.Prepare(portionQuery) })
	if err := d.readDictionaries(); err != nil {
		return nil, errors.Join(fmt.Errorf("opening nutrient table: %w", err), d.Close())
	}
	return d, nil
}

// Close releases the table. Nothing may be in use of it any more.
func (db *DB) Close() error {
	// The file system can't go before the last connection to it.
	if err := db.db.Close(); err != nil {
		return fmt.Errorf("closing nutrient table: %w", err)
	}
	if err := db.fs.Close(); err != nil {
		return fmt.Errorf("closing nutrient table: %w", err)
	}
	return nil
}

// Sources lists the published tables that the foods come from.
func (db *DB) Sources() []Source {
	return slices.Clone(db.sources[1:])
}

func (db *DB) readDictionaries() error {
	ctx := context.Background()
	db.sources = make([]Source, 1)
	err := db.each(ctx, "SELECT name, citation, url, lacks FROM source ORDER BY id", nil, func(scan scan) error {
		var s Source
		var lacks string
		if err := scan(&s.Name, &s.Citation, &s.URL, &lacks); err != nil {
			return err
		}
		for key := range strings.FieldsSeq(lacks) {
			id, ok := nutrient.ByKey(key)
			if !ok {
				return fmt.Errorf("source %q: no nutrient has the key %q", s.Name, key)
			}
			s.lacks[id] = true
		}
		db.sources = append(db.sources, s)
		return nil
	})
	if err != nil {
		return err
	}
	db.categories = make([]string, 1)
	return db.each(ctx, "SELECT name FROM category ORDER BY id", nil, func(scan scan) error {
		var name string
		err := scan(&name)
		db.categories = append(db.categories, name)
		return err
	})
}

// scan reads one row into pointers.
type scan func(...any) error

// each runs a query and calls use for every row.
func (db *DB) each(ctx context.Context, query string, args []any, use func(scan) error) error {
	rows, err := db.db.QueryContext(ctx, query, args...)
	return eachRow(rows, err, use)
}

// each runs a prepared query and calls use for every row.
func each(ctx context.Context, prepared func() (*sql.Stmt, error), arg any, use func(scan) error) error {
	query, err := prepared()
	if err != nil {
		return err
	}
	rows, err := query.QueryContext(ctx, arg)
	return eachRow(rows, err, use)
}

func eachRow(rows *sql.Rows, err error, use func(scan) error) error {
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := use(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}
