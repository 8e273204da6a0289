package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

func TestParsePortion(t *testing.T) {
	for _, tt := range []struct {
		description string
		amount      float64
		label       string
		kind        food.PortionKind
	}{
		{"1 cup", 1, "cup", food.Household},
		{"1 cup, chopped", 1, "cup, chopped", food.Household},
		{"1/2 chicken, skin only", 0.5, "chicken, skin only", food.Household},
		{"10 chips", 10, "chips", food.Household},
		{"1.5 oz bag", 1.5, "oz bag", food.Household},
		{"1 6 oz container", 1, "6 oz container", food.Household},
		{"1 100-calorie package (3 cakes)", 1, "100-calorie package (3 cakes)", food.Household},
		{`1 2-1/4" dia`, 1, `2-1/4" dia`, food.Household},
		{"1-3 ring thin pretzel", 1, "3 ring thin pretzel", food.Household},
		{`1" wedge`, 1, `1" wedge`, food.Household},
		{`Juice of 1 lemon (2-1/8" dia)`, 1, `Juice of 1 lemon (2-1/8" dia)`, food.Household},
		{"Skin from 1 small", 1, "Skin from 1 small", food.Household},
		{"0 cup", 1, "0 cup", food.Household},
		{"Quantity not specified", 1, "Quantity not specified", food.Usual},
		{"Quantity not specified, if appetizer", 1, "Quantity not specified, if appetizer", food.Usual},
		{"Guideline amount per fl oz of beverage", 1, "Guideline amount per fl oz of beverage", food.Guideline},
	} {
		amount, label, kind := parsePortion(tt.description)
		if amount != tt.amount || label != tt.label || kind != tt.kind {
			t.Errorf("parsePortion(%q) = %v, %q, %s; want %v, %q, %s", tt.description, amount, label, kind, tt.amount, tt.label, tt.kind)
		}
	}
}

func TestCommonNames(t *testing.T) {
	for _, tt := range []struct {
		description, list string
		want              []string
	}{
		{"Spices, cinnamon, ground", "Cassia", []string{"Cassia"}},
		{"Spices, coriander leaf", "Chinese parsley, cilantro", []string{"Chinese parsley", "cilantro"}},
		{"Beef, loin, tenderloin", "URMIS #1388, Filet Mignon", []string{"Filet Mignon"}},
		{"Beef, chuck, trimmed", "Beef, Chuck, Short Ribs, URMIS #1127", []string{"Beef, Chuck, Short Ribs"}},
		{"Beef, chuck, clod", "URMIS # 1132, Urmis #1133", nil},
		{"Lamb, loin", "IMPS #312", nil},
		{"Milk, whole", "", nil},
	} {
		if diff := cmp.Diff(tt.want, otherNames(tt.description, commonNames(tt.description, tt.list))); diff != "" {
			t.Errorf("commonNames(%q, %q) (-want +got):\n%s", tt.description, tt.list, diff)
		}
	}
}

func TestOtherNamesKeepsEachNameOnce(t *testing.T) {
	got := otherNames("Bread, rye", []string{" corn rye ", "", "bread, Rye", "Corn rye", "rye; dark"})
	if diff := cmp.Diff([]string{"corn rye", "rye, dark"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The headings carry their unit, so that a mapping into the wrong unit or onto the same column twice shows.
func TestColumnsAreInTheUnitOfTheirNutrient(t *testing.T) {
	for table, columns := range map[string]*[nutrient.Count]string{"FNDDS": &fnddsColumns, "SR28": &sr28Columns} {
		used := map[string]nutrient.ID{}
		for i, column := range columns {
			id := nutrient.ID(i)
			if column == "" {
				continue
			}
			if other, twice := used[column]; twice {
				t.Errorf("%s: %q is taken for %s and for %s", table, column, other, id)
			}
			used[column] = id
			unit := string(id.Unit())
			if !strings.Contains(column, "("+unit+")") && !strings.Contains(column, "("+unit+"_") && column != "Energ_Kcal" {
				t.Errorf("%s: %q is not in %s", table, column, unit)
			}
		}
	}
}
