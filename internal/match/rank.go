package match

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// shortlist is how many foods the ranking keeps.
const shortlist = 12

// scored is a food of the shortlist.
type scored struct {
	doc   int32
	score float32
	prob  float32 // its share of the belief that one of the shortlist is meant
	dense [featureCount]float32

	kcal, protein float32 // of the amount, or of 100 g where it can't be weighed
	support       float32 // the belief in foods that come to the same energy and protein
}

// workspace is the memory that one search needs; workspaces are pooled.
type workspace struct {
	reader *reader
	finder finder
	e      weighing
	hits   []hit
}

// hit is a food that was weighed.
type hit struct {
	doc   int32
	score float32
}

// rank lists the likeliest foods for a query, best first.
func (m *Matcher) rank(q *query) []scored {
	ws := m.pool.Get().(*workspace)
	defer m.pool.Put(ws)
	ws.hits = ws.hits[:0]
	for _, d := range m.index.find(q, &ws.finder) {
		e := m.index.weigh(q, &m.index.docs[d], m.ranking, &ws.e)
		ws.hits = append(ws.hits, hit{d, m.ranking.score(q, e)})
	}
	slices.SortFunc(ws.hits, func(a, b hit) int {
		if a.score != b.score {
			return cmp.Compare(b.score, a.score)
		}
		return int(a.doc - b.doc)
	})
	list := make([]scored, min(shortlist, len(ws.hits)))
	for i := range list {
		r := ws.hits[i]
		e := m.index.weigh(q, &m.index.docs[r.doc], m.ranking, &ws.e)
		list[i] = scored{doc: r.doc, score: r.score, dense: e.dense}
	}
	share(list)
	return list
}

func sortScored(list []scored) {
	slices.SortFunc(list, func(a, b scored) int {
		if a.score != b.score {
			return cmp.Compare(b.score, a.score)
		}
		return int(a.doc - b.doc)
	})
}

// share turns scores into shares of belief that sum to 1.
func share(list []scored) {
	if len(list) == 0 {
		return
	}
	var sum float64
	for i := range list {
		p := math.Exp(float64(list[i].score - list[0].score))
		list[i].prob = float32(p)
		sum += p
	}
	for i := range list {
		list[i].prob /= float32(sum)
	}
}

// fit looks again at the shortlist in the light of the amount: a food that is sold by the slice is likelier
// where somebody ate two slices. The answer then is the food on which most of the belief agrees in energy and
// protein, since one name often says less than its neighbours together.
func (m *Matcher) fit(s *segment, a food.Amount) error {
	if err := m.load(s.list, shortlist); err != nil {
		return err
	}
	for i := range s.list {
		c := &s.list[i]
		f := m.food(c.doc)
		fits, fails := c.weigh(a, f)
		c.dense[unitFits], c.dense[unitFails] = fits*c.dense[coverage], fails*c.dense[coverage]
		w := &m.ranking.dense[s.query.kind()]
		c.score += c.dense[unitFits]*w[unitFits] + c.dense[unitFails]*w[unitFails]
	}
	sortScored(s.list)
	share(s.list)
	preferSupported(s.list)
	s.confidence = m.confidence(&s.query, s.list)
	return nil
}

// agree is the belief in all foods that come to the same energy and protein as number i.
func agree(list []scored, i int) float32 {
	var sum float32
	for j := range list {
		if near(list[i].kcal, list[j].kcal, 0.1, 4) && near(list[i].protein, list[j].protein, 0.12, 0.5) {
			sum += list[j].prob
		}
	}
	return sum
}

func near(a, b, share, least float32) bool { return max(a-b, b-a) <= max(least, share*max(a, b)) }

// trailing is how much less likely than the first a food may be to take its place.
const trailing = 0.5

// preferSupported puts the best supported of the likeliest foods first.
func preferSupported(list []scored) {
	best := 0
	for i := range list {
		list[i].support = agree(list, i)
		if list[i].prob >= trailing*list[0].prob && list[i].support > list[best].support*1.02 {
			best = i
		}
	}
	top := list[best]
	copy(list[1:best+1], list[:best])
	list[0] = top
}

// weigh notes what the amount of the food comes to, and how well the amount goes with it: fits is 1 where the
// food has such a portion.
func (c *scored) weigh(a food.Amount, f *food.Food) (fits, fails float32) {
	w, err := a.Of(f)
	grams := w.Grams
	if err != nil {
		grams = 100
	}
	kcal, _ := f.Per100g[nutrient.Energy].Known()
	protein, _ := f.Per100g[nutrient.Protein].Known()
	c.kcal, c.protein = float32(kcal*grams/100), float32(protein*grams/100)
	switch {
	case err != nil:
		return 0, 1
	case a == food.UsualPortion():
		return 0, 0
	case strings.HasPrefix(w.Basis, "portion:"):
		return 1, 0
	}
	return 0, 0
}
