package match

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/nutrigap/nutrigap/internal/food"
)

// weighedUnits are the units in which twice the number is twice the food, whatever the food is.
var weighedUnits = [...]string{"g", "kg", "oz", "lb", "ml"}

// Scale says that an amount is so many times another one.
type Scale struct {
	Times   float64
	Amount  string
	Weighed bool // by a unit of weight: another number of it is as many times the food
}

// Scales reads an amount that is a plain number and a unit of weight, "120 g", as times a round number of
// that unit near it, 1, 2 or 5 times a power of ten, and as times the one by which foods are tabled, 100 g.
// Everything else is left to the reader of amounts.
func Scales(amount string) (round, tabled Scale, ok bool) {
	number, unit, ok := strings.Cut(amount, " ")
	if !ok || len(number) > 8 || !slices.Contains(weighedUnits[:], unit) {
		return Scale{}, Scale{}, false
	}
	for i := range len(number) {
		if c := number[i]; c != '.' && (c < '0' || c > '9') {
			return Scale{}, Scale{}, false
		}
	}
	v, err := strconv.ParseFloat(number, 64)
	if err != nil || v <= 0 {
		return Scale{}, Scale{}, false
	}
	table := 1.
	if unit == "g" || unit == "ml" {
		table = 100
	}
	digits := -1
	if exported(amount) {
		digits = 2 // the other amounts too are such as an app writes
	}
	return scale(v, roundNumber(v), unit, digits), scale(v, table, unit, digits), true
}

func scale(v, by float64, unit string, digits int) Scale {
	if by < 0.1 {
		digits = -1
	}
	return Scale{Weighed: true, Times: v / by, Amount: strconv.FormatFloat(by, 'f', digits, 64) + " " + unit}
}

// roundNumber is the number among 1, 2 and 5 times the powers of ten that is nearest to v by ratio.
func roundNumber(v float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(v)))
	switch m := v / power; {
	case m < math.Sqrt(1*2):
		return power
	case m < math.Sqrt(2*5):
		return 2 * power
	case m < math.Sqrt(5*10):
		return 5 * power
	default:
		return 10 * power
	}
}

// scaled is the answer for a weighed amount, worked out from that for a round amount of about as much: a
// long diary has each food in many weights, and finding the food is the work. How much it is speaks for one
// food or another only roughly, and not at all where the table's name was written. It is not ok for an amount
// that must be looked at by itself.
func (m *Matcher) scaled(q Query) ([]Item, bool) {
	by, tabled, ok := Scales(q.Amount)
	if !ok {
		return nil, false
	}
	if m.IsName(q.Food) {
		by = tabled
	}
	one := m.remembered(Query{Food: q.Food, Amount: by.Amount})
	if by.Times > MostTimes(one) {
		return nil, false
	}
	items := slices.Clone(one)
	for i := range items {
		if it := &items[i]; i == 0 || it.Weight.Basis == stirredBasis {
			it.Weight.Grams *= by.Times
			it.Weight.Low *= by.Times
			it.Weight.High *= by.Times
			it.Amounts = it.Amounts.Times(by.Times)
		}
	}
	return items, true
}

// MostTimes is how many times an amount its answer may be taken: 0 where each amount has to be looked at by
// itself, because it can't be weighed or is a dose, and never so often that it would be more than anybody eats.
// An amount of its own belongs to the first food, and to what was stirred into it.
func MostTimes(items []Item) float64 {
	first := &items[0]
	switch {
	case first.AmountErr != nil || first.Kind == ByDose:
		return 0
	case first.Weight.Grams <= 0:
		return math.Inf(1)
	}
	return food.Absurd / first.Weight.Grams
}
