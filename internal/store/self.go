package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/nutrigap/nutrigap/internal/diary"
)

// ErrNoSymptom is a number that no logged symptom of the person has.
var ErrNoSymptom = errors.New("no such symptom")

// Answer is what a person said of themselves.
type Answer struct {
	Text string
	On   diary.Date // when it was said
}

// LoggedSymptom is a symptom and the number that [DB.RemoveSymptom] wants.
type LoggedSymptom struct {
	Number int64
	diary.Symptom
}

// Self is what a person keeps beside the diary.
type Self struct {
	Profile  map[string]Answer     // by question
	Marks    map[diary.Date]string // what is said of days
	Symptoms []LoggedSymptom       // by date, and within a date as they were logged
}

// SetProfile keeps answers by their questions; an empty one takes an answer back. A person who is not known
// is added.
func (db *DB) SetProfile(ctx context.Context, answers map[string]string) error {
	today := diary.DateOf(db.now()).String()
	return db.ofPerson(ctx, func(tx *sql.Tx, p person) error {
		for question, answer := range answers {
			query, args := `DELETE FROM profile WHERE person_id = ? AND question = ?`, []any{p.id, question}
			if answer != "" {
				query = `INSERT OR REPLACE INTO profile (person_id, question, answer, said_on) VALUES (?, ?, ?, ?)`
				args = append(args, answer, today)
			}
			if _, err := tx.ExecContext(ctx, query, args...); err != nil {
				return err
			}
		}
		return nil
	})
}

// MarkDay keeps what is said of a day; an empty mark takes it back. A person who is not known is added.
func (db *DB) MarkDay(ctx context.Context, date diary.Date, mark string) error {
	return db.ofPerson(ctx, func(tx *sql.Tx, p person) error {
		query, args := `DELETE FROM day_mark WHERE person_id = ? AND date = ?`, []any{p.id, date.String()}
		if mark != "" {
			query = `INSERT OR REPLACE INTO day_mark (person_id, date, mark) VALUES (?, ?, ?)`
			args = append(args, mark)
		}
		_, err := tx.ExecContext(ctx, query, args...)
		return err
	})
}

// AddSymptoms keeps symptoms, all or none, and says how many were new: one that is there word for word is
// not kept twice. A person who is not known is added.
func (db *DB) AddSymptoms(ctx context.Context, symptoms ...diary.Symptom) (added int, err error) {
	err = db.ofPerson(ctx, func(tx *sql.Tx, p person) error {
		for _, s := range symptoms {
			n, err := affected(tx.ExecContext(ctx, `
				INSERT INTO symptom (person_id, date, symptom, severity, note)
				SELECT ?1, ?2, ?3, ?4, ?5
				WHERE NOT EXISTS (
					SELECT 1 FROM symptom
					WHERE person_id = ?1 AND date = ?2 AND symptom = ?3 AND severity = ?4 AND note = ?5)`,
				p.id, s.Date.String(), s.Symptom, s.Severity, s.Note))
			if err != nil {
				return err
			}
			added += n
		}
		return nil
	})
	return added, err
}

// RemoveSymptom forgets a symptom of the person and returns it, or an error that is [ErrNoSymptom].
func (db *DB) RemoveSymptom(ctx context.Context, number int64) (removed LoggedSymptom, err error) {
	err = db.write(ctx, func(tx *sql.Tx) error {
		p, err := db.whose(ctx, tx)
		if err != nil {
			return err
		}
		all, err := symptoms(ctx, tx, p)
		if err != nil {
			return err
		}
		for _, s := range all {
			if s.Number == number {
				removed = s
				_, err := tx.ExecContext(ctx, `DELETE FROM symptom WHERE id = ?`, number)
				return err
			}
		}
		return complaint{fmt.Errorf("%d: %w", number, ErrNoSymptom)}
	})
	return removed, err
}

// Self is everything that the person keeps beside the diary, in one state. Of a person who is not known it
// is an [*UnknownPersonError].
func (db *DB) Self(ctx context.Context) (*Self, error) {
	s, err := db.self(ctx)
	return s, db.explain(ctx, err)
}

func (db *DB) self(ctx context.Context) (*Self, error) {
	tx, err := db.sql.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	defer tx.Rollback()
	p, err := db.whose(ctx, tx)
	if err != nil {
		return nil, err
	}
	s := &Self{Profile: map[string]Answer{}, Marks: map[diary.Date]string{}}
	err = eachRow(ctx, tx, `SELECT question, answer, said_on FROM profile WHERE person_id = ?`, func(scan func(...any) error) error {
		var question, on string
		var a Answer
		if err := scan(&question, &a.Text, &on); err != nil {
			return err
		}
		err := dated(&a.On, on)
		s.Profile[question] = a
		return err
	}, p.id)
	if err != nil {
		return nil, err
	}
	err = eachRow(ctx, tx, `SELECT date, mark FROM day_mark WHERE person_id = ?`, func(scan func(...any) error) error {
		var date diary.Date
		var text, mark string
		if err := scan(&text, &mark); err != nil {
			return err
		}
		err := dated(&date, text)
		s.Marks[date] = mark
		return err
	}, p.id)
	if err != nil {
		return nil, err
	}
	s.Symptoms, err = symptoms(ctx, tx, p)
	return s, err
}

// symptoms are those of a person, by date.
func symptoms(ctx context.Context, tx *sql.Tx, p person) ([]LoggedSymptom, error) {
	var all []LoggedSymptom
	err := eachRow(ctx, tx, `
		SELECT id, date, symptom, severity, note FROM symptom
		WHERE person_id = ? ORDER BY date, id`, func(scan func(...any) error) error {
		var s LoggedSymptom
		var date string
		if err := scan(&s.Number, &date, &s.Symptom.Symptom, &s.Severity, &s.Note); err != nil {
			return err
		}
		err := dated(&s.Date, date)
		all = append(all, s)
		return err
	}, p.id)
	return all, err
}

// ofPerson writes for a person, who is added where nobody knows them.
func (db *DB) ofPerson(ctx context.Context, do func(*sql.Tx, person) error) error {
	return db.write(ctx, func(tx *sql.Tx) error {
		p, _, err := db.ensurePerson(ctx, tx)
		if err != nil {
			return err
		}
		return do(tx, p)
	})
}

// dated reads a date of the database.
func dated(into *diary.Date, text string) error {
	date, err := diary.ParseDate(text)
	if err != nil {
		return damaged(err)
	}
	*into = date
	return nil
}
