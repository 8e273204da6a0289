package match

import (
	"iter"
	"math"
	"runtime"
	"slices"
	"strings"
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
	defaults   []bool    // by alias: it is what the alias means where nothing else is said ("cider, NFS")
	defaulted  bool      // it is what its own name means where something isn't said ("NS as to peel eaten")
	head       int       // how many of terms stand in the first part
	headOf     [2]int32  // the head nouns of the first part and of the second
	plain      bool
	joins      bool // the name joins things: "Beans and white rice"
	state      state
	brands     []string // in lower case
	rank       int      // its own Rank, or that of a food with the same words
	kindCommon float32  // commonness of the commonest food with the same first part
	prior      float32  // what the quick search adds for being common and short
	food       atomic.Pointer[food.Food]
}

// term is a word of a name by its number in the vocabulary.
type term struct {
	id    int32
	group int16
}

// index finds foods by the words of their names.
type index struct {
	docs     []doc
	ids      map[string]int32
	names    map[string]int32 // foods by their folded name
	words    []string         // by id
	rarity   []float32        // by id: the logarithm of how rare the word is among names
	postings [][]posting      // by id

	spellOnce sync.Once
	speller   *speller
}

// posting is one food that has a word, in its name or only among its other names.
type posting struct {
	doc  int32
	also bool
}

// newIndex reads every name. Parsing is shared by the processor's cores and goes on while names come in.
func newIndex(table Table, l *lexicon) (*index, error) {
	chunks, err := readNames(table, l)
	if err != nil {
		return nil, err
	}
	n := 0
	for _, c := range chunks {
		n += len(c.names)
	}
	x := &index{docs: make([]doc, n), ids: make(map[string]int32, 1<<13), names: make(map[string]int32, n)}
	i := 0
	for _, c := range chunks {
		for j := range c.names {
			x.add(i, c.names[j], &c.parsed[j])
			x.name(int32(i))
			i++
		}
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

// chunk is a run of names that are parsed together.
type chunk struct {
	names  []Name
	parsed []parsedName
}

const chunkSize = 256

func readNames(table Table, l *lexicon) ([]*chunk, error) {
	readers := make(chan *reader, runtime.GOMAXPROCS(0))
	for range cap(readers) {
		readers <- newReader(l)
	}
	var wg sync.WaitGroup
	defer wg.Wait()
	var chunks []*chunk
	parse := func(c *chunk) {
		wg.Go(func() {
			r := <-readers
			c.parse(r)
			readers <- r
		})
	}
	last := &chunk{}
	for n, err := range table.Names() {
		if err != nil {
			return nil, err
		}
		if len(last.names) == chunkSize {
			parse(last)
			chunks, last = append(chunks, last), &chunk{}
		}
		last.names = append(last.names, n)
	}
	parse(last)
	return append(chunks, last), nil
}

func (c *chunk) parse(r *reader) {
	c.parsed = make([]parsedName, len(c.names))
	for i := range c.names {
		c.parsed[i].name = r.name(c.names[i].Name)
		if len(c.names[i].Also) == 0 {
			continue
		}
		c.parsed[i].also = make([]phrase, len(c.names[i].Also))
		for j, other := range c.names[i].Also {
			c.parsed[i].also[j] = r.name(other)
		}
	}
}

// id is the number of a word, new or known. Every reader has a symbol of its own for a word.
func (x *index) id(s *symbol) int32 {
	if s.id >= 0 {
		return s.id
	}
	id, ok := x.ids[s.text]
	if !ok {
		id = int32(len(x.words))
		x.ids[s.text] = id
		x.words = append(x.words, s.text)
	}
	s.id = id
	return id
}

func (x *index) add(i int, n Name, p *parsedName) {
	d := &x.docs[i]
	d.Name = n
	d.brands = brands(n.Name)
	// A sandwich joins what is in it.
	d.plain, d.joins, d.headOf = p.name.plain, p.name.joins || strings.Contains(n.Name, "andwich"), [2]int32{-1, -1}
	d.terms = make([]term, len(p.name.words))
	for j, w := range p.name.words {
		d.terms[j] = term{id: x.id(w.symbol), group: int16(w.group)}
		d.state.hear(w.symbol.text)
		if w.part == 0 {
			d.head = j + 1
		}
	}
	d.state.raw = d.state.raw && !d.state.cooked // "from raw" is cooked
	for k, h := range p.name.heads[:min(2, len(p.name.heads))] {
		d.headOf[k] = d.terms[h].id
	}
	words := 0
	for _, other := range p.also {
		words += len(other.words)
	}
	d.also = make([]int32, 0, words)
	for _, other := range p.also {
		if len(other.words) == 0 {
			d.defaulted = d.defaulted || other.plain
			continue
		}
		from := len(d.also)
		for _, w := range other.words {
			d.also = append(d.also, x.id(w.symbol))
		}
		d.aliases = append(d.aliases, d.also[from:len(d.also):len(d.also)])
		d.defaults = append(d.defaults, other.plain)
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
	room := make([]int32, len(x.words)) // at most as many postings as the word occurs
	total := 0
	for i := range x.docs {
		d := &x.docs[i]
		total += len(d.terms) + len(d.also)
		for _, t := range d.terms {
			room[t.id]++
		}
		for _, id := range d.also {
			room[id]++
		}
	}
	all := make([]posting, 0, total)
	x.postings = make([][]posting, len(x.words))
	for id, n := range room {
		x.postings[id] = all[len(all) : len(all) : len(all)+int(n)]
		all = all[:len(all)+int(n)]
	}
	named := make([]int, len(x.words))
	for i := range x.docs {
		d := &x.docs[i]
		for _, t := range d.terms {
			named[t.id] += x.postOnce(t.id, posting{doc: int32(i)})
		}
		for _, id := range d.also {
			x.postOnce(id, posting{doc: int32(i), also: true})
		}
	}
	x.rarity = make([]float32, len(x.words))
	for id, n := range named {
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
