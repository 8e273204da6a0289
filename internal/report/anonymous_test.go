package report

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/nutrigap/nutrigap/internal/nutrient"
)

func TestAnonymousSummaryNamesNobodyAndNoDate(t *testing.T) {
	day := map[nutrient.ID]float64{nutrient.Energy: 2000, nutrient.Magnesium: 100}
	little := map[nutrient.ID]float64{nutrient.Energy: 90, nutrient.Magnesium: 5}
	f := findings(t, day, little, day)
	f.Anonymous = true
	f.Person.Name = "Anna Example"
	f.Tool.Date = "2026-03-09"
	f.Refused = []string{`anna-march.csv:4: date: "my birthday" is not a date`}
	f.Unmatched = []Unmatched{{Food: "relish", Times: 1, First: "anna-march.csv:7"}}
	f.Log = []LogRow{{Date: "2026-03-02", Food: "stew", Note: "with Ben", Row: "anna-march.csv:3", Status: StatusStated}}
	s := Build(f)
	content, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{"Anna", "anna", "Ben", "birthday", "2026-03"} {
		if strings.Contains(string(content), secret) {
			t.Errorf("%q is still there", secret)
		}
	}
	if s.Days[2].Date != "day 3" || s.Period.To != "day 3" || s.Log[0].Date != "day 2" || s.Log[0].Row != "row 3" || s.Unmatched[0].First != "row 7" {
		t.Errorf("days and rows are %q, %q, %q, %q, %q", s.Days[2].Date, s.Period.To, s.Log[0].Date, s.Log[0].Row, s.Unmatched[0].First)
	}
	if all := strings.Join(s.Warnings, " "); !strings.Contains(all, "day 2 (") {
		t.Errorf("the warnings don't name the partial day by its number: %s", all)
	}
}
