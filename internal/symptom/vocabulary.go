package symptom

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Word is a symptom that can be logged.
type Word struct {
	Key  string // "muscle_pain"
	Name string // "muscle pain"
}

// Words are the symptoms that can be logged, in the order of the data file.
func (b *Book) Words() []Word { return b.words }

// NameOf is what people call a symptom; a key of another version stands for itself.
func (b *Book) NameOf(key string) string {
	for _, w := range b.words {
		if w.Key == key {
			return w.Name
		}
	}
	return key
}

// UnknownError is a text that names no symptom.
type UnknownError struct {
	Text    string
	Nearest []string // keys, the most alike first
	Flag    string   // what is said of it among the reasons to see a doctor, if it is one
}

// Error is the text and what it may have meant.
func (e *UnknownError) Error() string {
	return fmt.Sprintf("%q is no symptom that is known here; the nearest are %s", e.Text, strings.Join(e.Nearest, ", "))
}

// Hint says what to do where the text is a reason to see a doctor, which no log replaces.
func (e *UnknownError) Hint() string { return e.Flag }

// nearest is how many words an [UnknownError] names.
const nearest = 4

// Named finds a symptom by its key or its name; capitals, spaces and underscores don't matter. Anything else
// is an [*UnknownError].
func (b *Book) Named(text string) (Word, error) {
	want := folded(text)
	for _, w := range b.words {
		if want == folded(w.Key) || want == folded(w.Name) {
			return w, nil
		}
	}
	words := slices.Clone(b.words)
	slices.SortStableFunc(words, func(x, y Word) int { return cmp.Compare(x.unlike(want), y.unlike(want)) })
	e := &UnknownError{Text: text, Flag: b.flagNamed(want)}
	for _, w := range words[:min(nearest, len(words))] {
		e.Nearest = append(e.Nearest, w.Key)
	}
	return Word{}, e
}

// flagNamed is the sentence of the red flag that a folded text names; empty where it names none.
func (b *Book) flagNamed(text string) string {
	for _, f := range b.flags {
		if strings.Contains(text, folded(f.ID)) {
			return f.Text
		}
	}
	return ""
}

func folded(text string) string {
	return strings.ToLower(strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '_' || r == '-' }), " "))
}

// stem is how many letters words begin with alike that belong together: "dizzy" and "dizziness".
const stem = 4

// unlike is how far a word is from a text: nothing where one holds the other, else the letters to change, in
// the key, the name or one word of them, and little where a word begins alike.
func (w Word) unlike(text string) int {
	least := len(text)
	for _, whole := range []string{folded(w.Key), folded(w.Name)} {
		if text != "" && (strings.Contains(whole, text) || strings.Contains(text, whole)) {
			return 0
		}
		least = min(least, edits(whole, text))
		for _, one := range strings.Fields(whole) {
			least = min(least, edits(one, text))
			if len(text) >= stem && strings.HasPrefix(one, text[:stem]) {
				least = min(least, 1)
			}
		}
	}
	return least
}

// edits is the number of letters to add, drop or change that make one text of the other (Levenshtein).
func edits(a, b string) int {
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		diagonal := row[0]
		row[0] = i + 1
		for j := range y {
			change := diagonal
			if x[i] != y[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(y)]
}
