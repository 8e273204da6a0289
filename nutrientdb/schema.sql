-- The nutrient table: one row per food, per 100 g as eaten. NULL is unknown, 0 is zero.
-- History: 1, first edition.

PRAGMA user_version = 1;

-- The published tables that the foods come from.
CREATE TABLE source (
  id       INTEGER PRIMARY KEY,
  name     TEXT NOT NULL,
  citation TEXT NOT NULL,
  url      TEXT NOT NULL,
  lacks    TEXT NOT NULL -- nutrient keys, space between, for which this source has no column at all
) STRICT;

-- WWEIA categories and SR Legacy food groups.
CREATE TABLE category (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL
) STRICT;

-- The id is the food's published code as a number: 8 digits in FNDDS, 5 with leading zeros in SR Legacy.
CREATE TABLE food (
  id          INTEGER PRIMARY KEY,
  code        TEXT AS (printf('%05d', id)) VIRTUAL,
  name        TEXT NOT NULL,
  also        TEXT,             -- other names, '; ' between
  source_id   INTEGER NOT NULL REFERENCES source (id),
  category_id INTEGER NOT NULL REFERENCES category (id),
  rank        INTEGER,          -- place among the foods that people report most often, 1 the commonest
  known       INTEGER NOT NULL  -- how many nutrients have a value
) STRICT;

-- Amounts in 100 g; a column is named by its nutrient's key. A food without any value has no row.
CREATE TABLE nutrients (
  food_id             INTEGER PRIMARY KEY REFERENCES food (id),
  energy_kcal         REAL,
  protein_g           REAL,
  carbohydrate_g      REAL,
  fiber_g             REAL,
  sugars_g            REAL,
  fat_g               REAL,
  saturated_fat_g     REAL,
  cholesterol_mg      REAL,
  alcohol_g           REAL,
  caffeine_mg         REAL,
  water_g             REAL,
  calcium_mg          REAL,
  iron_mg             REAL,
  magnesium_mg        REAL,
  phosphorus_mg       REAL,
  potassium_mg        REAL,
  sodium_mg           REAL,
  zinc_mg             REAL,
  copper_mg           REAL,
  manganese_mg        REAL,
  selenium_mcg        REAL,
  vitamin_a_mcg       REAL,
  vitamin_c_mg        REAL,
  vitamin_d_mcg       REAL,
  vitamin_e_mg        REAL,
  vitamin_k_mcg       REAL,
  thiamin_mg          REAL,
  riboflavin_mg       REAL,
  niacin_mg           REAL,
  pantothenic_acid_mg REAL,
  vitamin_b6_mg       REAL,
  vitamin_b12_mcg     REAL,
  folate_mcg          REAL,
  folate_food_mcg     REAL,
  folic_acid_mcg      REAL,
  choline_mg          REAL
) STRICT;

-- The words of a portion without its number, shared by the foods that use them.
CREATE TABLE measure (
  id    INTEGER PRIMARY KEY,
  label TEXT NOT NULL,
  kind  TEXT NOT NULL CHECK (kind IN ('household', 'usual', 'guideline'))
) STRICT;

-- Portions in the source's order. A source's 0 is kept as NULL: no weight, or an amount that was lost.
CREATE TABLE portion (
  food_id    INTEGER NOT NULL REFERENCES food (id),
  seq        INTEGER NOT NULL,
  amount     REAL CHECK (amount > 0),
  measure_id INTEGER NOT NULL REFERENCES measure (id),
  grams      REAL CHECK (grams > 0), -- of the whole amount
  PRIMARY KEY (food_id, seq)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE food_fts USING fts5 (
  name, also,
  content = 'food', content_rowid = 'id',
  tokenize = 'porter unicode61 remove_diacritics 2'
);
