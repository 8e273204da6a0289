package app

import (
	"cmp"
	"context"
	"slices"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/pantry"
)

// Doubt is a food of a diary that nobody is sure of, wherever it stands.
type Doubt struct {
	Text   string // the words for the food, as first written
	Amount string // as first written; may be empty
	First  diary.Pos
	Times  int
	Share  float64  // of the diary's energy, 0 to 1, with average foods in the place of unknown ones
	Likely []Option // what it may be, the likeliest first; none where nothing fits
}

// Option is a food that a doubt may be, and the doubt's amount of it.
type Option struct {
	Food       *food.Food
	Confidence float64     // 0 to 1; 0 where the person searched for it
	Weight     food.Weight // zero where it can't be weighed
}

// Kcal is the energy of the option's amount.
func (o *Option) Kcal() (float64, bool) {
	return o.Food.Per100g[nutrient.Energy].Times(o.Weight.Grams / 100).Known()
}

// Doubts lists the foods of a diary that are for review or unmatched, the most frequent first. What the
// person answered is none; with again, what they skipped is one once more.
func Doubts(ctx context.Context, c *Choices, records Records, again bool) ([]Doubt, error) {
	d := &doubter{choices: c, again: again, byKey: map[string]*openDoubt{}}
	for record, err := range records {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return nil, err
		}
		if e, ok := record.(*diary.Entry); ok && e.Level == diary.Food {
			d.entry(e)
		}
	}
	return d.list(), nil
}

// doubter gathers the doubts of a diary.
type doubter struct {
	choices *Choices
	again   bool
	byKey   map[string]*openDoubt
	kcal    float64 // all known energy, and the foods that it comes from
	fed     int
	unknown int // foods of unknown energy
}

// openDoubt is a doubt whose share of the energy isn't known yet.
type openDoubt struct {
	Doubt
	kcal    float64
	unknown int
}

func (d *doubter) entry(e *diary.Entry) {
	if kcal, stated := e.Nutrients[nutrient.Energy].Known(); stated {
		d.kcal += kcal
		d.fed++
		return // the diary knows what it was
	}
	items := find(d.choices, e)
	if LeftOut(items) {
		return
	}
	for i := range items {
		it := &items[i]
		kcal, known := it.Amounts[nutrient.Energy].Known()
		switch {
		case known:
			d.kcal += kcal
			d.fed++
		case it.Kind != match.ByDose:
			d.unknown++
		}
		if it.Status == match.Accepted || it.Kind == match.ByChoice {
			continue
		}
		text, amount := it.Text, ""
		if len(items) == 1 && e.Food != "" {
			text = e.Food
		}
		if i == 0 {
			amount = e.Amount
		}
		if o := d.open(e, it, text, amount); o != nil {
			o.Times++
			o.kcal += kcal
			if !known {
				o.unknown++
			}
		}
	}
}

// open is the doubt about a text, or nil where the person settled it.
func (d *doubter) open(e *diary.Entry, it *match.Item, text, amount string) *openDoubt {
	var said stated
	if a, rest, ok := food.FindAmount(text); ok && rest != "" {
		said, text = stated{a, true}, rest
		if amount == "" {
			amount = a.String()
		}
	}
	key := pantry.Key(text)
	if o := d.byKey[key]; o != nil {
		return o
	}
	if key == "" || !d.again && d.choices.Settled(text) {
		return nil
	}
	o := &openDoubt{Doubt: Doubt{Text: text, Amount: amount, First: e.Pos}}
	if it.Food != nil {
		o.Likely = append(o.Likely, Option{Food: it.Food, Confidence: it.Confidence})
	}
	for _, c := range it.Candidates {
		if !slices.ContainsFunc(o.Likely, func(l Option) bool { return l.Food.Code == c.Food.Code }) {
			o.Likely = append(o.Likely, Option{Food: c.Food, Confidence: c.Confidence})
		}
	}
	for i := range o.Likely {
		o.Likely[i].weigh(said, amount)
	}
	d.byKey[key] = o
	return o
}

// weigh says what a doubt's amount weighs, or the usual portion where it can't be weighed.
func (o *Option) weigh(said stated, amount string) {
	a, _ := said.with(amount)
	w, err := a.Of(o.Food)
	if err != nil {
		if w, err = food.UsualPortion().Of(o.Food); err != nil {
			return
		}
	}
	o.Weight = w
}

func (d *doubter) list() []Doubt {
	each := 1.0 // what a food of unknown energy counts
	if d.fed > 0 && d.kcal > 0 {
		each = d.kcal / float64(d.fed)
	}
	all := d.kcal + each*float64(d.unknown)
	doubts := make([]Doubt, 0, len(d.byKey))
	for _, o := range d.byKey {
		if all > 0 {
			o.Share = (o.kcal + each*float64(o.unknown)) / all
		}
		doubts = append(doubts, o.Doubt)
	}
	slices.SortFunc(doubts, func(a, b Doubt) int {
		return cmp.Or(cmp.Compare(b.Times, a.Times), cmp.Compare(b.Share, a.Share), cmp.Compare(a.Text, b.Text))
	})
	return doubts
}
