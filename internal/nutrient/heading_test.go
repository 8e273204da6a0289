package nutrient

import (
	"strings"
	"testing"
)

func TestParseHeading(t *testing.T) {
	tests := []struct {
		text string
		id   ID
		cell float64 // what the column says
		want float64 // in the nutrient's own unit
	}{
		// Cronometer
		{"Energy (kcal)", Energy, 100, 100},
		{"B12 (Cobalamin) (µg)", VitaminB12, 2.4, 2.4},
		{"B1 (Thiamine) (mg)", Thiamin, 1.1, 1.1},
		{"Vitamin A (µg)", VitaminA, 700, 700},
		{"Vitamin D (IU)", VitaminD, 600, 15},
		{"Carbs (g)", Carbohydrate, 30, 30},
		{"Saturated (g)", SaturatedFat, 3, 3},
		{"Water (g)", Water, 250, 250},
		// the ways in which µ travels
		{"Selenium (\u03bcg)", Selenium, 55, 55},
		{"Selenium (ug)", Selenium, 55, 55},
		{"Selenium (mcg)", Selenium, 55, 55},
		{"Selenium (Âµg)", Selenium, 55, 55},
		{"Selenium (Î¼g)", Selenium, 55, 55},
		{"Selenium (\ufffdg)", Selenium, 55, 55},
		// MacroFactor, MyNetDiary, FatSecret, USDA
		{"B12, Cobalamin (mcg)", VitaminB12, 2.4, 2.4},
		{"Vitamin D (mcg)", VitaminD, 15, 15},
		{"Protein, g", Protein, 20, 20},
		{"Calories, cals", Energy, 300, 300},
		{"Cals( kcal)", Energy, 300, 300},
		{"Sat( g)", SaturatedFat, 3, 3},
		{"Fatty acids, total saturated (g)", SaturatedFat, 3, 3},
		{"Vitamin A, RAE (mcg_RAE)", VitaminA, 700, 700},
		{"Vitamin B-12 (mcg)", VitaminB12, 2.4, 2.4},
		{"Vitamin D (D2 + D3) (mcg)", VitaminD, 15, 15},
		{"Folate, DFE (mcg_DFE)", Folate, 400, 400},
		{"Folate (µg DFE)", Folate, 400, 400},
		{"Folate, food (mcg)", FolateFood, 200, 200},
		// hand-kept
		{"magnesium_mg", Magnesium, 320, 320},
		{"MAGNESIUM [mg]", Magnesium, 320, 320},
		{"magnesium  mg", Magnesium, 320, 320},
		{"Magnesium (g)", Magnesium, 0.32, 320},
		{"Calcium (mcg)", Calcium, 5000, 5},
		{"protein_g", Protein, 20, 20},
		{"fat_saturated_g", SaturatedFat, 3, 3},
		{"Calories", Energy, 300, 300},
		{"Total Calories", Energy, 300, 300},
		{"kcal", Energy, 300, 300},
		{"Energy (kJ)", Energy, 4.184, 1},
		{"Energy kJ", Energy, 4.184, 1},
		{"kJ", Energy, 4.184, 1},
		{"Salt (g)", Sodium, 5, 2000},
		{"Salz (mg)", Sodium, 2500, 1000},
		{"Water (ml)", Water, 250, 250},
		{"Eiweiß (g)", Protein, 20, 20},
		{"Eisen (mg)", Iron, 18, 18},

		// not one of our nutrients, or not known well enough
		{"Folate (µg)", 0, 0, -1},
		{"Vitamin A (IU)", 0, 0, -1},
		{"Vitamin E (IU)", 0, 0, -1},
		{"Iron", 0, 0, -1},
		{"Potassium", 0, 0, -1},
		{"Energy", 0, 0, -1},
		{"Salt", 0, 0, -1},
		{"Iron (% DV)", 0, 0, -1},
		{"Iron (%)", 0, 0, -1},
		{"Iron %", 0, 0, -1},
		{"Net Carbs (g)", 0, 0, -1},
		{"Added Sugars (g)", 0, 0, -1},
		{"Calories from fat", 0, 0, -1},
		{"protein_per_g", 0, 0, -1},
		{"Protein (g/100g)", 0, 0, -1},
		{"Protein (g per serving)", 0, 0, -1},
		{"Protein (kcal)", 0, 0, -1},
		{"Energy (g)", 0, 0, -1},
		{"Protein (ml)", 0, 0, -1},
		{"Magnesium (IU)", 0, 0, -1},
		{"Vitamin K", 0, 0, -1},
		{"", 0, 0, -1},
		{"g", 0, 0, -1},
		{"(mg)", 0, 0, -1},
		{"()", 0, 0, -1},
		{"Amount", 0, 0, -1},
	}
	for _, tt := range tests {
		h, ok := ParseHeading(tt.text)
		if ok != (tt.want >= 0) {
			t.Errorf("%q is read: %v", tt.text, ok)
			continue
		}
		if ok && (h.ID != tt.id || h.Tidy(tt.cell) != tt.want) {
			t.Errorf("%q: %v cell %v is %v, want %v %v", tt.text, h.ID, tt.cell, h.Tidy(tt.cell), tt.id, tt.want)
		}
	}
}

func TestEveryKeyIsAHeading(t *testing.T) {
	for _, id := range All() {
		h, ok := ParseHeading(" " + strings.ToUpper(id.Key()))
		if !ok || h.ID != id || !h.Own() {
			t.Errorf("%s: %v %v", id.Key(), h, ok)
		}
	}
}

func TestEveryNameIsReadInEachOfItsKinds(t *testing.T) {
	sample := map[string]string{"mass": " (mg)", "energy": " (kJ)", "volume": " (ml)", "iu": " (IU)", "bare": ""}
	seen := map[nameKey]string{}
	err := eachRow(namesCSV, func(row []string) error {
		if row[4] == "" {
			t.Errorf("%s has no source", row[0])
		}
		for kind := range strings.FieldsSeq(row[2]) {
			suffix, known := sample[kind]
			if !known {
				t.Errorf("%s: unknown kind %q", row[0], kind)
			}
			if h, ok := ParseHeading(row[0] + suffix); !ok || h.ID.Key() != row[1] || h.Tidy(1) <= 0 {
				t.Errorf("%q is read as %v, %v; want %s", row[0]+suffix, h.ID, ok, row[1])
			}
			key := nameKey{compact(row[0]), kind}
			if other, twice := seen[key]; twice {
				t.Errorf("%q and %q are the same name", row[0], other)
			}
			seen[key] = row[0]
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

func TestEveryUnitIsFoldedAndSourced(t *testing.T) {
	err := eachRow(unitsCSV, func(row []string) error {
		if row[0] != fold(row[0]) {
			t.Errorf("%q can never be found: headings are folded to %q", row[0], fold(row[0]))
		}
		if row[3] == "" || vocabulary().units[row[0]].size <= 0 {
			t.Errorf("%q has no source or no size", row[0])
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	for _, id := range All() {
		if vocabulary().units[string(id.Unit())].size == 0 {
			t.Errorf("%s is not in units.csv", id.Unit())
		}
	}
}

func TestBrokenVocabularyIsReported(t *testing.T) {
	const header = "name,key,kinds,divide_by,source\n"
	for _, names := range []string{header + "Iron,rust_mg,mass,1,x\n", header + "Iron,iron_mg,mass,one,x\n", header + "Iron\n"} {
		if _, err := readVocabulary(unitsCSV, names); err == nil {
			t.Errorf("no complaint about %q", names)
		}
	}
	if _, err := readVocabulary("spelling,kind,size,source\ng,mass,big,x\n", header); err == nil {
		t.Error("no complaint about a size that is no number")
	}
}

func FuzzParseHeading(f *testing.F) {
	for _, text := range []string{"Magnesium (mg)", "B12, Cobalamin (mcg)", "protein_g", "Vitamin D (IU)", "((g)", "[", "kJ", "Â\xb5g", "İ (g)"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		h, ok := ParseHeading(text)
		if !ok {
			return
		}
		if int(h.ID) >= Count || h.Tidy(0) != 0 || !(h.Tidy(1) > 0) {
			t.Fatalf("%q is read as %+v", text, h)
		}
	})
}
