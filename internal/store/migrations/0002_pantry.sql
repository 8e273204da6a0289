-- What a person has of their own: names for foods, foods from labels, recipes. Nothing here belongs to an
-- import, so that taking an import back costs none of it.

-- +goose Up

-- Foods as their labels describe them. Numbers are never used again, so that "own:3" means the same food
-- for ever.
CREATE TABLE own_food (
	id       INTEGER PRIMARY KEY AUTOINCREMENT,
	key      TEXT NOT NULL UNIQUE CHECK (key <> ''), -- the name as it is compared, see pantry.Key
	name     TEXT NOT NULL,
	also     TEXT NOT NULL, -- JSON: other names
	per_100g TEXT NOT NULL, -- JSON: nutrient key to amount; what is not in it is unknown
	portions TEXT NOT NULL  -- JSON: amount, label, grams, kind of each
) STRICT;

-- Recipes as they were written, and the food that they came to when they were added.
CREATE TABLE recipe (
	id          INTEGER PRIMARY KEY AUTOINCREMENT,
	key         TEXT NOT NULL UNIQUE CHECK (key <> ''),
	name        TEXT NOT NULL,
	yield_grams REAL CHECK (yield_grams > 0), -- NULL where the recipe doesn't say
	servings    REAL CHECK (servings > 0),    -- NULL where the recipe doesn't say
	ingredients TEXT NOT NULL,                -- one a line, as written
	per_100g    TEXT NOT NULL,
	portions    TEXT NOT NULL
) STRICT;

-- What a person said that a text means.
CREATE TABLE alias (
	key   TEXT PRIMARY KEY CHECK (key <> ''),
	text  TEXT NOT NULL, -- as the person spells it
	kind  TEXT NOT NULL CHECK (kind IN ('food', 'not a food', 'skip')),
	code  TEXT NOT NULL CHECK ((kind = 'food') = (code <> '')), -- of the nutrient table, "own:3" or "recipe:2"
	grams REAL CHECK (grams > 0)                                -- what one weighs; NULL where nobody said
) STRICT, WITHOUT ROWID;
