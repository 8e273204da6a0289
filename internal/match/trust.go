package match

import (
	"math"
	"strings"

	"github.com/nutrigap/nutrigap/internal/food"
)

// hand is who wrote a text. Each kind is calibrated by itself: an app's row with a brand is less sure than a person's
// own plain words, whatever else speaks for both.
type hand int

const (
	ownWords hand = iota // a row in a person's own words
	byApp                // a row that an app wrote
	sentence
	handCount
)

var handNames = [handCount]string{"own", "app", "sentence"}

// String is the hand's name in the file of weights.
func (h hand) String() string { return handNames[h] }

// handOf says who wrote a text with an amount of its own column.
func handOf(q *query, column string) hand {
	switch {
	case !q.row:
		return sentence
	case exported(column):
		return byApp
	}
	return ownWords
}

// exported reports whether an app wrote an amount: people write no "1.00 cup" and no "30.0 g".
func exported(amount string) bool {
	number, _, _ := strings.Cut(amount, " ")
	_, decimals, ok := strings.Cut(number, ".")
	return ok && strings.HasSuffix(decimals, "0")
}

// trust is an input of the calibration that turns an answer, the food and its amount, into the chance of being
// right. It goes beyond [doubt], which asks of a stretch of text only whether it names one food: "1" of a food whose
// size nobody said is less sure than 120 g of it.
type trust int

// The inputs of trust that come after those of doubt.
const (
	trustWeighed       trust = trust(doubtCount) + iota // the amount is a weight, or a volume of known density
	trustPortion                                        // the food has the portion
	trustUsual                                          // nobody said an amount
	trustBare                                           // a count and nothing else
	trustSpread                                         // how far the measure may be off
	trustPhrase                                         // a plain phrase that the name covers
	trustPhraseWeighed                                  // the same with a weight
	trustPhrasePortion                                  // the same with a portion of the food
	trustParts                                          // the text has several parts
	trustSeveral                                        // the text names several foods
	trustLegacy                                         // the food is from SR Legacy
	trustPlain                                          // it is the unspecified form
	trustBeyond                                         // what the name says beyond the text
	trustCount
)

var trustNames = [...]string{
	"weighed", "portion", "usual portion", "bare count", "spread", "plain phrase", "plain phrase weighed",
	"plain phrase portion", "parts", "several foods", "legacy", "unspecified", "name beyond",
}

// String is the input's name in the file of weights.
func (t trust) String() string {
	if t < trust(doubtCount) {
		return doubt(t).String()
	}
	return trustNames[t-trust(doubtCount)]
}

// grounds are what speaks for the trust in one answer.
type grounds struct {
	hand   hand
	inputs [trustCount]float64
}

// grounds are collected for the answer to one of n foods of a text.
func (s *segment) grounds(a food.Amount, column string, w food.Weight, n int) grounds {
	g := grounds{hand: handOf(&s.query, column)}
	t := &g.inputs
	for i, v := range doubts(&s.query, s.list) {
		t[i] = v
	}
	f := &s.list[0].dense
	weighed := w.Basis == "weighed" || strings.HasPrefix(w.Basis, "density")
	portion := strings.HasPrefix(w.Basis, "portion:")
	tokens := s.query.tokens
	parts := tokens[len(tokens)-1].part != tokens[0].part
	phrase := !parts && t[doubtUnknown] == 0 && f[coverage] > 0.95
	for _, have := range [...]struct {
		at  trust
		yes bool
	}{
		{trustWeighed, weighed}, {trustPortion, portion}, {trustUsual, a == food.UsualPortion()}, {trustBare, a.Bare()},
		{trustParts, parts}, {trustPhrase, phrase}, {trustPhraseWeighed, phrase && weighed},
		{trustPhrasePortion, phrase && portion}, {trustSeveral, n > 1},
	} {
		if have.yes {
			t[have.at] = 1
		}
	}
	if w.Grams > 0 {
		t[trustSpread] = math.Log(max(w.High, 1) / max(w.Low, 1))
	}
	t[trustLegacy], t[trustPlain] = float64(f[legacy]), float64(f[unspecified])
	t[trustBeyond] = float64(min(3, f[headExtra]))
	return g
}

// trusted is the calibrated chance that an answer is right.
func (m *Matcher) trusted(g *grounds) float64 {
	z := 0.0
	for i, v := range g.inputs {
		z += v * m.ranking.trust[g.hand][i]
	}
	return 1 / (1 + math.Exp(-z))
}
