package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"modernc.org/sqlite"
	lite "modernc.org/sqlite/lib"
)

// Reasons why a file can't serve as a diary, for [errors.Is].
var (
	ErrForeign = errors.New("is no nutrigap diary")
	ErrNewer   = errors.New("was written by a newer nutrigap")
	ErrDamaged = errors.New("is damaged")
)

// Error is a diary that can't be used, and why.
type Error struct {
	Path string // as the person spelt it
	Err  error
	hint string
}

// Error is "path: reason"; the hint is separate.
func (e *Error) Error() string { return e.Path + ": " + e.Err.Error() }

// Unwrap is the reason.
func (e *Error) Unwrap() error { return e.Err }

// Hint is what the person can do about it.
func (e *Error) Hint() string { return e.hint }

const (
	hintElsewhere = "name a database in a folder that you can write to with --db"
	hintOther     = "name another database, or a file that does not exist yet, with --db"
)

// uncreated is a diary whose file the system does not let be made or looked at.
func uncreated(err error) *Error {
	var why *fs.PathError
	if errors.As(err, &why) {
		err = why.Err // the path is named already
	}
	return &Error{Err: fmt.Errorf("can't be created: %w", err), hint: hintElsewhere}
}

func foreign(why string) *Error {
	return &Error{Err: fmt.Errorf("%w: %s", ErrForeign, why), hint: hintOther}
}

func newer(have, known int64) *Error {
	return &Error{
		Err:  fmt.Errorf("%w: its schema is %d, this program knows up to %d", ErrNewer, have, known),
		hint: "update nutrigap, or " + hintOther,
	}
}

func damaged(err error) *Error {
	return &Error{
		Err:  fmt.Errorf("%w: %w", ErrDamaged, err),
		hint: "keep a copy of the file; bring a backup back with: nutrigap db restore FILE,\nor import your diaries into a new database with --db",
	}
}

// complaint is an error about what was asked for, and not about the database.
type complaint struct{ error }

func (c complaint) Unwrap() error { return c.error }

// explain names the diary in err and says what can be done about it. An error that comes from the end of
// ctx stays what it is.
func explain(ctx context.Context, path string, err error) error {
	if err == nil {
		return nil
	}
	if done := ctx.Err(); done != nil {
		return fmt.Errorf("%s: %w", path, done)
	}
	var c complaint
	if errors.As(err, &c) {
		return c.error
	}
	var told *Error
	if !errors.As(err, &told) {
		told = translate(err)
	}
	return &Error{Path: path, Err: told.Err, hint: told.hint}
}

// translate says what an error of the database means to a person.
func translate(err error) *Error {
	var failure *sqlite.Error
	if !errors.As(err, &failure) {
		return &Error{Err: err}
	}
	err = failure                  // migrations wrap it in words for programmers
	switch failure.Code() & 0xff { // the upper bits are particulars
	case lite.SQLITE_NOTADB:
		return foreign("it is no SQLite database")
	case lite.SQLITE_CORRUPT:
		return damaged(err)
	case lite.SQLITE_READONLY:
		return &Error{Err: fmt.Errorf("is read-only: %w", err), hint: "make the file and its folder writable, or " + hintElsewhere}
	case lite.SQLITE_CANTOPEN:
		return &Error{Err: fmt.Errorf("can't be opened: %w", err), hint: "make the file and its folder readable and writable, or " + hintElsewhere}
	case lite.SQLITE_FULL:
		return &Error{Err: fmt.Errorf("can't grow: %w", err), hint: "nothing was changed; make room on the disk and try again"}
	case lite.SQLITE_IOERR:
		return &Error{Err: fmt.Errorf("can't be read or written: %w", err), hint: "nothing was changed; look whether the disk is full or failing and try again"}
	case lite.SQLITE_BUSY:
		return &Error{Err: fmt.Errorf("is in use: %w", err), hint: "nothing was changed; wait for the other program to end and try again"}
	default:
		return &Error{Err: err}
	}
}
