package pantry

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Kind says what a person said about a text.
type Kind string

// The kinds of alias.
const (
	IsFood    Kind = "food"       // it is the food with the alias's code
	IsNotFood Kind = "not a food" // a note, a heading, a medicine: not counted
	IsSkipped Kind = "skip"       // whatever the table has for it; don't ask again
)

// Alias is what a person said that a text means.
type Alias struct {
	Text  string // as the person spells it; equal where its [Key] is
	Kind  Kind
	Code  string  // of a food of the table, of one's own, or of a recipe; empty unless the kind is IsFood
	Grams float64 // what one of it weighs, above 0 and at most [food.Absurd]; 0 where nobody said
}

// Check reports what is wrong with an alias, in words for its owner.
func (a *Alias) Check() error {
	switch {
	case Key(a.Text) == "":
		return errors.New("an alias needs the text that it stands for")
	case a.Kind != IsFood && a.Kind != IsNotFood && a.Kind != IsSkipped:
		return fmt.Errorf("%q is no kind of alias; use food, not a food, skip", a.Kind)
	case a.Kind == IsFood && a.Code == "":
		return fmt.Errorf("%q needs the code of a food", a.Text)
	case a.Kind != IsFood && (a.Code != "" || a.Grams != 0):
		return fmt.Errorf("%q is %s, and has neither a code nor grams", a.Text, a.Kind)
	case !(a.Grams >= 0 && a.Grams <= food.Absurd):
		return fmt.Errorf("%v g: what one of a food weighs is above 0 and at most %d g", a.Grams, food.Absurd)
	}
	return nil
}

// aliasColumns are the columns of a file of aliases.
var aliasColumns = []string{"text", "kind", "code", "grams"}

// WriteAliases writes aliases as CSV, with inert making a text safe for spreadsheets.
func WriteAliases(w io.Writer, aliases []Alias, inert func(string) string) error {
	out := csv.NewWriter(w)
	out.Write(aliasColumns) // an error sticks to the writer
	for _, a := range aliases {
		grams := ""
		if a.Grams > 0 {
			grams = strconv.FormatFloat(a.Grams, 'f', -1, 64)
		}
		out.Write([]string{inert(a.Text), string(a.Kind), a.Code, grams})
	}
	out.Flush()
	return out.Error()
}

// ReadAliases reads what [WriteAliases] writes; kind may be missing or empty for a food. A row that can't
// be read, or that check finds fault with, goes to refuse and costs no other.
func ReadAliases(file string, r io.Reader, check func(Alias) error, refuse func(*diary.SyntaxError)) ([]Alias, error) {
	t, err := openTable(file, r)
	if err != nil {
		return nil, err
	}
	text, kind, code, grams := t.column("text"), t.column("kind"), t.column("code"), t.column("grams")
	if text < 0 {
		return nil, t.without("text")
	}
	var aliases []Alias
	err = t.each(refuse, func(row []string) *diary.SyntaxError {
		a := Alias{Text: unquoted(cell(row, text)), Kind: Kind(cell(row, kind)), Code: cell(row, code)}
		if a.Kind == "" {
			a.Kind = IsFood
		}
		if g := cell(row, grams); g != "" {
			v, err := nutrient.ParseNumber(g)
			if err == nil && v <= 0 {
				err = fmt.Errorf("%q: what one weighs is above 0 g", g)
			}
			if err != nil {
				return t.refusal("grams", err)
			}
			a.Grams = v
		}
		err := a.Check()
		if err == nil {
			err = check(a)
		}
		if err != nil {
			return t.refusal("", err)
		}
		aliases = append(aliases, a)
		return nil
	})
	return aliases, err
}

// unquoted drops the apostrophe that keeps spreadsheets from taking a text for a formula.
func unquoted(s string) string {
	if rest, ok := strings.CutPrefix(s, "'"); ok && rest != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(rest)[0]) {
		return rest
	}
	return s
}
