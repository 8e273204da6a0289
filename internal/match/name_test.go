package match

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// shown is a phrase as text: parts by "/", groups by a number, heads by "*".
func shown(p phrase) []string {
	var out []string
	for i, w := range p.words {
		s := w.text
		for _, h := range p.heads {
			if h == i {
				s += "*"
			}
		}
		if i > 0 && p.words[i-1].part != w.part {
			s = "/" + s
		}
		if w.group > 0 {
			s += "|"
		}
		out = append(out, s)
	}
	return out
}

func TestReaderReadsNames(t *testing.T) {
	lexicon, err := readLexicon(synonymsCSV)
	if err != nil {
		t.Fatal(err)
	}
	r := newReader(lexicon)
	tests := []struct {
		name, text string
		want       []string
		plain      bool
	}{
		{"commas and brackets part a name", "Milk, reduced fat (2%)", []string{"milk*", "/reducedfat*", "/2%*"}, false},
		{"the head is the last word before a small word", "Boneless chicken cutlets in oil", []string{"boneless", "chicken", "cutlet*", "oil"}, false},
		{"NFS is the unspecified form", "Cheese, NFS", []string{"cheese*"}, true},
		{"NS as to something says nothing", "Lamb, NS as to cut, cooked", []string{"lamb*", "/cooked*"}, true},
		{"words joined by or share a group", "Egg, whole, boiled or poached", []string{"egg*", "/whole*", "/boiled|", "poached*|"}, false},
		{"a negated word is another word", "Pasta, no sauce", []string{"pasta*", "/-sauce*"}, false},
		{"excluding governs a list", "Vegetables excluding carrots, broccoli, and kale; no potatoes",
			[]string{"vegetable*", "-carrot", "/-broccoli*", "/kale*", "/-potato*"}, false},
		{"skin not eaten is one word", "Chicken, skin not eaten", []string{"chicken*", "/noskin*"}, false},
		{"unsalted and no salt added are the same", "Butter, no salt added", []string{"butter*", "/unsalted*"}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := r.name(tt.text)
			if diff := cmp.Diff(tt.want, shown(p)); diff != "" || p.plain != tt.plain {
				t.Errorf("name(%q), plain %v (-want +got):\n%s", tt.text, p.plain, diff)
			}
		})
	}
}

func TestReaderReadsQueries(t *testing.T) {
	lexicon, err := readLexicon(synonymsCSV)
	if err != nil {
		t.Fatal(err)
	}
	r := newReader(lexicon)
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"a British word becomes the table's", "aubergines", []string{"eggplant*"}},
		{"a word that narrows does so only alone", "sugar", []string{"sugar", "white", "granulated*"}},
		{"beside another word it stays", "brown sugar", []string{"sugar", "brown*"}},
		{"steak alone is beef", "steak with chips", []string{"beef", "steak*", "potato", "chip"}},
		{"pork steak isn't", "pork steak", []string{"pork", "steak*"}},
		{"gin and tonic stays a name", "gin and tonic", []string{"gin*", "tonic"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, shown(r.query(tt.text))); diff != "" {
				t.Errorf("query(%q) (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestTheSecondOfTwoWordsKeepsItsOrder(t *testing.T) {
	lexicon, err := readLexicon(synonymsCSV)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"light", "brown|", "raw|", "sugar*"}
	if diff := cmp.Diff(want, shown(newReader(lexicon).query("light brown or raw sugar"))); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
