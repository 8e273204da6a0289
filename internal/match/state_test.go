package match

import (
	"strings"
	"testing"
)

func TestRawAndCookedContradictEachOther(t *testing.T) {
	heard := func(text string) (s state) {
		for word := range strings.FieldsSeq(text) {
			s.hear(word)
		}
		return s
	}
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"cooked carrots", "carrots raw", true},
		{"raw carrots", "carrots boiled drained", true},
		{"uncooked rice", "rice white cooked", true},
		{"carrots", "carrots raw", false},
		{"cooked carrots", "carrots fresh cooked", false},
		{"raw or cooked carrots", "carrots raw", false},
		{"chicken breast grilled", "chicken breast baked from raw", false},
	} {
		if got := heard(tt.a).contradicts(heard(tt.b)); got != tt.want {
			t.Errorf("%q against %q: %v, want %v", tt.a, tt.b, got, tt.want)
		}
		if heard(tt.a).contradicts(heard(tt.b)) != heard(tt.b).contradicts(heard(tt.a)) {
			t.Errorf("%q against %q is not the same the other way round", tt.a, tt.b)
		}
	}
}

func TestWhatACookDoesToRawFoodSaysThatItIsRaw(t *testing.T) {
	for _, tt := range []struct {
		text string
		raw  bool
	}{
		{"rice rinsed", true},
		{"green beans trimmed", true},
		{"egg lightly beaten", true},
		{"black beans rinsed and drained", false},
		{"canned lentils rinsed", false},
		{"carrots trimmed and boiled", false},
		{"rice", false},
	} {
		var q query
		for word := range strings.FieldsSeq(tt.text) {
			q.state.hear(word)
			q.tokens = append(q.tokens, token{text: word})
		}
		if q.state.hearRecipe(q.tokens); q.state.raw != tt.raw {
			t.Errorf("%q: raw is %v, want %v", tt.text, q.state.raw, tt.raw)
		}
	}
}
