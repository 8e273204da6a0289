package match

// rawWords and cookedWords say whether a food was heated. Most foods come both ways with other nutrients, and
// a word for one of them rules the other out.
var (
	rawWords    = wordSet(`raw uncooked`)
	cookedWords = wordSet(`cooked boiled baked roasted grilled fried steamed braised stewed broiled sauteed poached simmered
	microwaved barbecued bbq`)
)

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
