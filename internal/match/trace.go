package match

import "github.com/nutrigap/nutrigap/internal/food"

// Trace is one food of a text as the ranking saw it, for the program that fits the weights.
type Trace struct {
	Text   string
	Amount food.Amount // as stated, or the usual portion
	Doubts map[string]float64
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

// Trace reads a query as [Matcher.Match] does and shows up to limit foods for each food of the text.
func (m *Matcher) Trace(q Query, limit int) ([]Trace, error) {
	var out []Trace
	for i, s := range m.segment(m.prose.pieces(q.Food), q.Amount != "") {
		t := Trace{Text: s.text, Amount: s.amountWith(i == 0, q.Amount)}
		if len(s.list) > 0 {
			t.Doubts = map[string]float64{}
			for d, v := range doubts(&s.query, s.list) {
				t.Doubts[doubt(d).String()] = v
			}
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

// TraceRanked is [Matcher.Trace] with the foods in the order of the ranking, without their evidence.
func (m *Matcher) TraceRanked(q Query) ([]Trace, error) {
	var out []Trace
	for i, s := range m.segment(m.prose.pieces(q.Food), q.Amount != "") {
		t := Trace{Text: s.text, Amount: s.amountWith(i == 0, q.Amount)}
		if len(s.list) > 0 {
			m.hear(&s, t.Amount, i == 0 && q.Amount != "")
			if err := m.fit(&s, t.Amount); err != nil {
				return nil, err
			}
			t.Doubts = map[string]float64{}
			for d, v := range doubts(&s.query, s.list) {
				t.Doubts[doubt(d).String()] = v
			}
		}
		for _, c := range s.list {
			t.Foods = append(t.Foods, TracedFood{Food: m.food(c.doc)})
		}
		out = append(out, t)
	}
	return out, nil
}
