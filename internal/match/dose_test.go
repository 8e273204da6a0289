package match

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nutrigap/nutrigap/internal/nutrient"
)

func TestDose(t *testing.T) {
	pills, err := readSupplements(supplementsCSV)
	if err != nil {
		t.Fatal(err)
	}
	of := func(id nutrient.ID, v float64) nutrient.Amounts {
		var a nutrient.Amounts
		a[id], a[nutrient.Energy] = nutrient.Of(v), nutrient.Of(0)
		return a
	}
	folate := of(nutrient.FolicAcid, 400)
	folate[nutrient.Folate] = nutrient.Of(680)
	for _, tt := range []struct {
		name, food, amount string
		want               nutrient.Amounts
	}{
		{"a dose in the amount", "Vitamin D", "4.00 x 1000.0 IU", of(nutrient.VitaminD, 100)},
		{"a dose in the text", "Vitamin B12 1000 mcg", "", of(nutrient.VitaminB12, 1000)},
		{"a dose in the text, counted by the amount", "Magnesium glycinate 200 mg", "2 tablets", of(nutrient.Magnesium, 400)},
		{"a brand in front", "Good Pills, Vitamin D3 2000 IU Softgels", "1", of(nutrient.VitaminD, 50)},
		{"milligrams of a nutrient in micrograms", "Selenium 0.1 mg", "", of(nutrient.Selenium, 100)},
		{"folic acid counts as folate too", "Folic acid 400 µg", "1 tablet", folate},
	} {
		t.Run(tt.name, func(t *testing.T) {
			it, ok := pills.dose(Query{tt.food, tt.amount})
			if !ok || it.Status != Accepted || it.Kind != ByDose || it.Food != nil {
				t.Fatalf("dose: %v, %+v", ok, it)
			}
			if diff := cmp.Diff(tt.want, it.Amounts); diff != "" {
				t.Errorf("amounts (-want +got):\n%s", diff)
			}
		})
	}
	for _, tt := range []struct{ name, food, amount string }{
		{"a fortified food is a food", "Milk with vitamin D 100 IU", "1 cup"},
		{"no dose is no dose", "Magnesium", "1 tablet"},
		{"grams of a food are no dose", "Iron-rich lentils", "200 g"},
		{"a dose of no nutrient", "Fish oil 1000 mg", "1 capsule"},
	} {
		if it, ok := pills.dose(Query{tt.food, tt.amount}); ok {
			t.Errorf("%s: %+v", tt.name, it)
		}
	}
}
