package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"runtime/debug"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/nutrientdb"
)

// openInput opens a file to read; "-" is standard input.
func openInput(env environment, name string) (io.ReadCloser, error) {
	if name == "-" {
		return io.NopCloser(env.stdin), nil
	}
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: no such file", name)
	}
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		f.Close()
		return nil, fmt.Errorf("%s is a folder; name the diary file in it", name)
	}
	return f, nil
}

// matchTable lets the matcher index the nutrient table.
type matchTable struct {
	ctx context.Context
	*nutrientdb.DB
}

// Names lists every food of the table.
func (t matchTable) Names() iter.Seq2[match.Name, error] {
	return func(yield func(match.Name, error) bool) {
		for n, err := range t.DB.Names(t.ctx) {
			if !yield(match.Name(n), err) {
				return
			}
		}
	}
}

// Foods are the foods with those codes, in that order.
func (t matchTable) Foods(codes ...string) ([]*food.Food, error) { return t.DB.Foods(t.ctx, codes...) }

// newMatcher makes a matcher over the nutrient table.
func newMatcher(ctx context.Context, table *nutrientdb.DB) (*match.Matcher, error) {
	// The index is new memory of which nearly all stays, so that to look for garbage meanwhile is in vain.
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	return match.New(matchTable{ctx, table})
}

// Food is the food with that code.
func (t matchTable) Food(code string) (*food.Food, error) { return t.DB.Food(t.ctx, code) }
