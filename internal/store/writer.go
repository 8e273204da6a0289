package store

import (
	"context"
	"database/sql"
	"fmt"
	"hash/crc32"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// entriesAtOnce is how many entries one statement inserts. Thirty-two are a quarter faster than one by
// one; more gain nothing.
const entriesAtOnce = 32

const entryColumns = `import_id, line, date, time, meal, food, amount, note, category, level, recorded_id, measured`

// insertEntries is the statement that inserts n entries.
func insertEntries(n int) string {
	const row = `(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	return `INSERT INTO entry (` + entryColumns + `) VALUES ` + row + strings.Repeat(`, `+row, n-1)
}

// writer writes the records of one file within the transaction of its import.
type writer struct {
	tx     *sql.Tx
	ledger Import

	entries *sql.Stmt // inserts entriesAtOnce entries
	refused *sql.Stmt

	// Entries to be inserted next: their number, the arguments, and the measured values among those.
	waitingEntries int
	waiting        []any
	values         []byte

	layouts map[recorded]storedLayout
	row     []byte // of the entry before, as it is summed up

	days    map[diary.Date]*tally
	day     diary.Date // of the entry before, with its text and tally: files run day by day
	dayText string
	tally   *tally
}

// storedLayout is a layout, the id of its row, and the checksum of its keys: a letter that changed there
// would turn all values of a nutrient into nothing.
type storedLayout struct {
	layout
	id   int64
	seal uint32
}

func sealed(l layout, id int64, keys string) storedLayout {
	return storedLayout{l, id, crc32.Checksum([]byte(keys), castagnoli)}
}

// newWriter begins a line of the ledger in the person's diary.
func newWriter(ctx context.Context, tx *sql.Tx, p person, ledger Import) (*writer, error) {
	row, err := tx.ExecContext(ctx, `
		INSERT INTO import (person_id, name, digest, dialect, series, imported_at)
		VALUES (?, ?, ?, ?, nullif(?, ''), ?)`,
		p.id, ledger.Name, ledger.Digest, ledger.Dialect, ledger.Series, ledger.At.Format(time.RFC3339))
	if err != nil {
		return nil, err
	}
	if ledger.ID, err = row.LastInsertId(); err != nil {
		return nil, err
	}
	ledger.Person = p.name
	w := &writer{tx: tx, ledger: ledger, layouts: map[recorded]storedLayout{}, days: map[diary.Date]*tally{}}
	if w.entries, err = tx.PrepareContext(ctx, insertEntries(entriesAtOnce)); err != nil {
		return nil, err
	}
	w.refused, err = tx.PrepareContext(ctx, `
		INSERT INTO refused (import_id, line, column_name, reason, hint)
		VALUES (?, ?, ?, ?, ?)`)
	return w, err
}

func (w *writer) write(ctx context.Context, record diary.Record) error {
	switch r := record.(type) {
	case *diary.Entry:
		w.ledger.Entries++
		return w.entry(ctx, r)
	case *diary.SyntaxError:
		w.ledger.Refused++
		_, err := w.refused.ExecContext(ctx, w.ledger.ID, r.Pos.Line, r.Column, r.Reason, r.Hint)
		return err
	case *diary.Skipped:
		w.ledger.Skipped[r.Reason]++
		return nil
	default:
		return fmt.Errorf("%s: a record of the unknown type %T", record.Position(), record)
	}
}

func (w *writer) entry(ctx context.Context, e *diary.Entry) error {
	if err := w.setDay(e.Date); err != nil {
		return fmt.Errorf("%s: %w", e.Pos, err)
	}
	layout, err := w.layoutOf(ctx, &e.Nutrients)
	if err != nil {
		return err
	}
	var measured any // NULL where nothing is
	start := len(w.values)
	w.values = layout.appendMeasured(w.values, &e.Nutrients)
	if len(w.values) > start {
		measured = w.values[start:]
	}
	w.row = appendRow(w.row[:0], e, layout.seal, w.values[start:])
	w.tally.add(w.row)
	w.waiting = append(w.waiting,
		w.ledger.ID, e.Pos.Line, w.dayText, e.Time, e.Meal, e.Food, e.Amount, e.Note, e.Category,
		int64(e.Level), layout.id, measured)
	if w.waitingEntries++; w.waitingEntries < entriesAtOnce {
		return nil
	}
	return w.flush(ctx, w.entries)
}

// setDay makes sure that what is written can be read again.
func (w *writer) setDay(day diary.Date) error {
	if day == w.day && w.dayText != "" {
		return nil
	}
	w.day, w.dayText = day, day.String()
	if w.tally = w.days[day]; w.tally != nil {
		return nil
	}
	w.tally = &tally{}
	w.days[day] = w.tally
	_, err := diary.ParseDate(w.dayText)
	return err
}

// layoutOf is the layout for the nutrients that an entry's diary records, and its row.
func (w *writer) layoutOf(ctx context.Context, a *nutrient.Amounts) (storedLayout, error) {
	set := recordedIn(a)
	if l, ok := w.layouts[set]; ok {
		return l, nil
	}
	l := sealed(set.layout(), 0, set.layout().keys())
	// Setting the keys to themselves makes RETURNING tell the id of a row that is there already.
	err := w.tx.QueryRowContext(ctx, `
		INSERT INTO recorded (nutrients) VALUES (?)
		ON CONFLICT (nutrients) DO UPDATE SET nutrients = excluded.nutrients
		RETURNING id`, l.keys()).Scan(&l.id)
	if err != nil {
		return l, err
	}
	w.layouts[set] = l
	return l, nil
}

// flush inserts the entries that wait.
func (w *writer) flush(ctx context.Context, insert *sql.Stmt) error {
	_, err := insert.ExecContext(ctx, w.waiting...)
	w.waiting, w.values, w.waitingEntries = w.waiting[:0], w.values[:0], 0
	return err
}

// finish writes what still waits, the days and the counts, and completes the line of the ledger.
func (w *writer) finish(ctx context.Context) error {
	if n := w.waitingEntries; n > 0 {
		rest, err := w.tx.PrepareContext(ctx, insertEntries(n))
		if err != nil {
			return err
		}
		if err := w.flush(ctx, rest); err != nil {
			return err
		}
	}
	if err := w.finishDays(ctx); err != nil {
		return err
	}
	for _, reason := range slices.Sorted(maps.Keys(w.ledger.Skipped)) {
		_, err := w.tx.ExecContext(ctx, `
			INSERT INTO skipped (import_id, reason, lines)
			VALUES (?, ?, ?)`, w.ledger.ID, reason, w.ledger.Skipped[reason])
		if err != nil {
			return err
		}
	}
	_, err := w.tx.ExecContext(ctx, `
		UPDATE import SET entries = ?, refused = ?
		WHERE id = ?`, w.ledger.Entries, w.ledger.Refused, w.ledger.ID)
	return err
}

func (w *writer) finishDays(ctx context.Context) error {
	insert, err := w.tx.PrepareContext(ctx, `
		INSERT INTO day (date, import_id, entries, checksum)
		VALUES (?, ?, ?, ?)`)
	if err != nil {
		return err
	}
	days := slices.SortedFunc(maps.Keys(w.days), diary.Date.Compare)
	for _, date := range days {
		t := w.days[date]
		if _, err := insert.ExecContext(ctx, date.String(), w.ledger.ID, t.entries, t.checksum); err != nil {
			return err
		}
	}
	if n := len(days); n > 0 {
		w.ledger.From, w.ledger.To, w.ledger.Days, w.ledger.LiveDays = days[0], days[n-1], n, n
	}
	return nil
}
