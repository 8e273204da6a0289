package match

import (
	"slices"
	"strings"
)

// A part of a name is what stands between two marks: "Milk, reduced fat (2%)" has three.
//
// word is one meaningful word of a name or a query after stemming and the lexicon's rewriting.
type word struct {
	text  string
	part  int // 0 is the part that names the food in the manner of composition tables
	group int // words joined by "or" or "/" share a group above 0: one of them is meant
}

// phrase is a name or a query as words, and what its small words said.
type phrase struct {
	words []word
	parts int  // number of parts
	plain bool // "NFS", "NS as to ...": the unspecified form
	heads []int
}

// Small words carry structure, not meaning.
var small = wordSet(`with and or in on of the a an for as to from by at my some made into type style kind both
	any all used use it its that this their your our per each about approx include includes prepared is are was were
	be has have had than topped served using plus which de la food product item brand also very just lot like such`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// A negating word turns the words after it into their opposite: "no sauce" isn't a kind of sauce.
var negating = map[string]bool{"no": true, "without": true, "excluding": true, "exclude": true, "not": true, "minu": true, "less": false}

// The small words that end what a negating word governs.
var endsNegation = map[string]bool{"with": true, "and": true, "but": true, "or": false}

// negated is how the opposite of a word is written; no other word begins so.
func negated(w string) string { return "-" + w }

// The words after which an English noun phrase goes on to something else: the word before them is its head.
var afterHead = map[string]bool{
	"with": true, "in": true, "on": true, "of": true, "from": true, "without": true, "for": true, "made": true,
	"and": true, "or": true, "by": true, "no": true, "topped": true, "prepared": true, "to": true, "not": true,
	"served": true, "as": true, "at": true, "filled": true,
}

// parseName reads stems and marks as a phrase.
func parseName(stems []string) phrase {
	p := phrase{words: make([]word, 0, len(stems))}
	part, negate, group := 0, false, 0
	last := -1 // index of the last word before an "or", or -1
	for i := 0; i < len(stems); i++ {
		s := stems[i]
		switch s {
		case markComma, markOpen, markClose, markSemi:
			if len(p.words) > 0 && p.words[len(p.words)-1].part == part {
				part++
			}
			if s == markSemi || !(negate && listed(stems[i+1:])) {
				negate = false
			}
			continue
		case markSlash, "or":
			if n := len(p.words); n > 0 {
				last = n - 1
			}
			continue
		case "nfs":
			p.plain = true
			continue
		case "ns":
			p.plain = true
			i = skipPart(stems, i) - 1
			continue
		}
		if negating[s] {
			negate, last = true, -1
			continue
		}
		if endsNegation[s] {
			negate = false
		}
		if small[s] {
			continue
		}
		if negate {
			s = negated(s)
		}
		w := word{text: s, part: part}
		if last >= 0 && last == len(p.words)-1 {
			if p.words[last].group == 0 {
				group++
				p.words[last].group = group
			}
			w.group = p.words[last].group
		}
		last = -1
		p.words = append(p.words, w)
	}
	p.parts = part + 1
	p.heads = heads(stems, p)
	return p
}

// listed reports whether a list goes on after a comma with "and": "excluding carrots, broccoli, and ...".
func listed(rest []string) bool {
	return len(rest) > 1 && (rest[0] == "and" || rest[1] == markComma && len(rest) > 2 && rest[2] == "and")
}

// skipPart is the index of the next mark at or after i.
func skipPart(stems []string, i int) int {
	for i < len(stems) && !isMark(stems[i]) {
		i++
	}
	return i
}

func isMark(s string) bool {
	return s == markComma || s == markOpen || s == markClose || s == markSemi
}

// heads finds the head noun of every part: its last word before a word such as "with" or its end.
// "Boneless chicken cutlets in oil" is about cutlets.
func heads(stems []string, p phrase) []int {
	var found []int
	next := 0 // the next word of p to pass
	last, done := -1, false
	for _, s := range stems {
		switch {
		case isMark(s):
			if last >= 0 && !slices.Contains(found, last) {
				found = append(found, last)
			}
			last, done = -1, false
		case afterHead[s] && last >= 0:
			done = true
		}
		if next < len(p.words) && p.words[next].text == s {
			if !done {
				last = next
			}
			next++
		}
	}
	if last >= 0 && !slices.Contains(found, last) {
		found = append(found, last)
	}
	return found
}
