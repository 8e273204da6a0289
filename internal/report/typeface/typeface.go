// Package typeface knows the letters that pictures and pages are set in: the Go fonts, how wide a text is
// in them, and where it breaks.
//
// Its rule: what is measured or drawn has gone through [Printable], so that no text of a diary asks a font
// for a letter that it lacks. It refuses to lose a letter in silence: what the fonts lack stands as a box,
// and the caller is told.
package typeface

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

// Missing stands for a letter that the fonts lack.
const Missing = '□'

// maxMissing is how many boxes in a row stand for a word that the fonts lack; more would say nothing more.
const maxMissing = 3

// ellipsis ends a text that was cut.
const ellipsis = "…"

// Face is one font.
type Face struct {
	TTF     []byte // the font file
	advance []uint16
	em      float64
}

// Regular is the font of ordinary text.
var Regular = sync.OnceValue(func() *Face { return newFace(goregular.TTF) })

// Bold is the font of what stands out.
var Bold = sync.OnceValue(func() *Face { return newFace(gobold.TTF) })

// planeZero is the number of characters that a font can have: PDF writers number letters with 16 bits.
const planeZero = 1 << 16

// absent is the advance of a character that a font lacks; no letter is as wide.
const absent = 1<<16 - 1

func newFace(ttf []byte) *Face {
	font, err := sfnt.Parse(ttf)
	if err != nil {
		panic(err) // of a font that is part of a library
	}
	var buf sfnt.Buffer
	f := &Face{TTF: ttf, advance: make([]uint16, planeZero), em: float64(font.UnitsPerEm())}
	ppem := fixed.Int26_6(font.UnitsPerEm()) // so that an advance comes out in units of the font
	for r := range f.advance {
		f.advance[r] = absent
		glyph, err := font.GlyphIndex(&buf, rune(r))
		if err != nil || glyph == 0 || unicode.IsControl(rune(r)) {
			continue
		}
		if w, err := font.GlyphAdvance(&buf, glyph, ppem, 0); err == nil {
			f.advance[r] = uint16(w)
		}
	}
	return f
}

// has reports whether the font can show r.
func (f *Face) has(r rune) bool {
	return r >= 0 && int(r) < len(f.advance) && f.advance[r] != absent
}

// Width is how wide a printable text is, in the unit of size.
func (f *Face) Width(s string, size float64) float64 {
	sum := 0
	for _, r := range s {
		if f.has(r) {
			sum += int(f.advance[r])
		}
	}
	return float64(sum) * size / f.em
}

// Printable is s with every character replaced that the fonts lack, and whether letters were lost by it.
// Spaces of every kind become a space, ligatures and wide forms their usual letters, an accent joins its
// letter where there is such a letter.
func Printable(s string) (printable string, lost bool) {
	if plain(s) {
		return s, false
	}
	var b strings.Builder
	boxes := 0
	for _, r := range norm.NFC.String(strings.ToValidUTF8(s, string(utf8.RuneError))) {
		text, ok := letters(r)
		switch {
		case ok:
			boxes = 0
			b.WriteString(text)
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
			lost = lost || !unicode.Is(unicode.Cf, r) // an accent, not a joiner
		default:
			lost = true
			if boxes++; boxes <= maxMissing {
				b.WriteRune(Missing)
			}
		}
	}
	return b.String(), lost
}

func plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// letters are what both fonts show for r.
func letters(r rune) (string, bool) {
	have := func(r rune) bool { return Regular().has(r) && Bold().has(r) }
	switch {
	case have(r):
		return string(r), true
	case unicode.IsSpace(r) || unicode.IsControl(r):
		return " ", true
	}
	usual := norm.NFKC.String(string(r))
	for _, u := range usual {
		if !have(u) {
			return "", false
		}
	}
	return usual, usual != ""
}

// Clip is s, cut with an ellipsis where it is wider than width.
func (f *Face) Clip(s string, size, width float64) string {
	if f.Width(s, size) <= width {
		return s
	}
	room := width - f.Width(ellipsis, size)
	if room < 0 {
		return ""
	}
	used := 0.0
	for i, r := range s {
		used += f.Width(string(r), size)
		if used > room {
			return strings.TrimRight(s[:i], " ") + ellipsis
		}
	}
	return s
}

// Wrap breaks s at spaces into lines of at most width, and inside of words that are wider. Nothing is one
// empty line.
func (f *Face) Wrap(s string, size, width float64) []string {
	var lines []string
	line, used, space := "", 0.0, f.Width(" ", size)
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' }) { // a no-break space is none
		w := f.Width(word, size)
		if line != "" && used+space+w <= width {
			line, used = line+" "+word, used+space+w
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		for w > width {
			head := f.head(word, size, width)
			lines, word = append(lines, head), word[len(head):]
			w = f.Width(word, size)
		}
		line, used = word, w
	}
	return append(lines, line)
}

// head is the beginning of a word that fits, one letter at least.
func (f *Face) head(word string, size, width float64) string {
	used := 0.0
	for i, r := range word {
		used += f.Width(string(r), size)
		if used > width && i > 0 {
			return word[:i]
		}
	}
	return word
}
