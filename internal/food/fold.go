package food

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// fold appends word to dst in lower case with straight apostrophes, as the tables are written.
func fold(dst []byte, word string) []byte {
	for i := 0; i < len(word); {
		if c := word[i]; c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(word[i:])
		if r == '’' {
			r = '\''
		}
		dst = utf8.AppendRune(dst, unicode.ToLower(r))
		i += n
	}
	return dst
}

// lookup finds a folded word in a table, as it stands or as a regular plural.
func lookup[V any](table map[string]V, key []byte) (V, bool) {
	v, ok := table[string(key)]
	if !ok && len(key) > 2 && key[len(key)-1] == 's' {
		v, ok = table[string(key[:len(key)-1])]
		if !ok && len(key) > 3 && key[len(key)-2] == 'e' {
			v, ok = table[string(key[:len(key)-2])]
		}
	}
	return v, ok
}

// unsuffixed cuts "fun-size" and "fun-sized" to "fun".
func unsuffixed(w []byte) []byte {
	return bytes.TrimSuffix(bytes.TrimSuffix(w, []byte("-sized")), []byte("-size"))
}

// stem makes the singular and the plural of a regular noun the same: berry and berries are berri. It
// overwrites w.
func stem(w []byte) []byte {
	if n := len(w); n > 3 && w[n-1] == 's' && w[n-2] != 's' {
		w = w[:n-1]
	}
	if n := len(w); n > 3 && w[n-1] == 'e' {
		w = w[:n-1]
	}
	if n := len(w); n > 2 && w[n-1] == 'y' {
		w[n-1] = 'i'
	}
	return w
}
