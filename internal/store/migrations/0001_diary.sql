-- The diary: who eats, which files were read, and what each line of them became.

-- +goose Up

-- One row a version, so that of two programs that upgrade the same diary at once only one can: the
-- other's transaction fails here as a whole.
CREATE UNIQUE INDEX goose_db_version_once ON goose_db_version (version_id);

CREATE TABLE person (
	id   INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE
) STRICT;

INSERT INTO person (id, name) VALUES (1, 'me');

-- The ledger: one row for each file that was read. Numbers are never used again, so that "import 3"
-- means the same file for ever.
CREATE TABLE import (
	id          INTEGER PRIMARY KEY AUTOINCREMENT,
	person_id   INTEGER NOT NULL REFERENCES person,
	name        TEXT    NOT NULL,                      -- of the file, without its folder
	digest      TEXT    NOT NULL CHECK (digest <> ''), -- SHA-256 of the file's bytes, hexadecimal
	dialect     TEXT    NOT NULL,
	entries     INTEGER NOT NULL DEFAULT 0,
	refused     INTEGER NOT NULL DEFAULT 0,
	imported_at TEXT    NOT NULL,                      -- RFC 3339, UTC
	UNIQUE (person_id, digest)
) STRICT;

-- The sets of nutrients that diaries have a place for. A nutrient that is not in an entry's set was not
-- recorded; one that is in the set and has no value is unknown.
CREATE TABLE recorded (
	id        INTEGER PRIMARY KEY,
	nutrients TEXT NOT NULL UNIQUE -- keys, separated by spaces, in the order of their values
) STRICT;

-- The foods eaten. Ids grow in the order of the file.
CREATE TABLE entry (
	id          INTEGER PRIMARY KEY,
	import_id   INTEGER NOT NULL REFERENCES import ON DELETE CASCADE,
	line        INTEGER NOT NULL,
	date        TEXT    NOT NULL, -- 2026-03-01
	time        TEXT    NOT NULL, -- 15:04, or empty
	meal        TEXT    NOT NULL,
	food        TEXT    NOT NULL,
	amount      TEXT    NOT NULL,
	note        TEXT    NOT NULL,
	category    TEXT    NOT NULL,
	recorded_id INTEGER NOT NULL REFERENCES recorded,
	measured    BLOB              -- values of the set's nutrients (see measured.go); NULL if none has one
) STRICT;

-- In the order in which a diary is read, and enough to count days without reading entries.
CREATE INDEX entry_by_day ON entry (date, import_id);

-- Lines that couldn't be read, so that they can be shown again.
CREATE TABLE refused (
	id          INTEGER PRIMARY KEY,
	import_id   INTEGER NOT NULL REFERENCES import ON DELETE CASCADE,
	line        INTEGER NOT NULL,
	column_name TEXT    NOT NULL, -- the heading as the file spells it, or empty
	reason      TEXT    NOT NULL,
	hint        TEXT    NOT NULL
) STRICT;

-- Lines that are no food eaten, counted by reason.
CREATE TABLE skipped (
	import_id INTEGER NOT NULL REFERENCES import ON DELETE CASCADE,
	reason    TEXT    NOT NULL,
	lines     INTEGER NOT NULL,
	PRIMARY KEY (import_id, reason)
) STRICT, WITHOUT ROWID;
