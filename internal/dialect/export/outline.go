package export

import (
	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// maxHeld is how many records may wait for the rows behind them.
const maxHeld = 64

// Outline reads a file that is no single table, in which a row means something by what stands around it.
type Outline struct {
	// Hold keeps the records back that were taken since it was set, so that a later row can still change
	// them: the serving stands below its food, and a day's total takes several rows.
	Hold bool

	rows      *table.Rows
	take      func(cells []string) diary.Record
	nutrients []nutrient.ID
	ignored   []string
	held      []diary.Record
	err       error
}

// NewOutline reads the rows behind the headings of f. Take makes one record of each, whose position is set
// here; a cell is as the file has it, with its indent.
func NewOutline(f *table.File, nutrients *table.Nutrients, ignored []string, take func(*Outline, []string) diary.Record) (*Outline, error) {
	rows, err := f.Rows()
	if err != nil {
		return nil, err
	}
	o := &Outline{rows: rows, nutrients: nutrients.IDs(), ignored: ignored}
	o.take = func(cells []string) diary.Record { return take(o, cells) }
	return o, nil
}

// Nutrients are those that the file has a column for, in display order.
func (o *Outline) Nutrients() []nutrient.ID { return o.nutrients }

// Ignored are the headings of the columns that are not read, as the file spells them.
func (o *Outline) Ignored() []string { return o.ignored }

// Replace puts a record in the place of the last one that is held. Its position stays.
func (o *Outline) Replace(record diary.Record) {
	if len(o.held) == 0 {
		return
	}
	last := &o.held[len(o.held)-1]
	*last = place(record, (*last).Position())
}

// Read returns the next record, and io.EOF behind the last one.
func (o *Outline) Read() (diary.Record, error) {
	for o.err == nil && (len(o.held) == 0 || o.Hold) {
		o.advance()
		o.Hold = o.Hold && len(o.held) < maxHeld
	}
	if len(o.held) == 0 {
		return nil, o.err
	}
	record := o.held[0]
	o.held = o.held[1:]
	return something(record), nil
}

func (o *Outline) advance() {
	cells, record, err := o.rows.Next()
	if err != nil {
		o.err = err
		return
	}
	if record == nil {
		record = o.take(cells)
	}
	o.held = append(o.held, place(record, o.rows.Pos()))
}

// place gives a record its position.
func place(record diary.Record, pos diary.Pos) diary.Record {
	switch r := record.(type) {
	case *diary.Entry:
		r.Pos = pos
	case *diary.Skipped:
		r.Pos = pos
	case *diary.SyntaxError:
		r.Pos = pos
	}
	return record
}

// Lone is the only cell of a row that says something, cleaned; it is not ok where there are more or none.
func Lone(cells []string) (text string, ok bool) {
	for _, cell := range cells {
		if cell = table.Clean(cell); cell == "" {
			continue
		}
		if ok {
			return "", false
		}
		text, ok = cell, true
	}
	return text, ok
}
