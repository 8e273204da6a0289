package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/json"
	"github.com/nutrigap/nutrigap/internal/symptom"
)

// enough is a day with enough of everything that a low intake of is tied to a symptom, for a woman of 34.
var enough = map[nutrient.ID]float64{
	nutrient.Energy: 2200, nutrient.Magnesium: 420, nutrient.Potassium: 4000, nutrient.VitaminD: 20, nutrient.Iron: 20,
	nutrient.VitaminB12: 6, nutrient.Protein: 90, nutrient.Calcium: 1400, nutrient.Sodium: 2000, nutrient.VitaminC: 150,
	nutrient.Zinc: 15, nutrient.Phosphorus: 1400, nutrient.Folate: 700, nutrient.Thiamin: 2, nutrient.VitaminB6: 2.5, nutrient.Water: 3000,
}

// writeWeek writes a diary of seven such days, with a drink, to a file.
func writeWeek(t *testing.T, day map[nutrient.ID]float64) string {
	t.Helper()
	ids := slices.Sorted(maps.Keys(day))
	var b strings.Builder
	b.WriteString("date,food,amount")
	for _, id := range ids {
		unit := string(id.Unit())
		if id == nutrient.Folate {
			unit += " DFE"
		}
		name, _, _ := strings.Cut(id.Name(), " (")
		fmt.Fprintf(&b, ",%s (%s)", name, unit)
	}
	for n := 1; n <= 7; n++ {
		fmt.Fprintf(&b, "\n2026-03-%02d,mum's one-pot,1 bowl", n)
		for _, id := range ids {
			fmt.Fprintf(&b, ",%g", day[id])
		}
		fmt.Fprintf(&b, "\n2026-03-%02d,tap water,1 glass%s", n, strings.Repeat(",0", len(ids)))
	}
	file := filepath.Join(t.TempDir(), "week.csv")
	if err := os.WriteFile(file, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// command is what a command prints that succeeds.
func command(t *testing.T, args ...string) string {
	t.Helper()
	var out, messages bytes.Buffer
	env := environment{stdin: strings.NewReader(""), stdout: &out, stderr: &messages, now: time.Now, getenv: func(string) string { return "" }}
	if status := run(t.Context(), env, args); status != exitDone {
		t.Fatalf("%v: exit status %d: %s", args, status, &messages)
	}
	return out.String()
}

// printed is what a command prints of a diary of the woman of 34, without a database of anybody's.
func printed(t *testing.T, args ...string) string {
	t.Helper()
	return command(t, append(args, "--db", filepath.Join(t.TempDir(), "none.db"), "--sex", "female", "--age", "34", "--weight", "62")...)
}

func summaryOf(t *testing.T, file string) *report.Summary {
	t.Helper()
	s, err := json.Read(strings.NewReader(printed(t, "report", "--format", "json", file)))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestEachNutrientOfTheArticleTriggersItsRowAlone eats enough of everything and then little of one nutrient of
// the comparison table that this program began with, and of sodium and water beside it: that one says what a
// low intake can contribute to, all of it, and no other does. Three of them have an AI, below which nothing is
// ever called short: their row is what is shown beside the sentence that says so.
func TestEachNutrientOfTheArticleTriggersItsRowAlone(t *testing.T) {
	book, err := symptom.Load()
	if err != nil {
		t.Fatal(err)
	}
	for low, status := range map[nutrient.ID]string{
		nutrient.Magnesium: report.StatusShortfall, nutrient.Iron: report.StatusShortfall, nutrient.VitaminD: report.StatusShortfall,
		nutrient.VitaminB12: report.StatusShortfall, nutrient.Protein: report.StatusShortfall, nutrient.Calcium: report.StatusShortfall,
		nutrient.Potassium: report.StatusCannotTell, nutrient.Sodium: report.StatusCannotTell, nutrient.Water: report.StatusCannotTell,
	} {
		t.Run(low.Key(), func(t *testing.T) {
			day := maps.Clone(enough)
			day[low] *= 0.3
			s := summaryOf(t, writeWeek(t, day))
			for _, n := range s.Nutrients {
				if n.Key != low.Key() && len(n.Symptoms) > 0 {
					t.Errorf("%s (%s) is triggered too: %s", n.Key, n.Status, n.Verdict)
				}
			}
			n := s.Nutrient(low.Key())
			var told, want []string
			for _, s := range n.Symptoms {
				told = append(told, s.Text)
			}
			for _, word := range book.Words() {
				for _, l := range book.LinksTo(word.Key) {
					if l.Nutrient == low {
						want = append(want, l.Text)
					}
				}
			}
			slices.Sort(told)
			slices.Sort(want)
			if n.Status != status || len(want) == 0 || !slices.Equal(told, want) {
				t.Errorf("%s: %q, want %s: %q", n.Status, told, status, want)
			}
			if status == report.StatusCannotTell && !strings.Contains(n.Verdict, "cannot be called too little") {
				t.Errorf("below an AI, but: %s", n.Verdict)
			}
		})
	}
}

func TestEnoughOfEverythingTriggersNothing(t *testing.T) {
	for _, n := range summaryOf(t, writeWeek(t, enough)).Nutrients {
		if len(n.Symptoms) > 0 {
			t.Errorf("%s (%s): %s", n.Key, n.Status, n.Verdict)
		}
	}
}

// TestEveryNutrientShowsWhatItsVerdictRestsOn looks for the mean, the range, the coverage, the days, the
// reference value with its kind and source, and the confidence or why there is none.
func TestEveryNutrientShowsWhatItsVerdictRestsOn(t *testing.T) {
	file := writeWeek(t, map[nutrient.ID]float64{nutrient.Energy: 2200, nutrient.Iron: 11, nutrient.Magnesium: 250, nutrient.VitaminD: 4})
	s := summaryOf(t, file)
	text := printed(t, "report", file)
	for i := range s.Nutrients {
		n := &s.Nutrients[i]
		explained := printed(t, "explain", n.Key, file)
		shows := func(what, in, want string) {
			t.Helper()
			if want == "" || !strings.Contains(in, want) {
				t.Errorf("%s does not show its %s, %q", n.Key, what, want)
			}
		}
		shows("days", explained, fmt.Sprintf("%d counted of %d logged", n.Days, s.Period.DaysLogged))
		shows("coverage", explained, report.Fraction(n.Coverage)+" of the energy")
		shows("name", text, n.Name)
		if n.Mean != nil {
			shows("mean", explained, report.Amount(n.Key, *n.Mean)+" a day")
			shows("mean", text, report.Amount(n.Key, *n.Mean))
		}
		if n.Low != nil && *n.Low != *n.High {
			shows("range", explained, report.Amount(n.Key, *n.Low)+" to "+report.Amount(n.Key, *n.High))
		}
		if n.Target == nil {
			continue
		}
		shows("kind", explained, n.TargetKind+" "+report.Amount(n.Key, *n.Target))
		shows("source", explained, n.Source)
		if n.Confidence(lang.English()) == "" && n.Method != "reading" && n.Coverage >= report.MinCoverage {
			t.Errorf("%s has no confidence, and does not say why: %q", n.Key, n.Notes)
		}
		if n.Confidence(lang.English()) != "" {
			shows("confidence", explained, n.Confidence(lang.English()))
		}
	}
	if want := fmt.Sprintf("Means are of the %d days counted", s.Period.DaysCounted); !strings.Contains(strings.Join(strings.Fields(text), " "), want) {
		t.Errorf("the report does not say what its means are of: %q", want)
	}
}
