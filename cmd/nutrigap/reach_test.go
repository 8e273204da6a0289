package main

import (
	"encoding/csv"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/report/json"
)

// dataRows reads a data file of the room symptom as one map a row.
func dataRows(t *testing.T, name string) []map[string]string {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "internal", "symptom", "data", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	rows := make([]map[string]string, len(records)-1)
	for i, record := range records[1:] {
		rows[i] = map[string]string{}
		for column, name := range records[0] {
			rows[i][name] = record[column]
		}
	}
	return rows
}

// said is everything that reports of a few diaries say: enough of all but one nutrient, for each nutrient that
// is tied to a symptom.
func said(t *testing.T) map[string]string {
	t.Helper()
	reports := map[string]string{}
	for id := range enough {
		day := maps.Clone(enough)
		day[id] *= 0.2
		if id == nutrient.Energy {
			day = enough
		}
		reports[id.Key()] = printed(t, "report", "--format", "json", writeWeek(t, day))
	}
	return reports
}

// TestEveryRowIsReached: whatever the data files say, some diary makes the program say it.
func TestEveryRowIsReached(t *testing.T) {
	reports := said(t)
	for _, r := range dataRows(t, "links.csv") {
		if r["nutrient"] != nutrient.Energy.Key() && !strings.Contains(reports[r["nutrient"]], quoted(r["text"])) {
			t.Errorf("links.csv: %s and %s: not said where it is low", r["nutrient"], r["symptom"])
		}
	}
	for _, r := range dataRows(t, "interactions.csv") {
		if !strings.Contains(reports[r["nutrient"]], quoted(r["text"])) {
			t.Errorf("interactions.csv: %s and %s: not said where it is low", r["nutrient"], r["with"])
		}
	}
	for _, r := range dataRows(t, "sources.csv") {
		if !strings.Contains(reports[r["nutrient"]], `"food": `+quoted(r["food"])) {
			t.Errorf("sources.csv: %s for %s: not named where it is low", r["food"], r["nutrient"])
		}
	}
	for _, r := range dataRows(t, "redflags.csv") {
		for key, text := range reports {
			if !strings.Contains(text, quoted(r["text"])) {
				t.Errorf("redflags.csv: %s is not in the report with little %s", r["id"], key)
			}
		}
	}
}

// quoted is a text as it stands in JSON.
func quoted(text string) string { return fmt.Sprintf("%q", text) }

// TestLittleEnergyIsReached: the days have to be marked as complete, so that they can't be half a diary.
func TestLittleEnergyIsReached(t *testing.T) {
	day := maps.Clone(enough)
	day[nutrient.Energy] = 1000
	db := filepath.Join(t.TempDir(), "diary.db")
	do := func(args ...string) string { return command(t, append(args, "--db", db)...) }
	do("import", writeWeek(t, day))
	for _, symptom := range []string{"fatigue", "slow_recovery"} {
		do("symptoms", "log", symptom, "4", "--date", "2026-03-03")
	}
	asked := []string{"report", "--format", "json", "--sex", "female", "--age", "34", "--weight", "62", "--height", "168"}
	if before := do(asked...); strings.Contains(before, "Too little energy from food can contribute") || !strings.Contains(before, "The diary holds") {
		t.Error("the diary is not taken for half of one")
	}
	for n := 1; n <= 7; n++ {
		do("day", "mark", fmt.Sprintf("2026-03-%02d", n), "complete")
	}
	after := do(asked...)
	for _, r := range dataRows(t, "links.csv") {
		if r["nutrient"] == nutrient.Energy.Key() && !strings.Contains(after, quoted(r["text"])) {
			t.Errorf("links.csv: energy and %s: not said where it is low", r["symptom"])
		}
	}
	s, err := json.Read(strings.NewReader(after))
	if err != nil || len(s.OwnSymptoms) != 2 || len(s.OwnSymptoms[0].Supports) == 0 {
		t.Errorf("%+v, %v", s.OwnSymptoms, err)
	}
}
