package match

import (
	"cmp"

	"github.com/nutrigap/nutrigap/internal/food"
)

// exactConfidence is the chance that who writes a table's name in full, commas and all, means that food.
const exactConfidence = 0.99

// exact is the answer for a text that is a name of the table. It is one food, whatever the name is made of
// ("Beans, rice, and cheese"), and no other food is looked at: that is surer than any ranking, and an export
// of a table's own foods holds thousands of them.
func (m *Matcher) exact(q Query) (Item, bool) {
	doc, ok := m.index.names[fold(q.Food)]
	if !ok {
		return Item{}, false
	}
	it := Item{Text: q.Food, Kind: ByName, Why: []string{"exact name"}}
	if err := m.load([]scored{{doc: doc}}, 1); err != nil {
		return Item{Text: q.Food, Status: Unmatched, Kind: ByNone, AmountErr: err}, true
	}
	s := segment{amount: food.UsualPortion()}
	it.Food = m.food(doc)
	it.weigh(s.amountWith(true, q.Amount), it.Food)
	it.Trust(exactConfidence)
	return it, true
}

// IsName reports whether a text is a name of the table.
func (m *Matcher) IsName(text string) bool {
	_, ok := m.index.names[fold(text)]
	return ok
}

// name makes food i findable by its whole name. Of two foods of one name, the one that people report more
// often has it, then the one of which more is known, then the later one.
func (x *index) name(i int32) {
	key := fold(x.docs[i].Name.Name)
	other, taken := x.names[key]
	if taken {
		a, b := &x.docs[i], &x.docs[other]
		if cmp.Or(cmp.Compare(commonness(a.Rank), commonness(b.Rank)), cmp.Compare(a.Known, b.Known)) < 0 {
			return
		}
	}
	x.names[key] = i
}
