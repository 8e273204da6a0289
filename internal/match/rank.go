package match

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/nutrigap/nutrigap/internal/food"
)

// shortlist is how many foods the ranking keeps.
const shortlist = 20

// scored is a food of the shortlist.
type scored struct {
	doc   int32
	score float32
	prob  float32 // its share of the belief that one of the shortlist is meant
	dense [featureCount]float32
}

// workspace is the memory that one search needs; workspaces are pooled.
type workspace struct {
	finder finder
	e      evidence
}

// rank lists the likeliest foods for a query, best first.
func (m *Matcher) rank(q *query) []scored {
	ws := m.pool.Get().(*workspace)
	defer m.pool.Put(ws)
	var list []scored
	for _, d := range m.index.find(q, &ws.finder) {
		m.index.weigh(q, &m.index.docs[d], m.ranking, &ws.e)
		list = append(list, scored{doc: d, score: m.ranking.score(q, &ws.e), dense: ws.e.dense})
	}
	sortScored(list)
	list = list[:min(shortlist, len(list))]
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
// where somebody ate two slices.
func (m *Matcher) fit(s *segment, a food.Amount) error {
	if err := m.load(s.list, shortlist); err != nil {
		return err
	}
	for i := range s.list {
		c := &s.list[i]
		f := m.food(c.doc)
		fits, fails := unitFit(a, f)
		c.dense[unitFits], c.dense[unitFails] = fits*c.dense[coverage], fails*c.dense[coverage]
		w := &m.ranking.dense[s.query.kind()]
		c.score += c.dense[unitFits]*w[unitFits] + c.dense[unitFails]*w[unitFails]
	}
	sortScored(s.list)
	share(s.list)
	s.confidence = m.confidence(&s.query, s.list)
	return nil
}

// unitFit is how well an amount goes with a food: 1 where the food has such a portion.
func unitFit(a food.Amount, f *food.Food) (fits, fails float32) {
	w, err := a.Of(f)
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
