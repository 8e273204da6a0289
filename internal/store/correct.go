package store

import (
	"context"
	"database/sql"
)

// twinsBefore counts the rows of an import that read like one of its rows and stand before it: of three
// equal eggs, which one it is.
func twinsBefore(row string) string {
	return `(
		SELECT count(*)
		FROM entry AS twin
		WHERE twin.date = ` + row + `.date AND twin.import_id = ` + row + `.import_id AND twin.id < ` + row + `.id
		  AND (twin.level, twin.time, twin.meal, twin.food, twin.amount) = (` + row + `.level, ` + row + `.time, ` + row + `.meal, ` + row + `.food, ` + row + `.amount))`
}

// carryCorrections lets every correction of an older import's row also correct the new import's row that
// reads the same. A row that the person meanwhile corrected in the app itself reads otherwise, and counts.
func carryCorrections(ctx context.Context, tx *sql.Tx, p person, i *Import) error {
	_, err := tx.ExecContext(ctx, `
		INSERT OR IGNORE INTO correction (entry_id, import_id)
		SELECT fresh.id, correction.import_id
		FROM correction
		CROSS JOIN entry AS old   ON old.id = correction.entry_id
		CROSS JOIN import         ON import.id = old.import_id AND import.person_id = ?1 AND import.series = ?2
		CROSS JOIN entry AS fresh ON fresh.date = old.date AND fresh.import_id = ?3
		WHERE old.import_id < ?3
		  AND (fresh.level, fresh.time, fresh.meal, fresh.food, fresh.amount) = (old.level, old.time, old.meal, old.food, old.amount)
		  AND `+twinsBefore("fresh")+` = `+twinsBefore("old"), p.id, i.Series, i.ID)
	return err
}

// droppedCorrections counts the corrections that counted until a new import came and have no row in it.
func droppedCorrections(ctx context.Context, tx *sql.Tx, p person, i *Import) (n int, err error) {
	err = tx.QueryRowContext(ctx, `
		SELECT count(DISTINCT correction.import_id)
		FROM correction
		CROSS JOIN entry AS old ON old.id = correction.entry_id
		JOIN (`+replacedDays+`) AS replaced ON replaced.date = old.date AND replaced.older_id = old.import_id
		WHERE correction.import_id NOT IN (
			SELECT correction.import_id
			FROM correction JOIN entry ON entry.id = entry_id
			WHERE entry.import_id = ?3)
		  AND NOT EXISTS (
			SELECT 1
			FROM correction AS later
			WHERE later.entry_id = correction.entry_id AND later.import_id > correction.import_id)`,
		p.id, i.Series, i.ID).Scan(&n)
	return n, err
}
