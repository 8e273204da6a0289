package suggest

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize/convex/lp"
	"pgregory.net/rapid"
)

func TestMaximize(t *testing.T) {
	for _, tt := range []struct {
		name        string
		gain        []float64
		a           [][]float64
		most, upper []float64
		want        float64
	}{
		{"the textbook's two products", []float64{3, 5}, [][]float64{{1, 0}, {0, 2}, {3, 2}}, []float64{4, 12, 18}, []float64{100, 100}, 36},
		{"bounds alone", []float64{1, -1}, nil, nil, []float64{2, 2}, 2},
		{"nothing gains", []float64{-1, -2}, [][]float64{{1, 1}}, []float64{1}, []float64{2, 2}, 0},
		{"no room", []float64{1}, [][]float64{{1}}, []float64{0}, []float64{2}, 0},
		{"a basic variable meets its upper bound", []float64{1, 2}, [][]float64{{-1, 1}}, []float64{0}, []float64{3, 2}, 7},
	} {
		if got := dot(tt.gain, maximize(tt.gain, tt.a, tt.most, tt.upper)); math.Abs(got-tt.want) > 1e-9 {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}

// TestMaximizeAgreesWithGonum compares with another implementation of another form of the method.
func TestMaximizeAgreesWithGonum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, m := rapid.IntRange(1, 12).Draw(t, "foods"), rapid.IntRange(1, 6).Draw(t, "rows")
		// Numbers without pattern: where bounds coincide, gonum goes round in circles for ever.
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		numbers := func(n int, low, high float64) []float64 {
			list := make([]float64, n)
			for i := range list {
				list[i] = low + (high-low)*random.Float64()
			}
			return list
		}
		gain, most, upper := numbers(n, -3, 3), numbers(m, 0.1, 5), numbers(n, 0.1, 3)
		a := make([][]float64, m)
		for i := range a {
			a[i] = numbers(n, -3, 5)
		}
		x := maximize(gain, a, most, upper)
		for j := range x {
			if x[j] < 0 || x[j] > upper[j] {
				t.Fatalf("x[%d] = %v is not between 0 and %v", j, x[j], upper[j])
			}
		}
		for i := range a {
			if dot(a[i], x) > most[i]+1e-7 {
				t.Fatalf("row %d is %v, more than %v", i, dot(a[i], x), most[i])
			}
		}
		if got, want := dot(gain, x), oracle(t, gain, a, most, upper); math.Abs(got-want) > 1e-6 {
			t.Fatalf("%v, gonum %v", got, want)
		}
	})
}

// oracle is gonum's answer to the same programme, with a row for each bound.
func oracle(t *rapid.T, gain []float64, a [][]float64, most, upper []float64) float64 {
	n, m := len(gain), len(a)
	g := mat.NewDense(m+n, n+m+n, nil)
	c, b := make([]float64, n+m+n), make([]float64, m+n)
	for j := range gain {
		c[j] = -gain[j]
		g.Set(m+j, j, 1)
		b[m+j] = upper[j]
	}
	for i := range a {
		for j, v := range a[i] {
			g.Set(i, j, v)
		}
		b[i] = most[i]
	}
	basis := make([]int, m+n)
	for i := range basis {
		g.Set(i, n+i, 1)
		basis[i] = n + i
	}
	least, _, err := lp.Simplex(c, g, b, 0, basis)
	if err != nil {
		t.Fatal(err)
	}
	return -least
}
