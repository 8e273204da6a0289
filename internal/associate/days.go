package associate

import (
	"slices"
	"strings"

	"github.com/nutrigap/nutrigap/internal/assess"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// eaten are the intakes of the days that count.
type eaten map[diary.Date]*nutrient.Amounts

// intakes are the best estimates of each day, of the nutrients of which enough is known.
func intakes(days []assess.Logged) eaten {
	e := eaten{}
	for i := range days {
		d := &days[i]
		if !d.Counted {
			continue
		}
		e[d.Date] = new(nutrient.Amounts)
		for _, id := range nutrient.All() {
			if assess.Coverage(d.Day, id) >= assess.MinCoverage {
				e[d.Date][id] = d.Best(id).Or(d.Amount(id))
			}
		}
	}
	return e
}

// in is the intake of a nutrient in the window of a day.
func (e eaten) in(w Window, date diary.Date, id nutrient.ID) (amount float64, ok bool) {
	from, to := 0, 0
	switch w {
	case DayBefore:
		from, to = -1, -1
	case ThreeDays:
		from = -2
	}
	for day := from; day <= to; day++ {
		amounts := e[date.AddDays(day)]
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
	var dates []diary.Date
	for date := range severity {
		dates = append(dates, date)
		if e[date] != nil {
			s.Days++
		}
	}
	if s.Missing = max(MinDays-s.Days, 0); s.Missing > 0 {
		return s
	}
	slices.SortFunc(dates, diary.Date.Compare)
	samples := map[string]*sample{} // by the days that they are made of
	for _, id := range nutrient.All() {
		for _, w := range Windows() {
			var amounts, severities []float64
			var of strings.Builder
			for _, date := range dates {
				if amount, ok := e.in(w, date, id); ok {
					amounts, severities = append(amounts, amount), append(severities, float64(severity[date]))
					of.WriteString(date.String())
				}
			}
			if len(amounts) < minPaired {
				continue
			}
			if samples[of.String()] == nil {
				samples[of.String()] = newSample(severities)
			}
			if samples[of.String()].add(len(s.Pairs), amounts) {
				s.Pairs = append(s.Pairs, Pair{Nutrient: id, Window: w, Days: len(amounts)})
			}
		}
	}
	for _, sample := range samples {
		sample.test(func(pair int, rho, p float64) { s.Pairs[pair].Rho, s.Pairs[pair].P = rho, p })
	}
	return s
}
