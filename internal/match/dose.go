package match

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

//go:embed supplements.csv
var supplementsCSV string

// supplements knows the words by which pills name their nutrient.
type supplements struct {
	byFirst map[string][]supplement // longest first
}

type supplement struct {
	words    []string
	nutrient string // as a heading names it
}

func readSupplements(text string) (*supplements, error) {
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("reading the supplements: %w", err)
	}
	s := &supplements{byFirst: map[string][]supplement{}}
	for _, row := range rows[1:] {
		if _, ok := nutrient.ParseHeading(row[1] + " (mg)"); !ok {
			return nil, fmt.Errorf("supplements: no nutrient %q", row[1])
		}
		words := strings.Fields(row[0])
		s.byFirst[words[0]] = append(s.byFirst[words[0]], supplement{words, row[1]})
	}
	for _, list := range s.byFirst {
		slices.SortStableFunc(list, func(a, b supplement) int { return len(b.words) - len(a.words) })
	}
	return s, nil
}

// fortified are foods that may name a nutrient with its amount and are foods all the same.
var fortified = wordSet("milk juice drink water cereal bar shake yogurt bread tea coffee egg spinach salt soda")

// doseConfidence is the chance that a stated dose is read rightly. The label may give the weight of a whole
// salt ("magnesium citrate 400 mg") where its magnesium is meant.
const doseConfidence = 0.95

// dfePerFolicAcid is how much folic acid counts as dietary folate equivalents (NASEM 1998).
const dfePerFolicAcid = 1.7

// dose reads a supplement whose name or amount states how much of a nutrient is in it: "Vitamin B12 1000 mcg",
// "Vitamin D" + "4 x 1000 IU". Energy counts as none; every other nutrient stays unknown.
func (s *supplements) dose(q Query) (Item, bool) {
	named, ok := s.find(split(fold(q.Food)))
	if !ok {
		return Item{}, false
	}
	dose, ok := statedDose(q)
	if !ok {
		return Item{}, false
	}
	h, ok := nutrient.ParseHeading(fmt.Sprintf("%s (%s)", named, dose.Unit))
	if !ok {
		return Item{}, false
	}
	amount := h.Tidy(dose.Value)
	it := Item{Text: q.Food, Status: Accepted, Kind: ByDose, Confidence: doseConfidence,
		Why: []string{fmt.Sprintf("states %g %s of %s", dose.Value, dose.Unit, h.ID.Name())}}
	it.Weight.Basis = "stated dose"
	it.Amounts[h.ID] = nutrient.Of(amount)
	it.Amounts[nutrient.Energy] = nutrient.Of(0)
	if h.ID == nutrient.FolicAcid {
		it.Amounts[nutrient.Folate] = nutrient.Of(amount * dfePerFolicAcid)
	}
	return it, true
}

// find is the nutrient that the words of a supplement name; not found where they name a food.
func (s *supplements) find(words []string) (string, bool) {
	found := ""
	for i, w := range words {
		if fortified[w] {
			return "", false
		}
		if found != "" {
			continue
		}
		for _, p := range s.byFirst[w] {
			if len(p.words) <= len(words)-i && slices.Equal(p.words, words[i:i+len(p.words)]) {
				found = p.nutrient
				break
			}
		}
	}
	return found, found != ""
}

// statedDose is the whole dose of a query. An amount of its own counts the pills, unless it states a dose
// itself.
func statedDose(q Query) (food.Measure, bool) {
	inText, _, found := food.FindAmount(q.Food)
	dose, stated := inText.Dose()
	if q.Amount == "" {
		return dose, found && stated
	}
	column, err := food.ParseAmount(q.Amount)
	if err != nil {
		return dose, found && stated
	}
	if d, ok := column.Dose(); ok {
		return d, true
	}
	if column.Unit == "" || isForm(column.Unit) || column.Unit == food.Serving || column.Unit == food.Piece {
		dose.Value *= column.Count
	}
	return dose, found && stated
}

// isForm reports whether a unit is a form of supplements, which no food comes in.
func isForm(u food.Unit) bool { return u == "tablet" || u == "capsule" || u == "gummy" }
