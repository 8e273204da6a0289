package main

import (
	"testing"

	"github.com/nutrigap/nutrigap/internal/diary"
)

func TestAnAgeGrowsFromTheDayItWasSaid(t *testing.T) {
	on := diary.Date{Year: 2026, Month: 3, Day: 9}
	for _, tt := range []struct {
		today diary.Date
		want  string
	}{
		{on, "34"},
		{diary.Date{Year: 2027, Month: 3, Day: 8}, "34"},
		{diary.Date{Year: 2027, Month: 3, Day: 9}, "35"},
		{diary.Date{Year: 2029, Month: 1, Day: 1}, "36"},
		{diary.Date{Year: 2020, Month: 1, Day: 1}, "34"}, // a clock that went back
	} {
		if got := grown("34", on, tt.today); got != tt.want {
			t.Errorf("on %s: %s, want %s", tt.today, got, tt.want)
		}
	}
}

func TestMonthsBetween(t *testing.T) {
	for _, tt := range []struct {
		from, to string
		want     int
	}{
		{"1991-05-02", "2026-05-01", 419}, {"1991-05-02", "2026-05-02", 420}, {"2026-01-31", "2026-02-28", 0},
	} {
		from, _ := diary.ParseDate(tt.from)
		to, _ := diary.ParseDate(tt.to)
		if got := monthsBetween(from, to); got != tt.want {
			t.Errorf("%s to %s: %d, want %d", tt.from, tt.to, got, tt.want)
		}
	}
}
