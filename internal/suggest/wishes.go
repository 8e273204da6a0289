package suggest

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/gocarina/gocsv"
)

//go:embed categories.csv words.csv texts.csv
var data embed.FS

// Wishes are what a person eats and what not.
type Wishes struct {
	Diet     string   // omnivore, vegetarian, vegan; empty is all
	Without  []string // words of names and categories to leave out: "liver", "nuts"
	Pregnant bool
}

// Allow reports whether a food of that name and category may be offered. Categories that aren't listed in
// the data never are; a mixed dish may hold anything.
func (w *Wishes) Allow(name, category string) bool {
	r, err := rules()
	diet, offered := r.diets[category]
	if err != nil || !offered {
		return false
	}
	text := folded(name)
	if diet == "omnivore" && has(text, "raw") {
		return false // meat and fish are eaten cooked
	}
	for _, word := range w.Without {
		if has(text, folded(word)) || has(folded(category), folded(word)) {
			return false
		}
	}
	for _, word := range r.words {
		if !has(text, word.text) {
			continue
		}
		switch word.means {
		case never:
			return false
		case notPregnant:
			if w.Pregnant {
				return false
			}
		case "vegan":
			text = strings.ReplaceAll(text, word.text, " ") // "almond milk" is no milk
		default:
			diet = stricter(diet, word.means)
		}
	}
	return w.Diet == "" || slices.Index(diets, diet) <= slices.Index(diets, w.Diet)
}

// What a word of a name may mean beside the diet that it allows.
const (
	never       = "never"
	notPregnant = "not_pregnant"
)

// diets are the diets that allow a food, the strictest first.
var diets = []string{"vegan", "vegetarian", "omnivore"}

// stricter is the less strict of two diets: that of a dish with both.
func stricter(a, b string) string {
	if slices.Index(diets, b) > slices.Index(diets, a) {
		return b
	}
	return a
}

// ruleBook is the data files understood.
type ruleBook struct {
	diets map[string]string // by category
	words []rule            // in the file's order: what a word is not comes before what it is
	texts map[string]string
}

type rule struct{ text, means string }

// The rows of the data files.
type (
	categoryRow struct {
		Category string `csv:"category"`
		Diet     string `csv:"diet"`
		Source   string `csv:"source"`
	}
	wordRow struct {
		Words  string `csv:"words"`
		Means  string `csv:"means"`
		Source string `csv:"source"`
	}
	textRow struct {
		Key    string `csv:"key"`
		Text   string `csv:"text"`
		Source string `csv:"source"`
	}
)

var rules = sync.OnceValues(func() (*ruleBook, error) {
	r := &ruleBook{diets: map[string]string{}, texts: map[string]string{}}
	categories, err := read[categoryRow]("categories.csv")
	if err != nil {
		return r, err
	}
	words, err := read[wordRow]("words.csv")
	if err != nil {
		return r, err
	}
	texts, err := read[textRow]("texts.csv")
	for _, c := range categories {
		r.diets[c.Category] = c.Diet
	}
	for _, w := range words {
		r.words = append(r.words, rule{folded(w.Words), w.Means})
	}
	for _, t := range texts {
		r.texts[t.Key] = t.Text
	}
	return r, err
})

func read[Row any](name string) ([]Row, error) {
	file, err := data.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var rows []Row
	if err := gocsv.UnmarshalBytes(file, &rows); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return rows, nil
}

// Text is a sentence for people, by its key in texts.csv; empty where there is none.
func Text(key string) string {
	r, err := rules()
	if err != nil {
		return "" // a test reads the files, so a release can't come here
	}
	return r.texts[key]
}

// folded is text as its words, in lower case, each with a space on both sides.
func folded(text string) string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return " " + strings.Join(words, " ") + " "
}

// has reports whether the words stand in a folded text one after the other. A plural is the same word:
// "nuts" leaves out "Nuts, mixed" and "Brazil nut".
func has(text, words string) bool {
	one := strings.TrimSuffix(strings.TrimSpace(words), "s")
	if one == "" {
		return false
	}
	return strings.Contains(text, " "+one+" ") || strings.Contains(text, " "+one+"s ") || strings.Contains(text, words)
}
