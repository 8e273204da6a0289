package match

import "strings"

// notBrands are words in capitals that stand for no brand.
var notBrands = wordSet(`NFS USDA NLEA UHT RTE RTD BBQ DHA ARA`)

// brands are the words of a name that are a maker's or a brand's, in lower case: SR Legacy writes them in
// capitals.
func brands(name string) []string {
	var found []string
	for word := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == ' ' || r == ',' || r == '(' || r == ')' || r == '/' }) {
		word = strings.Trim(word, `'"&.`)
		if len(word) >= 3 && word == strings.ToUpper(word) && word != strings.ToLower(word) && !strings.ContainsAny(word, "0123456789%") && !notBrands[word] {
			found = append(found, strings.ToLower(word))
		}
	}
	return found
}

// unsaidBrand reports whether a food is of a brand of which the query says nothing.
func (q *query) unsaidBrand(d *doc) bool {
	for _, b := range d.brands {
		if strings.Contains(q.lower, b) {
			return false
		}
	}
	return len(d.brands) > 0
}
