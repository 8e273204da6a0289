package report

import (
	"testing"

	"github.com/nutrigap/nutrigap/internal/lang"
)

func number(v float64) *float64 { return &v }

func TestForemost(t *testing.T) {
	s := &Summary{Focus: []string{"iron_mg", "water_g"}, Nutrients: []Nutrient{
		{Key: "iron_mg", Status: StatusShortfall}, {Key: "water_g", Status: StatusCannotTell},
		{Key: "zinc_mg", Status: StatusAdequate}, {Key: "vitamin_e_mg", Status: StatusShortfall}, {Key: "vitamin_c_mg", Status: StatusExcess},
	}}
	for most, want := range map[int]string{1: "iron_mg water_g ", 3: "iron_mg water_g vitamin_e_mg ", 9: "iron_mg water_g vitamin_e_mg vitamin_c_mg "} {
		got := ""
		for _, n := range s.Foremost(most) {
			got += n.Key + " "
		}
		if got != want {
			t.Errorf("the foremost %d are %q, want %q", most, got, want)
		}
	}
}

func TestLeftOut(t *testing.T) {
	day := func(why string) Day { return Day{SetApart: true, Partial: why} }
	tests := []struct {
		days []Day
		want string
	}{
		{[]Day{{}, {Partial: "few_rows"}}, ""},
		{[]Day{{}, day("little_energy"), day("little_energy")}, "2 left out (little energy)"},
		{[]Day{day("few_rows"), day("marked"), day("few_rows")}, "3 left out (few rows 2, marked as not tracked 1)"},
		{[]Day{day("")}, "1 left out"},
		{[]Day{day("of another version")}, "1 left out (of another version)"},
	}
	for _, test := range tests {
		if got := (&Summary{Days: test.days}).LeftOut(lang.English()); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

func TestAmountsBesideTheMean(t *testing.T) {
	l := lang.English()
	iron := &Nutrient{Key: "iron_mg", Mean: number(11.5), Low: number(7.4), High: number(19.1)}
	if got := iron.Beside(l, number(18)) + "|" + iron.Beside(l, nil) + "|" + iron.Span(l); got != "18|–|7.4 – 19.1" {
		t.Error(got)
	}
	water := &Nutrient{Key: "water_g", Mean: number(2100)}
	if got := water.Beside(l, number(850)) + "|" + water.Span(l); got != "850 ml|–" {
		t.Error(got)
	}
	water.Low, water.High = number(763), number(3400)
	if got := water.Span(l); got != "763 ml – 3.4 L" {
		t.Error(got)
	}
	water.High = water.Low
	if got := water.Span(l); got != "763 ml" {
		t.Error(got)
	}
	unknown := &Nutrient{Key: "iron_mg"}
	if got := unknown.Beside(l, number(18)); got != "18 mg" {
		t.Error(got)
	}
}

func TestReferenceValuesBesideTheMean(t *testing.T) {
	l := lang.English()
	for want, n := range map[string]*Nutrient{
		"–|–":           {Key: "iron_mg", Mean: number(11)},
		"18 RDA|45":     {Key: "iron_mg", Mean: number(11), Target: number(18), TargetKind: "RDA", UL: number(45)},
		"1.5 mg|2.3 mg": {Key: "copper_mg", Target: number(1.5), UL: number(2.3)},
		"1,500 AI|2,300 CDRR": {Key: "sodium_mg", Mean: number(3000), Target: number(1500), TargetKind: "AI", CDRR: number(2300),
			CDRRKind: "CDRR"},
	} {
		if got := n.Goal(l) + "|" + n.Ceiling(l); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestHeadsOfColumns(t *testing.T) {
	if got := AverageKind([]*Nutrient{{}, {EARKind: "AR"}}) + AverageKind(nil); got != "AREAR" {
		t.Error(got)
	}
	if l := lang.English(); UnitOf(l, "iron_mg") != "mg" || UnitOf(l, "water_g") != "ml" || UnitOf(l, "of another version") != "" {
		t.Errorf("%q, %q", UnitOf(l, "iron_mg"), UnitOf(l, "water_g"))
	}
}
