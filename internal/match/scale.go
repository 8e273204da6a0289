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

// weighed reads an amount that is a plain number and a unit of weight, "120 g", as times a round number of
// that unit, 1, 2 or 5 times a power of ten. Everything else is left to the reader of amounts.
func weighed(amount string) (times float64, round string, ok bool) {
	number, unit, ok := strings.Cut(amount, " ")
	if !ok || len(number) > 8 || !slices.Contains(weighedUnits[:], unit) {
		return 0, "", false
	}
	for i := range len(number) {
		if c := number[i]; c != '.' && (c < '0' || c > '9') {
			return 0, "", false
		}
	}
	v, err := strconv.ParseFloat(number, 64)
	if err != nil || v <= 0 {
		return 0, "", false
	}
	near := roundNumber(v)
	return v / near, strconv.FormatFloat(near, 'f', -1, 64) + " " + unit, true
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
// food or another only roughly. An amount of its own belongs to the first food, and to what was stirred into
// it. It is not ok for an amount that must be looked at by itself, because nobody
// eats so much.
func (m *Matcher) scaled(q Query) ([]Item, bool) {
	times, round, ok := weighed(q.Amount)
	if !ok {
		return nil, false
	}
	one := m.remembered(Query{Food: q.Food, Amount: round})
	if one[0].AmountErr != nil || one[0].Kind == ByDose || one[0].Weight.Grams*times > food.Absurd {
		return nil, false
	}
	items := slices.Clone(one)
	for i := range items {
		if it := &items[i]; i == 0 || it.Weight.Basis == stirredBasis {
			it.Weight.Grams *= times
			it.Weight.Low *= times
			it.Weight.High *= times
			it.Amounts = it.Amounts.Times(times)
		}
	}
	return items, true
}
