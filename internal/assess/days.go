package assess

import (
	"fmt"
	"math"
	"slices"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/intake"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/reference"
)

// Mark is what a person says of a day. It goes before everything that the day's figures suggest.
type Mark string

// The marks.
const (
	NotTracked Mark = "not-tracked" // not everything was written down
	Fasting    Mark = "fasting"     // little or nothing was eaten, and that is all
	Complete   Mark = "complete"    // everything was written down
)

// ParseMark reads a mark as a person types it.
func ParseMark(text string) (Mark, error) {
	switch m := Mark(text); m {
	case NotTracked, Fasting, Complete:
		return m, nil
	}
	return "", fmt.Errorf("%q is not known; use not-tracked, fasting, complete", text)
}

// Partial says why a day looks as if not everything was written down; empty where it doesn't.
type Partial string

// The reasons.
const (
	MarkedPartial Partial = "marked"     // the person says so
	OnlyQuickAdds Partial = "quick_adds" // energy without a single food
	LittleEnergy  Partial = "little_energy"
	FewRows       Partial = "few_rows" // and not much energy either
	AtTheEdge     Partial = "edge"     // the first or last day, half as long as usual, and not much energy either
)

// The energy, in kcal, below which a day is partial where the person's need isn't known: adults who eat
// that little for a week are rare, and forgotten meals are not. Children below nine eat less.
const (
	fewKcal      = 800
	fewKcalChild = 500
	childMonths  = 9 * 12
)

// fewRows is the number of foods below which a day must hold nearly a day's energy to be complete.
const fewRows = 3

// doubtful is how many times as high the energy must be, without a known need, of a day in doubt for
// another reason too.
const doubtful = 1.5

// The spreads that the cut-off of [EnergyCutOff] is made of, in percent: of the energy of one person's
// days, of basal metabolism as equations estimate it, and of physical activity (Black 2000, Int J Obes
// 24:1119, after Goldberg et al. 1991).
const (
	cvDays     = 23.0
	cvBasal    = 8.5
	cvActivity = 15.0
)

// EnergyCutOff is the share of the estimated energy requirement, 0 to 1, below which the mean of so many
// days is hardly all that one person ate: two standard deviations down.
func EnergyCutOff(days int) float64 {
	cv := math.Sqrt(cvDays*cvDays/float64(days) + cvBasal*cvBasal + cvActivity*cvActivity)
	return math.Exp(-2 * cv / 100)
}

// longRun is the number of days from which the cut-off hardly changes any more; a day that is in doubt for
// another reason too is held to it.
const longRun = 7

// Logged is one logged day and whether everything of it seems to be written down.
type Logged struct {
	*intake.Day
	Mark    Mark
	Partial Partial
	Counted bool // in the means; set by [Select]
}

// Check looks at each day for signs that something was not written down. A day of unknown energy shows
// none: nothing is set apart for want of figures. A fast without a single row, between the first day and the
// last, is a day on which nothing was eaten.
func Check(days []intake.Day, needs *reference.Needs, marks map[diary.Date]Mark) []Logged {
	days = withFasts(days, marks)
	checked := make([]Logged, len(days))
	usual := usualRows(days)
	for i := range days {
		d := &days[i]
		edge := len(days) > fewRows && (i == 0 || i == len(days)-1) && 2*d.Entries <= usual
		checked[i] = Logged{Day: d, Mark: marks[d.Date], Partial: partial(d, edge, needs)}
		switch checked[i].Mark {
		case NotTracked:
			checked[i].Partial = MarkedPartial
		case Fasting, Complete:
			checked[i].Partial = ""
		}
	}
	return checked
}

// nothing are the figures of a day on which nothing was eaten.
func nothing() *intake.Given {
	g := &intake.Given{}
	for id := range g.Amounts {
		g.Amounts[id], g.Bests[id], g.Coverages[id] = nutrient.Of(0), nutrient.Of(0), 1
	}
	return g
}

// usualRows is the median number of rows a day.
func usualRows(days []intake.Day) int {
	rows := make([]int, len(days))
	for i := range days {
		rows[i] = days[i].Entries
	}
	slices.Sort(rows)
	if len(rows) == 0 {
		return 0
	}
	return rows[len(rows)/2]
}

// withFasts adds the fasts that have no rows.
func withFasts(days []intake.Day, marks map[diary.Date]Mark) []intake.Day {
	logged := map[diary.Date]bool{}
	for i := range days {
		logged[days[i].Date] = true
	}
	all := slices.Clone(days)
	for date, mark := range marks {
		if mark != Fasting || logged[date] || len(days) == 0 || date.Compare(days[0].Date) < 0 || date.Compare(days[len(days)-1].Date) > 0 {
			continue
		}
		all = append(all, intake.Day{Date: date, Figures: nothing()})
	}
	slices.SortFunc(all, func(a, b intake.Day) int { return a.Date.Compare(b.Date) })
	return all
}

func partial(d *intake.Day, edge bool, needs *reference.Needs) Partial {
	kcal, known := d.Best(nutrient.Energy).Or(d.Amount(nutrient.Energy)).Known()
	if d.Entries > 0 && d.QuickAdds == d.Entries {
		return OnlyQuickAdds
	}
	least, nearly := energyFloor(needs)
	switch {
	case !known:
		return ""
	case kcal < least:
		return LittleEnergy
	case kcal < nearly && d.Entries < fewRows && d.Sums == 0:
		return FewRows
	case kcal < nearly && edge:
		return AtTheEdge
	}
	return ""
}

// energyFloor is the energy, in kcal, of a day that is complete on its own, and of one that is in doubt.
func energyFloor(needs *reference.Needs) (least, nearly float64) {
	if need, ok := needs.Energy(); ok {
		return need * EnergyCutOff(1), need * EnergyCutOff(longRun)
	}
	least = fewKcal
	if age := needs.Person.AgeMonths; age > 0 && age < childMonths {
		least = fewKcalChild
	}
	return least, least * doubtful
}

// Selection is which days of a period count.
type Selection struct {
	Days    []intake.Day // those that count, in order of date
	Partial int          // days that look partial, whether they count or not
	Whole   int          // days that count and don't look partial
	// Underreported says that what is counted is hardly all that was eaten: no day is complete, or the
	// energy of all together is below what the person can have lived on.
	Underreported bool
	// LittleEnergy says that the energy is that low, and that the person's word for every day is that this was
	// all.
	LittleEnergy bool
	EnergyShare  Chance // the mean energy of the days as a share of the requirement, where both are known
}

// Select sets partial days apart, unless all are asked for or nothing else is left, and notes on each day
// whether it counts.
func Select(checked []Logged, needs *reference.Needs, all bool) Selection {
	var s Selection
	said := len(checked) > 0
	for _, d := range checked {
		if d.Partial != "" {
			s.Partial++
		}
		said = said && (d.Mark == Complete || d.Mark == Fasting)
	}
	s.Whole = len(checked) - s.Partial
	for i := range checked {
		d := &checked[i]
		if d.Counted = all || d.Partial == "" || s.Whole == 0; d.Counted {
			s.Days = append(s.Days, *d.Day)
		}
	}
	s.Underreported = len(checked) > 0 && s.Whole == 0
	s.energy(needs)
	little := s.EnergyShare.Known && s.EnergyShare.P < EnergyCutOff(len(s.Days))
	s.LittleEnergy = little && said
	s.Underreported = (s.Underreported || little) && !said
	return s
}

// energy sets the mean energy of the days against the requirement.
func (s *Selection) energy(needs *reference.Needs) {
	need, ok := needs.Energy()
	sum, known := 0.0, 0
	for i := range s.Days {
		d := &s.Days[i]
		if v, ok := d.Best(nutrient.Energy).Or(d.Amount(nutrient.Energy)).Known(); ok {
			sum, known = sum+v, known+1
		}
	}
	if ok && known > 0 {
		s.EnergyShare = chance(sum / float64(known) / need)
	}
}
