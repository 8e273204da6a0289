package match

// symbol is a word or mark as the reader knows it.
type symbol struct {
	text  string // the stem
	roles role
	id    int32   // its number in the index that is being built, or -1
	not   *symbol // its opposite, once one was needed
}

// role is what a word does in a name; a word may have several.
type role uint16

// The roles of words.
const (
	isPart      role = 1 << iota // a mark that ends a part
	isSemicolon                  // the mark that ends a negation too
	isOr                         // "or", "/": one of its neighbours is meant
	isAnd
	isWith // "with", "on", "in"
	isComma
	isPlain    // "NFS"
	isNotSaid  // "NS" as to something: the rest of the part says nothing
	isSmall    // carries structure, not meaning
	negates    // turns the words after it into their opposite
	unnegates  // ends what a negating word governs
	closesHead // the word before it is the head of its phrase
	isPrep     // a word of preparation
	isAfter    // what was done to the food before it: "salmon baked"
	opensRule  // a synonym begins with it
)

func (s *symbol) is(r role) bool { return s.roles&r != 0 }

// meaningful reports whether a word says something about the food beside it.
func (s *symbol) meaningful() bool {
	return !s.is(isPart | isOr | isSmall | closesHead | isPrep)
}

// Small words carry structure, not meaning.
var small = wordSet(`with and or in on of the a an for as to from by at my some made into type style kind both
	any all used use it its that this their your our per each about approx include includes prepared is are was were
	be has have had than topped served using plus which de la food product item brand also very just lot like such one ones`)

// A negating word turns the words after it into their opposite: "no sauce" isn't a kind of sauce.
var negating = wordSet("no without excluding exclude not minu")

// The small words that end what a negating word governs.
var endsNegation = wordSet("with and but")

// The words after which an English noun phrase goes on to something else: the word before them is its head.
var afterHead = wordSet("with in on of from without for made and by no topped prepared to not served as at filled excluding exclude minu")

// What was done to a food may stand after it, and then the word before is the head: "spaghetti cooked" is no squash.
var doneTo = wordSet(`raw uncooked cooked boiled baked roasted grilled fried steamed braised stewed broiled sauteed poached
	scrambled mashed toasted melted canned dried frozen drained smoked dry unsweetened sweetened unsalted salted chopped sliced
	diced minced shredded grated plain`)

// reader turns names and queries into phrases. It remembers the words that it has seen, which makes reading
// thousands of names several times faster. One goroutine may use it at a time.
type reader struct {
	lexicon *lexicon
	written map[string]*symbol // by word
	stemmed map[string]*symbol // by stem
	in, out []*symbol
}

// maxRemembered is how many words a reader remembers before it starts again.
const maxRemembered = 1 << 16

func newReader(l *lexicon) *reader {
	return &reader{lexicon: l, written: make(map[string]*symbol, 1<<13), stemmed: make(map[string]*symbol, 1<<13)}
}

// name reads a food's name, query a person's text.
func (r *reader) name(text string) phrase  { return r.read(r.lexicon.names, text) }
func (r *reader) query(text string) phrase { return r.read(r.lexicon.queries, text) }

func (r *reader) read(rules map[string][]rule, text string) phrase {
	if len(r.written) > maxRemembered {
		clear(r.written)
		clear(r.stemmed)
	}
	r.in = r.in[:0]
	eachWord(fold(text), func(w string) {
		s, ok := r.written[w]
		if !ok {
			s = r.stem(stem(w))
			r.written[w] = s
		}
		r.in = append(r.in, s)
	})
	return parse(r.rewrite(rules, r.in))
}

// stem is the symbol of a stem.
func (r *reader) stem(text string) *symbol {
	s, ok := r.stemmed[text]
	if !ok {
		s = &symbol{text: text, id: -1, roles: r.roles(text)}
		r.stemmed[text] = s
	}
	return s
}

func (r *reader) roles(w string) role {
	var roles role
	for _, have := range []struct {
		role role
		yes  bool
	}{
		{isPart, isMark(w)}, {isSemicolon, w == markSemi}, {isComma, w == markComma},
		{isOr, w == markSlash || w == "or"}, {isAnd, w == "and"}, {isWith, w == "with" || w == "on" || w == "in"},
		{isPlain, w == "nfs"}, {isNotSaid, w == "ns"},
		{isSmall, small[w]}, {negates, negating[w]}, {unnegates, endsNegation[w]}, {closesHead, afterHead[w]},
		{isPrep, preparation[w]}, {isAfter, doneTo[w]}, {opensRule, len(r.lexicon.queries[w]) > 0},
	} {
		if have.yes {
			roles |= have.role
		}
	}
	return roles
}

// opposite is the symbol of a negated word, which no other word is written like.
func (s *symbol) opposite() *symbol {
	if s.not == nil {
		s.not = &symbol{text: "-" + s.text, id: -1}
	}
	return s.not
}
