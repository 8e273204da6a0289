package match

import (
	"iter"
	"math"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/nutrigap/nutrigap/internal/food"
)

// Table is a list of foods to match against: the nutrient table, or somebody's own foods.
type Table interface {
	// Names lists every food, in the same order each time. It ends at the first error.
	Names() iter.Seq2[Name, error]
	// Food is the food with that code, with its portions and nutrients.
	Food(code string) (*food.Food, error)
}

// batchTable is a table that can read many foods at once, in the order of their codes, which is much faster
// where foods come from a database.
type batchTable interface {
	Foods(codes ...string) ([]*food.Food, error)
}

// Name is what the matcher must know of a food to find it by its words.
type Name struct {
	Code     string
	Name     string
	Also     []string // other names: additional descriptions, common names, brands
	Source   string
	Category string
	Rank     int // place among the foods that people report most often, 1 the commonest; 0 is unranked
	Known    int // how many nutrients have a value
}

// doc is a food as the index sees it.
type doc struct {
	Name
	terms      []term // the words of the name, in order
	also       []int32
	aliases    [][]int32 // every other name of its own, as a set of words
	parts      int
	head       int      // how many of terms stand in the first part
	headOf     [2]int32 // the head nouns of the first part and of the second
	plain      bool
	rank       int     // its own Rank, or that of a food with the same words
	kindCommon float32 // commonness of the commonest food with the same first part
	prior      float32 // what the quick search adds for being common and short
	food       atomic.Pointer[food.Food]
}

// term is a word of a name by its number in the vocabulary.
type term struct {
	id    int32
	part  int16
	group int16
}

// index finds foods by the words of their names.
type index struct {
	docs     []doc
	ids      map[string]int32
	words    []string    // by id
	rarity   []float32   // by id: the logarithm of how rare the word is among names
	postings [][]posting // by id

	spellOnce sync.Once
	speller   *speller
}

// posting is one food that has a word, in its name or only among its other names.
type posting struct {
	doc  int32
	also bool
}

// newIndex reads every name. Parsing is most of the work and is shared by the processor's cores.
func newIndex(table Table, l *lexicon) (*index, error) {
	var names []Name
	for n, err := range table.Names() {
		if err != nil {
			return nil, err
		}
		names = append(names, n)
	}
	x := &index{docs: make([]doc, len(names)), ids: make(map[string]int32, 8192)}
	parsed := parseNames(names, l)
	for i := range parsed {
		x.add(i, names[i], &parsed[i])
	}
	x.inheritRanks()
	x.post()
	return x, nil
}

// parsedName is a food's names as phrases.
type parsedName struct {
	name phrase
	also []phrase
}

func parseNames(names []Name, l *lexicon) []parsedName {
	parsed := make([]parsedName, len(names))
	const share = 512
	var wg sync.WaitGroup
	for from := 0; from < len(names); from += share {
		wg.Go(func() {
			for i := from; i < min(from+share, len(names)); i++ {
				parsed[i].name = l.name(names[i].Name)
				for _, other := range names[i].Also {
					parsed[i].also = append(parsed[i].also, l.name(other))
				}
			}
		})
	}
	wg.Wait()
	return parsed
}

// id is the number of a word, new or known.
func (x *index) id(w string) int32 {
	id, ok := x.ids[w]
	if !ok {
		id = int32(len(x.words))
		x.ids[w] = id
		x.words = append(x.words, w)
	}
	return id
}

func (x *index) add(i int, n Name, p *parsedName) {
	d := &x.docs[i]
	d.Name = n
	d.parts, d.plain, d.headOf = p.name.parts, p.name.plain, [2]int32{-1, -1}
	d.terms = make([]term, len(p.name.words))
	for j, w := range p.name.words {
		d.terms[j] = term{id: x.id(w.text), part: int16(w.part), group: int16(w.group)}
		if w.part == 0 {
			d.head = j + 1
		}
	}
	for k, h := range p.name.heads[:min(2, len(p.name.heads))] {
		d.headOf[k] = d.terms[h].id
	}
	for _, other := range p.also {
		if len(other.words) == 0 {
			continue
		}
		set := make([]int32, 0, len(other.words))
		for _, w := range other.words {
			set = append(set, x.id(w.text))
		}
		d.aliases = append(d.aliases, set)
		d.also = append(d.also, set...)
	}
}

// inheritRanks gives a food without a rank that of one with the same words in its name: "Bananas, raw" of one
// table is as common as "Banana, raw" of the other.
func (x *index) inheritRanks() {
	ranks := map[string]int{}
	var key []byte
	for i := range x.docs {
		if d := &x.docs[i]; d.Rank > 0 {
			key = d.key(key)
			if r, ok := ranks[string(key)]; !ok || d.Rank < r {
				ranks[string(key)] = d.Rank
			}
		}
	}
	for i := range x.docs {
		d := &x.docs[i]
		d.rank = d.Rank
		if d.rank == 0 {
			key = d.key(key)
			d.rank = ranks[string(key)]
		}
		d.prior = 1/float32(1+len(d.terms)) + commonness(d.rank)
	}
	kinds := map[int32]float32{}
	for i := range x.docs {
		if d := &x.docs[i]; d.head == 1 {
			kinds[d.terms[0].id] = max(kinds[d.terms[0].id], commonness(d.rank))
		}
	}
	for i := range x.docs {
		if d := &x.docs[i]; d.head == 1 {
			d.kindCommon = kinds[d.terms[0].id]
		}
	}
}

// key is the set of words of a name. It keeps buf's memory.
func (d *doc) key(buf []byte) []byte {
	var ids [24]int32
	n := copyIDs(ids[:], d.terms)
	slices.Sort(ids[:n])
	buf = buf[:0]
	for _, id := range ids[:n] {
		buf = append(buf, byte(id), byte(id>>8), byte(id>>16))
	}
	return buf
}

func copyIDs(ids []int32, terms []term) int {
	n := min(len(ids), len(terms))
	for i := range n {
		ids[i] = terms[i].id
	}
	return n
}

// post fills the postings and the rarities.
func (x *index) post() {
	x.postings = make([][]posting, len(x.words))
	counts := make([]int, len(x.words))
	for i := range x.docs {
		d := &x.docs[i]
		for _, t := range d.terms {
			counts[t.id] += x.postOnce(t.id, posting{doc: int32(i)})
		}
		for _, id := range d.also {
			x.postOnce(id, posting{doc: int32(i), also: true})
		}
	}
	x.rarity = make([]float32, len(x.words))
	for id, n := range counts {
		x.rarity[id] = float32(math.Log(float64(len(x.docs)+1) / (float64(n) + 0.5)))
	}
}

// postOnce adds a posting unless the food has one already; it returns how many it added.
func (x *index) postOnce(id int32, p posting) int {
	list := x.postings[id]
	if n := len(list); n > 0 && list[n-1].doc == p.doc {
		return 0
	}
	x.postings[id] = append(list, p)
	return 1
}

// commonness is 1 for the food that people report most often and 0 for one outside the first thousand.
func commonness(rank int) float32 {
	if rank <= 0 {
		return 0
	}
	return max(0, 1-float32(math.Log(float64(rank))/math.Log(1000)))
}
