package suggest

import (
	"errors"
	"math"
	"math/rand/v2"
	"strconv"
	"testing"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize/convex/lp"
	"pgregory.net/rapid"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/nutrient"
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
		{"a variable that is fixed", []float64{1, 1}, [][]float64{{1, 1}}, []float64{3}, []float64{0, 2}, 2},
		{"a basic variable meets its upper bound", []float64{1, 2}, [][]float64{{-1, 1}}, []float64{0}, []float64{3, 2}, 7},
		{"Beale's, in which the steepest gain goes round in circles", []float64{0.75, -150, 0.02, -6},
			[][]float64{{0.25, -60, -0.04, 9}, {0.5, -90, -0.02, 3}, {0, 0, 1, 0}}, []float64{0, 0, 1}, []float64{10, 10, 10, 10}, 0.05},
		{"Klee and Minty's cube", []float64{100, 10, 1}, [][]float64{{1, 0, 0}, {20, 1, 0}, {200, 20, 1}}, []float64{1, 100, 10000}, []float64{1e6, 1e6, 1e6}, 10000},
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

// programme is a linear programme as maximize takes it.
type programme struct {
	gain        []float64
	a           [][]float64
	most, upper []float64
}

// drawProgramme draws the numbers of a programme from a source.
func drawProgramme(t *rapid.T, number func(low, high int) float64) programme {
	n, m := rapid.IntRange(1, 12).Draw(t, "foods"), rapid.IntRange(1, 6).Draw(t, "rows")
	numbers := func(n, low, high int) []float64 {
		list := make([]float64, n)
		for i := range list {
			list[i] = number(low, high)
		}
		return list
	}
	p := programme{gain: numbers(n, -5, 5), most: numbers(m, 0, 10), upper: numbers(n, 0, 3)}
	for range m {
		p.a = append(p.a, numbers(n, -3, 5))
	}
	return p
}

// TestMaximizeFindsTheOptimum proves each answer by duality: prices of the rows under which no variable gains
// by moving, and which price nothing that is left over. Small whole numbers make nearly every programme
// degenerate, where more than one row or bound is met at once.
func TestMaximizeFindsTheOptimum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProgramme(t, func(low, high int) float64 { return float64(rapid.IntRange(low, high).Draw(t, "number")) })
		x, prices := solve(p.gain, p.a, p.most, p.upper)
		p.checkFeasible(t, x)
		for i, row := range p.a {
			if left := p.most[i] - dot(row, x); prices[i] < -1e-7 || prices[i] > 1e-7 && left > 1e-7 {
				t.Fatalf("row %d has the price %v and %v left", i, prices[i], left)
			}
		}
		for j := range x {
			gain := p.gain[j]
			for i := range p.a {
				gain -= prices[i] * p.a[i][j]
			}
			if gain > 1e-7 && x[j] < p.upper[j]-1e-7 || gain < -1e-7 && x[j] > 1e-7 {
				t.Fatalf("x[%d] = %v gains %v by moving", j, x[j], gain)
			}
		}
	})
}

func (p *programme) checkFeasible(t *rapid.T, x []float64) {
	for j := range x {
		if x[j] < 0 || x[j] > p.upper[j] {
			t.Fatalf("x[%d] = %v is not between 0 and %v", j, x[j], p.upper[j])
		}
	}
	for i := range p.a {
		if dot(p.a[i], x) > p.most[i]+1e-7 {
			t.Fatalf("row %d is %v, more than %v", i, dot(p.a[i], x), p.most[i])
		}
	}
}

// TestMaximizeAgreesWithGonum compares with another implementation of another form of the method, on numbers
// without pattern: where bounds coincide, gonum may go round in circles for ever, and the test above proves
// the answers.
func TestMaximizeAgreesWithGonum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		p := drawProgramme(t, func(low, high int) float64 { return float64(low) + random.Float64()*float64(high-low) })
		x := maximize(p.gain, p.a, p.most, p.upper)
		p.checkFeasible(t, x)
		want, err := p.gonum(nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := dot(p.gain, x); math.Abs(got-want) > 1e-6 {
			t.Fatalf("%v, gonum %v", got, want)
		}
	})
}

// TestBoundsAgreeWithGonum compares the parts of a search: between two bounds of the steps, gonum, which gets
// each bound as a row, finds the same best or finds none where the search says that there is no room.
func TestBoundsAgreeWithGonum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		s := realistic(random, rapid.IntRange(1, 6).Draw(t, "foods"), rapid.IntRange(1, 3).Draw(t, "gaps"))
		low, high := make([]int, len(s.offers)), make([]int, len(s.offers))
		for j := range low {
			low[j] = rapid.IntRange(0, s.upper[j]).Draw(t, "low")
			high[j] = rapid.IntRange(low[j], s.upper[j]).Draw(t, "high")
		}
		p := s.programme(low, high)
		want, err := p.gonum(low)
		switch {
		case s.full(low):
			if !errors.Is(err, lp.ErrInfeasible) {
				t.Fatalf("no room, but gonum finds %v (%v)", want, err)
			}
		case err == nil:
			if _, got := s.relaxed(low, high); math.Abs(got/perGap-want) > 1e-6 {
				t.Fatalf("%v, gonum %v", got/perGap, want)
			}
		}
	})
}

// programme is what s.relaxed solves, with the steps counted from 0.
func (s *search) programme(low, high []int) *programme {
	n := len(s.offers)
	p := &programme{}
	for j := range s.offers {
		p.gain, p.upper = append(p.gain, -s.cost[j]/perGap), append(p.upper, float64(high[j]))
	}
	for _, r := range s.rows {
		p.a, p.most = append(p.a, append(append([]float64{}, r...), make([]float64, len(s.gaps))...)), append(p.most, 1)
	}
	for i, r := range s.closes {
		row := make([]float64, n+len(s.gaps))
		for j, v := range r {
			row[j] = -v
		}
		row[n+i] = 1
		p.gain, p.upper, p.a, p.most = append(p.gain, 1), append(p.upper, 1), append(p.a, row), append(p.most, 0)
	}
	return p
}

// gonum is its answer to a programme, with a row for each bound; low are lower bounds of the first variables.
func (p *programme) gonum(low []int) (float64, error) {
	n, m := len(p.gain), len(p.a)
	rows := m + n + len(low)
	g := mat.NewDense(rows, n+rows, nil)
	c, b := make([]float64, n+rows), make([]float64, rows)
	for j := range p.gain {
		c[j] = -p.gain[j]
		g.Set(m+j, j, 1)
		b[m+j] = p.upper[j]
	}
	for j, least := range low {
		g.Set(m+n+j, j, -1)
		b[m+n+j] = -float64(least)
	}
	for i := range p.a {
		for j, v := range p.a[i] {
			g.Set(i, j, v)
		}
		b[i] = p.most[i]
	}
	basis := make([]int, rows)
	for i := range basis {
		g.Set(i, n+i, 1)
		basis[i] = n + i
	}
	if low != nil {
		basis = nil // the slack of a lower bound would be negative
	}
	least, _, err := lp.Simplex(c, g, b, 0, basis)
	return -least, err
}

// realistic is a search over foods and gaps of the sizes that diaries have.
func realistic(random *rand.Rand, foods, gaps int) *search {
	ids := []nutrient.ID{nutrient.Magnesium, nutrient.Iron, nutrient.VitaminC, nutrient.Calcium, nutrient.Zinc, nutrient.VitaminD, nutrient.Folate, nutrient.Potassium, nutrient.VitaminB12, nutrient.Protein}
	limits := []Limit{{nutrient.Sodium, 2500, 2300}}
	for _, id := range []nutrient.ID{nutrient.Calcium, nutrient.Iron, nutrient.Zinc, nutrient.VitaminC, nutrient.VitaminD, nutrient.Copper, nutrient.Selenium, nutrient.Phosphorus, nutrient.Niacin, nutrient.VitaminB6} {
		limits = append(limits, Limit{id, 40, 200})
	}
	var open []Gap
	for _, id := range ids[:gaps] {
		amount := 20 + 60*random.Float64()
		open = append(open, Gap{id, amount, 100})
	}
	var offers []Offer
	categories := []string{"Apples", "Spinach", "Fish", "Milk, whole", "Nuts and seeds", "Beans, peas, legumes", "Citrus juice"}
	for i := range foods {
		f := &food.Food{
			Code: strconv.Itoa(i), Name: "food " + strconv.Itoa(i), Category: categories[random.IntN(len(categories))],
			Portions: []food.Portion{{Amount: 1, Grams: 100, Kind: food.Usual}},
		}
		for id := range f.Per100g {
			f.Per100g[id] = nutrient.Of(10 * random.ExpFloat64())
		}
		f.Per100g[nutrient.Energy] = nutrient.Of(20 + 300*random.Float64())
		if o, ok := NewOffer(f, limits); ok {
			o.Familiar = random.IntN(2) == 0
			offers = append(offers, o)
		}
	}
	return newSearch(offers, open, limits)
}
