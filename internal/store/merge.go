package store

import (
	"context"
	"database/sql"
	"hash/crc32"

	"github.com/nutrigap/nutrigap/internal/diary"
)

// Changes are what an import did to days that the diary had from an older import of the same series.
type Changes struct {
	Same                     int // days that it repeats word for word
	Changed                  int // days that it has otherwise
	Added, Removed, Revalued int // rows of those: only in the new file, only in the old one, with other figures
	Dropped                  int // corrections by hand of rows that the new file doesn't have

	Days []DayChange // the first keptChanges of the changed days
}

// DayChange is what became of one day.
type DayChange struct {
	Date                     diary.Date
	Added, Removed, Revalued []diary.Entry // without values
}

// keptChanges is how many changed days a result tells in full; the counts are always of all.
const keptChanges = 20

// replacedDays are the days of the import ?3 and for each the import of the same series that counted until
// now. The parameters are a person, a series and the import.
const replacedDays = `
	SELECT day.date, max(older.import_id) AS older_id
	FROM day
	CROSS JOIN day AS older ON older.date = day.date AND older.import_id < day.import_id
	CROSS JOIN import ON import.id = older.import_id AND import.person_id = ?1 AND import.series = ?2
	WHERE day.import_id = ?3
	GROUP BY day.date`

// merge lets corrections follow their rows into a new import and says what the import changed. That its
// days replace those of older imports needs no doing.
func merge(ctx context.Context, tx *sql.Tx, p person, i *Import) (Changes, error) {
	var c Changes
	if err := carryCorrections(ctx, tx, p, i); err != nil {
		return c, err
	}
	layouts, err := allLayouts(ctx, tx)
	if err != nil {
		return c, err
	}
	rows, err := tx.QueryContext(ctx, `
		SELECT replaced.date, entry.import_id, time, meal, food, amount, note, category, level, recorded_id, measured
		FROM (`+replacedDays+`) AS replaced
		CROSS JOIN entry ON entry.date = replaced.date AND entry.import_id IN (?3, older_id)
		ORDER BY replaced.date`, p.id, i.Series, i.ID)
	if err != nil {
		return c, err
	}
	defer rows.Close()
	day := comparison{}
	var (
		date, dayText string
		importID      int64
		layoutID      int64
		measured      sql.RawBytes
		row           []byte
	)
	for rows.Next() {
		var e diary.Entry
		err := rows.Scan(&date, &importID, &e.Time, &e.Meal, &e.Food, &e.Amount, &e.Note, &e.Category, &e.Level, &layoutID, &measured)
		if err != nil {
			return c, err
		}
		if date != dayText {
			if err := c.close(day, dayText); err != nil {
				return c, err
			}
			day, dayText = comparison{}, date
		}
		row = appendRow(row[:0], &e, layouts[layoutID].seal, measured)
		day.add(e, int64(crc32.Checksum(row, castagnoli)), importID == i.ID)
	}
	if err := c.close(day, dayText); err != nil {
		return c, err
	}
	if err := rows.Err(); err != nil {
		return c, err
	}
	c.Dropped, err = droppedCorrections(ctx, tx, p, i)
	return c, err
}

// rowText is what a person sees of a row.
type rowText struct {
	level                                    diary.Level
	time, meal, food, amount, note, category string
}

// versions are the rows of one text in a new and an old import: how many more the new one has, and the
// difference of their checksums.
type versions struct {
	entry    diary.Entry
	more     int
	checksum int64
}

// comparison is a day in two imports.
type comparison struct {
	rows  map[rowText]*versions
	order []*versions // as they first came
}

func (c *comparison) add(e diary.Entry, checksum int64, isNew bool) {
	key := rowText{e.Level, e.Time, e.Meal, e.Food, e.Amount, e.Note, e.Category}
	v := c.rows[key]
	if v == nil {
		v = &versions{entry: e}
		if c.rows == nil {
			c.rows = map[rowText]*versions{}
		}
		c.rows[key] = v
		c.order = append(c.order, v)
	}
	if isNew {
		v.more++
		v.checksum += checksum
	} else {
		v.more--
		v.checksum -= checksum
	}
}

// close counts a finished day.
func (c *Changes) close(day comparison, dayText string) error {
	if len(day.order) == 0 {
		return nil
	}
	date, err := diary.ParseDate(dayText)
	if err != nil {
		return damaged(err)
	}
	d := DayChange{Date: date}
	for _, v := range day.order {
		switch {
		case v.more == 0 && v.checksum != 0:
			d.Revalued = append(d.Revalued, v.entry)
		case v.more != 0:
			for n := v.more; n > 0; n-- {
				d.Added = append(d.Added, v.entry)
			}
			for n := v.more; n < 0; n++ {
				d.Removed = append(d.Removed, v.entry)
			}
		}
	}
	if len(d.Added)+len(d.Removed)+len(d.Revalued) == 0 {
		c.Same++
		return nil
	}
	c.Changed++
	c.Added += len(d.Added)
	c.Removed += len(d.Removed)
	c.Revalued += len(d.Revalued)
	if len(c.Days) < keptChanges {
		c.Days = append(c.Days, d)
	}
	return nil
}
