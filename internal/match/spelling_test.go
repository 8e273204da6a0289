package match

import "testing"

func TestDistanceCountsTypingMistakes(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want int
	}{
		{"yogurt", "yogurt", 0},
		{"chikcen", "chicken", 1}, // swapped
		{"brocoli", "broccoli", 1},
		{"banan", "banana", 1},
		{"tomatto", "tomato", 1},
		{"lettice", "lettuce", 1},
		{"spagetti", "spaghetti", 1},
		{"", "egg", 3},
	} {
		if got := Typos(tt.a, tt.b); got != tt.want {
			t.Errorf("Typos(%q, %q) = %d, want %d", tt.a, tt.b, got, tt.want)
		}
		if got := Typos(tt.b, tt.a); got != tt.want {
			t.Errorf("Typos(%q, %q) = %d, want %d", tt.b, tt.a, got, tt.want)
		}
	}
}

func TestSpellerFindsTheWordThatWasMeant(t *testing.T) {
	words := []string{"chicken", "broccoli", "spaghetti", "yogurt", "lettuce", "milk", "egg", "chickpea"}
	s := newSpeller(words)
	for typed, want := range map[string]string{"chikcen": "chicken", "brocolli": "broccoli", "spagetti": "spaghetti", "yoghrt": "yogurt"} {
		found := s.near(typed)
		if len(found) == 0 || words[found[0].id] != want {
			t.Errorf("near(%q) = %v, want %q first", typed, found, want)
		}
	}
	for _, typed := range []string{"mlk", "eg", "xylophone", "12345", ""} {
		if found := s.near(typed); len(found) > 0 {
			t.Errorf("near(%q) = %v, want nothing", typed, found)
		}
	}
}
