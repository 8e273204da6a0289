package html

import (
	"math"
	"regexp"
	"strconv"
	"testing"
)

// readable are the pairs of text and ground that the page uses, and the contrast that WCAG 2.2 AA asks for:
// 4.5 for text, 3 for what a chart is made of.
var readable = []struct {
	front, ground string
	least         float64
}{
	{"ink", "paper", 4.5}, {"ink", "card", 4.5}, {"ink", "doctor", 4.5},
	{"soft", "paper", 4.5}, {"soft", "card", 4.5},
	{"link", "paper", 4.5}, {"link", "card", 4.5}, {"link", "doctor", 4.5},
	{"short-ink", "short-cell", 4.5}, {"possible-ink", "possible-cell", 4.5}, {"enough-ink", "enough-cell", 4.5},
	{"excess-ink", "excess-cell", 4.5}, {"unsure-ink", "unsure-cell", 4.5}, {"unsure-ink", "hatch", 4.5},
	{"short-text", "card", 4.5}, {"possible-text", "card", 4.5}, {"excess-text", "card", 4.5}, {"excess", "card", 4.5},
	{"paper", "ink", 4.5},
	{"short", "card", 3}, {"possible", "card", 3}, {"enough", "card", 3}, {"unsure", "card", 3},
}

var (
	paletteBlock = regexp.MustCompile(`:root \{([^}]*)\}`)
	colorValue   = regexp.MustCompile(`--([a-z-]+): #([0-9a-f]{6});`)
)

func TestContrast(t *testing.T) {
	blocks := paletteBlock.FindAllStringSubmatch(styleSource, -1)
	if len(blocks) != 3 {
		t.Fatalf("%d palettes, want light, dark and print", len(blocks))
	}
	for i, name := range []string{"light", "dark", "print"} {
		colors := map[string]string{}
		for _, c := range colorValue.FindAllStringSubmatch(blocks[i][1], -1) {
			colors[c[1]] = c[2]
		}
		for _, pair := range readable {
			front, ground := colors[pair.front], colors[pair.ground]
			if front == "" || ground == "" {
				t.Errorf("%s has no %s or no %s", name, pair.front, pair.ground)
				continue
			}
			if got := contrast(front, ground); got < pair.least {
				t.Errorf("%s: %s on %s has a contrast of %.2f, less than %v", name, pair.front, pair.ground, got, pair.least)
			}
		}
	}
}

// contrast is the ratio of two colours by WCAG 2.2, 1 to 21.
func contrast(a, b string) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

// luminance of an RGB colour in six hexadecimal digits, by WCAG 2.2.
func luminance(hex string) float64 {
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, _ := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}
