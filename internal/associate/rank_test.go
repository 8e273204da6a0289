package associate

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/floats"
	"pgregory.net/rapid"
)

// near compares to the digits that a publication prints.
func near(got, want, slack float64) bool { return math.Abs(got-want) <= slack }

func TestSpearmanAsPublished(t *testing.T) {
	for _, tt := range []struct {
		source string
		x, y   []float64
		rho    float64
	}{
		{"Wikipedia, Spearman's rank correlation coefficient: IQ and hours of television",
			[]float64{106, 100, 86, 101, 99, 103, 97, 113, 112, 110}, []float64{7, 27, 2, 50, 28, 29, 20, 12, 6, 17}, -29. / 165},
		{"Hollander and Wolfe 1973, p. 187: lightness and quality of tuna",
			[]float64{44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1}, []float64{2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8}, 0.6},
		{"ties by hand: mid-ranks 1.5 1.5 3 4 and 1 2.5 2.5 4", []float64{1, 1, 2, 3}, []float64{1, 2, 2, 3}, 3.75 / 4.5},
	} {
		if rho, ok := Spearman(tt.x, tt.y); !ok || !near(rho, tt.rho, 1e-12) {
			t.Errorf("%s: %v, %v, want %v", tt.source, rho, ok, tt.rho)
		}
	}
	if _, ok := Spearman([]float64{3, 3, 3}, []float64{1, 2, 3}); ok {
		t.Error("a series that never changes has a correlation")
	}
}

// chanceOf is what a test of one series against another gives.
func chanceOf(x, y []float64) (chance float64) {
	s := newSample(y)
	s.add(0, x)
	s.test(func(_ int, _, p float64) { chance = p })
	return chance
}

// exact is the chance out of every order of y.
func exact(x, y []float64) float64 {
	a, b := ranks(x), ranks(y)
	found, strong, all := math.Abs(floats.Dot(a, b)), 0, 0
	var permute func(k int)
	permute = func(k int) {
		if k == len(b) {
			all++
			if math.Abs(floats.Dot(a, b)) >= found {
				strong++
			}
			return
		}
		for i := k; i < len(b); i++ {
			b[k], b[i] = b[i], b[k]
			permute(k + 1)
			b[k], b[i] = b[i], b[k]
		}
	}
	permute(0)
	return float64(strong) / float64(all)
}

func TestChanceIsThatOfEveryOrder(t *testing.T) {
	tuna := []float64{44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1}
	quality := []float64{2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8}
	if p := exact(tuna, quality); !near(p, 0.0968, 0.00005) { // as R's cor.test prints it
		t.Fatalf("the exact chance is %v", p)
	}
	for name, y := range map[string][]float64{
		"untied": quality, "tied": {0, 0, 0, 3, 0, 2, 6, 0, 6}, "the other way": {9, 7, 8, 2, 6, 5, 3, 4, 1}, "nothing": {5, 1, 9, 2, 7, 3, 8, 4, 6},
	} {
		want := exact(tuna, y)
		if got := chanceOf(tuna, y); got < want/2 || got > want*2 {
			t.Errorf("%s: %v, of every order %v", name, got, want)
		}
	}
}

// TestChancesOfNothingAreEven draws series that have nothing to do with each other: as many chances are below
// a twentieth as a twentieth of them.
func TestChancesOfNothingAreEven(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	const draws = 4000
	below := 0
	for range draws {
		x, y := make([]float64, 14), make([]float64, 14)
		for i := range x {
			x[i], y[i] = random.Float64(), float64(random.IntN(4))
		}
		if chanceOf(x, y) <= 0.05 {
			below++
		}
	}
	if share := float64(below) / draws; share < 0.035 || share > 0.065 {
		t.Errorf("%.3f of the chances are below 0.05", share)
	}
}

func TestAdjustedAsPublished(t *testing.T) {
	// Benjamini and Hochberg 1995, section 4.1: of fifteen comparisons the first four stand at 0.05.
	published := []float64{0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1}
	stand := 0
	for _, q := range Adjusted(published) {
		if q <= 0.05 {
			stand++
		}
	}
	if stand != 4 {
		t.Errorf("%d comparisons stand out, want 4", stand)
	}
	if got := Adjusted([]float64{0.03, 0.01, 0.02}); !slices.Equal(got, []float64{0.03, 0.03, 0.03}) {
		t.Errorf("%v, want the order of the chances and nothing above what follows", got)
	}
	if got := Adjusted(nil); len(got) != 0 {
		t.Errorf("%v of nothing", got)
	}
}

func TestSpearmanKeepsItsLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 40).Draw(t, "n")
		series := rapid.SliceOfN(rapid.Float64Range(-20, 20), n, n)
		if rapid.Bool().Draw(t, "tied") {
			series = rapid.SliceOfN(rapid.Map(rapid.IntRange(0, 3), func(i int) float64 { return float64(i) }), n, n)
		}
		x, y := series.Draw(t, "x"), series.Draw(t, "y")
		rho, ok := Spearman(x, y)
		if rho < -1 || rho > 1 || !ok && rho != 0 {
			t.Fatalf("rho %v, %v", rho, ok)
		}
		if other, _ := Spearman(y, x); other != rho {
			t.Errorf("%v one way and %v the other", rho, other)
		}
		if self, changes := Spearman(x, x); changes && !near(self, 1, 1e-12) {
			t.Errorf("a series goes with itself by %v", self)
		}
		rising, falling := make([]float64, n), make([]float64, n)
		for i, v := range x {
			rising[i], falling[i] = v, -v
			if v > 0 {
				rising[i] = 4 * v // without rounding, so that what differs still does
			}
		}
		if got, _ := Spearman(rising, y); got != rho || ok && chanceOf(rising, y) != chanceOf(x, y) {
			t.Errorf("%v, but %v of values that rise alike", rho, got)
		}
		if got, _ := Spearman(falling, y); got != -rho {
			t.Errorf("%v, but %v upside down", rho, got)
		}
		if ok {
			if p := chanceOf(x, y); p <= 0 || p > 1 || p != chanceOf(x, y) {
				t.Errorf("the chance %v is none, or changes", p)
			}
		}
	})
}

func TestAdjustedKeepsItsLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SliceOfN(rapid.Float64Range(0, 1), 1, 50).Draw(t, "chances")
		q := Adjusted(p)
		for i := range p {
			if q[i] < p[i] || q[i] > 1 {
				t.Fatalf("%v is corrected to %v", p[i], q[i])
			}
			for j := range p {
				if p[i] < p[j] && q[i] > q[j] {
					t.Fatalf("%v below %v, but corrected to %v above %v", p[i], p[j], q[i], q[j])
				}
			}
		}
		more := Adjusted(append(slices.Clone(p), 1))
		for i := range p {
			if more[i] < q[i] {
				t.Errorf("one more look makes %v of %v", more[i], q[i])
			}
		}
	})
}
