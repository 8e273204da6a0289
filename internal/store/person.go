package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
)

// Me is the person whose diary is meant when nobody says otherwise.
const Me = "me"

// person is a row of the table.
type person struct {
	id   int64
	name string
}

// UnknownPersonError is a name of which the database keeps nothing.
type UnknownPersonError struct {
	Name  string
	Known []string
}

// Error is the name and the names that are known.
func (e *UnknownPersonError) Error() string {
	return fmt.Sprintf("nothing is kept of a person %q", e.Name)
}

// Hint lists the names that are known.
func (e *UnknownPersonError) Hint() string {
	return fmt.Sprintf("known are %s; the first import or log with --person adds somebody", strings.Join(e.Known, ", "))
}

// As is the diary of the person with that name in the same database, open as long as db is. Capitals and
// spaces don't matter, and no name means [Me]. To read the diary of a person who is not known is an
// [*UnknownPersonError]; importing and logging add the person.
func (db *DB) As(name string) *DB {
	other := *db
	if other.person = strings.Join(strings.Fields(name), " "); other.person == "" {
		other.person = Me
	}
	return &other
}

// Persons are the names of all whose diaries are kept, in the order in which they came.
func (db *DB) Persons(ctx context.Context) ([]string, error) {
	all, err := listPersons(ctx, db.sql)
	return names(all), db.explain(ctx, err)
}

func names(all []person) []string {
	var names []string
	for _, p := range all {
		names = append(names, p.name)
	}
	return names
}

func listPersons(ctx context.Context, q querier) ([]person, error) {
	rows, err := q.QueryContext(ctx, `SELECT id, name FROM person ORDER BY id`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []person
	for rows.Next() {
		var p person
		if err := rows.Scan(&p.id, &p.name); err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return all, rows.Err()
}

// whose is the person whose diary db is.
func (db *DB) whose(ctx context.Context, q querier) (person, error) {
	all, err := listPersons(ctx, q)
	if err != nil {
		return person{}, err
	}
	for _, p := range all {
		if strings.EqualFold(p.name, db.person) {
			return p, nil
		}
	}
	return person{}, complaint{&UnknownPersonError{Name: db.person, Known: names(all)}}
}

// ensurePerson is whose, and adds a person who is not known.
func (db *DB) ensurePerson(ctx context.Context, q execer) (p person, added bool, err error) {
	p, err = db.whose(ctx, q)
	var unknown *UnknownPersonError
	if !errors.As(err, &unknown) {
		return p, false, err
	}
	row, err := q.ExecContext(ctx, `INSERT INTO person (name) VALUES (?)`, db.person)
	if err != nil {
		return person{}, false, err
	}
	p.name = db.person
	p.id, err = row.LastInsertId()
	return p, true, err
}
