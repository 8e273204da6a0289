package assess

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/intake"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// eaten is a day of so much energy and so many rows.
func eaten(date int, kcal float64, rows int) intake.Day {
	d := intake.Day{Date: diary.Date{Year: 2026, Month: 3, Day: date}, Entries: rows}
	given(&d).Amounts[nutrient.Energy] = nutrient.Of(kcal)
	return d
}

// tall completes the woman of 34 so that her energy need is known: 2034 kcal.
func tall(p *diary.Person) { p.HeightCm = 168 }

func TestDaysThatLookPartial(t *testing.T) {
	full := eaten(2, 2000, 8)
	quick := eaten(1, 2000, 2)
	quick.QuickAdds = 2
	total := eaten(1, 1000, 1)
	total.Sums = 1
	unknownEnergy := eaten(1, 0, 5)
	given(&unknownEnergy).Amounts[nutrient.Energy] = nutrient.Quantity{}
	for _, tt := range []struct {
		name   string
		person func(*diary.Person)
		days   []intake.Day
		marks  map[diary.Date]Mark
		want   Partial // of the first day
	}{
		{"a full day", nil, []intake.Day{full}, nil, ""},
		{"hardly any energy", nil, []intake.Day{eaten(1, 700, 8)}, nil, LittleEnergy},
		{"a child eats less", func(p *diary.Person) { p.AgeMonths = 60 }, []intake.Day{eaten(1, 700, 8)}, nil, ""},
		{"less than 56 percent of a known need", tall, []intake.Day{eaten(1, 1100, 8)}, nil, LittleEnergy},
		{"more than that", tall, []intake.Day{eaten(1, 1200, 8)}, nil, ""},
		{"one row and not much energy", nil, []intake.Day{eaten(1, 1000, 1)}, nil, FewRows},
		{"one row that holds the whole day", nil, []intake.Day{eaten(1, 1900, 1)}, nil, ""},
		{"one row that is the total of the day", nil, []intake.Day{total}, nil, ""},
		{"a thin first day", nil, []intake.Day{eaten(1, 1000, 4), full, full, full}, nil, AtTheEdge},
		{"a thin first day of as many rows as ever", nil, []intake.Day{eaten(1, 1000, 8), full, full, full}, nil, ""},
		{"a thin first day of only three", nil, []intake.Day{eaten(1, 1000, 4), full, full}, nil, ""},
		{"only quick adds", nil, []intake.Day{quick}, nil, OnlyQuickAdds},
		{"energy that nobody knows is no sign", nil, []intake.Day{unknownEnergy}, nil, ""},
		{"a fast is a day", nil, []intake.Day{eaten(1, 0, 1)}, map[diary.Date]Mark{{Year: 2026, Month: 3, Day: 1}: Fasting}, ""},
		{"the person's word goes first", nil, []intake.Day{eaten(1, 500, 2)}, map[diary.Date]Mark{{Year: 2026, Month: 3, Day: 1}: Complete}, ""},
		{"both ways", nil, []intake.Day{eaten(1, 2500, 9)}, map[diary.Date]Mark{{Year: 2026, Month: 3, Day: 1}: NotTracked}, MarkedPartial},
	} {
		if got := Check(tt.days, needsOf(t, "dri", tt.person), tt.marks)[0].Partial; got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestTheEnergyOfUnknownFoodsIsNotMissing(t *testing.T) {
	d := eaten(1, 600, 8)
	given(&d).Bests[nutrient.Energy] = nutrient.Of(1500)
	if got := Check([]intake.Day{d}, needsOf(t, "dri", nil), nil)[0].Partial; got != "" {
		t.Errorf("a day of which two fifths were recognised is %q", got)
	}
}

func TestCutOffs(t *testing.T) {
	for days, want := range map[int]float64{1: 0.563, 3: 0.648, 7: 0.680, 1000: 0.708} {
		if got := EnergyCutOff(days); math.Abs(got-want) > 0.001 {
			t.Errorf("%d days: %.3f, want %v", days, got, want)
		}
	}
}

func TestSelect(t *testing.T) {
	full, thin := eaten(1, 2000, 8), eaten(2, 300, 2)
	for _, tt := range []struct {
		name                  string
		person                func(*diary.Person)
		days                  []intake.Day
		marks                 map[diary.Date]Mark
		all                   bool
		counted, whole, parts int
		under                 bool
	}{
		{"partial days are set apart", nil, []intake.Day{full, thin, full}, nil, false, 2, 2, 1, false},
		{"unless all are asked for", nil, []intake.Day{full, thin, full}, nil, true, 3, 2, 1, false},
		{"or nothing is left", nil, []intake.Day{thin, thin}, nil, false, 2, 0, 2, true},
		{"a period below what she can live on", tall, []intake.Day{eaten(1, 1250, 8), eaten(2, 1250, 8), eaten(3, 1250, 8)}, nil, false, 3, 3, 0, true},
		{"unless she says that this was all", tall, []intake.Day{eaten(1, 1250, 8)}, map[diary.Date]Mark{{Year: 2026, Month: 3, Day: 1}: Complete}, false, 1, 1, 0, false},
		{"no days", nil, nil, nil, false, 0, 0, 0, false},
	} {
		needs := needsOf(t, "dri", tt.person)
		s := Select(Check(tt.days, needs, tt.marks), needs, tt.all)
		if len(s.Days) != tt.counted || s.Whole != tt.whole || s.Partial != tt.parts || s.Underreported != tt.under {
			t.Errorf("%s: %d count, %d whole, %d partial, %v; want %d, %d, %d, %v",
				tt.name, len(s.Days), s.Whole, s.Partial, s.Underreported, tt.counted, tt.whole, tt.parts, tt.under)
		}
	}
}

func TestLittleEnergyIsBelievedOnHerWord(t *testing.T) {
	needs := needsOf(t, "dri", tall)
	days := []intake.Day{eaten(1, 1250, 8), eaten(2, 1250, 8), eaten(3, 1250, 8)}
	marks := map[diary.Date]Mark{}
	for i := range days {
		if s := Select(Check(days, needs, marks), needs, false); s.LittleEnergy || !s.Underreported {
			t.Errorf("%d of 3 days are marked: %+v", i, s)
		}
		marks[days[i].Date] = Complete
	}
	if s := Select(Check(days, needs, marks), needs, false); !s.LittleEnergy || s.Underreported {
		t.Errorf("all are marked: little energy %v, underreported %v", s.LittleEnergy, s.Underreported)
	}
}

func TestAFastWithoutRowsIsADay(t *testing.T) {
	needs := needsOf(t, "dri", nil)
	date := func(day int) diary.Date { return diary.Date{Year: 2026, Month: 3, Day: day} }
	marks := map[diary.Date]Mark{date(2): Fasting, date(9): Fasting, date(3): NotTracked}
	days := Check([]intake.Day{eaten(1, 2000, 8), eaten(4, 2000, 8)}, needs, marks)
	s := Select(days, needs, false)
	if len(days) != 3 || len(s.Days) != 3 || s.Days[1].Date != date(2) {
		t.Fatalf("%d days, %d count; want a fast on March 2 between the others, and none after them", len(days), len(s.Days))
	}
	if energy := of(Period(s.Days, needs), nutrient.Energy); !near(energy.Amount.Value, 4000./3) {
		t.Errorf("two days of 2000 kcal and a fast make %v a day", energy.Amount)
	}
}

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

func TestEveryDayIsCountedOrSetApart(t *testing.T) {
	needs := needsOf(t, "dri", nil)
	rapid.Check(t, func(t *rapid.T) {
		var days []intake.Day
		for i := range rapid.IntRange(0, 12).Draw(t, "days") {
			days = append(days, eaten(i+1, rapid.Float64Range(0, 3000).Draw(t, "kcal"), rapid.IntRange(1, 9).Draw(t, "rows")))
		}
		all := rapid.Bool().Draw(t, "all")
		s := Select(Check(days, needs, nil), needs, all)
		if s.Whole+s.Partial != len(days) {
			t.Errorf("%d whole and %d partial of %d days", s.Whole, s.Partial, len(days))
		}
		if n := len(s.Days); all && n != len(days) || !all && s.Whole > 0 && n != s.Whole || len(days) > 0 && n == 0 {
			t.Errorf("%d days count of %d, %d of them whole", n, len(days), s.Whole)
		}
	})
}

func TestParseMark(t *testing.T) {
	if m, err := ParseMark("fasting"); err != nil || m != Fasting {
		t.Errorf("fasting: %v, %v", m, err)
	}
	if _, err := ParseMark("holiday"); err == nil {
		t.Error("a holiday is a mark")
	}
}
