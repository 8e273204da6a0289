-- What people say of themselves, of single days and of how they feel.
--
-- Words are kept as they were checked by the program, which reads them anew: a word that a version does not
-- know is left out, and nothing is lost.

-- +goose Up

-- One answer of a profile: "diet" is "vegan".
CREATE TABLE profile (
	person_id INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
	question  TEXT    NOT NULL,
	answer    TEXT    NOT NULL,
	said_on   TEXT    NOT NULL, -- an age grows from this day on
	PRIMARY KEY (person_id, question)
) STRICT, WITHOUT ROWID;

CREATE TABLE day_mark (
	person_id INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
	date      TEXT    NOT NULL,
	mark      TEXT    NOT NULL, -- not-tracked, fasting or complete
	PRIMARY KEY (person_id, date)
) STRICT, WITHOUT ROWID;

CREATE TABLE symptom (
	id        INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice, so that a removed one is not mistaken
	person_id INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
	date      TEXT    NOT NULL,
	symptom   TEXT    NOT NULL, -- a key of the vocabulary, "muscle_pain"
	severity  INTEGER NOT NULL CHECK (severity BETWEEN 0 AND 10),
	note      TEXT    NOT NULL
) STRICT;

CREATE INDEX symptom_by_day ON symptom (person_id, date);
