package match

import (
	"strings"

	"github.com/nutrigap/nutrigap/internal/food"
)

// cutter cuts one text into pieces. It walks over its words; each step reads one word or phrase.
type cutter struct {
	prose *prose
	words []lexeme
	talk  bool // the text is a sentence
	out   []piece
	piece strings.Builder // the piece at work
	// What stands before it, and the depth of parentheses.
	before boundary
	mark   string
	depth  int
}

// pieces cuts a text where one food may end and the next begin. Nothing is cut inside parentheses.
func (p *prose) pieces(text string) []piece {
	words := lex(food.WithoutTime(withoutDate(fold(text))))
	c := cutter{prose: p, words: words, talk: p.isTalk(words)}
	for i := 0; i < len(words); {
		if n := c.phrase(i); n > 0 {
			i += n
			continue
		}
		c.word(words[i])
		i++
	}
	c.end(byJoin, "")
	if len(c.out) > 0 {
		c.out[0].before = byJoin
	}
	return c.out
}

// phrase reads what stands around foods at i, and says how many words that takes: 0 where a food's own word
// stands there.
func (c *cutter) phrase(i int) int {
	if c.depth > 0 {
		return 0
	}
	w := c.words[i].text
	if n := c.added(i); n > 0 {
		return n
	}
	if n := doing(c.words, i); c.talk && n > 0 {
		c.end(byJoin, markComma)
		return n
	}
	if c.begun() && placed(c.words, i) {
		c.end(byPlace, w)
		return 1
	}
	if n := mealPhrase(c.words, i, c.talk); n > 0 && (!c.begun() || mealLeads[w]) {
		return n
	}
	if ph, ok := c.prose.find(c.words[i:]); ok && (c.talk || ph.role == "join" || ph.role == "keep") {
		switch {
		case ph.role == "keep":
			for _, w := range c.words[i : i+len(ph.words)] {
				c.word(w)
			}
		case ph.role == "join":
			c.end(byJoin, markComma)
		case ph.role == "same" && (len(c.out) > 0 || c.begun()):
			c.end(bySame, markComma)
		}
		return len(ph.words)
	}
	if c.talk && (w == "my" || w == "another") && !c.begun() {
		c.piece.WriteString("a")
		return 1
	}
	if likeness[w] && (len(c.out) > 0 || c.begun()) {
		return endOfClause(c.words, i) - i
	}
	return 0
}

// added reads a "plus" that belongs to an amount: in "1 cup plus 2 tablespoons flour" it goes on, and "plus more for
// dusting" isn't eaten as a food of its own.
func (c *cutter) added(i int) int {
	w := c.words[i].text
	if w != "plus" && w != "+" && !(w == "and" && c.figureAt(i+1)) || !c.begun() && len(c.out) == 0 {
		return 0
	}
	if w == "plus" && i+1 < len(c.words) && extra[c.words[i+1].text] {
		return endOfClause(c.words, i) - i
	}
	if a, rest, ok := food.FindAmount(c.piece.String()); !c.begun() || !ok || rest != "" || a.Unit == "" {
		return 0
	}
	c.piece.WriteString(" " + w)
	return 1
}

// figureAt reports whether word i is a number in figures.
func (c *cutter) figureAt(i int) bool { return i < len(c.words) && isDigit(c.words[i].text[0]) }

// extra are the words after "plus" for what is taken as needed.
var extra = map[string]bool{"more": true, "extra": true, "additional": true}

// word takes a word into the piece at work, or ends it at a boundary.
func (c *cutter) word(w lexeme) {
	switch w.text {
	case markOpen:
		c.depth++
	case markClose:
		c.depth = max(0, c.depth-1)
	case "!", "?", "\"", ":":
		return
	}
	if next, ok := boundaryOf(w.text); ok && c.depth == 0 {
		c.end(next, w.text)
		return
	}
	if w.space && c.begun() {
		c.piece.WriteByte(' ')
	}
	c.piece.WriteString(w.text)
}

func (c *cutter) begun() bool { return c.piece.Len() > 0 }

// end ends the piece at work before a boundary. Of several boundaries in a row the strongest counts.
func (c *cutter) end(next boundary, mark string) {
	if !c.begun() {
		if next > c.before || next == bySame {
			c.before, c.mark = next, mark
		}
		return
	}
	text := c.piece.String()
	p := piece{text: text, before: c.before, word: c.mark, start: startOf(text), talk: c.talk}
	if n := len(c.out); n > 0 && c.before == byWith && madeOf(c.out[n-1].text) {
		p.before = byMade
	}
	c.out = append(c.out, p)
	c.piece.Reset()
	c.before, c.mark = next, mark
}

// likeness are words after which an example follows that isn't eaten: "hard cheese, such as Asiago".
var likeness = map[string]bool{"preferably": true, "such": true, "ideally": true, "e.g": true}

// endOfClause is the index of the end of the clause at i.
func endOfClause(words []lexeme, i int) int {
	for i < len(words) && words[i].text != ";" && words[i].text != "." && words[i].text != "|" {
		i++
	}
	return i
}

// placed reports whether a new food begins after "on", "over" or "in" at i: "ham on a bagel".
func placed(words []lexeme, i int) bool {
	switch words[i].text {
	case "on", "over", "in", "inside", "atop", "into":
		if i+1 < len(words) {
			switch words[i+1].text {
			case "a", "an", "my", "one", "two", "toast", "rice", "bread", "bagel":
				return true
			}
		}
	}
	return false
}

func boundaryOf(w string) (boundary, bool) {
	switch w {
	case "with", "w/":
		return byWith, true
	case "and", "&":
		return byAnd, true
	case ",":
		return byComma, true
	case ";", "|", "+", ".":
		return byJoin, true
	}
	return noBoundary, false
}
