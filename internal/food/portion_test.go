package food

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadPortion(t *testing.T) {
	type understood struct {
		Unit, Other Unit
		Sizes       []Size
		Each        Measure
	}
	for _, tt := range []struct {
		claim, label string
		want         understood
	}{
		{"a volume with a cut", "cup, chopped", understood{Unit: Cup}},
		{"a volume with its volume", "cup (8 fl oz)", understood{Unit: Cup, Each: Measure{8, FluidOunce}}},
		{"a size alone", "medium", understood{Sizes: []Size{"medium"}}},
		{"two words for one size", "medium or regular slice", understood{Unit: "slice", Sizes: []Size{"medium"}}},
		{"several sizes", "small or thin/very thin slice", understood{Unit: "slice", Sizes: []Size{"small", "thin"}}},
		{"two units", "can or bottle (12 fl oz)", understood{Unit: "can", Other: "bottle", Each: Measure{12, FluidOunce}}},
		{"two units with a bar between", "juice box/pouch (6.75 fl oz)", understood{Unit: "box", Other: "packet", Each: Measure{6.75, FluidOunce}}},
		{"a vessel behind other words", "large single serving bag", understood{Unit: "bag", Sizes: []Size{"large"}}},
		{"a volume behind other words is none", "microwavable cup", understood{}},
		{"a vessel of a weight", "5.3 oz container", understood{Unit: "container", Each: Measure{5.3, Ounce}}},
		{"a size behind the unit", "slice, large", understood{Unit: "slice", Sizes: []Size{"large"}}},
		{"a word that only describes is no unit", "grape tomato", understood{}},
		{"a food that is its own unit", "large egg", understood{Unit: "egg", Sizes: []Size{"large"}}},
		{"what it was made of is not its weight", "patty (cooked from 4 oz raw)", understood{Unit: "patty"}},
		{"a child's order", "kids meal order", understood{Unit: "order", Sizes: []Size{"child"}}},
	} {
		t.Run(tt.claim, func(t *testing.T) {
			r := newReader(nil, tt.label)
			p := readPortion(&r)
			got := understood{p.unit.unit, p.other.unit, nil, p.each}
			for _, s := range []Size{"miniature", "bite size", "child", "small", "medium", "large", "extra large", "thin", "thick"} {
				if p.sizes&words().bySize[s].set != 0 {
					got.Sizes = append(got.Sizes, s)
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%q (-want +got)\n%s", tt.label, diff)
			}
		})
	}
}

func TestDensityOf(t *testing.T) {
	for _, tt := range []struct {
		claim, name, label string
		want               string // the row, with its cut; empty where there is none
	}{
		{"the row with most words", "Wheat flour, white, cake, enriched", "", "flour cake"},
		{"the cut that was said", "Cheese, Cheddar", "shredded", "cheese, shredded"},
		{"another way of cutting to pieces", "Cheese, Cheddar", "cut into cubes", "cheese, diced"},
		{"no cut, no row for one", "Cheese, Cheddar", "", ""},
		{"a brand in front", "MORI-NU, Tofu, silken, soft", "", "tofu"},
		{"a word that isn't what the food is", "Tortilla, flour", "", ""},
		{"a ground spice is not ground again", "Spices, turmeric, ground", "ground", ""},
		{"dried fruit is not cut as fresh fruit", "Strawberries, dried", "sliced", ""},
	} {
		t.Run(tt.claim, func(t *testing.T) {
			name, want := newReader(nil, tt.name), newReader(nil, tt.label)
			d, ok := densityOf(&name, &want)
			got := ""
			for i, w := range d.food {
				got = joinWords(got, w)
				if i == len(d.food)-1 && d.cut != "" {
					got += ", " + d.cut
				}
			}
			wanted := newReader(nil, tt.want)
			stemmed := ""
			for i := range wanted.toks {
				if wanted.isMark(i, ",") {
					stemmed += ", " + wanted.toks[i+1].text
					break
				}
				stemmed = joinWords(stemmed, string(stem([]byte(wanted.toks[i].text))))
			}
			if ok != (tt.want != "") || got != stemmed {
				t.Errorf("%q, %q: %q, want %q", tt.name, tt.label, got, stemmed)
			}
		})
	}
}

func TestStem(t *testing.T) {
	for _, pair := range [][2]string{{"berry", "berries"}, {"cookie", "cookies"}, {"potato", "potatoes"}, {"apple", "apples"}, {"glass", "glass"}, {"pea", "peas"}, {"cheese", "cheeses"}} {
		if one, many := string(stem([]byte(pair[0]))), string(stem([]byte(pair[1]))); one != many {
			t.Errorf("%s is %s and %s is %s", pair[0], one, pair[1], many)
		}
	}
}
