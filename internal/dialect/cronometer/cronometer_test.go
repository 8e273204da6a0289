package cronometer

import (
	"strings"
	"testing"
)

func TestClaims(t *testing.T) {
	for header, want := range map[string]bool{
		"Day,Time,Group,Food Name,Amount,Energy (kcal),Category": true,
		"Day,Group,Food Name,Amount":                             true,
		"Amount,Food Name,Group,Day":                             true,
		"day,GROUP,food_name,amount":                             true,
		"Day,Group,Metric,Unit,Amount":                           false,
		"Day,Group,Exercise,Minutes,Calories Burned":             false,
		"Date,Energy (kcal),Completed":                           false,
		"date,meal,food,amount":                                  false,
		"Day,Food Name,Amount":                                   false,
	} {
		if got := Claims(strings.Split(header, ",")); got != want {
			t.Errorf("%s: %v", header, got)
		}
	}
}
