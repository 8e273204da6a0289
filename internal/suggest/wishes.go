package suggest

import (
	"slices"
	"strings"
	"unicode"
)

// Wishes are what a person eats and what not.
type Wishes struct {
	Diet     string   // omnivore, vegetarian, vegan; empty is all
	Without  []string // words to leave out: of names, of categories, and of what is in a food: "liver", "nuts"
	Pregnant bool     // or breastfeeding

	Eaten func(code string) bool // whether the diary has a food; nil where it has none
}

// What a word of a name may mean beside something that a food holds; see words.csv.
const (
	never       = "never"
	notPregnant = "not_pregnant"
	ifEaten     = "if_eaten"    // offered to those who cook it so
	makerSalts  = "maker_salts" // nobody can leave its salt
	not         = "not "        // "not milk" are words such as "almond milk"
)

// diets are the diets that allow a food, the strictest first.
var diets = []string{"vegan", "vegetarian", "omnivore"}

// ofAnimals is the strictest diet that allows what a food may hold; all else is of plants.
var ofAnimals = map[string]string{
	"milk": "vegetarian", "egg": "vegetarian", "honey": "vegetarian",
	"meat": "omnivore", "fish": "omnivore", "shellfish": "omnivore", "gelatin": "omnivore",
}

// Allow reports whether a food of the nutrient table may be offered, by its code, name and category.
// Categories that aren't listed in the data never are. What a food holds is known from its name and from the
// ingredients that FNDDS gives it, which say nothing of traces, nor of what a maker adds.
func (w *Wishes) Allow(code, name, category string) bool {
	r, err := rules()
	c, offered := r.categories[category]
	if err != nil || !offered {
		return false
	}
	text := folded(name)
	if c.diet == "omnivore" && has(text, "raw") {
		return false // meat and fish are eaten cooked
	}
	if hasAny(text, r.words[never]) || w.Pregnant && hasAny(text, r.words[notPregnant]) {
		return false
	}
	if (w.Eaten == nil || !w.Eaten(code)) && hasAny(text, r.words[ifEaten]) {
		return false
	}
	holds := r.contents(code, text)
	for _, word := range w.Without {
		if r.excludes(word, text, category, holds) {
			return false
		}
	}
	diet := c.diet
	for _, trait := range holds {
		if d := ofAnimals[trait]; slices.Index(diets, d) > slices.Index(diets, diet) {
			diet = d
		}
	}
	return w.Diet == "" || slices.Index(diets, diet) <= slices.Index(diets, w.Diet)
}

// Useless are the words to leave out that no food of the table goes by, so that leaving them out changes
// nothing: most likely they are mistyped. It asks for every food's code, name and category in turn.
func (w *Wishes) Useless(foods func(use func(code, name, category string))) []string {
	r, err := rules()
	if err != nil {
		return nil
	}
	useful := make([]bool, len(w.Without))
	foods(func(code, name, category string) {
		if _, offered := r.categories[category]; !offered {
			return
		}
		text := folded(name)
		holds := r.contents(code, text)
		for i, word := range w.Without {
			useful[i] = useful[i] || r.excludes(word, text, category, holds)
		}
	})
	var useless []string
	for i, word := range w.Without {
		if !useful[i] {
			useless = append(useless, word)
		}
	}
	return useless
}

// excludes reports whether a food goes by a word that somebody wants to leave out.
func (r *ruleBook) excludes(word, text, category string, holds []string) bool {
	word = folded(word)
	trait := r.called[word]
	return has(text, word) || has(folded(category), word) ||
		slices.ContainsFunc(holds, func(t string) bool { return t == trait || has(folded(t), word) })
}

// contents is what a food holds by its recipe, which was looked through for its name too, or else by its name.
func (r *ruleBook) contents(code, text string) []string {
	if made, ok := r.recipes[code]; ok {
		return made.holds
	}
	return r.holds(text)
}

// Holds is what a food or an ingredient of that name holds, as far as the name says: milk, egg, nuts and
// the like.
func Holds(name string) []string {
	r, err := rules()
	if err != nil {
		return nil
	}
	return r.holds(folded(name))
}

func (r *ruleBook) holds(text string) []string {
	var traits []string
	for _, trait := range r.traits {
		rest := text
		for _, word := range r.words[not+trait] {
			rest = strings.ReplaceAll(rest, word, " ")
		}
		if hasAny(rest, r.words[trait]) {
			traits = append(traits, trait)
		}
	}
	return traits
}

// folded is text as its words, in lower case, each with a space on both sides.
func folded(text string) string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return " " + strings.Join(words, " ") + " "
}

func hasAny(text string, words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return has(text, word) })
}

// has reports whether the words stand in a folded text one after the other. A plural is the same word:
// "nuts" leaves out "Nuts, mixed" and "Brazil nut".
func has(text, words string) bool {
	one := strings.TrimSuffix(strings.TrimSpace(words), "s")
	if one == "" {
		return false
	}
	for rest := text; ; {
		at := strings.Index(rest, " "+one)
		if at < 0 {
			return false
		}
		rest = rest[at+1+len(one):]
		if strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, "s ") {
			return true
		}
	}
}
