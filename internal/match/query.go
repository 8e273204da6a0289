package match

import "strings"

// query is what a person wrote about one food, in terms of the index.
type query struct {
	text   string
	lower  string
	tokens []token
	heads  []int // indices of tokens that head their noun phrase
	plain  bool
	joins  bool
	state  state
	row    bool    // from a row of a diary rather than a sentence
	known  int     // how many tokens are words of the index
	first  int     // the token that says what it is all about, or -1
	set    []int32 // the surest word of every token, for comparing whole names
}

// token is one word of a query and the words of the index that it may stand for.
type token struct {
	text   string
	alts   []alt // empty for a word that no name has
	rarity float32
	part   int
	group  int
	fixed  bool // a spelling mistake was put right
	prep   bool // what a cook does to it: "chopped", "rinsed"
	brand  bool // it stands in front with words that no name has: "Best Day Brewing, Hazy IPA"
}

// alt is a word of the index that a token may stand for, and how surely, 0 to 1.
type alt struct {
	id      int32
	quality float32
}

// unknownRarity is the weight of a word that no name has. It is mostly a brand or a place.
const unknownRarity = 6

// read turns a text into a query.
func (m *Matcher) read(text string) query {
	ws := m.pool.Get().(*workspace)
	defer m.pool.Put(ws)
	p := ws.reader.query(text)
	q := query{text: text, lower: strings.ToLower(text), plain: p.plain, joins: p.joins, heads: p.heads}
	for _, w := range p.words {
		q.state.hear(w.text)
		t := token{text: w.text, part: w.part, group: w.group, rarity: unknownRarity}
		t.alts, t.fixed = m.index.alternatives(w.text)
		if len(t.alts) > 0 {
			t.rarity = m.index.rarity[t.alts[0].id]
			if !t.fixed {
				q.set = append(q.set, t.alts[0].id)
			}
		}
		if len(t.alts) > 0 {
			q.known++
		}
		if t.fixed {
			t.rarity *= fixedWeight
		}
		if t.prep = preparation[w.text]; t.prep {
			t.rarity *= prepWeight
		}
		q.tokens = append(q.tokens, t)
	}
	q.state.hearRecipe(q.tokens)
	q.dropBrand()
	q.first = -1
	for _, h := range q.heads {
		if t := &q.tokens[h]; len(t.alts) > 0 && !t.prep && !(t.brand && len(q.heads) > 1) {
			q.first = h
			break
		}
	}
	return q
}

// preparation is what recipes say of a food that hardly changes it.
var preparation = wordSet(`chopped minced diced sliced grated shredded cubed peeled rinsed divided softened packed finely coarsely
	thinly freshly lightly roughly firmly loosely beaten washed trimmed deseeded seeded hulled pitted scrubbed halved
	quartered crushed cooled fine coarse optional taste more cut piece chunk bite sized size large small medium thick thin temperature room
	preferably soaked overnight cleaned picked stem removed discarded patted squeezed separated
	organic premium natural favorite original classic favourite quality good best very style finest homestyle real
	strip slice cube wedge round ring slivered torn crumbled sifted heaping scant level approximately needed garnish
	plain regular strong weak ripe whole fresh homemade serving single individual personal cooked`)

// fixedWeight is how much a word with a mended spelling counts: it may as well be a name.
const fixedWeight = 0.6

// prepWeight is how much such a word counts.
const prepWeight = 0.3

// brandWeight is how much a known word counts inside a brand.
const brandWeight = 0.25

// dropBrand makes light of the first part where it holds words that no name has and another part names the
// food: mostly it is a brand then.
func (q *query) dropBrand() {
	if len(q.tokens) == 0 || q.tokens[len(q.tokens)-1].part == q.tokens[0].part {
		return
	}
	part, strange, more := q.tokens[0].part, false, false
	for i := range q.tokens {
		t := &q.tokens[i]
		strange = strange || t.part == part && (len(t.alts) == 0 || t.fixed)
		more = more || t.part != part && !t.prep && !states[t.text]
	}
	for i := range q.tokens {
		if t := &q.tokens[i]; strange && more && t.part == part {
			t.brand = true
			t.rarity *= brandWeight
		}
	}
}

// alternatives are the words of the index that a word may stand for: itself, else itself with another
// ending, else the nearest spellings.
func (x *index) alternatives(w string) (alts []alt, fixed bool) {
	if id, ok := x.ids[w]; ok {
		return []alt{{id, 1}}, false
	}
	if strings.HasPrefix(w, "-") {
		return nil, false
	}
	for _, v := range endings(w) {
		if id, ok := x.ids[v]; ok {
			alts = append(alts, alt{id, 0.8})
		}
	}
	if len(alts) > 0 {
		return alts, false
	}
	return x.spelling(w), true
}

// endings are other forms that a word may take in a name: "roast" and "roasted", "cream" and "creamy".
func endings(w string) []string {
	if len(w) < 4 {
		return nil
	}
	forms := []string{w + "ed", w + "d", w + "y", w + "s", w + "ing"}
	for _, ending := range []string{"ed", "d", "y", "ing", "er", "e", "s"} {
		if s, ok := strings.CutSuffix(w, ending); ok && len(s) >= 3 {
			forms = append(forms, s)
		}
	}
	return forms
}

// states are what may be said of many foods and names none: "melted", "chilled", "without skin".
var states = wordSet(`melted chilled toasted roasted ground raw cooked baked boiled steamed fried grilled frozen canned dried
	drained cold hot warm nopeel withpeel noskin withskin unsalted salted sweetened unsweetened stoned cored skinned boned
	boneless skinless nonfat uncooked blanched mashed pureed scrambled poached unpeeled reserved unavailable half lengthwise
	deveined lean flaked creamy crunchy crumb stalk leaf discard trimming juice zest top bottom inch bag box package pack
	removed patted thawed thin thick moon ring wedge chunk strip floret bite-sized bite-size piece end tip stem core dry`)

// empty reports whether a query has nothing but words of preparation and state, which name no food.
func (q *query) empty() bool {
	for i := range q.tokens {
		if t := &q.tokens[i]; !t.prep && !states[t.text] {
			return false
		}
	}
	return true
}

// kind is 0 for a part of a sentence and 1 for a row.
func (q *query) kind() int {
	if q.row {
		return 1
	}
	return 0
}
