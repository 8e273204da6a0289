package match

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"

	"github.com/nutrigap/nutrigap/internal/food"
)

//go:embed prose.csv
var proseCSV string

// prose knows the words that people put around foods when they write sentences: "For lunch today, I'm
// having ... along with ...".
type prose struct {
	phrases map[string][]prosePhrase // by first word; longest first
}

type prosePhrase struct {
	words []string
	role  string
}

func readProse(text string) (*prose, error) {
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("reading the words of prose: %w", err)
	}
	p := &prose{phrases: map[string][]prosePhrase{}}
	for _, row := range rows[1:] {
		words := strings.Fields(row[0])
		p.phrases[words[0]] = append(p.phrases[words[0]], prosePhrase{words, row[1]})
	}
	for _, list := range p.phrases {
		slices.SortStableFunc(list, func(a, b prosePhrase) int { return len(b.words) - len(a.words) })
	}
	return p, nil
}

// lexeme is a word or a mark of a text, in folded form.
type lexeme struct {
	text  string
	space bool // a space stands before it
}

// boundary says what stands between two pieces of a text.
type boundary uint8

// The boundaries, from those that may stand within the name of one food to those that can't.
const (
	noBoundary boundary = iota
	byPlace             // "on a", "in a", "over a"
	bySame              // "which is": the same food in other words
	byMade              // "made with", "filled with": an ingredient
	byWith              // "with": mostly an ingredient
	byAnd               // "and", "&"
	byComma
	byJoin // "along with", "+", ";", "|", the end of a sentence
)

// piece is a stretch of a text between two boundaries.
type piece struct {
	text   string
	before boundary
	word   string // the word or mark of the boundary, to put the text together again
	start  start  // how it begins
	talk   bool   // it comes from a sentence
	led    bool   // the first piece of its text begins with an amount, as a line of a recipe does
	query  query  // what it says by itself, where the text has several pieces
}

// start says how a piece begins: a new food mostly begins with an article or a measure.
type start uint8

// The starts of a piece.
const (
	bare       start = iota // "jelly sandwich"
	indefinite              // "some grapes": new in a list, and mostly a part behind "with"
	article                 // "a white bun", "2 eggs"
	measured                // "a cup of milk", "2 slices of toast"
)

// lex cuts folded text into words and marks. Points and commas inside numbers stay, and so do hyphens.
func lex(s string) []lexeme {
	var out []lexeme
	space := false
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			space = true
			i++
			continue
		case strings.IndexByte(",;|+&()!?:\"", c) >= 0:
			out = append(out, lexeme{s[i : i+1], space})
			i++
		default:
			n := wordEnd(s[i:])
			out = append(out, lexeme{s[i : i+n], space})
			i += n
			if i < len(s) && s[i] == '.' {
				if i+1 == len(s) || s[i+1] == ' ' && n > 3 {
					out = append(out, lexeme{".", false})
				}
				i++
			}
		}
		space = false
	}
	return out
}

// wordEnd is the length of the word at the beginning of s.
func wordEnd(s string) int {
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r' || strings.IndexByte(";|+&()!?:\"", c) >= 0:
			return i
		case c == ',' || c == '.':
			if !(isDigit(s[i-1]) && i+1 < len(s) && isDigit(s[i+1])) {
				return i
			}
		}
	}
	return len(s)
}

// isTalk reports whether a text is a sentence of a person rather than a name.
func (p *prose) isTalk(words []lexeme) bool {
	for i, w := range words {
		if mealLeads[w.text] && mealPhrase(words, i, true) > 0 {
			return true
		}
		switch w.text {
		case "i", "i'm", "im", "i've", "i'll", "i'd", "my", "we", "myself", "today", "tonight", "tonight's", "today's",
			"had", "ate", "having", "eating", "enjoying", "enjoyed", "drank", "drinking", "snacking", "snacked", "munching", "sipping", "grabbed", "got", "consists", "includes", "it's", "that's", "morning":
			return true
		}
	}
	return false
}

// find is the longest phrase of prose at the beginning of words.
func (p *prose) find(words []lexeme) (prosePhrase, bool) {
	for _, ph := range p.phrases[words[0].text] {
		if len(ph.words) <= len(words) && samePhrase(ph.words, words) {
			return ph, true
		}
	}
	return prosePhrase{}, false
}

func samePhrase(phrase []string, words []lexeme) bool {
	for i, w := range phrase {
		if words[i].text != w {
			return false
		}
	}
	return true
}

// madeOf reports whether a text ends in a word after which "with" names an ingredient.
func madeOf(t string) bool {
	last := t[strings.LastIndexByte(t, ' ')+1:]
	switch last {
	case "made", "pre-sweetened", "presweetened", "filled", "loaded", "stuffed", "topped", "packed", "mixed", "prepared", "covered", "coated", "cooked",
		"sweetened", "flavored", "drizzled", "layered", "sprinkled", "infused", "dressed", "smothered", "seasoned", "fortified", "featuring":
		return true
	}
	return false
}

var mealNouns = map[string]bool{"breakfast": true, "lunch": true, "dinner": true, "supper": true, "brunch": true, "snack": true, "dessert": true, "meal": true, "treat": true, "refreshment": true}

var mealLeads = map[string]bool{"for": true, "as": true, "during": true, "at": true}

var mealWords = map[string]bool{"a": true, "an": true, "my": true, "the": true, "our": true, "this": true, "today's": true,
	"tonight's": true, "quick": true, "late": true, "early": true, "mid": true, "morning": true, "afternoon": true,
	"evening": true, "midday": true, "mid-morning": true, "mid-afternoon": true, "late-night": true, "simple": true,
	"healthy": true, "hearty": true, "sweet": true, "tasty": true, "nice": true, "little": true, "delicious": true, "light": true, "bedtime": true, "evening's": true}

var afterMeal = map[string]bool{"": true, ",": true, ".": true, ";": true, "i": true, "i'm": true, "i've": true, "it": true, "it's": true,
	"is": true, "was": true, "includes": true, "included": true, "consists": true, "consisted": true, "consisting": true, "today": true, "tonight": true, "this": true,
	"has": true, "had": true, "featuring": true, "features": true, "of": true, "that": true, "which": true, "with": true, "and": true, "plus": true,
	"along": true, "alongside": true, "paired": true, "on": true, "there": true, "right": true, "specifically": true, "just": true, "while": true, "using": true, "both": true}

// making is how many words say that a meal was made: "made", "put together", "whipped up".
func making(words []lexeme) int {
	if !mealMakers[words[0].text] {
		return 0
	}
	if len(words) > 1 && (words[1].text == "up" || words[1].text == "together" || words[1].text == "myself" || words[1].text == "me") {
		return 2
	}
	return 1
}

var mealMakers = map[string]bool{"made": true, "make": true, "making": true, "prepared": true, "fixed": true, "put": true, "set": true, "whipped": true, "threw": true, "kept": true}

// mealManners are what is said of a meal after its name: "I kept lunch simple with".
var mealManners = map[string]bool{"simple": true, "light": true, "quick": true, "easy": true}

// mealPhrase is how many words at i name the meal and not a food: "for a quick snack", "my lunch today".
// "Snack cake" and "breakfast tart" are foods.
func mealPhrase(words []lexeme, i int, talk bool) int {
	if !talk {
		return 0
	}
	at := func(j int) string {
		if j < len(words) {
			return words[j].text
		}
		return ""
	}
	j, led := i, mealLeads[at(i)]
	if led {
		j++
	} else {
		j += making(words[i:])
	}
	for mealWords[at(j)] {
		j++
	}
	if !(mealNouns[at(j)] || led && at(j) == "drink") {
		return 0
	}
	j++
	for at(j) == "meal" || mealManners[at(j)] {
		j++
	}
	if !afterMeal[at(j)] && !led {
		return 0
	}
	for at(j) == "of" || at(j) == "that" || at(j) == "which" || at(j) == "with" || at(j) == "on" {
		j++
	}
	return j - i
}

// startOf says how a text begins.
func startOf(t string) start {
	first, _, _ := strings.Cut(t, " ")
	if first == "" {
		return bare
	}
	if !isDigit(first[0]) && !strings.ContainsAny(first, "½¼¾⅓⅔") {
		switch first {
		case "some":
			return indefinite
		case "a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "half", "several":
		default:
			return bare
		}
	} else if strings.HasSuffix(first, "%") {
		return bare
	}
	if a, _, ok := food.FindAmount(t); ok && a.Unit != "" && a.Unit != food.Piece {
		return measured
	}
	return article
}

// doing is how many words at i say what was done before a new food is named: "brewed a coffee", "pouring in a
// cup of milk".
func doing(words []lexeme, i int) int {
	w := words[i].text
	if len(w) < 5 || !strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "ing") {
		return 0
	}
	j := i + 1
	if j < len(words) && (words[j].text == "in" || words[j].text == "on" || words[j].text == "up" || words[j].text == "out") {
		j++
	}
	if j < len(words) && (words[j].text == "a" || words[j].text == "an" || words[j].text == "one" || words[j].text == "my" || isDigit(words[j].text[0])) {
		return j - i
	}
	return 0
}
