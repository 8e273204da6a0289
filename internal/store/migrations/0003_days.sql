-- Several people, exports that overlap, and rows written or corrected by hand.
--
-- What counts is never stored but follows from the imports that are there, so that undoing one brings back
-- exactly what it covered, in whatever order imports come and go. The newest word counts: of the imports
-- of one series the newest that has a day says what was eaten on it, and of the corrections of a row the
-- newest says what the row should have been.

-- +goose Up

-- Whose days an import replaces: those of its series. NULL for what was written by hand, which replaces
-- nobody's.
ALTER TABLE import ADD COLUMN series TEXT;
UPDATE import SET series = dialect;

CREATE INDEX import_by_series ON import (person_id, series);

-- What an entry's values are the sum of, see diary.Level: 0 a food, 1 a meal, 2 a day.
ALTER TABLE entry ADD COLUMN level INTEGER NOT NULL DEFAULT 0 CHECK (level BETWEEN 0 AND 2);

-- The days that an import has entries of.
CREATE TABLE day (
	date      TEXT    NOT NULL,
	import_id INTEGER NOT NULL REFERENCES import ON DELETE CASCADE,
	entries   INTEGER NOT NULL,
	checksum  INTEGER,          -- of the entries, see checksum.go; NULL from the time before it was kept
	PRIMARY KEY (date, import_id)
) STRICT, WITHOUT ROWID;

INSERT INTO day (date, import_id, entries)
SELECT date, import_id, count(*) FROM entry GROUP BY date, import_id;

CREATE INDEX day_by_import ON day (import_id);

-- Rows that a person corrected: instead of the entry its import counts, which has one entry where the row
-- was changed and none where it was removed. A row that a newer export repeats word for word is corrected
-- by the same import.
CREATE TABLE correction (
	entry_id  INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
	import_id INTEGER NOT NULL REFERENCES import ON DELETE CASCADE,
	PRIMARY KEY (entry_id, import_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX correction_by_import ON correction (import_id);

-- Days as the newest import of a series has them.
CREATE VIEW newest_day AS
SELECT day.date, day.import_id, day.entries, day.checksum, import.person_id
FROM day CROSS JOIN import ON import.id = day.import_id -- cross: by date, never by person
WHERE NOT EXISTS (
	SELECT 1
	FROM day AS newer JOIN import AS later ON later.id = newer.import_id
	WHERE newer.date = day.date AND newer.import_id > day.import_id
	  AND later.person_id = import.person_id AND later.series = import.series);

-- The corrections that count: the newest of a row that counts.
CREATE VIEW live_correction AS
SELECT correction.entry_id, correction.import_id
FROM correction
JOIN entry      ON entry.id = correction.entry_id
JOIN newest_day ON newest_day.date = entry.date AND newest_day.import_id = entry.import_id
WHERE NOT EXISTS (
	SELECT 1
	FROM correction AS later
	WHERE later.entry_id = correction.entry_id AND later.import_id > correction.import_id);

-- The days that count, whose entries do unless they are corrected.
CREATE VIEW live_day AS
SELECT date, import_id, entries, checksum, person_id
FROM newest_day
WHERE import_id NOT IN (SELECT import_id FROM correction)
   OR import_id IN (SELECT import_id FROM live_correction);
