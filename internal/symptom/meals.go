package symptom

import (
	"strings"

	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Pairing says what helps or hinders a nutrient in the same meal, and how food is known to have it.
type Pairing struct {
	Beside   bool // eaten with it; else better apart
	Text     string
	Nutrient nutrient.ID // of the food, with Least; only where there are no Words
	Least    float64     // in a portion, in the nutrient's unit
	Words    []string    // of the food's name
}

// mealRow is a row of meals.csv; nutrient and with are those of a row of interactions.csv, which has the
// sentence and what is known about it.
type mealRow struct {
	Nutrient string  `csv:"nutrient"`
	With     string  `csv:"with"`
	How      string  `csv:"how"`
	InFood   string  `csv:"nutrient_in_food"`
	Least    float64 `csv:"least"`
	Words    string  `csv:"words"`
	Source   string  `csv:"source"`
}

// Pairings are what helps or hinders a nutrient in the same meal, in the file's order.
func (b *Book) Pairings(id nutrient.ID) []Pairing { return b.pairings[id] }

// AtTable are the notes that matter to whoever eats more of a nutrient: what can be dangerous, the caveat,
// what helps and what hinders.
func (b *Book) AtTable(id nutrient.ID) []string {
	var notes []string
	for _, text := range b.notes[id] {
		if effect := b.about[text].Effect; effect != "need" && effect != "medicine" {
			notes = append(notes, text)
		}
	}
	return notes
}

// readPairings must come after the interactions, whose sentences it uses.
func readPairings(b *Book) error {
	interactions, err := read[interactionRow]("interactions.csv")
	if err != nil {
		return err
	}
	text := map[string]string{}
	for _, r := range interactions {
		text[r.Nutrient+" "+r.With] = b.lang.T(r.Text)
	}
	return byNutrient("meals.csv", func(r mealRow) string { return r.Nutrient }, func(id nutrient.ID, r mealRow) {
		p := Pairing{Beside: r.How == "beside", Text: text[r.Nutrient+" "+r.With], Least: r.Least}
		if r.Words != "" {
			p.Words = strings.Split(r.Words, "; ")
		}
		p.Nutrient, _ = nutrient.ByKey(r.InFood)
		b.pairings[id] = append(b.pairings[id], p)
	})
}
