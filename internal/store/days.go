package store

import (
	"context"
	"errors"
	"fmt"

	"github.com/nutrigap/nutrigap/internal/diary"
)

// written is a day as an import wrote it.
type written struct {
	date     string
	importID int64
	tally
	sealed bool // a checksum was kept
}

// dayCheck follows rows as they are read, day by day, and finds out whether they are those that were
// written.
type dayCheck struct {
	days []written
	next int // the day that is read
	read tally
	date diary.Date // of the day that is read
	row  []byte
}

// newDayCheck expects the days of a period, in the order in which their rows are read.
func newDayCheck(ctx context.Context, q querier, which string, p person, first, last string) (*dayCheck, error) {
	rows, err := q.QueryContext(ctx, `
		SELECT date, import_id, entries, coalesce(checksum, 0), checksum IS NOT NULL
		FROM `+which+`
		WHERE date BETWEEN ? AND ? AND person_id = ?
		ORDER BY date, import_id`, first, last, p.id)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	c := &dayCheck{next: -1}
	for rows.Next() {
		var w written
		if err := rows.Scan(&w.date, &w.importID, &w.entries, &w.checksum, &w.sealed); err != nil {
			return nil, err
		}
		c.days = append(c.days, w)
	}
	return c, rows.Err()
}

var errChanged = errors.New("the entries are not as they were written")

// add takes in a row, whose position and texts are set.
func (c *dayCheck) add(date string, r Row, seal uint32, measured []byte) error {
	if c.next < 0 || c.days[c.next].importID != r.ImportID || c.days[c.next].date != date {
		if err := c.turn(); err != nil {
			return err
		}
		if c.next == len(c.days) || c.days[c.next].importID != r.ImportID || c.days[c.next].date != date {
			return damaged(fmt.Errorf("%s: %w", date, errChanged))
		}
	}
	c.row = appendRow(c.row[:0], r.Entry, seal, measured)
	c.read.add(c.row)
	return nil
}

// turn closes the day that was read and goes to the next.
func (c *dayCheck) turn() (err error) {
	if c.next >= 0 {
		day := c.days[c.next]
		if c.read.entries != day.entries || day.sealed && c.read.checksum != day.checksum {
			return damaged(fmt.Errorf("%s: %w", day.date, errChanged))
		}
	}
	c.read = tally{}
	if c.next++; c.next == len(c.days) {
		return nil
	}
	if c.date, err = diary.ParseDate(c.days[c.next].date); err != nil {
		return damaged(err)
	}
	return nil
}

// end closes the last day.
func (c *dayCheck) end() error {
	if err := c.turn(); err != nil {
		return err
	}
	if c.next < len(c.days) {
		return damaged(fmt.Errorf("%s: %w", c.days[c.next].date, errChanged))
	}
	return nil
}
