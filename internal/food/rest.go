package food

import "strings"

// seam are the marks that go with an amount that is taken out of a phrase.
const seam = " ,;:-–|\t\r\n"

// without is the text outside the spans, which stand in order, without the brackets that only they filled and
// without loose marks at the seams.
func (r *reader) without(spans ...span) string {
	rest, from := "", r.from
	for _, s := range spans {
		if s.from == s.to {
			continue
		}
		s = r.brackets(s)
		rest = joinWords(rest, r.between(from, r.toks[s.from].start))
		from = len(r.text)
		if s.to < len(r.toks) {
			from = r.toks[s.to].start
		}
	}
	return joinWords(rest, r.between(from, len(r.text)))
}

// brackets widens a span by the brackets around it, and by an "about" in front.
func (r *reader) brackets(s span) span {
	for {
		switch {
		case r.isMark(s.from-1, "(", "[") && r.isMark(s.to, ")", "]"):
			s = span{s.from - 1, s.to + 1}
		case r.is(s.from-1, about):
			s.from--
		default:
			return s
		}
	}
}

// between is the text between two seams, or between one and an end of the text.
func (r *reader) between(from, to int) string {
	part := r.text[min(from, to):to]
	if from > 0 {
		part = strings.TrimLeft(part, seam+")")
	}
	if to < len(r.text) {
		part = strings.TrimRight(part, seam+"(")
	}
	return strings.TrimSpace(part)
}
