package match

import "github.com/nutrigap/nutrigap/internal/food"

// Trace is one food of a text as the ranking saw it, for the program that fits the weights.
type Trace struct {
	Text   string
	Amount food.Amount // as stated, or the usual portion
	Doubts []float64   // in the order of DoubtNames
	Trust  []float64   // in the order of TrustNames, with the foods in the order of the ranking
	Hand   string      // who wrote the text, one of Hands
	Item   Item        // the answer, likewise
	Foods  []TracedFood
}

// TracedFood is a food that was considered, with the evidence by the names of the weights.
type TracedFood struct {
	Food           *food.Food
	Features       []float64 // in the order of FeatureNames
	Unsaid, Absent []string
}

// FeatureNames are the names of the features, in order.
func FeatureNames() []string {
	names := make([]string, allFeatures)
	for f := range allFeatures {
		names[f] = f.String()
	}
	return names
}

// DoubtNames are the names of the calibration's inputs, in order.
func DoubtNames() []string { return doubtNames[:] }

// Hands are who may have written a text, TrustNames the names of the inputs to the chance that an answer is right, in
// order: each hand has a calibration of its own, named "hand: input" in the weights.
func Hands() []string { return handNames[:] }

// TrustNames are described at [Hands].
func TrustNames() []string {
	names := make([]string, trustCount)
	for t := range trustCount {
		names[t] = t.String()
	}
	return names
}

// trustName is the name of a weight.
func trustName(h hand, t trust) string { return h.String() + ": " + t.String() }

// Trace reads a query as [Matcher.Match] does and shows up to limit foods for each food of the text.
func (m *Matcher) Trace(q Query, limit int) ([]Trace, error) {
	var out []Trace
	for i, s := range m.segment(m.prose.pieces(q.Food), q.Amount != "") {
		t := Trace{Text: s.text, Amount: s.amountWith(i == 0, q.Amount)}
		if len(s.list) > 0 {
			d := doubts(&s.query, s.list)
			t.Doubts = d[:]
		}
		m.hear(&s, t.Amount, i == 0 && q.Amount != "")
		if err := m.trace(&t, &s.query, limit); err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return out, nil
}

func (m *Matcher) trace(t *Trace, q *query, limit int) error {
	ws := m.pool.Get().(*workspace)
	defer m.pool.Put(ws)
	var list []scored
	for _, d := range m.index.find(q, &ws.finder) {
		list = append(list, scored{doc: d})
	}
	list = list[:min(limit, len(list))]
	if err := m.load(list, limit); err != nil {
		return err
	}
	for _, c := range list {
		f := m.food(c.doc)
		e := m.index.weigh(q, &m.index.docs[c.doc], m.ranking, &ws.e)
		fits, fails := c.weigh(t.Amount, f)
		e.dense[unitFits], e.dense[unitFails] = fits*e.dense[coverage], fails*e.dense[coverage]
		t.Foods = append(t.Foods, m.traced(q, f, e))
	}
	return nil
}

func (m *Matcher) traced(q *query, f *food.Food, e *evidence) TracedFood {
	t := TracedFood{Food: f, Features: make([]float64, allFeatures)}
	for i, v := range e.dense {
		t.Features[i] = float64(v)
		if q.row {
			t.Features[i+int(featureCount)] = float64(v)
		}
	}
	for _, id := range e.unsaid {
		t.Unsaid = append(t.Unsaid, m.index.words[id])
	}
	for _, id := range e.absent {
		t.Absent = append(t.Absent, m.index.words[id])
	}
	return t
}

// TraceRanked is [Matcher.Trace] with the foods in the order of the ranking, without their evidence, and with the
// answers. What is no food, or a stated dose, is answered without a ranking.
func (m *Matcher) TraceRanked(q Query) ([]Trace, error) {
	if sure := m.unsearched(q); sure != nil {
		return []Trace{{Text: sure.Text, Item: *sure}}, nil
	}
	found := m.segment(m.prose.pieces(q.Food), q.Amount != "")
	items := m.items(found, q.Amount)
	out := make([]Trace, len(found))
	for i := range found {
		s := &found[i]
		t := Trace{Text: s.text, Amount: s.amountWith(i == 0, q.Amount), Item: items[i]}
		if len(s.list) > 0 && items[i].Kind != ByDose {
			d := doubts(&s.query, s.list)
			t.Doubts, t.Trust, t.Hand = d[:], s.ground.inputs[:], s.ground.hand.String()
			for _, c := range s.list {
				t.Foods = append(t.Foods, TracedFood{Food: m.food(c.doc)})
			}
		}
		out[i] = t
	}
	return out, nil
}
