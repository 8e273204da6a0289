package report

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

func TestQuestionsForTheVisit(t *testing.T) {
	poor := map[nutrient.ID]float64{nutrient.Energy: 2000, nutrient.Magnesium: 60, nutrient.Potassium: 800, nutrient.Sodium: 5000}
	const (
		short   = "By this diary my magnesium is low. Is that worth acting on, and which foods would suit me?"
		excess  = "By this diary my sodium is above the limit. What should I change first?"
		unknown = "Too little is known of the protein in what I eat. Is there another way to find out?"
		cramps  = "Could what I eat play a part in my muscle cramps, or should something else be looked at first?"
		kidney  = "With this illness or medicine: how much magnesium should I eat, and who looks at my blood values?"
	)
	week := func() *Findings { return findings(t, poor, poor, poor, poor, poor, poor, poor) }
	test := func(name string, f *Findings, want ...string) {
		t.Helper()
		if diff := cmp.Diff(want, Build(f).Questions); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	test("the weightiest first", week(), short, excess, unknown)

	felt := week()
	felt.Symptoms = []diary.Symptom{{Date: diary.Date{Year: 2026, Month: 3, Day: 2}, Symptom: "cramps", Severity: 6}}
	test("an own symptom after the shortfall, three at most", felt, short, cramps, excess)

	ill := week()
	ill.Person.Conditions = []diary.Condition{diary.KidneyDisease}
	test("an illness before everything, and no question about eating more", ill, kidney, excess, unknown)

	test("no day, no question", findings(t))
}
