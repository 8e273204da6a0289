package match

import (
	"slices"
	"strings"
)

// How much less likely one food is meant by joined pieces whose name joins nothing, or says nothing of one piece.
const (
	joinedByNothing = 0.2
	countedFirst    = 0.5 // where the first piece has an amount of its own: "2 eggs and toast"
	saysNothing     = 0.03
	firstUnsaid     = 0.3 // in a sentence, nothing of the first: "a burrito topped with sour cream" isn't sour cream
)

// doubtJoined is the most that an answer is trusted whose name joins nothing where the text joins foods: "eggs and
// toast", a plate of it, may be read as "Bread, egg, toasted", but a person should look.
const doubtJoined = 0.5

// pairs reports whether the word before a piece mostly stands between two foods.
func (p *piece) pairs() bool { return p.before == byAnd || p.before == byWith || p.before == byPlace }

// doubtFirst doubts that pieces are one food of which the first says nothing: "a doughnut and some orange juice".
func (m *Matcher) doubtFirst(s *segment, pieces []piece, d *doc) {
	if pieces[0].said(d) > 0 {
		return
	}
	switch next := &pieces[1]; {
	case next.before == byAnd && next.start != bare:
		s.confidence *= saysNothing
	case pieces[0].talk && (next.pairs() || next.before == byMade):
		s.confidence *= firstUnsaid
	case !pieces[0].talk && next.pairs() && m.isFood(pieces[0].text):
		s.confidence *= saysNothing
	}
}

// doubtPairs doubts that pieces outside a sentence, whose foods have long names, are one food: a food whose name joins
// nothing is seldom meant by pieces that are joined, as "eggs and toast" isn't "Bread, egg, toasted". Nor is a food
// meant of which a piece says nothing, or behind "with" too little: "bagel with cream cheese" is neither a bagel nor one
// with cheese.
func (s *segment) doubtPairs(pieces []piece, d *doc, hasAmount bool) {
	for i := range pieces[1:] {
		p := &pieces[i+1]
		if !p.pairs() {
			continue
		}
		if !d.joins {
			s.unjoined = true
		}
		if !d.joins && !hasAmount {
			s.confidence *= joinedByNothing
			if pieces[0].start >= article {
				s.confidence *= countedFirst
			}
		}
		if said := p.said(d); said == 0 || p.before == byWith && said < 0.5 {
			s.confidence *= saysNothing
		}
	}
}

// said is the share of a piece's words, by rarity, that a food's names have; all of it where no name has any.
func (p *piece) said(d *doc) float32 {
	var said, all float32
	for i := range p.query.tokens {
		t := &p.query.tokens[i]
		if len(t.alts) > 0 {
			all += t.rarity
		}
		if slices.ContainsFunc(t.alts, func(a alt) bool { return d.has(a.id) }) {
			said += t.rarity
		}
	}
	if all == 0 {
		return 1
	}
	return said / all
}

// has reports whether a food has a word among its names.
func (d *doc) has(id int32) bool {
	for _, t := range d.terms {
		if t.id == id {
			return true
		}
	}
	return contains(d.also, id)
}

// fewWords is up to how many words a text may have to be two foods side by side.
const fewWords = 5

// sideBySide parts a text that writes two foods side by side without a word between, "1 idli chutney": no food has
// the words of both, and each is the very name of one.
func (m *Matcher) sideBySide(one []piece) []piece {
	words := strings.Fields(one[0].text)
	if len(words) < 2 || len(words) > fewWords {
		return one
	}
	if whole := m.look(one[0].text, false); len(whole.list) == 0 || whole.list[0].dense[missedCount] == 0 {
		return one
	}
	for k := 1; k < len(words); k++ {
		first, second := strings.Join(words[:k], " "), strings.Join(words[k:], " ")
		if a, b := m.look(first, false), m.look(second, false); a.named() && b.named() {
			return []piece{
				{text: first, before: one[0].before, word: one[0].word, start: one[0].start},
				{text: second, before: byJoin, word: markComma, start: startOf(second)},
			}
		}
	}
	return one
}

// spanned reports whether joined pieces mean something together that none of them says: "mac and cheese" is macaroni.
func spanned(whole *query, pieces []piece) bool {
	said := map[string]bool{}
	for i := range pieces {
		for k := range pieces[i].query.tokens {
			said[pieces[i].query.tokens[k].text] = true
		}
	}
	return slices.ContainsFunc(whole.tokens, func(t token) bool { return !said[t.text] })
}

// isFood reports whether a text by itself is the very name of a food: "fish", and not the "mac" of "mac and cheese".
func (m *Matcher) isFood(text string) bool {
	s := m.look(text, false)
	return s.named()
}

// named reports whether a text is the very name of its likeliest food.
func (s *segment) named() bool {
	return len(s.list) > 0 && (s.list[0].dense[exactName] == 1 || s.list[0].dense[exactAlso] == 1)
}
