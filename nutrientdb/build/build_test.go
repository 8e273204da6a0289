package main

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nutrigap/nutrigap/internal/nutrient"
)

func TestBuildIsByteForByteTheSame(t *testing.T) {
	first, _ := buildFixture(t)
	second, _ := buildFixture(t)
	if !bytes.Equal(first, second) {
		t.Error("two builds of the same files differ")
	}
	const reservedForWAL = 2 // in bytes 18 and 19 of the header; an embedded file can't be opened so
	if first[18] == reservedForWAL || first[19] == reservedForWAL {
		t.Error("the header asks for a write-ahead log")
	}
}

// The published tables aren't part of the project; where they are at hand, the committed table must come out of them.
func TestCommittedTableComesOutOfThePublishedTables(t *testing.T) {
	const src = "../../../shared/data/usda"
	if _, err := os.Stat(src); err != nil {
		t.Skip("the published tables are not at hand: ", err)
	}
	out := filepath.Join(t.TempDir(), "nutrients.sqlite")
	if err := run(t.Context(), []string{"-src", src, "-schema", "../schema.sql", "-o", out}, io.Discard); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"nutrients.sqlite", "MANIFEST.json"} {
		got, want := read(t, filepath.Join(filepath.Dir(out), name)), read(t, filepath.Join("..", name))
		if !bytes.Equal(got, want) {
			t.Errorf("%s is stale: run go run ./nutrientdb/build -src %s", name, src[len("../../"):])
		}
	}
}

func TestFixtureFoods(t *testing.T) {
	_, path := buildFixture(t)
	got := query(t, path, `SELECT food.code, food.name, ifnull(also, '-'), source.name, category.name, ifnull(rank, '-'), known
		FROM food JOIN source ON source.id = source_id JOIN category ON category.id = category_id ORDER BY food.id`)
	want := []string{
		"01901|Cheese, green|moon cheese; selenite; Moon Dairy, Inc.|SR Legacy|Dairy and Egg Products|-|10",
		"13901|Beef, tail|Beef, Tail, Long|SR Legacy|Beef Products|-|2",
		"13902|Beef, of no known value|-|SR Legacy|Beef Products|-|0",
		"11000001|Porridge, blue|gruel; jalapeño gruel|FNDDS 2021-2023|Oatmeal|3|33",
		"11000002|Water, moon|-|FNDDS 2021-2023|Tap water|1|34",
		"11000003|Food without values|-|FNDDS 2021-2023|Oatmeal|-|0",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("foods (-want +got):\n%s", diff)
	}
}

func TestFixtureValues(t *testing.T) {
	_, path := buildFixture(t)
	for _, tt := range []struct{ claim, query, want string }{
		{"a blank cell is unknown, not zero", "SELECT iron_mg IS NULL FROM nutrients WHERE food_id = 11000001", "1"},
		{"zero is zero, not unknown", "SELECT fiber_g FROM nutrients WHERE food_id = 13901", "0"},
		{"no column in FNDDS is unknown", "SELECT manganese_mg IS NULL AND pantothenic_acid_mg IS NULL FROM nutrients WHERE food_id = 11000002", "1"},
		{"no column in SR28 is unknown", "SELECT caffeine_mg IS NULL AND alcohol_g IS NULL FROM nutrients WHERE food_id = 1901", "1"},
		{"what a source has no column for is named", "SELECT group_concat(lacks, '|') FROM source", "alcohol_g caffeine_mg|manganese_mg pantothenic_acid_mg"},
		{"a food without values has no row", "SELECT count(*) FROM nutrients WHERE food_id IN (13902, 11000003)", "0"},
		{"folate is in DFE, its parts apart", "SELECT folate_mcg || ' ' || folate_food_mcg || ' ' || folic_acid_mcg FROM nutrients WHERE food_id = 11000001", "17.0 10.0 4.0"},
		{"SR28 folate is in DFE, its parts apart", "SELECT folate_mcg || ' ' || folate_food_mcg || ' ' || folic_acid_mcg FROM nutrients WHERE food_id = 1901", "27.0 25.0 1.0"},
		{"vitamins A and D are not in IU", "SELECT vitamin_a_mcg || ' ' || vitamin_d_mcg FROM nutrients WHERE food_id = 1901", "330.0 0.6"},
		{"what was added counts once", "SELECT vitamin_e_mg || ' ' || vitamin_b12_mcg FROM nutrients WHERE food_id = 11000001", "0.7 0.9"},
		{"a number may begin with its point", "SELECT carbohydrate_g FROM nutrients WHERE food_id = 1901", "0.5"},
		{"a word is found without its accent", "SELECT rowid FROM food_fts WHERE food_fts MATCH 'jalapeno'", "11000001"},
		{"a word is found in another form", "SELECT rowid FROM food_fts WHERE food_fts MATCH 'cheeses'", "1901"},
	} {
		t.Run(tt.claim, func(t *testing.T) {
			if got := strings.Join(query(t, path, tt.query), "\n"); got != tt.want {
				t.Errorf("%s\ngot  %s\nwant %s", tt.query, got, tt.want)
			}
		})
	}
}

func TestFixturePortions(t *testing.T) {
	_, path := buildFixture(t)
	got := query(t, path, `SELECT food_id, seq, ifnull(amount, '-'), label, ifnull(grams, '-'), kind
		FROM portion JOIN measure ON measure.id = measure_id ORDER BY food_id, seq`)
	want := []string{
		"1901|1|1|cup, diced|132|household",
		"1901|2|0.5|slice|14.2|household",
		"13901|0|-|package (10 oz)|94|household",
		"11000001|1|1|cup, cooked|240|household",
		"11000001|2|0.5|cup, cooked|120|household",
		"11000001|3|1|Quantity not specified|240|usual",
		"11000001|4|1|Guideline amount per cup of hot cereal|10.5|guideline",
		"11000002|1|1|cup, cooked|236.6|household",
		"11000003|1|1|Quantity not specified|-|usual",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("portions (-want +got):\n%s", diff)
	}
}

func TestNutrientColumnsAreTheKeys(t *testing.T) {
	_, path := buildFixture(t)
	want := []string{"food_id"}
	for _, id := range nutrient.All() {
		want = append(want, id.Key())
	}
	if diff := cmp.Diff(want, query(t, path, "SELECT name FROM pragma_table_info('nutrients')")); diff != "" {
		t.Errorf("columns (-want +got):\n%s", diff)
	}
}

func TestManifestSaysWhatCameOut(t *testing.T) {
	content, path := buildFixture(t)
	var m manifest
	if err := json.Unmarshal(read(t, filepath.Join(filepath.Dir(path), "MANIFEST.json")), &m); err != nil {
		t.Fatal(err)
	}
	wantCounts := counts{Foods: 6, BySource: map[string]int{"FNDDS 2021-2023": 3, "SR Legacy": 3}, WithoutValues: 2, Ranked: 2, Portions: 9}
	if diff := cmp.Diff(wantCounts, m.Counts); diff != "" {
		t.Errorf("counts (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(newFile("nutrients.sqlite", content), m.Output); diff != "" {
		t.Errorf("output (-want +got):\n%s", diff)
	}
	if len(m.Sources) != 8 {
		t.Errorf("%d sources, want all 8 files", len(m.Sources))
	}
}

func TestBuildRefusesWhatItDoesNotUnderstand(t *testing.T) {
	for _, tt := range []struct{ claim, file, old, new, want string }{
		{"a word for a number", "sr28-abbreviated.csv", "402", "n/a", `sr28-abbreviated.csv:2: Energ_Kcal: "n/a" is not an amount`},
		{"a negative number", "sr28-abbreviated.csv", "402", "-4", `sr28-abbreviated.csv:2: Energ_Kcal: "-4" is not an amount`},
		{"not a number", "sr28-abbreviated.csv", "402", "NaN", `sr28-abbreviated.csv:2: Energ_Kcal: "NaN" is not an amount`},
		{"a renamed column", "sr28-abbreviated.csv", "Vit_D_(mcg)", "Vit_D", `sr28-abbreviated.csv:2: no column "Vit_D_(mcg)"`},
		{"a code twice", "sr-legacy-food-description.csv", "13902", "13901", `sr-legacy-food-description.csv:4: food 13901 comes twice`},
		{"values of no food", "fndds-2021-2023-nutrient-values.csv", "11000002", "11000009", `fndds-2021-2023-nutrient-values.csv:3: Food code: no food has the code "11000009"`},
		{"a group of no name", "sr-legacy-food-group.csv", "1300", "1400", `sr-legacy-food-description.csv:3: FdGrp_Cd: no food group has the code "1300"`},
		{"a short row", "nhanes-food-frequency-rank.csv", "11000002,1,,,,", "11000002,1", `nhanes-food-frequency-rank.csv: record on line 2: wrong number of fields`},
	} {
		t.Run(tt.claim, func(t *testing.T) {
			src := t.TempDir()
			if err := os.CopyFS(src, os.DirFS("testdata/usda")); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(src, tt.file)
			changed := strings.Replace(string(read(t, path)), tt.old, tt.new, 1)
			if err := os.WriteFile(path, []byte(changed), 0o600); err != nil {
				t.Fatal(err)
			}
			out := filepath.Join(t.TempDir(), "nutrients.sqlite")
			_, err := build(t.Context(), src, "../schema.sql", out)
			if err == nil || err.Error() != tt.want {
				t.Errorf("got  %v\nwant %s", err, tt.want)
			}
			if _, err := os.Stat(out); err == nil {
				t.Error("a file was written all the same")
			}
		})
	}
}

func buildFixture(t *testing.T) (content []byte, path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "nutrients.sqlite")
	if _, err := build(t.Context(), "testdata/usda", "../schema.sql", path); err != nil {
		t.Fatal(err)
	}
	return read(t, path), path
}

// query returns each row as its columns with bars between.
func query(t *testing.T, path, text string) (rows []string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	r, err := db.QueryContext(context.Background(), text)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	columns, err := r.Columns()
	if err != nil {
		t.Fatal(err)
	}
	cells := make([]string, len(columns))
	pointers := make([]any, len(columns))
	for i := range cells {
		pointers[i] = &cells[i]
	}
	for r.Next() {
		if err := r.Scan(pointers...); err != nil {
			t.Fatal(err)
		}
		rows = append(rows, strings.Join(cells, "|"))
	}
	if err := r.Err(); err != nil {
		t.Fatal(err)
	}
	return rows
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}
