package app_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nutrigap/nutrigap/internal/app"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

func TestCorrect(t *testing.T) {
	for _, c := range []struct {
		name        string
		amount      string
		food, fixed string // of the correction; empty leaves them
		want        app.Values
		iron        nutrient.Quantity
	}{
		{"twice the count is twice the iron", "1 slice", "", "2 slices", app.Scaled, nutrient.Of(3)},
		{"half the weight is half the iron", "100 g", "", "50 g", app.Scaled, nutrient.Of(0.75)},
		{"another measure says nothing of the iron", "1 slice", "", "30 g", app.Dropped, nutrient.Quantity{}},
		{"another size says nothing of the iron", "1 small", "", "1 large", app.Dropped, nutrient.Quantity{}},
		{"an amount where none was says nothing of the iron", "", "", "2", app.Dropped, nutrient.Quantity{}},
		{"another food says nothing of the iron", "1 slice", "toast", "", app.Dropped, nutrient.Quantity{}},
		{"the same amount again changes nothing", "1 slice", "", "1 slice", app.Kept, nutrient.Of(1.5)},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := &diary.Entry{Food: "bread", Amount: c.amount}
			e.Nutrients[nutrient.Iron] = nutrient.Of(1.5)
			e.Nutrients[nutrient.Zinc].State = nutrient.NotRecorded
			var fix app.Correction
			if c.food != "" {
				fix.Food = &c.food
			}
			if c.fixed != "" {
				fix.Amount = &c.fixed
			}
			got, err := fix.Apply(e)
			if err != nil || got != c.want {
				t.Errorf("values %v, error %v, want %v", got, err, c.want)
			}
			if diff := cmp.Diff(c.iron, e.Nutrients[nutrient.Iron]); diff != "" {
				t.Errorf("iron (-want +got)\n%s", diff)
			}
			if e.Nutrients[nutrient.Zinc].State != nutrient.NotRecorded {
				t.Error("zinc, which the file never had, became something else")
			}
		})
	}
}

func TestByHandRefuses(t *testing.T) {
	text := func(s string) *string { return &s }
	for want, c := range map[string]app.Correction{
		`time: "half past" is not a time; write it as 07:30`: {Food: text("egg"), Time: text("half past")},
		`food: is empty`: {Food: text("  ")},
		`amount: "-2" is negative; write what was eaten as a positive amount`: {Food: text("egg"), Amount: text("-2")},
	} {
		if _, err := app.ByHand(diary.Date{Year: 2026, Month: 3, Day: 1}, &c); err == nil || err.Error() != want {
			t.Errorf("error %v, want %s", err, want)
		}
	}
}
