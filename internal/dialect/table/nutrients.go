package table

import (
	"fmt"
	"slices"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

const (
	maxGrams = 10_000  // of one nutrient in one row
	maxKcal  = 100_000 // in one row
)

// Nutrients are the nutrient columns of a table.
type Nutrients struct {
	header  []string
	columns []column
	numbers *Numbers
	blank   nutrient.Amounts // what a row says that says nothing
}

// Nutrients finds the nutrient columns among those of the headings that are not taken. The headings are
// those of f or of a table further down in it. Of two columns for one nutrient, the one in the nutrient's
// own unit is read, else the first.
func (f *File) Nutrients(header []string, taken func(column int) bool) *Nutrients {
	header = CleanAll(header) // messages repeat them
	n := &Nutrients{header: header, columns: nutrientColumns(header, taken), numbers: f.numbers}
	for id := range n.blank {
		n.blank[id].State = nutrient.NotRecorded
	}
	for _, c := range n.columns {
		n.blank[c.heading.ID].State = nutrient.Unknown
	}
	return n
}

// Read is what the cells of a row say, and the first of them that can't be read, without its position.
// The row may be shorter than the headings.
func (n *Nutrients) Read(cells []string) (nutrient.Amounts, *diary.SyntaxError) {
	var amounts nutrient.Amounts
	bad := n.read(cells, &amounts)
	return amounts, bad
}

// read is Read into the amounts of an entry, which are large enough to matter where they are copied.
func (n *Nutrients) read(cells []string, amounts *nutrient.Amounts) *diary.SyntaxError {
	*amounts = n.blank
	for _, c := range n.columns {
		if c.index >= len(cells) {
			continue
		}
		q, err := c.quantity(cells[c.index], n.numbers)
		if err != nil {
			return &diary.SyntaxError{Column: n.header[c.index], Reason: err.Error(), Hint: n.numbers.hint(cells[c.index])}
		}
		amounts[c.heading.ID] = q
	}
	return nil
}

// IDs are the nutrients that have a column, in display order.
func (n *Nutrients) IDs() []nutrient.ID {
	var ids []nutrient.ID
	for _, c := range n.columns {
		ids = append(ids, c.heading.ID)
	}
	slices.Sort(ids)
	return ids
}

// reads reports whether a column is read.
func (n *Nutrients) reads(index int) bool {
	return slices.ContainsFunc(n.columns, func(c column) bool { return c.index == index })
}

// column is a nutrient column of a file.
type column struct {
	index   int
	heading nutrient.Heading
}

// nutrientColumns finds the columns that hold nutrients.
func nutrientColumns(header []string, taken func(int) bool) []column {
	var columns []column
	for i, text := range header {
		heading, ok := nutrient.ParseHeading(text)
		if !ok || taken(i) {
			continue
		}
		at := slices.IndexFunc(columns, func(c column) bool { return c.heading.ID == heading.ID })
		switch {
		case at < 0:
			columns = append(columns, column{i, heading})
		case heading.Own() && !columns[at].heading.Own():
			columns[at] = column{i, heading}
		}
	}
	return columns
}

// quantity reads one cell.
func (c column) quantity(cell string, numbers *Numbers) (nutrient.Quantity, error) {
	if cell == "" {
		return nutrient.Quantity{}, nil
	}
	value, err := numbers.Parse(cell)
	if err != nil {
		if cell = Clean(cell); Empty(cell) {
			return nutrient.Quantity{}, nil
		}
		return nutrient.Quantity{}, err
	}
	value = c.heading.Tidy(value)
	switch {
	case value < 0:
		return nutrient.Quantity{}, fmt.Errorf("%s is negative", Quote(cell))
	case value > most(c.heading.ID):
		return nutrient.Quantity{}, fmt.Errorf("%s is more than anyone eats", Quote(cell))
	}
	return nutrient.Of(value), nil
}

// most is the largest believable amount of a nutrient in one row, in its own unit.
func most(id nutrient.ID) float64 {
	switch id.Unit() {
	case nutrient.Kcal:
		return maxKcal
	case nutrient.Milligram:
		return maxGrams * 1e3
	case nutrient.Microgram:
		return maxGrams * 1e6
	default:
		return maxGrams
	}
}
