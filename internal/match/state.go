package match

// rawWords and cookedWords say whether a food was heated. Most foods come both ways with other nutrients, and
// a word for one of them rules the other out.
var (
	rawWords    = wordSet(`raw uncooked`)
	cookedWords = wordSet(`cooked boiled baked roasted grilled fried steamed braised stewed broiled sauteed poached simmered
	microwaved barbecued bbq`)
)

// kitchenWords are what a cook does to raw food only. Rice is rinsed raw; beans that are rinsed and drained come
// from a can.
var kitchenWords = wordSet(`washed rinsed trimmed deseeded seeded cored scrubbed beaten hulled stemmed grated`)

// state is whether words say that a food is raw, cooked, both or neither.
type state struct{ raw, cooked bool }

func (s *state) hear(word string) {
	s.raw = s.raw || rawWords[word]
	s.cooked = s.cooked || cookedWords[word]
}

// contradicts reports whether one says raw and the other cooked. "Raw or cooked" contradicts nothing.
func (s state) contradicts(t state) bool {
	return s.raw && !s.cooked && t.cooked && !t.raw || s.cooked && !s.raw && t.raw && !t.cooked
}

// hearRecipe takes a food for raw where the words of a recipe say what a cook does to raw food and nothing says that
// it was heated, canned or dried.
func (s *state) hearRecipe(tokens []token) {
	kitchen, kept := false, false
	for i := range tokens {
		kitchen = kitchen || kitchenWords[tokens[i].text]
		kept = kept || keptWords[tokens[i].text]
	}
	s.raw = s.raw || kitchen && !kept && !s.cooked
}

// keptWords say that a food was made to keep.
var keptWords = wordSet(`canned drained dried dry frozen pickled jarred`)
