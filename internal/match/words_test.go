package match

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSplit(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"an apostrophe inside a word vanishes", "Reese's cup", []string{"reeses", "cup"}},
		{"a curly apostrophe is the same", "Reese’s", []string{"reeses"}},
		{"accents vanish", "Crème fraîche", []string{"creme", "fraiche"}},
		{"a percent sign stays with its number", "2 % milk, 100%", []string{"2%", "milk", ",", "100%"}},
		{"a decimal stays one word", "Heineken 0.0", []string{"heineken", "0.0"}},
		{"a hyphen parts words", "low-fat", []string{"low", "fat"}},
		{"an ampersand is a word", "mac & cheese", []string{"mac", "and", "cheese"}},
		{"w/ is with and w/o without", "egg w/ salt w/o pepper", []string{"egg", "with", "salt", "without", "pepper"}},
		{"a bar parts foods", "huel|bar", []string{"huel", ";", "bar"}},
		{"bytes that are no text are skipped", "a\xffb", []string{"a", "b"}},
		{"letters without decomposition are spelt out", "Øl & Łosoś", []string{"ol", "and", "losos"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, split(fold(tt.text))); diff != "" {
				t.Errorf("split(%q) (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestStemBringsPluralsTogether(t *testing.T) {
	for _, pair := range [][2]string{
		{"berry", "berries"}, {"cookie", "cookies"}, {"potato", "potatoes"}, {"peach", "peaches"}, {"leaf", "leaves"},
		{"glass", "glasses"}, {"pie", "pies"}, {"pea", "peas"}, {"smoothie", "smoothies"}, {"sandwich", "sandwiches"},
	} {
		if a, b := stem(pair[0]), stem(pair[1]); a != b {
			t.Errorf("stem(%q) = %q, stem(%q) = %q", pair[0], a, pair[1], b)
		}
	}
	for _, pair := range [][2]string{{"sweet", "sweetened"}, {"bean", "beans2"}, {"hummus", "hummu"}, {"egg", "eggplant"}} {
		if stem(pair[0]) == stem(pair[1]) {
			t.Errorf("%q and %q share the stem %q", pair[0], pair[1], stem(pair[0]))
		}
	}
}
