package match

import "slices"

// minSpelling is the shortest word whose spelling is put right; shorter ones have too many neighbours.
const minSpelling = 5

// speller finds the words of the vocabulary that share trigrams with a mistyped one.
type speller struct {
	words []string
	byTri map[[3]byte][]int32
}

// newSpeller indexes every word that may be meant by a mistyped one.
func newSpeller(words []string) *speller {
	s := &speller{words: words, byTri: make(map[[3]byte][]int32, 4096)}
	for id, w := range words {
		if len(w) < minSpelling || !isASCII(w) || isDigit(w[0]) || w[0] == '-' {
			continue
		}
		for _, t := range trigrams(w) {
			if list := s.byTri[t]; len(list) == 0 || list[len(list)-1] != int32(id) {
				s.byTri[t] = append(list, int32(id))
			}
		}
	}
	return s
}

// trigrams are the runs of three letters of a word with its borders, so that a wrong letter costs three.
func trigrams(w string) [][3]byte {
	padded := " " + w + " "
	out := make([][3]byte, 0, len(w))
	for i := 0; i+3 <= len(padded); i++ {
		out = append(out, [3]byte{padded[i], padded[i+1], padded[i+2]})
	}
	return out
}

// near lists up to three words within one typing mistake, or two in a long word, the nearest first.
func (s *speller) near(w string) []alt {
	if len(w) < minSpelling || len(w) > 24 || !isASCII(w) || isDigit(w[0]) {
		return nil
	}
	shared := map[int32]int{}
	for _, t := range trigrams(w) {
		for _, id := range s.byTri[t] {
			shared[id]++
		}
	}
	limit := 1
	if len(w) >= 7 {
		limit = 2
	}
	var found []alt
	for id, n := range shared {
		v := s.words[id]
		if n < 1 || n < len(w)-3*limit || max(len(v)-len(w), len(w)-len(v)) > limit {
			continue
		}
		if d := Typos(w, v); d <= limit {
			quality := 1 - float32(d)/float32(len(w))*1.5
			if v[0] != w[0] {
				quality -= 0.2 // the first letter is seldom the wrong one
			}
			found = append(found, alt{id, quality})
		}
	}
	slices.SortFunc(found, func(a, b alt) int {
		if a.quality != b.quality {
			if a.quality > b.quality {
				return -1
			}
			return 1
		}
		return int(a.id - b.id)
	})
	return found[:min(3, len(found))]
}

// Typos is the number of letters to insert, drop, change or swap with their neighbour to get from a
// to b (optimal string alignment).
func Typos(a, b string) int {
	before, above, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range above {
		above[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, above, row = above, row, before
	}
	return above[len(b)]
}

// spelling finds the words that a mistyped word may mean. Its index is built when it is first needed.
func (x *index) spelling(w string) []alt {
	x.spellOnce.Do(func() { x.speller = newSpeller(x.words) })
	return x.speller.near(w)
}
