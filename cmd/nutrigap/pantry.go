package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/nutrigap/nutrigap/internal/app"
	"github.com/nutrigap/nutrigap/internal/pantry"
	"github.com/nutrigap/nutrigap/internal/store"
	"github.com/nutrigap/nutrigap/nutrientdb"
)

// ownMatcher is a matcher over the nutrient table that asks the person's own names first.
func ownMatcher(ctx context.Context, env environment, o *diaryFlags, table *nutrientdb.DB) (*app.Choices, error) {
	below, err := newMatcher(ctx, table)
	if err != nil {
		return nil, err
	}
	p, err := o.readPantry(ctx, env)
	if err != nil {
		return nil, err
	}
	return app.WithChoices(ctx, table, below, p)
}

// readPantry reads what the person has of their own. Where there is no database it is nothing, and none is
// made. One that nobody named and that can't be read must not keep a file from being judged: that is said,
// and the table alone is used.
func (o *diaryFlags) readPantry(ctx context.Context, env environment) (*pantry.Pantry, error) {
	path, there := o.kept()
	if !there {
		return &pantry.Pantry{}, nil
	}
	p, err := storedPantry(ctx, env, path)
	if err != nil && o.db == "" && ctx.Err() == nil {
		fmt.Fprintf(env.stderr, "nutrigap: your own names and foods are not used: %v\n", err)
		return &pantry.Pantry{}, nil
	}
	return p, err
}

// kept is where a database lies, if there is one. Without a home nobody has kept anything.
func (o *diaryFlags) kept() (path string, there bool) {
	path, err := o.path()
	if err != nil {
		return "", false
	}
	_, err = os.Stat(path)
	return path, !errors.Is(err, fs.ErrNotExist)
}

func storedPantry(ctx context.Context, env environment, path string) (*pantry.Pantry, error) {
	db, err := store.Open(ctx, path, env.now)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	return db.Pantry(ctx)
}

// kitchen is where a command changes what the person has of their own.
type kitchen struct {
	*app.Kitchen
	db    *store.DB
	table *nutrientdb.DB
}

// openKitchen opens the database and the nutrient table; the matcher, which takes a moment, only where
// something is to be matched.
func (o *diaryFlags) openKitchen(ctx context.Context, env environment, matching bool) (*kitchen, error) {
	table, err := nutrientdb.Open()
	if err != nil {
		return nil, err
	}
	var below app.Matcher
	if matching {
		if below, err = newMatcher(ctx, table); err != nil {
			table.Close()
			return nil, err
		}
	}
	db, err := o.openStore(ctx, env)
	if err != nil {
		table.Close()
		return nil, err
	}
	return &kitchen{app.NewKitchen(table, below, db), db, table}, nil
}

// close releases everything. What was kept is in the database already.
func (k *kitchen) close() error { return errors.Join(k.db.Close(), k.table.Close()) }
