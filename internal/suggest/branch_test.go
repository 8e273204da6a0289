package suggest

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// worthOf is what steps are worth, counted anew.
func (s *search) worthOf(steps []int) float64 {
	sum := -total(s.cost, steps)
	for _, row := range s.closes {
		sum += perGap * min(1, total(row, steps))
	}
	return sum
}

// everyPlan tries all plans of a small search.
func everyPlan(s *search, try func([]int)) {
	steps := make([]int, len(s.offers))
	var from func(int)
	from = func(j int) {
		if j == len(steps) {
			if !s.full(steps) {
				try(steps)
			}
			return
		}
		for steps[j] = 0; steps[j] <= s.upper[j]; steps[j]++ {
			from(j + 1)
		}
		steps[j] = 0
	}
	from(0)
}

func TestTheSearchFindsTheSmallestChange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		offers, gaps, limits := draw(t, 6)
		s := newSearch(offers, gaps, limits)
		s.run()
		if s.full(s.best) || s.nodes > mostNodes+1 {
			t.Fatalf("%v after %d programmes", s.best, s.nodes)
		}
		everyPlan(s, func(steps []int) {
			if worth := s.worthOf(steps); worth > s.worthOf(s.best)+s.missed+1e-6 {
				t.Fatalf("%v is worth %v; found %v, worth %v, and misses %v at most", steps, worth, s.best, s.worthOf(s.best), s.missed)
			}
		})
	})
}

// TestTheSearchSaysWhatItMayMiss stops every second search early.
func TestTheSearchSaysWhatItMayMiss(t *testing.T) {
	stopped := 0
	for seed := range uint64(20) {
		found := func(most int) *search {
			s := realistic(rand.New(rand.NewPCG(seed, 2)), 20, 8)
			s.most = most
			s.run()
			return s
		}
		whole, short, again := found(5000), found(10), found(10)
		if !slices.Equal(short.best, again.best) || short.missed != again.missed || short.nodes != again.nodes {
			t.Errorf("%d: %v, then %v", seed, short.best, again.best)
		}
		plan := Plan{Missed: short.missed}
		if !plan.Proved() && short.nodes < short.most || short.nodes > short.most+1 {
			t.Errorf("%d: %d programmes, misses %v", seed, short.nodes, short.missed)
		}
		if short.worth+short.missed < whole.worth-1e-6 {
			t.Errorf("%d: worth %v and misses %v, but there is one worth %v", seed, short.worth, short.missed, whole.worth)
		}
		if !plan.Proved() {
			stopped++
		}
	}
	if stopped == 0 {
		t.Error("no search was stopped")
	}
}

func TestSmallestIsTheSameEachTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		offers, gaps, limits := draw(t, 12)
		one := Smallest(offers, gaps, limits)
		slices.Reverse(offers)
		other := Smallest(offers, gaps, limits)
		codes := func(p Plan) (list []string) {
			for _, c := range p.Changes {
				list = append(list, c.Food.Code)
			}
			return list
		}
		if diff := cmp.Diff(codes(one), codes(other)); diff != "" {
			t.Error("the order of the foods changes the plan", diff)
		}
	})
}

// The programme at the size of a shortlist, by the code here and by gonum's simplex method, which needs a row
// for each bound; and a whole search.
func BenchmarkProgramme(b *testing.B) {
	s := realistic(rand.New(rand.NewPCG(1, 2)), 40, 8)
	low := make([]int, len(s.offers))
	b.Run("here", func(b *testing.B) {
		for b.Loop() {
			s.relaxed(low, s.upper)
		}
	})
	b.Run("gonum", func(b *testing.B) {
		p := s.programme(low, s.upper)
		for b.Loop() {
			if _, err := p.gonum(nil); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkSearch(b *testing.B) {
	programmes := 0
	for b.Loop() {
		s := realistic(rand.New(rand.NewPCG(uint64(b.N), 2)), 40, 8)
		s.run()
		programmes += s.nodes
	}
	b.ReportMetric(float64(programmes)/float64(b.N), "programmes/op")
}
