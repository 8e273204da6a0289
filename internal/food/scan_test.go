package food

import (
	"math"
	"strings"
	"testing"
)

func TestScan(t *testing.T) {
	for _, tt := range []struct{ claim, text, want string }{
		{"words keep their hyphens and apostrophes", "bite-size Trader Joe's", "bite-size Trader Joe's"},
		{"a number is apart from its unit", "4oz", "4 oz"},
		{"a fraction is one number", "3/4 cup", "3/4 cup"},
		{"a mixed number is two", "1½ cups", "1 ½ cups"},
		{"a decimal comma belongs to the number", "1,5 l", "1,5 l"},
		{"a comma in a list doesn't", "eggs, 2, large", "eggs , 2 , large"},
		{"thousands belong together", "5,000 IU", "5,000 IU"},
		{"an x between numbers is a sign", "2x400g", "2 x 400 g"},
		{"letters and digits of a name stay together", "B12 V8", "B12 V8"},
		{"a full stop ends an abbreviation", "2 tbsp. oil", "2 tbsp oil"},
		{"a number may begin with a point", ".5 cup", ".5 cup"},
		{"marks stand alone", `6" (2)`, `6 " ( 2 )`},
	} {
		t.Run(tt.claim, func(t *testing.T) {
			var got []string
			for _, tok := range scan(nil, tt.text) {
				got = append(got, tok.text)
			}
			if s := strings.Join(got, " "); s != tt.want {
				t.Errorf("%q is read as %q, want %q", tt.text, s, tt.want)
			}
		})
	}
}

func TestCount(t *testing.T) {
	for text, want := range map[string][3]float64{
		"2": {2, 2, 2}, "1/2": {.5, .5, .5}, "1 1/2": {1.5, 1.5, 1.5}, "1-1/2": {1.5, 1.5, 1.5}, "1½": {1.5, 1.5, 1.5}, "½": {.5, .5, .5},
		"1,5": {1.5, 1.5, 1.5}, "1,234": {1234, 1234, 1234}, "2-3": {2.5, 2, 3}, "2 to 4": {3, 2, 4}, "10–12": {11, 10, 12}, "~20": {20, 20, 20},
		"a dozen": {12, 12, 12}, "half a dozen": {6, 6, 6}, "half a": {.5, .5, .5}, "three quarters of a": {.75, .75, .75}, "two thirds": {2. / 3, 2. / 3, 2. / 3},
		"one and a half": {1.5, 1.5, 1.5}, "1 and 1/2": {1.5, 1.5, 1.5}, "2 dozen": {24, 24, 24}, "a couple of": {2, 2, 3}, "about 5": {5, 5, 5},
		"2 x 3": {6, 6, 6}, "3-2": {3, 3, 3}, "twelve": {12, 12, 12}, "eine halbe": {.5, .5, .5},
	} {
		r := newReader(nil, text)
		c, _, ok := r.count(0)
		for i, v := range []float64{c.value, c.low, c.high} {
			if !ok || math.Abs(v-want[i]) > 1e-9 {
				t.Errorf("%q is %v (%v to %v), want %v", text, c.value, c.low, c.high, want)
				break
			}
		}
	}
	for _, text := range []string{"", "eggs", "of", "-", "x"} {
		r := newReader(nil, text)
		if c, _, ok := r.count(0); ok {
			t.Errorf("%q is %v", text, c.value)
		}
	}
}
