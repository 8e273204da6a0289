package symptom

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// evidence says of each row of the pack that the data files were made from where it went, or why it did not.
type evidence struct{ file, subject, item, ours, row, reason string }

func evidences(t *testing.T) []evidence {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", "evidence.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var all []evidence
	for _, r := range records[1:] {
		all = append(all, evidence{r[0], r[1], r[2], r[3], r[4], r[5]})
	}
	return all
}

// TestEachRowOfTheEvidenceHasAPlaceOrAReason looks the place up: a cell of a data file has the text.
func TestEachRowOfTheEvidenceHasAPlaceOrAReason(t *testing.T) {
	cells := map[string]map[string]bool{}
	read := func(file, path string) {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		records, err := csv.NewReader(f).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		cells[file] = map[string]bool{}
		for _, record := range records[1:] {
			for _, cell := range record {
				cells[file][record[0]+" "+cell] = true // beside the nutrient
				cells[file][cell] = true
			}
		}
	}
	for _, name := range []string{"sources.csv", "interactions.csv", "redflags.csv", "conditions.csv"} {
		read(name, filepath.Join("data", name))
	}
	read("reference", filepath.Join("..", "reference", "data", "adjustments.csv"))
	for _, e := range evidences(t) {
		if (e.reason == "") == (e.ours == "") {
			t.Errorf("%s, %s %s: it has both a place and a reason, or none", e.file, e.subject, e.item)
			continue
		}
		want := e.row
		if key := keyOf(e.subject); key != "" && (e.ours == "sources.csv" || e.ours == "interactions.csv") {
			want = key + " " + e.row
		}
		if e.ours != "" && !cells[e.ours][want] {
			t.Errorf("%s, %s %s: %s has no %q", e.file, e.subject, e.item, e.ours, want)
		}
	}
}

// TestNothingOfTheEvidenceIsDropped follows the pack: each of its rows is listed once, and nothing else is.
func TestNothingOfTheEvidenceIsDropped(t *testing.T) {
	listed := map[string]bool{}
	for _, e := range evidences(t) {
		key := e.file + ", " + e.subject + " " + e.item
		if listed[key] {
			t.Errorf("%s is listed twice", key)
		}
		listed[key] = true
	}
	follow := func(key string) {
		if !listed[key] {
			t.Errorf("%s is not listed", key)
		}
		delete(listed, key)
	}
	for _, r := range shared(t, "science", "foods.csv") {
		follow("foods.csv, " + r["nutrient"] + " " + r["item"])
	}
	for _, r := range shared(t, "science", "adjustments.csv") {
		item := r["profile"]
		if r["operation"] == "range" {
			item += " " + r["value"]
		}
		follow("adjustments.csv, " + strings.TrimSpace(r["nutrient"]) + " " + item)
	}
	for key := range listed {
		t.Errorf("%s is no row of the pack", key)
	}
}
