package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"time"

	"github.com/spf13/pflag"

	"github.com/nutrigap/nutrigap/internal/app"
	"github.com/nutrigap/nutrigap/internal/dialect"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/store"
)

// usualDays is how many logged days of the kept diary a report is about when nobody says.
const usualDays = 7

// diaryFlags say where a diary is and how its files are written.
type diaryFlags struct {
	db, person string
	formatFlags
}

func (o *diaryFlags) add(f *pflag.FlagSet) {
	o.addKept(f)
	o.addFormat(f)
}

// addKept adds the flags that choose a kept diary.
func (o *diaryFlags) addKept(f *pflag.FlagSet) {
	o.addDB(f)
	f.StringVar(&o.person, "person", "", "whose diary, where several people keep theirs in one database (default: "+store.Me+")")
}

func (o *diaryFlags) addDB(f *pflag.FlagSet) {
	f.StringVar(&o.db, "db", "", "the database of the kept diary (default: diary.db in the XDG data folder)")
}

// openToRead opens the kept diary without making one.
func (o *diaryFlags) openToRead(ctx context.Context, env environment) (*store.DB, error) {
	return o.openWith(ctx, env, store.OpenToRead)
}

// openStore opens the kept diary, and makes it where there is none.
func (o *diaryFlags) openStore(ctx context.Context, env environment) (*store.DB, error) {
	return o.openWith(ctx, env, store.Open)
}

// openWith opens the kept diary in one of the ways of the store.
func (o *diaryFlags) openWith(ctx context.Context, env environment, open func(context.Context, string, func() time.Time) (*store.DB, error)) (*store.DB, error) {
	path, err := o.path()
	if err != nil {
		return nil, err
	}
	db, err := open(ctx, path, env.now)
	if err != nil {
		return nil, err
	}
	return db.As(o.person), nil
}

// path is where the kept diary lies.
func (o *diaryFlags) path() (string, error) {
	if o.db != "" {
		return o.db, nil
	}
	return store.DefaultPath()
}

// openedDiary is a stream of records and what has to be closed behind it.
type openedDiary struct {
	records app.Records
	closers []io.Closer
}

func (d *openedDiary) close() {
	for _, c := range d.closers {
		c.Close() // only read from, so that nothing can be lost
	}
}

// openDiary opens the files, or the kept diary where there are none; then the question's period becomes
// the last logged days unless it names one.
func openDiary(ctx context.Context, env environment, o *questionFlags, q *app.Question, files []string) (*openedDiary, error) {
	if len(files) == 0 {
		return openKept(ctx, env, &o.diary, q)
	}
	options, err := o.diary.options()
	if err != nil {
		return nil, err
	}
	d := &openedDiary{}
	var readers []diary.Reader
	for _, name := range files {
		in, err := openDiaryFile(env, name)
		if err != nil {
			d.close()
			return nil, err
		}
		d.closers = append(d.closers, in)
		called := inputName(name)
		if o.shared {
			called = filepath.Base(called)
		}
		r, _, err := dialect.Open(called, in, options)
		if err != nil {
			d.close()
			return nil, err
		}
		readers = append(readers, r)
	}
	q.Fresh = true
	d.records = func(yield func(diary.Record, error) bool) {
		for _, r := range readers {
			for record, err := range app.Read(r) {
				if !yield(record, err) {
					return
				}
			}
		}
	}
	return d, nil
}

func openKept(ctx context.Context, env environment, o *diaryFlags, q *app.Question) (*openedDiary, error) {
	db, err := o.openToRead(ctx, env)
	if err != nil {
		return nil, err
	}
	first, last, days, err := db.LastLoggedDays(ctx, usualDays)
	if err == nil && days == 0 {
		err = errors.New("the diary is empty; keep one with: nutrigap import FILE, or name a FILE here")
	}
	if err != nil {
		db.Close()
		return nil, err
	}
	if q.From.IsZero() && q.To.IsZero() {
		q.From, q.To = first, last
	}
	return &openedDiary{records: app.Stored(db.Entries(ctx, q.From, q.To)), closers: []io.Closer{db}}, nil
}

// inputName is what messages call a file.
func inputName(name string) string {
	if name == "-" {
		return "standard input"
	}
	return name
}

// printRefusal says why a row can't be read, and what to do about it.
func printRefusal(w io.Writer, e *diary.SyntaxError) {
	fmt.Fprintln(w, report.Visible(e.Error()))
	if e.Hint != "" {
		fmt.Fprintf(w, "hint: %s\n", report.Visible(e.Hint))
	}
}
