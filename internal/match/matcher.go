package match

import (
	"errors"
	"slices"
	"strings"
	"sync"

	"github.com/nutrigap/nutrigap/internal/food"
)

// Matcher finds foods of one table. It is safe for concurrent use.
type Matcher struct {
	table   Table
	lexicon *lexicon
	prose   *prose
	pills   *supplements
	index   *index
	ranking *ranking
	pool    sync.Pool
	answers cache[Query, []Item]
	texts   cache[textKey, []segment]
}

// New indexes a table. The embedded synonyms and weights are tested, so that an error is the table's.
func New(table Table) (*Matcher, error) {
	w, err := ReadWeights(weightsCSV)
	if err != nil {
		return nil, err
	}
	return NewWith(table, w)
}

// NewWith is [New] with other weights than the embedded ones; the program that fits them needs it.
func NewWith(table Table, w *Weights) (*Matcher, error) {
	l, err := readLexicon(synonymsCSV)
	if err != nil {
		return nil, err
	}
	p, err := readProse(proseCSV)
	if err != nil {
		return nil, err
	}
	pills, err := readSupplements(supplementsCSV)
	if err != nil {
		return nil, err
	}
	x, err := newIndex(table, l)
	if err != nil {
		return nil, err
	}
	m := &Matcher{table: table, lexicon: l, prose: p, pills: pills, index: x, ranking: newRanking(w, x)}
	m.pool.New = func() any { return &workspace{reader: newReader(l)} }
	return m, nil
}

// load reads the foods of the first n of a list from the table, where they aren't known yet.
func (m *Matcher) load(list []scored, n int) error {
	var codes []string
	var missing []int32
	for _, c := range list[:min(n, len(list))] {
		if d := &m.index.docs[c.doc]; d.food.Load() == nil {
			codes, missing = append(codes, d.Code), append(missing, c.doc)
		}
	}
	if len(codes) == 0 {
		return nil
	}
	foods, err := m.foods(codes)
	if err != nil {
		return err
	}
	for i, f := range foods {
		m.index.docs[missing[i]].food.Store(f)
	}
	return nil
}

// foods reads foods from the table, at once where the table can.
func (m *Matcher) foods(codes []string) ([]*food.Food, error) {
	if t, ok := m.table.(batchTable); ok {
		return t.Foods(codes...)
	}
	foods := make([]*food.Food, len(codes))
	for i, code := range codes {
		f, err := m.table.Food(code)
		if err != nil {
			return nil, err
		}
		foods[i] = f
	}
	return foods, nil
}

// food is a food that was loaded before.
func (m *Matcher) food(doc int32) *food.Food { return m.index.docs[doc].food.Load() }

// Match finds the foods in what somebody wrote. It always returns at least one item.
func (m *Matcher) Match(q Query) []Item {
	if items, ok := m.scaled(q); ok {
		return items
	}
	return m.remembered(q)
}

// remembered is the answer to a query, from the cache if it was asked before.
func (m *Matcher) remembered(q Query) []Item {
	if items, ok := m.answers.get(q); ok {
		return items
	}
	items := m.match(q)
	m.answers.put(q, items)
	return items
}

func (m *Matcher) match(q Query) []Item {
	q = q.tidy()
	if sure := m.unsearched(q); sure != nil {
		return []Item{*sure}
	}
	found := m.segmented(q)
	if len(found) == 0 {
		return []Item{{Text: q.Food, Status: Unmatched, Kind: ByNone}}
	}
	return m.items(found, q.Amount)
}

// tidy puts the text where it belongs and cuts what nobody writes.
func (q Query) tidy() Query {
	if q.Food == "" {
		q.Food, q.Amount = q.Amount, ""
	}
	return Query{clip(q.Food), clip(q.Amount)}
}

// unsearched is the answer to a query that needs no search: a name of the table, a stated dose, a note; else nil.
func (m *Matcher) unsearched(q Query) *Item {
	if it, ok := m.exact(q); ok {
		return &it
	}
	if !apart(m.prose.pieces(q.Food)) {
		if it, ok := m.pills.dose(q); ok {
			return &it
		}
	}
	if why := notFood(q); why != "" {
		return &Item{Text: q.Food, Status: Unmatched, Kind: ByNone, Why: []string{why}}
	}
	return nil
}

// items makes the answers for the foods of a text.
func (m *Matcher) items(found []segment, column string) []Item {
	items := make([]Item, len(found))
	for i := range found {
		items[i] = m.item(&found[i], i == 0, column, len(found))
		if found[i].stirred {
			items[i].stir(&items[0])
		}
	}
	return items
}

// textKey is a text whose foods were found, apart from its amount.
type textKey struct {
	food      string
	hasAmount bool
}

// segmented finds the foods of a text, from the cache if it was asked before with another amount. The caller
// may change what it gets.
func (m *Matcher) segmented(q Query) []segment {
	key := textKey{q.Food, q.Amount != ""}
	found, ok := m.texts.get(key)
	if !ok {
		found = m.segment(m.prose.pieces(q.Food), key.hasAmount)
		m.texts.put(key, found)
	}
	found = slices.Clone(found)
	for i := range found {
		found[i].list = slices.Clone(found[i].list)
	}
	return found
}

// clip makes a text valid and no longer than anybody writes.
func clip(s string) string {
	if len(s) > maxText {
		s = s[:maxText]
	}
	return strings.ToValidUTF8(s, "\uFFFD")
}

// item makes the answer for one of n segments. An amount of its own column belongs to the first food.
func (m *Matcher) item(s *segment, first bool, column string, n int) Item {
	it := Item{Text: s.text, Status: Unmatched, Kind: ByNone}
	if len(s.list) == 0 {
		return it
	}
	a := s.amountWith(first, column)
	if d, ok := m.pills.dose(Query{Food: s.text}); ok {
		return d
	}
	m.hear(s, a, first && column != "")
	a = a.Beside(s.text)
	if err := m.fit(s, a); err != nil {
		it.AmountErr = err
		return it
	}
	if s.confidence < matchAt {
		return Item{Text: s.text, Status: Unmatched, Kind: ByNone, Confidence: s.confidence}
	}
	f := m.food(s.list[0].doc)
	it.Food, it.Kind = f, BySearch
	if s.list[0].dense[exactName] == 1 || s.list[0].dense[exactAlso] == 1 {
		it.Kind = ByName
	}
	it.weigh(a, f)
	s.ground = s.grounds(a, column, it.Weight, n)
	chance := m.trusted(&s.ground)
	if s.unjoined && !m.index.docs[s.list[0].doc].joins {
		chance = min(chance, doubtJoined)
	}
	it.Trust(chance)
	it.Why = m.reasons(s)
	if it.Status == Review {
		it.Candidates = m.candidates(s)
	}
	return it
}

// amountWith is the amount of a segment where the row may have an amount of its own, which belongs to the
// first food.
func (s *segment) amountWith(first bool, column string) food.Amount {
	if !first || column == "" {
		return s.amount
	}
	a, err := food.ParseAmount(column)
	var unknown *food.UnitError
	if err != nil && !errors.As(err, &unknown) {
		return s.amount
	}
	if s.counted {
		return a.With(s.amount)
	}
	if a.Bare() {
		a.Context = s.text // "5" of "cherry tomatoes": the text may name the portion
	}
	return a
}

// Trust sets the chance that an item is right, and accepts it where that is enough and its amount could be weighed.
func (it *Item) Trust(chance float64) {
	it.Confidence, it.Status = chance, Review
	if chance >= acceptAt && it.AmountErr == nil {
		it.Status = Accepted
	}
}

// The confidence from which an answer counts, and below which it isn't worth showing.
const (
	acceptAt = 0.86
	matchAt  = 0.05
)

// hear takes the words of an amount's own column for the food too: "1 flour tortilla", "1 cup cooked".
func (m *Matcher) hear(s *segment, a food.Amount, column bool) {
	if !column || a.Label == "" {
		return
	}
	heard := m.read(s.query.text + ", " + a.Label)
	for i := len(s.query.tokens); i < len(heard.tokens); i++ {
		heard.tokens[i].rarity *= labelWeight
	}
	heard.row = s.query.row
	if list := m.rank(&heard); len(list) > 0 {
		s.query, s.list = heard, list
	}
}

// labelWeight is how much a word of the amount counts for the food.
const labelWeight = 0.5

// weigh turns the amount into grams and nutrients. Where the amount can't be weighed for this food, the
// usual portion stands in, the error says so, and a person should look.
func (it *Item) weigh(a food.Amount, f *food.Food) {
	it.Weight, it.AmountErr = a.Of(f)
	var unknown *food.WeighError
	if errors.As(it.AmountErr, &unknown) {
		w, err := food.UsualPortion().Of(f)
		if err != nil {
			return
		}
		it.Weight = w
		it.Weight.Basis = "usual portion instead of an amount that can't be weighed"
	}
	if it.Weight.Grams > 0 || it.AmountErr == nil {
		it.Amounts = f.Per100g.Times(it.Weight.Grams / 100)
	}
}
