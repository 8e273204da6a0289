package pantry

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Label is what a package says of a food: some nutrients, of so many grams of it.
type Label struct {
	Name     string
	Also     []string
	Facts    nutrient.Amounts // in Of grams; what the label doesn't say is unknown
	Of       float64          // grams; 100 where the label is per 100 g
	Serving  float64          // grams; 0 where the label has none
	Portions []food.Portion   // further household measures
}

// Food is the food that the label describes, without a code. Its error says what the label lacks.
func (l *Label) Food() (*food.Food, error) {
	switch {
	case Key(l.Name) == "":
		return nil, errors.New("a food needs a name")
	case !(l.Of > 0 && l.Of <= food.Absurd):
		return nil, errors.New("values per serving need the grams of a serving")
	case !(l.Serving >= 0 && l.Serving <= food.Absurd):
		return nil, fmt.Errorf("a serving of %v g: it weighs above 0 and at most %d g", l.Serving, food.Absurd)
	case !l.Facts.AnyKnown():
		return nil, fmt.Errorf("%q has no nutrient; say at least its energy", l.Name)
	}
	f := l.food()
	f.Source, f.Category = Source, "Own foods"
	if err := plausible(&f.Per100g); err != nil {
		return nil, fmt.Errorf("%q: %w", l.Name, err)
	}
	return f, nil
}

// food is the food as the label has it, right or wrong.
func (l *Label) food() *food.Food {
	f := &food.Food{Name: l.Name, Also: l.Also, Per100g: l.Facts.Times(100 / l.Of), Portions: l.Portions}
	if l.Serving > 0 {
		f.Portions = append([]food.Portion{
			{Amount: 1, Label: "serving", Grams: l.Serving, Kind: food.Household},
			{Amount: 1, Label: "usual portion", Grams: l.Serving, Kind: food.Usual},
		}, f.Portions...)
	}
	return f
}

// The most that 100 g can hold: pure fat has about 900 kcal, and no part is more than the whole. Labels
// round, hence the tolerance.
const (
	maxEnergy = 930
	maxMass   = 101
)

// plausible refuses what no food has, which mostly is a value per package or in another unit.
func plausible(per100g *nutrient.Amounts) error {
	inGrams := map[nutrient.Unit]float64{nutrient.Gram: 1, nutrient.Milligram: 1e3, nutrient.Microgram: 1e6}
	for _, id := range nutrient.All() {
		v, known := per100g[id].Known()
		limit := float64(maxEnergy)
		if id != nutrient.Energy {
			limit = maxMass * inGrams[id.Unit()]
		}
		if known && v > limit {
			return fmt.Errorf("%.4g %s of %s in 100 g is more than there can be; check the number, the unit and the serving",
				v, id.Unit().Symbol(), id.Name())
		}
	}
	return nil
}

// ParseFact reads one line of a label: "energy=400 kcal", "protein=40g", "salt=1.2 g", "vitamin_d=5". The
// unit may be left out where it is the nutrient's own. The value is in the nutrient's own unit.
func ParseFact(text string) (nutrient.ID, float64, error) {
	name, amount, ok := strings.Cut(text, "=")
	name, amount = strings.TrimSpace(name), strings.TrimSpace(amount)
	if !ok || name == "" || amount == "" {
		return 0, 0, fmt.Errorf("%q: write a nutrient, \"=\" and the amount, such as protein=12g", text)
	}
	end := len(amount)
	for i, r := range amount {
		if !unicode.IsDigit(r) && !strings.ContainsRune(".,+-−' \u00a0\u202f", r) {
			end = i
			break
		}
	}
	value, unit := strings.TrimSpace(amount[:end]), strings.TrimSpace(amount[end:])
	if value == "" {
		value = amount
	}
	v, err := nutrient.ParseNumber(value)
	if err == nil {
		err = notNegative(value, v)
	}
	if err != nil {
		return 0, 0, fmt.Errorf("%s: %w", name, err)
	}
	h, ok := heading(name, unit)
	if !ok {
		return 0, 0, unknownFact(name, unit)
	}
	return h.ID, h.Tidy(v), nil
}

func notNegative(text string, v float64) error {
	if v < 0 {
		return fmt.Errorf("%q is negative", text)
	}
	return nil
}

// heading reads a nutrient and a unit as a column heading of a diary would have them.
func heading(name, unit string) (nutrient.Heading, bool) {
	name = strings.ReplaceAll(name, "_", " ")
	if unit != "" {
		return nutrient.ParseHeading(name + " (" + unit + ")")
	}
	if h, ok := nutrient.ParseHeading(strings.ReplaceAll(name, " ", "_")); ok {
		return h, true
	}
	for _, id := range nutrient.All() {
		own := string(id.Unit())
		if strings.EqualFold(strings.ReplaceAll(name, " ", "_")+"_"+own, id.Key()) {
			return nutrient.ParseHeading(id.Key())
		}
	}
	return nutrient.ParseHeading(name)
}

func unknownFact(name, unit string) error {
	for _, id := range nutrient.All() {
		if h, ok := heading(name, string(id.Unit())); ok && unit != "" && h.ID == id {
			return fmt.Errorf("%q of %s is no unit for it; use %s", unit, name, id.Unit())
		}
	}
	return fmt.Errorf("%q is no nutrient; the names are those of the columns of: nutrigap match --format csv", name)
}
