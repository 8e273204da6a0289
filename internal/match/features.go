package match

// feature is one thing that speaks for or against a food. The weights of all are fitted by the program in
// the folder fit; so are the weights of single words that a name has and nobody said ("powder") or that
// somebody said and a name hasn't ("diet").
type feature int

const (
	coverage    feature = iota // share of the query's words that the name has, by rarity
	missed                     // rarity of the query's words that it lacks
	missedCount                // how many
	headCover                  // share of the name's first part that was said
	headExtra                  // rarity of what wasn't said in the first part
	tailExtra                  // the same of the other parts
	extraCount                 // how many words nobody said
	exactName                  // the same words, no more and no less
	exactAlso                  // the same words as another of its names
	headNoun                   // a head noun of the query stands in the first part
	headMeets                  // a head noun of the query is the head noun of the first part
	headMissed                 // no head noun of the query is in the name
	firstWord                  // the first word is the same
	neighbours                 // share of the query's neighbours that stand side by side in the name too
	viaAlso                    // share of the coverage that rests on other names alone
	guessed                    // share that rests on a changed ending or a mended spelling
	common                     // how often people report it
	ranked                     // whether it is among the first thousand
	unspecified                // the "NFS" form, where the query says little
	legacy                     // from SR Legacy, which describes ingredients rather than dishes
	complete                   // share of the nutrients that have a value
	unitFits                   // the food has a portion of the amount's unit
	unitFails                  // the amount can't be weighed
	coverageSquared
	commonCovered    // common times coverage
	firstMissed      // what the query is about is not in the name
	firstMeets       // it is the head noun of the first part
	firstSecond      // it is the head noun of the second part: "Fish, salmon"
	kindCommon       // for the unspecified form: how often people report its commonest kind
	headsMet         // share of the query's head nouns that the name has
	loneUnspecified  // the unspecified form of a food of which only one word was said
	loneExact        // the same for a name without any more words
	byAlias          // it rests on another name that was said in full: share of the query
	contradicted     // one says raw and the other cooked
	otherBrand       // it is of a brand that nobody said
	defaulted        // the table codes it where something wasn't said: "NS as to peel eaten"
	byDefault        // the table says that the query's words alone mean it: "cider, NFS"
	bothJoin         // the text joins things and so does the name
	joinsNothing     // the text joins things and the name doesn't
	nameHeadUnsaid   // nobody said what the name is about
	ingredient       // it is a plain ingredient of SR Legacy
	oddities         // how rare the words of the name are that nobody said, beyond what is usual
	exactUnspecified // the unspecified form whose words are just those of the query: "Black beans, NFS"
	featureCount
)

var featureNames = [featureCount]string{
	"coverage", "missed", "missed count", "head cover", "head extra", "tail extra", "extra count", "exact name",
	"exact also", "head noun", "head meets", "head missed", "first word", "neighbours", "via also", "guessed",
	"common", "ranked", "unspecified", "legacy", "complete", "unit fits", "unit fails",
	"coverage squared", "common covered", "first missed", "first meets", "first second", "kind common", "heads met", "lone unspecified", "lone exact", "by alias",
	"contradicted", "other brand", "defaulted", "by default", "both join", "joins nothing", "name head unsaid", "ingredient", "oddities", "exact unspecified",
}

// String is the feature's name in the file of weights.
func (f feature) String() string {
	if f >= featureCount {
		return "row: " + featureNames[f-featureCount]
	}
	return featureNames[f]
}

// allFeatures counts the features twice: what holds for a row of a diary may differ from what holds for a
// sentence, so every feature has a second weight that is added for rows.
const allFeatures = 2 * featureCount

// evidence is all that speaks for or against one food as the answer to one query.
type evidence struct {
	dense  [featureCount]float32
	unsaid []int32 // words of the name that nobody said
	absent []int32 // words of the query that the name hasn't
}

// weighing is the memory for the evidence for one food under two names.
type weighing struct{ name, alias evidence }

// legacySource is the table that describes ingredients rather than dishes.
const legacySource = "SR Legacy"

// ingredients are the categories of SR Legacy that hold ingredients rather than dishes and products.
var ingredients = map[string]bool{
	"Fruits and Fruit Juices": true, "Vegetables and Vegetable Products": true, "Nut and Seed Products": true,
	"Fats and Oils": true, "Spices and Herbs": true, "Legumes and Legume Products": true, "Dairy and Egg Products": true,
	"Cereal Grains and Pasta": true, "Finfish and Shellfish Products": true, "Poultry Products": true, "Beef Products": true,
	"Pork Products": true, "Lamb, Veal, and Game Products": true,
}

// leastAlias is the share of a query that another name must say to be looked at.
const leastAlias = 0.3

// weigh collects the evidence for food d, by its name or by another of its names, whichever says more. The
// evidence is w's and lasts until w is used again.
func (x *index) weigh(q *query, d *doc, r *ranking, w *weighing) *evidence {
	x.weighAs(q, d, -1, &w.name)
	alias := d.bestAlias(x, q)
	if alias < 0 || x.aliasShare(q, d.aliases[alias]) < leastAlias {
		return &w.name
	}
	x.weighAs(q, d, alias, &w.alias)
	if r.score(q, &w.alias) > r.score(q, &w.name) {
		return &w.alias
	}
	return &w.name
}

// bestAlias is the other name that was said in full with the rarest words, or -1.
func (d *doc) bestAlias(x *index, q *query) int {
	best, worth := -1, float32(0)
	for i, a := range d.aliases {
		v := float32(0)
		for _, id := range a {
			if !q.says(id) {
				v = 0
				break
			}
			v += x.rarity[id]
		}
		if v > worth {
			best, worth = i, v
		}
	}
	return best
}

// says reports whether a word is among what the query's tokens may stand for.
func (q *query) says(id int32) bool {
	for i := range q.tokens {
		for _, a := range q.tokens[i].alts {
			if a.id == id {
				return true
			}
		}
	}
	return false
}

// weighAs collects the evidence for food d under its name, or under its other name number alias: then what
// the name adds counts for as little as the other name says much.
func (x *index) weighAs(q *query, d *doc, alias int, e *evidence) {
	e.dense, e.unsaid, e.absent = [featureCount]float32{}, e.unsaid[:0], e.absent[:0]
	var said [64]bool // by term of the name
	x.weighQuery(q, d, e, &said)
	rest := float32(1)
	if alias >= 0 {
		f := &e.dense
		f[byAlias] = x.aliasShare(q, d.aliases[alias])
		f[viaAlso] = max(0, f[viaAlso]-f[byAlias])
		rest = 1 - f[byAlias]
	}
	x.weighName(d, e, &said, rest)
	f := &e.dense
	f[common] = commonness(d.rank)
	if d.rank > 0 {
		f[ranked] = 1
	}
	if d.plain {
		f[kindCommon] = d.kindCommon
		f[unspecified] = 1
	}
	if d.Source == legacySource {
		f[legacy] = 1
		if ingredients[d.Category] {
			f[ingredient] = 1
		}
	}
	f[complete] = float32(d.Known) / 36
	if q.state.contradicts(d.state) {
		f[contradicted] = 1
	}
	if q.unsaidBrand(d) {
		f[otherBrand] = 1
	}
	f[coverageSquared] = f[coverage] * f[coverage]
	f[commonCovered] = f[common] * f[coverage]
	if len(e.absent) == 0 && f[extraCount] == 0 && f[missedCount] == 0 {
		f[exactName] = 1
	}
	f[exactUnspecified] = f[exactName] * f[unspecified]
	if q.known == 1 {
		f[loneUnspecified], f[loneExact] = f[unspecified], f[exactName]
	}
	if d.defaulted {
		f[defaulted] = 1
	}
	if q.joins && d.joins {
		f[bothJoin] = 1
	} else if q.joins {
		f[joinsNothing] = 1
	}
	if a := sameAlias(q, d); a >= 0 {
		if f[exactName] == 0 {
			f[exactAlso] = 1
		}
		if d.defaults[a] {
			f[byDefault] = 1
		}
	}
}

// weighQuery compares the query's words with the name and marks what the name's terms were said by.
func (x *index) weighQuery(q *query, d *doc, e *evidence, said *[64]bool) {
	f := &e.dense
	var total, got, also, guess float32
	var quality, gotAt [64]float32
	at := [64]int{}
	n := min(len(q.tokens), 64)
	for i := range n {
		at[i] = -1
		quality[i], at[i] = d.quality(&q.tokens[i], said)
		gotAt[i] = quality[i]
	}
	for i := range n {
		t := &q.tokens[i]
		if len(t.alts) == 0 {
			continue
		}
		have := quality[i]
		if t.group > 0 {
			first := true
			for j := range n {
				if q.tokens[j].group == t.group {
					have = max(have, quality[j])
					first = first && j >= i
				}
			}
			if !first {
				continue
			}
		}
		total += t.rarity
		got += have * t.rarity
		if have == 0 {
			f[missedCount]++
			e.absent = append(e.absent, t.alts[0].id)
		} else if at[i] < 0 {
			also += t.rarity
		}
		if t.alts[0].quality < 1 && have > 0 {
			guess += t.rarity
		}
	}
	if total > 0 {
		f[coverage] = got / total
		f[missed] = total - got
		f[viaAlso] = also / total
		f[guessed] = guess / total
	}
	pairs := 0
	for i := 1; i < n; i++ {
		if at[i] >= 0 && at[i-1] >= 0 && (at[i] == at[i-1]+1) {
			pairs++
		}
	}
	if n > 1 {
		f[neighbours] = float32(pairs) / float32(n-1)
	}
	x.weighHeads(q, d, f, gotAt[:n], at[:n])
}

// weighHeads compares what the query is about with what the name is about.
func (x *index) weighHeads(q *query, d *doc, f *[featureCount]float32, have []float32, at []int) {
	known, met := 0, 0
	f[headMissed] = 1
	for _, h := range q.heads {
		if h >= len(have) || len(q.tokens[h].alts) == 0 {
			continue
		}
		known++
		if have[h] > 0 {
			met++
			f[headMissed] = 0
		}
		if at[h] >= 0 && at[h] < d.head {
			f[headNoun] = 1
		}
		if at[h] >= 0 && d.terms[at[h]].id == d.headOf[0] {
			f[headMeets] = 1
		}
	}
	if known == 0 {
		f[headMissed] = 0
	} else {
		f[headsMet] = float32(met) / float32(known)
	}
	if h := q.first; h >= 0 && h < len(have) {
		switch {
		case have[h] == 0:
			f[firstMissed] = 1
		case at[h] >= 0 && d.terms[at[h]].id == d.headOf[0]:
			f[firstMeets] = 1
		case at[h] >= 0 && d.terms[at[h]].id == d.headOf[1] && !q.says(d.headOf[0]):
			f[firstSecond] = 1
		}
	}
	if len(q.tokens) > 0 && at[0] == 0 {
		f[firstWord] = 1
	}
	if d.headOf[0] >= 0 && !q.says(d.headOf[0]) {
		f[nameHeadUnsaid] = 1
	}
}

// quality is how well a token is met by the food, and by which term of its name (-1: by another name).
func (d *doc) quality(t *token, said *[64]bool) (best float32, at int) {
	at = -1
	for _, a := range t.alts {
		for j, term := range d.terms {
			if term.id == a.id && j < len(said) {
				said[j] = true
				if a.quality > best {
					best, at = a.quality, j
				}
			}
		}
	}
	if best > 0 {
		return best, at
	}
	for _, a := range t.alts {
		for _, id := range d.also {
			if id == a.id {
				best = max(best, 0.85*a.quality)
			}
		}
	}
	return best, at
}

// weighName looks at the words of the name that nobody said. Of words joined by "or" one is enough.
func (x *index) weighName(d *doc, e *evidence, said *[64]bool, rest float32) {
	f := &e.dense
	var headAll, headSaid float32
	for j, t := range d.terms {
		r := x.rarity[t.id]
		ok := j < len(said) && said[j]
		size := 1 / max(rest, 0.01)
		if t.group > 0 && !ok {
			for k, u := range d.terms {
				if u.group == t.group && k != j {
					size++
					ok = ok || k < len(said) && said[k]
				}
			}
		}
		if j < d.head {
			headAll += r
			if ok {
				headSaid += r
			}
		}
		if ok {
			continue
		}
		if j < d.head {
			f[headExtra] += r / size
		} else {
			f[tailExtra] += r / size
		}
		f[extraCount] += 1 / size
		f[oddities] += max(0, r-usualRarity) / size
		if rest > 0.5 {
			e.unsaid = append(e.unsaid, t.id)
		}
	}
	if headAll > 0 {
		f[headCover] = headSaid / headAll
	}
}

// usualRarity is the rarity up to which a word of a name that nobody said is nothing odd: about one name in 150.
const usualRarity = 5

// aliasShare is the share of the query's rarity that another name has.
func (x *index) aliasShare(q *query, alias []int32) float32 {
	var total, got float32
	for i := range q.tokens {
		t := &q.tokens[i]
		if len(t.alts) == 0 {
			continue
		}
		total += t.rarity
		for _, a := range t.alts {
			if contains(alias, a.id) {
				got += t.rarity
				break
			}
		}
	}
	if total == 0 {
		return 0
	}
	return got / total
}

func contains(set []int32, id int32) bool {
	for _, s := range set {
		if s == id {
			return true
		}
	}
	return false
}

// sameAlias is the other name of the food that has just the words of the query, one that stands for this food by
// default before others, or -1.
func sameAlias(q *query, d *doc) int {
	if len(q.set) == 0 || len(q.set) != len(q.tokens) {
		return -1
	}
	found := -1
	for i, a := range d.aliases {
		if len(a) == len(q.set) && containsAll(a, q.set) && (found < 0 || d.defaults[i]) {
			found = i
		}
	}
	return found
}

func containsAll(set, want []int32) bool {
	for _, w := range want {
		if !contains(set, w) {
			return false
		}
	}
	return true
}
