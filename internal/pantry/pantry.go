// Package pantry holds what a person has of their own: names for foods ("my shake"), foods from a label,
// and recipes.
//
// Its rule: the person's word wins, so that whoever says what "my shake" is never sees another guess; and
// of a label only what it states is known. It refuses to complete a label from foods that look alike, and
// it keeps nothing: files and databases are elsewhere.
package pantry

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/nutrigap/nutrigap/internal/food"
)

// Pantry is everything of a person's own at one moment.
type Pantry struct {
	Aliases []Alias      // by key
	Foods   []*food.Food // by code, which begins with [FoodPrefix]
	Dishes  []Dish       // by code, which begins with [DishPrefix]
}

// The beginnings of codes that no published table has.
const (
	FoodPrefix = "own:"
	DishPrefix = "recipe:"
)

// Source is the table that a food of one's own is said to come from.
const Source = "your own foods"

// Food finds a food or a dish by its code.
func (p *Pantry) Food(code string) (*food.Food, bool) {
	for _, f := range p.Foods {
		if f.Code == code {
			return f, true
		}
	}
	for i := range p.Dishes {
		if p.Dishes[i].Food.Code == code {
			return p.Dishes[i].Food, true
		}
	}
	return nil, false
}

// Search finds the foods and dishes whose names have every word of a text, dishes first.
func (p *Pantry) Search(text string) []*food.Food {
	words := strings.Fields(Key(text))
	if len(words) == 0 {
		return nil
	}
	var found []*food.Food
	add := func(f *food.Food) {
		name := Key(f.Name + " " + strings.Join(f.Also, " "))
		for _, w := range words {
			if !strings.Contains(name, w) {
				return
			}
		}
		found = append(found, f)
	}
	for i := range p.Dishes {
		add(p.Dishes[i].Food)
	}
	for _, f := range p.Foods {
		add(f)
	}
	return found
}

// maxKey is the longest key in bytes; what people log is far shorter.
const maxKey = 400

// Key is the form in which names are kept and compared: case, accents, spaces and punctuation make no
// difference, so that "My  Shake!" is "my shake". Text without a letter or a digit is its own key.
func Key(text string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(strings.ToValidUTF8(text, " ")) {
		switch {
		case unicode.IsLetter(r), unicode.IsNumber(r), r == '%', unicode.IsMark(r) && !isAccent(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		case r == '\'', r == '’', isAccent(r): // "reese's" is "reeses"
		default:
			gap = true
		}
		if b.Len() > maxKey {
			break
		}
	}
	if b.Len() == 0 {
		return strings.Join(strings.Fields(text), " ")
	}
	return norm.NFC.String(b.String())
}

// isAccent reports whether r stands on a letter of the Latin, Greek or Cyrillic alphabet. Marks of other
// scripts are letters to their readers.
func isAccent(r rune) bool { return '\u0300' <= r && r <= '\u036f' }
