package table

import (
	"bytes"
	"strings"
)

// separators are what may stand between cells, the likeliest first.
var separators = []rune{',', ';', '\t', '|'}

// sniff finds what separates the cells: what Excel's "sep=;" in the first line says, else what separates
// the first line of which the next has as many, since above the headings there may be prose.
func (f *File) sniff() {
	var lines []string
	for text := range bytes.SplitSeq(f.sample, []byte{f.end}) {
		if text = bytes.TrimSpace(text); len(text) > 0 {
			lines = append(lines, string(text))
		}
		if len(lines) > MaxHeads {
			break
		}
	}
	if sign, ok := cutSep(lines[0]); ok {
		f.comma = sign
		f.skip = 1 + bytes.Count(f.sample[:bytes.Index(f.sample, []byte("="))], []byte{f.end})
		return
	}
	f.comma, _ = sniffDelimiter(lines[0])
	for i, line := range lines[:len(lines)-1] {
		if sign, n := sniffDelimiter(line); n > 0 && count(lines[i+1])[sign] == n {
			f.comma = sign
			return
		}
	}
}

// cutSep reads the line with which Excel is told what separates the cells.
func cutSep(line string) (rune, bool) {
	line = strings.TrimPrefix(line, `"`)
	if len(line) < 4 || !strings.EqualFold(line[:4], "sep=") {
		return 0, false
	}
	for _, sign := range separators {
		if rest := strings.Trim(line[4:], `" `); rest == string(sign) || rest == "" && sign == '\t' {
			return sign, true
		}
	}
	return 0, false
}

// sniffDelimiter finds what separates the cells of a line, the sign that stands most often outside of
// quotes, and how often.
func sniffDelimiter(line string) (rune, int) {
	counts := count(line)
	best := separators[0]
	for _, sign := range separators[1:] {
		if counts[sign] > counts[best] {
			best = sign
		}
	}
	return best, counts[best]
}

// count counts the signs of a line that stand outside of quotes.
func count(line string) map[rune]int {
	counts := map[rune]int{}
	quoted := false
	for _, r := range line {
		if r == '"' {
			quoted = !quoted
		} else if !quoted {
			counts[r]++
		}
	}
	return counts
}
