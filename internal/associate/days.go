package associate

import (
	"encoding/binary"
	"slices"

	"github.com/nutrigap/nutrigap/internal/assess"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// eaten are the intakes of the days that count, by their number.
type eaten map[int]*nutrient.Amounts

// number counts days, so that the one before is one less.
func number(d diary.Date) int { return d.Sub(diary.Date{Year: 2000, Month: 1, Day: 1}) }

// intakes are the best estimates of each day, of the nutrients of which enough is known.
func intakes(days []assess.Logged) eaten {
	e := eaten{}
	for i := range days {
		d := &days[i]
		if !d.Counted {
			continue
		}
		amounts := new(nutrient.Amounts)
		e[number(d.Date)] = amounts
		for _, id := range nutrient.All() {
			if assess.Coverage(d.Day, id) >= assess.MinCoverage {
				amounts[id] = d.Best(id).Or(d.Amount(id))
			}
		}
	}
	return e
}

// in is the intake of a nutrient in the window of a day.
func (e eaten) in(w Window, day int, id nutrient.ID) (amount float64, ok bool) {
	from, to := 0, 0
	switch w {
	case DayBefore:
		from, to = -1, -1
	case ThreeDays:
		from = -2
	}
	for n := day + from; n <= day+to; n++ {
		amounts := e[n]
		if amounts == nil {
			return 0, false
		}
		v, known := amounts[id].Known()
		if !known {
			return 0, false
		}
		amount += v / float64(to-from+1)
	}
	return amount, true
}

// against sets one symptom against every nutrient.
func (e eaten) against(severity map[diary.Date]int) Symptom {
	var s Symptom
	var days []int
	felt := map[int]float64{}
	for date, n := range severity {
		day := number(date)
		days, felt[day] = append(days, day), float64(n)
		if e[day] != nil {
			s.Days++
		}
	}
	if s.Missing = max(MinDays-s.Days, 0); s.Missing > 0 {
		return s
	}
	slices.Sort(days)
	samples := map[string]*sample{} // by the days that they are made of
	for _, id := range nutrient.All() {
		for _, w := range Windows() {
			var amounts, severities []float64
			var of []byte
			for _, day := range days {
				if amount, ok := e.in(w, day, id); ok {
					amounts, severities = append(amounts, amount), append(severities, felt[day])
					of = binary.AppendVarint(of, int64(day))
				}
			}
			if len(amounts) < minPaired {
				continue
			}
			if samples[string(of)] == nil {
				samples[string(of)] = newSample(severities)
			}
			if samples[string(of)].add(len(s.Pairs), amounts) {
				s.Pairs = append(s.Pairs, Pair{Nutrient: id, Window: w, Days: len(amounts)})
			}
		}
	}
	for _, sample := range samples {
		sample.test(func(pair int, rho, p float64) { s.Pairs[pair].Rho, s.Pairs[pair].P = rho, p })
	}
	return s
}
