package app

import (
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/intake"
	"github.com/nutrigap/nutrigap/internal/match"
)

// plates remember what a diary's texts and amounts come to. A long diary has few different foods in few
// different units, and each is matched and worked out once; after that a row is two look-ups and its sums.
type plates struct {
	amounts map[string]scales
	courses map[string]*course
	filled  int // plates in all courses
}

// mostPlates is how many are remembered before it starts again: several for each of the thousands of foods
// that the largest diaries have.
const mostPlates = 1 << 15

// scales are the amounts of which one is so many times.
type scales struct{ round, tabled match.Scale }

// course is one text.
type course struct {
	exact  bool              // it is a name of the table
	plates map[string]*plate // by amount

	last   string // the amount of the row before, and its plate
	served *plate
}

// plate is the answer for one text and one amount. The helping is nil where the entry must be looked at as a
// whole each time.
type plate struct {
	items   []match.Item
	helping *intake.Helping
	most    float64 // times that it may be taken
}

// namer is a matcher that knows whether a text is a food's own name, so that how much of it was eaten can't
// change which food it is.
type namer interface{ IsName(text string) bool }

// plate finds the plate of an entry, and how many times it is what was eaten. It is nil where the entry is no
// multiple of any.
func (t *tally) plate(e *diary.Entry) (p *plate, times float64) {
	if t.keepLog || t.totals.KeepRows || !intake.Plain(e, t.values) {
		return nil, 0
	}
	d := t.plates.courses[e.Food]
	if d == nil || t.plates.filled >= mostPlates {
		d = t.plates.add(e.Food)
		n, ok := t.matcher.(namer)
		d.exact = ok && n.IsName(e.Food)
	}
	by := t.plates.scale(e.Amount, d.exact)
	if d.served == nil || d.last != by.Amount {
		d.last, d.served = by.Amount, d.plates[by.Amount]
	}
	if d.served == nil {
		d.served = t.serve(e, by)
		d.plates[by.Amount] = d.served
		t.plates.filled++
	}
	if p = d.served; p.helping == nil || by.Times > p.most {
		return nil, 0
	}
	return p, by.Times
}

// serve makes a plate of an amount.
func (t *tally) serve(e *diary.Entry, by match.Scale) *plate {
	p := &plate{items: t.matcher.Match(match.Query{Food: e.Food, Amount: by.Amount})}
	if by.Weighed && p.items[0].Kind == match.ByChoice {
		return p
	}
	p.helping, _ = intake.NewHelping(e, p.items, t.values)
	p.most = 1
	if p.helping != nil && by.Weighed {
		p.most = match.MostTimes(p.items)
	}
	return p
}

func (p *plates) add(text string) *course {
	if p.courses == nil || p.filled >= mostPlates || len(p.courses) >= mostPlates {
		*p = plates{amounts: map[string]scales{}, courses: map[string]*course{}}
	}
	d := &course{plates: make(map[string]*plate, 1)}
	p.courses[text] = d
	return d
}

// scale is the amount by which an amount is served: a round one for what is weighed, else the amount itself.
func (p *plates) scale(amount string, exact bool) match.Scale {
	s, ok := p.amounts[amount]
	if !ok {
		s.round, s.tabled, ok = match.Scales(amount)
		if !ok {
			s.round = match.Scale{Times: 1, Amount: amount}
			s.tabled = s.round
		}
		if len(p.amounts) < mostPlates {
			p.amounts[amount] = s
		}
	}
	if exact {
		return s.tabled
	}
	return s.round
}
