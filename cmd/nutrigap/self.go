package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/nutrigap/nutrigap/internal/app"
	"github.com/nutrigap/nutrigap/internal/assess"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/store"
)

// readSelf reads what the person keeps beside the diary. Where there is no database, or nothing of the
// person, it is empty and nothing is made. As with their own foods, a database that nobody named and that
// can't be read must not keep a file from being judged.
func (o *diaryFlags) readSelf(ctx context.Context, env environment) (*store.Self, error) {
	path, there := o.kept()
	if !there {
		return &store.Self{}, nil
	}
	self, err := o.storedSelf(ctx, env, path)
	var unknown *store.UnknownPersonError
	if errors.As(err, &unknown) {
		return &store.Self{}, nil // of somebody else's file the name is all that there is
	}
	if err != nil && o.db == "" && ctx.Err() == nil {
		fmt.Fprintf(env.stderr, "nutrigap: your profile, marks and symptoms are not used: %v\n", err)
		return &store.Self{}, nil
	}
	return self, err
}

func (o *diaryFlags) storedSelf(ctx context.Context, env environment, path string) (*store.Self, error) {
	db, err := store.Open(ctx, path, env.now)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	return db.As(o.person).Self(ctx)
}

// addSelf hands what the person keeps beside the diary on to the question.
func addSelf(q *app.Question, self *store.Self) {
	q.Marks = map[diary.Date]assess.Mark{}
	for date, text := range self.Marks {
		if mark, err := assess.ParseMark(text); err == nil { // else of a newer version
			q.Marks[date] = mark
		}
	}
	for _, s := range self.Symptoms {
		q.Symptoms = append(q.Symptoms, s.Symptom)
	}
}
