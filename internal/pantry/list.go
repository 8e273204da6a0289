package pantry

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// List is a file of foods.
type List struct {
	Foods   []*food.Food
	Ignored []string // headings of columns that mean nothing here
}

// ReadList reads foods from a CSV file with the columns name and, where there are any, code,
// alternatives (parted by "|" or ";", or a JSON list), serving_g (grams of a serving), per ("100 g" or "serving"; what the
// nutrients are of) and nutrients with their units ("Protein (g)", "iron_mg"). A blank nutrient is
// unknown. A row that can't be read goes to refuse and costs no other.
func ReadList(file string, r io.Reader, refuse func(*diary.SyntaxError)) (*List, error) {
	t, err := openTable(file, r)
	if err != nil {
		return nil, err
	}
	l := newListReader(t)
	if l.name < 0 {
		return nil, t.without("name")
	}
	err = t.each(refuse, l.row)
	return &l.list, err
}

// ReadCodes is [ReadList] for a list to match against: every food needs a code of its own, may be without
// nutrients, and is taken as the list has it.
func ReadCodes(file string, r io.Reader, refuse func(*diary.SyntaxError)) (*List, error) {
	t, err := openTable(file, r)
	if err != nil {
		return nil, err
	}
	l := newListReader(t)
	if l.name < 0 {
		return nil, t.without("name")
	}
	if l.code < 0 {
		return nil, t.without("code")
	}
	l.codes = map[string]bool{}
	err = t.each(refuse, l.row)
	return &l.list, err
}

// listReader reads the rows of one file of foods.
type listReader struct {
	*table
	list List

	name, code, also, serving, per int
	nutrients                      []listColumn
	codes                          map[string]bool // those read so far, where each must be there and different
}

type listColumn struct {
	at      int
	heading nutrient.Heading
}

func newListReader(t *table) *listReader {
	l := &listReader{
		table: t, name: t.column("name", "food"), code: t.column("code", "id"),
		also: t.column("alternatives", "also"), serving: t.column("serving_g"), per: t.column("per"),
	}
	for i, h := range t.headings {
		if n, ok := nutrient.ParseHeading(h); ok {
			l.nutrients = append(l.nutrients, listColumn{i, n})
			continue
		}
		if i != l.name && i != l.code && i != l.also && i != l.serving && i != l.per {
			l.list.Ignored = append(l.list.Ignored, h)
		}
	}
	return l
}

// row reads one food.
func (l *listReader) row(row []string) *diary.SyntaxError {
	label := Label{Name: unquoted(cell(row, l.name)), Of: 100}
	if label.Name == "" {
		return l.refusal(l.headings[l.name], errors.New("is empty"))
	}
	label.Also = alternatives(cell(row, l.also))
	if e := l.amounts(row, &label); e != nil {
		return e
	}
	f, err := l.food(&label)
	if err != nil {
		return l.refusal("", err)
	}
	f.Code = cell(row, l.code)
	if l.codes != nil {
		if f.Code == "" || l.codes[f.Code] {
			return l.refusal(l.headings[l.code], fmt.Errorf("%q: every food needs a code of its own", f.Code))
		}
		l.codes[f.Code] = true
	}
	l.list.Foods = append(l.list.Foods, f)
	return nil
}

// food is the food of a label. A list to match against may be of names alone, and its figures are its own.
func (l *listReader) food(label *Label) (*food.Food, error) {
	if l.codes == nil || label.Of == 0 {
		return label.Food()
	}
	f := label.food()
	f.Source = l.file
	return f, nil
}

// alternatives parts other names: by "|" or ";", or as a JSON list.
func alternatives(text string) []string {
	var parts []string
	if json.Unmarshal([]byte(text), &parts) != nil {
		parts = strings.FieldsFunc(text, func(r rune) bool { return r == '|' || r == ';' })
	}
	var names []string
	for _, name := range parts {
		if name = strings.TrimSpace(name); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// amounts reads what a row says in numbers.
func (l *listReader) amounts(row []string, label *Label) *diary.SyntaxError {
	number := func(i int) (float64, bool, *diary.SyntaxError) {
		text := cell(row, i)
		if text == "" {
			return 0, false, nil
		}
		v, err := nutrient.ParseNumber(text)
		if err == nil {
			err = notNegative(text, v)
		}
		if err != nil {
			return 0, false, l.refusal(l.headings[i], err)
		}
		return v, true, nil
	}
	grams, _, e := number(l.serving)
	if e != nil {
		return e
	}
	label.Serving = grams
	switch per := Key(cell(row, l.per)); per {
	case "", "100 g", "100g":
	case "serving":
		label.Of = label.Serving
	default:
		return l.refusal(l.headings[l.per], fmt.Errorf("%q is not known; use 100 g, serving", cell(row, l.per)))
	}
	for _, c := range l.nutrients {
		v, known, e := number(c.at)
		if e != nil {
			return e
		}
		if known {
			label.Facts[c.heading.ID] = nutrient.Of(c.heading.Tidy(v))
		}
	}
	return nil
}
