package table

import "strings"

// split cuts a line into its cells as encoding/csv would with lazy quotes, and appends them to into. The
// cells are parts of the line, so that a row costs no memory but its line. It is not ok where a quote that
// opens a cell is still open at the end, because the record then goes on in the next line.
func split(into []string, line string, separator byte) (cells []string, ok bool) {
	for {
		if line == "" || line[0] != '"' {
			cell, rest, more := strings.Cut(line, string(separator))
			into = append(into, cell)
			if !more {
				return into, true
			}
			line = rest
			continue
		}
		end, next, closed := endOfQuoted(line, 1, separator)
		if !closed {
			return into, false
		}
		cell := line[1:end]
		if strings.Contains(cell, `""`) {
			cell = strings.ReplaceAll(cell, `""`, `"`)
		}
		into = append(into, cell)
		if next > len(line) {
			return into, true
		}
		line = line[next:]
	}
}

// endOfQuoted finds the quote behind which a quoted cell ends: one with the separator or the end of the line
// after it. Two quotes are one of the text, and so is one before anything else. The next cell begins at next,
// which is behind the end of the line where there is none.
func endOfQuoted(line string, from int, separator byte) (end, next int, closed bool) {
	for at := from; ; {
		i := strings.IndexByte(line[at:], '"')
		if i < 0 {
			return 0, 0, false
		}
		at += i
		switch {
		case at+1 == len(line) || line[at+1] == separator:
			return at, at + 2, true
		case line[at+1] == '"':
			at += 2
		default:
			at++
		}
	}
}
