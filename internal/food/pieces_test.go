package food_test

import (
	"context"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/nutrigap/nutrigap/nutrientdb"
)

// A row of pieces.csv that names one food of the nutrient table as its source has that food's weights.
func TestPiecesAreThoseOfTheTable(t *testing.T) {
	db, err := nutrientdb.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, row := range readCSV(t, "pieces.csv")[1:] {
		if !strings.HasPrefix(row[7], "USDA ") {
			continue
		}
		f, err := db.Food(context.Background(), row[7][strings.LastIndexByte(row[7], ' ')+1:])
		if err != nil {
			t.Errorf("%s: %v", row[0], err)
			continue
		}
		for _, cell := range row[4:7] {
			want, err := strconv.ParseFloat(cell, 64)
			if err != nil {
				t.Fatal(err)
			}
			found := false
			for _, p := range f.Portions {
				found = found || math.Abs(p.Grams/p.Amount-want) < 0.5
			}
			if !found {
				t.Errorf("%s: %s has no portion of %s g", row[0], f.Name, cell)
			}
		}
	}
}
