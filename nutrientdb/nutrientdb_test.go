package nutrientdb

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

func TestManifestIsThatOfTheEmbeddedTable(t *testing.T) {
	table, err := files.ReadFile("nutrients.sqlite")
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(table)
	if got, want := hex.EncodeToString(sum[:]), Digest(); got != want {
		t.Errorf("embedded table has SHA-256 %s, the manifest says %s", got, want)
	}
	var m struct{ Version string }
	if err := json.Unmarshal(manifest, &m); err != nil || m.Version != Version {
		t.Errorf("the manifest says version %q (%v), the package %q", m.Version, err, Version)
	}
	if size := len(table); size > 10<<20 {
		t.Errorf("the table has %d bytes, more than 10 MB", size)
	}
}

// Values in 100 g as SR28 and FNDDS 2021-2023 publish them.
func TestWellKnownFoodsHaveThePublishedValues(t *testing.T) {
	db := open(t)
	for _, tt := range []struct {
		code, name string
		want       map[nutrient.ID]float64
	}{
		{"01123", "Egg, whole, raw, fresh", map[nutrient.ID]float64{nutrient.Energy: 143, nutrient.Protein: 12.56, nutrient.Choline: 293.8, nutrient.Cholesterol: 372}},
		{"04053", "Oil, olive, salad or cooking", map[nutrient.ID]float64{nutrient.Energy: 884, nutrient.Fat: 100, nutrient.VitaminE: 14.35, nutrient.Protein: 0}},
		{"09040", "Bananas, raw", map[nutrient.ID]float64{nutrient.Potassium: 358, nutrient.Magnesium: 27, nutrient.VitaminB6: 0.367, nutrient.Manganese: 0.27}},
		{"11124", "Carrots, raw", map[nutrient.ID]float64{nutrient.VitaminA: 835, nutrient.Fiber: 2.8, nutrient.VitaminB12: 0}},
		{"11457", "Spinach, raw", map[nutrient.ID]float64{nutrient.Magnesium: 79, nutrient.Iron: 2.71, nutrient.Folate: 194, nutrient.VitaminK: 482.9}},
		{"12014", "Seeds, pumpkin and squash seed kernels, dried", map[nutrient.ID]float64{nutrient.Magnesium: 592, nutrient.Zinc: 7.81}},
		{"12061", "Nuts, almonds", map[nutrient.ID]float64{nutrient.Magnesium: 270, nutrient.VitaminE: 25.63, nutrient.Calcium: 269}},
		{"12078", "Nuts, brazilnuts, dried, unblanched", map[nutrient.ID]float64{nutrient.Selenium: 1917}},
		{"15076", "Fish, salmon, Atlantic, wild, raw", map[nutrient.ID]float64{nutrient.Protein: 19.84, nutrient.VitaminB12: 3.18}},
		{"11111000", "Milk, whole", map[nutrient.ID]float64{nutrient.Energy: 61, nutrient.Calcium: 123, nutrient.VitaminD: 1.1, nutrient.Caffeine: 0}},
		{"63107010", "Banana, raw", map[nutrient.ID]float64{nutrient.Energy: 97, nutrient.Potassium: 326}},
		{"92101000", "Coffee, brewed", map[nutrient.ID]float64{nutrient.Caffeine: 40, nutrient.Alcohol: 0}},
		{"94000100", "Water, tap", map[nutrient.ID]float64{nutrient.Energy: 0, nutrient.Calcium: 3, nutrient.Magnesium: 1}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f, err := db.Food(t.Context(), tt.code)
			if err != nil {
				t.Fatal(err)
			}
			if f.Name != tt.name {
				t.Errorf("name is %q", f.Name)
			}
			for id, want := range tt.want {
				if got := f.Per100g[id]; got != nutrient.Of(want) {
					t.Errorf("%s is %+v, want %v", id, got, want)
				}
			}
		})
	}
}

func TestFoodHasAllThatTheTableSays(t *testing.T) {
	got, err := open(t).Food(t.Context(), "11113000")
	if err != nil {
		t.Fatal(err)
	}
	want := &food.Food{
		Code: "11113000", Name: "Milk, fat free (skim)", Source: "FNDDS 2021-2023", Category: "Milk, nonfat", Rank: 42,
		Per100g: got.Per100g, // judged elsewhere
		Portions: []food.Portion{
			{Amount: 1, Label: "cup", Grams: 244, Kind: food.Household},
			{Amount: 1, Label: "fl oz", Grams: 30.5, Kind: food.Household},
			{Amount: 1, Label: "individual school container", Grams: 244, Kind: food.Household},
			{Amount: 1, Label: "Guideline amount per fl oz of beverage", Grams: 2.5, Kind: food.Guideline},
			{Amount: 1, Label: "Guideline amount per cup of hot cereal", Grams: 61, Kind: food.Guideline},
			{Amount: 1, Label: "Quantity not specified", Grams: 244, Kind: food.Usual},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestWhatASourceDoesNotRecord(t *testing.T) {
	db := open(t)
	for _, tt := range []struct {
		claim, code string
		id          nutrient.ID
		want        nutrient.State
	}{
		{"FNDDS has no column for manganese", "11111000", nutrient.Manganese, nutrient.NotRecorded},
		{"SR28 has no column for caffeine", "11457", nutrient.Caffeine, nutrient.NotRecorded},
		{"a blank cell of SR28 is unknown", "15076", nutrient.VitaminD, nutrient.Unknown},
		{"a food without values in SR28 is unknown", "01064", nutrient.Energy, nutrient.Unknown},
		{"zero is measured", "94000100", nutrient.Energy, nutrient.Measured},
	} {
		t.Run(tt.claim, func(t *testing.T) {
			f, err := db.Food(t.Context(), tt.code)
			if err != nil {
				t.Fatal(err)
			}
			if got := f.Per100g[tt.id].State; got != tt.want {
				t.Errorf("%s of %s has state %d, want %d", tt.id, f.Name, got, tt.want)
			}
		})
	}
}

func TestFoodsComeInTheOrderAsked(t *testing.T) {
	foods, err := open(t).Foods(t.Context(), "94000100", "01001", "11111000", "01001")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range foods {
		names = append(names, f.Name)
	}
	if diff := cmp.Diff([]string{"Water, tap", "Butter, salted", "Milk, whole", "Butter, salted"}, names); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestNoSuchFood(t *testing.T) {
	db := open(t)
	for _, code := range []string{"", "1001", "001001", "99999999", "-1", "1e3", "01001 ", "butter", "1);--"} {
		_, err := db.Food(t.Context(), code)
		if !errors.Is(err, ErrNotFound) {
			t.Errorf("Food(%q): %v, want ErrNotFound", code, err)
		}
		if want := fmt.Sprintf("food %q: not in the nutrient table", code); err.Error() != want {
			t.Errorf("got  %s\nwant %s", err, want)
		}
	}
}

func TestNames(t *testing.T) {
	db := open(t)
	bySource := map[string]int{}
	last := ""
	for n, err := range db.Names(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		if len(n.Code) < len(last) || len(n.Code) == len(last) && n.Code <= last {
			t.Errorf("%s comes after %s", n.Code, last)
		}
		if n.Name == "" || n.Category == "" || n.Known < 0 || n.Known > nutrient.Count {
			t.Errorf("incomplete: %+v", n)
		}
		bySource[n.Source]++
		last = n.Code
	}
	// FNDDS lists one food more than it has values for: human milk.
	if diff := cmp.Diff(map[string]int{"FNDDS 2021-2023": 5432, "SR Legacy": 7793}, bySource); diff != "" {
		t.Errorf("foods (-want +got):\n%s", diff)
	}
}

func TestSourcesAreCited(t *testing.T) {
	for _, s := range open(t).Sources() {
		if s.Name == "" || s.Citation == "" || s.URL == "" {
			t.Errorf("incomplete: %+v", s)
		}
	}
}

func TestOpenSeveralTimesAtOnce(t *testing.T) {
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			db, err := Open()
			if err != nil {
				t.Error(err)
				return
			}
			if _, err := db.Food(t.Context(), "11111000"); err != nil {
				t.Error(err)
			}
			if err := db.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}

func TestTableIsReadOnly(t *testing.T) {
	if _, err := open(t).db.ExecContext(t.Context(), "DELETE FROM food"); err == nil {
		t.Error("a row could be deleted")
	}
}

func BenchmarkOpenAndFood(b *testing.B) {
	for b.Loop() {
		db, err := Open()
		if err != nil {
			b.Fatal(err)
		}
		if _, err := db.Food(b.Context(), "11111000"); err != nil {
			b.Fatal(err)
		}
		if err := db.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkNames(b *testing.B) {
	db := open(b)
	for b.Loop() {
		for _, err := range db.Names(b.Context()) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

func open(tb testing.TB) *DB {
	tb.Helper()
	db, err := Open()
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := db.Close(); err != nil {
			tb.Error(err)
		}
	})
	return db
}
