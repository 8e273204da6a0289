package match

// word is one meaningful word of a name or a query after stemming and the lexicon's rewriting.
type word struct {
	*symbol
	part  int // a part stands between two marks; 0 names the food in the manner of composition tables
	group int // words joined by "or" or "/" share a group above 0: one of them is meant
}

// phrase is a name or a query as words, and what its small words said.
type phrase struct {
	words []word
	parts int   // "Milk, reduced fat (2%)" has three
	plain bool  // "NFS", "NS as to ...": the unspecified form
	joins bool  // "and", "with", "or": it names several things
	heads []int // the head noun of every part: "boneless chicken cutlets in oil" is about cutlets
}

// parser builds a phrase.
type parser struct {
	phrase
	part   int
	negate bool
	groups int
	before int // the word before an "or", or -1
	head   int // the last word of the part that may head it, or -1
	headed bool
}

// parse reads symbols as a phrase.
func parse(in []*symbol) phrase {
	p := parser{phrase: phrase{words: make([]word, 0, len(in))}, before: -1, head: -1}
	for i := 0; i < len(in); i++ {
		s := in[i]
		p.joins = p.joins || s.is(isAnd|isOr|isWith)
		if s.is(closesHead) && p.head >= 0 {
			p.headed = true
		}
		switch {
		case s.is(isPart):
			p.endPart()
			if s.is(isSemicolon) || !(p.negate && listed(in[i+1:])) {
				p.negate = false
			}
		case s.is(isOr):
			p.before = len(p.words) - 1
		case s.is(isPlain):
			p.plain = true
		case s.is(isNotSaid):
			p.plain = true
			for i+1 < len(in) && !in[i+1].is(isPart) {
				i++
			}
		case s.is(negates):
			p.negate, p.before = true, -1
		case s.is(unnegates):
			p.negate = false
		case !s.is(isSmall):
			p.add(s)
		}
	}
	p.endPart()
	p.parts = p.part + 1
	return p.phrase
}

// endPart goes on to the next part, where this one has words.
func (p *parser) endPart() {
	if p.head >= 0 {
		p.heads = append(p.heads, p.head)
	}
	p.head, p.headed = -1, false
	if n := len(p.words); n > 0 && p.words[n-1].part == p.part {
		p.part++
	}
}

func (p *parser) add(s *symbol) {
	if p.negate {
		s = s.opposite()
	}
	w := word{symbol: s, part: p.part}
	if n := len(p.words) - 1; p.before >= 0 && p.before == n {
		if p.words[n].group == 0 {
			p.groups++
			p.words[n].group = p.groups
		}
		w.group = p.words[n].group
	}
	p.before = -1
	if !p.headed && (p.head < 0 || !s.is(isAfter) || p.words[p.head].is(isAfter)) {
		p.head = len(p.words)
	}
	p.words = append(p.words, w)
}

// listed reports whether a list goes on after a comma with "and": "excluding carrots, broccoli, and ...".
func listed(rest []*symbol) bool {
	return len(rest) > 1 && (rest[0].is(isAnd) || rest[1].is(isComma) && len(rest) > 2 && rest[2].is(isAnd))
}
