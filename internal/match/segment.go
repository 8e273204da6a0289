package match

import (
	"math"
	"strings"

	"github.com/nutrigap/nutrigap/internal/food"
)

// segment is a stretch of a text that is read as one food.
type segment struct {
	text       string
	amount     food.Amount
	counted    bool // the text itself holds an amount
	stirred    bool // it was put into the drink before it
	again      bool // it says the segment before it again, in other words
	unjoined   bool // it joins foods and the likeliest food's name joins nothing
	query      query
	list       []scored
	confidence float64 // that the text names this one food
	ground     grounds // what speaks for the answer
}

// maxPieces is the longest text that is read as several foods, and longestFood how many pieces one food's
// name may have ("Beef, ground, 80% lean meat / 20% fat, patty, cooked, broiled").
const (
	maxPieces   = 48
	longestFood = 9
)

// stayAdditive is the chance that what goes into a drink belongs to the drink's name.
const stayAdditive = 0.15

// surelyOne is the confidence from which a row with an amount of its own isn't read as several foods.
const surelyOne = 0.6

// stay is the chance that a boundary stands inside one food's name, by how the next piece begins: bare, with
// "some", with an article, with a measure; first in a name or list, then in a sentence.
var stay = [...][2][4]float64{
	noBoundary: {{1, 1, 1, 1}, {1, 1, 1, 1}},
	byPlace:    {{0.5, 0.5, 0.5, 0.1}, {0.5, 0.5, 0.5, 0.08}},
	byMade:     {{0.97, 0.97, 0.9, 0.15}, {0.97, 0.97, 0.9, 0.15}},
	bySame:     {{0.3, 0.3, 0.3, 0.3}, {0.3, 0.3, 0.3, 0.3}},
	byWith:     {{0.7, 0.7, 0.3, 0.04}, {0.85, 0.85, 0.4, 0.04}},
	byAnd:      {{0.45, 0.45, 0.05, 0.02}, {0.75, 0.75, 0.05, 0.02}},
	byComma:    {{0.4, 0.05, 0.05, 0.03}, {0.65, 0.05, 0.05, 0.03}},
	byJoin:     {{0, 0, 0, 0}, {0, 0, 0, 0}},
}

// segment cuts the pieces into foods so that the product of the chances, of each food being right and of
// each boundary being read rightly, is greatest.
func (m *Matcher) segment(pieces []piece, hasAmount bool) []segment {
	if len(pieces) == 1 && !hasAmount && !pieces[0].talk {
		pieces = m.sideBySide(pieces)
	}
	n := min(len(pieces), maxPieces)
	if n == 0 {
		return nil
	}
	m.prepare(pieces[:n])
	if hasAmount && n > 1 && n <= longestFood && !apart(pieces) && !additive(pieces, 1) {
		if whole := m.lookAt(pieces[:n], true); whole.confidence >= surelyOne {
			return []segment{whole}
		}
	}
	listed := isList(pieces)
	best := make([]float64, n+1) // logarithm of the chance of the first i pieces
	from := make([]int, n+1)
	kept := make([]segment, n+1)
	for i := 1; i <= n; i++ {
		best[i] = math.Inf(-1)
		inside := 0.0 // of the boundaries within pieces[j:i]
		for j := i - 1; j >= 0 && i-j <= longestFood; j-- {
			if j < i-1 {
				s := chanceToStay(pieces, j+1, hasAmount, listed)
				if s == 0 {
					break
				}
				inside += math.Log(s)
			}
			if math.IsInf(best[j], -1) {
				continue
			}
			seg := m.lookAt(pieces[j:i], hasAmount)
			v := best[j] + inside + math.Log(max(seg.confidence, 0.01))
			if j > 0 {
				v += math.Log(max(1-chanceToStay(pieces, j, hasAmount, listed), 1e-3))
			}
			if v > best[i] {
				best[i], from[i], kept[i] = v, j, seg
			}
		}
	}
	var out []segment
	for i := n; i > 0; i = from[i] {
		if len(kept[i].query.tokens) > 0 {
			kept[i].again = pieces[from[i]].before == bySame
			kept[i].stirred = additive(pieces, from[i]) && !kept[i].counted
			out = append(out, kept[i])
		}
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return onceEach(out)
}

// prepare notes what each of several pieces says by itself, and whether the first begins with an amount.
func (m *Matcher) prepare(pieces []piece) {
	led := pieces[0].start >= article
	for i := range pieces {
		pieces[i].led = led
		if len(pieces) > 1 {
			pieces[i].query = m.read(pieces[i].text)
		}
	}
}

// onceEach drops what a sentence says twice: "a hamburger, specifically a Whopper" is one food, and the rarer
// words name it.
func onceEach(list []segment) []segment {
	out := list[:0]
	for i := range list {
		if n := len(out); n > 0 && list[i].again {
			if list[i].says() > out[n-1].says() {
				out[n-1] = list[i]
			}
			continue
		}
		out = append(out, list[i])
	}
	return out
}

// says is how much a segment tells of its food.
func (s *segment) says() float64 {
	sum := 0.0
	for i := range s.query.tokens {
		if t := &s.query.tokens[i]; len(t.alts) > 0 {
			sum += float64(t.rarity)
		}
	}
	return sum * s.confidence
}

// chanceToStay is the chance that the boundary before piece i is inside a food's name. A row with an amount of
// its own mostly holds one food.
func chanceToStay(pieces []piece, i int, hasAmount, listed bool) float64 {
	if additive(pieces, i) {
		return stayAdditive
	}
	p := pieces[i]
	talk := 0
	if p.talk || p.led {
		talk = 1
	}
	s := stay[p.before][talk][p.start]
	if listed && p.before == byComma && !p.talk && !p.led {
		s /= 4
	}
	if hasAmount && s > 0 {
		s = 1 - (1-s)*0.2
	}
	return s
}

// apart reports whether something stands between the pieces that no food's name holds.
func apart(pieces []piece) bool {
	for i, p := range pieces {
		if i > 0 && p.before == byJoin {
			return true
		}
	}
	return false
}

// isList reports whether commas are followed by an "and", as in "eggs, toast and coffee".
func isList(pieces []piece) bool {
	comma := false
	for _, p := range pieces[1:] {
		if p.before == byAnd && comma {
			return true
		}
		comma = comma || p.before == byComma
	}
	return false
}

// join puts pieces together again as they were written.
func join(pieces []piece) string {
	var b strings.Builder
	for i, p := range pieces {
		switch {
		case i == 0:
		case p.word == ",":
			b.WriteString(", ")
		default:
			b.WriteString(" " + p.word + " ")
		}
		b.WriteString(p.text)
	}
	return b.String()
}

// lookAt reads pieces as one food.
func (m *Matcher) lookAt(pieces []piece, hasAmount bool) segment {
	s := m.look(join(pieces), pieces[0].talk)
	if len(s.list) == 0 || len(pieces) == 1 || spanned(&s.query, pieces) {
		return s
	}
	d := &m.index.docs[s.list[0].doc]
	m.doubtFirst(&s, pieces, d)
	if !pieces[0].talk {
		s.doubtPairs(pieces, d, hasAmount)
	}
	return s
}

// look reads a text as one food.
func (m *Matcher) look(text string, talk bool) segment {
	s := segment{text: text, amount: food.UsualPortion()}
	rest := text
	if a, r, ok := food.FindAmount(text); ok {
		s.amount, rest, s.counted = a, r, true
	}
	s.query = m.read(rest)
	s.query.row = !talk
	if s.query.empty() {
		return s
	}
	s.list = m.rank(&s.query)
	s.confidence = m.confidence(&s.query, s.list)
	return s
}
