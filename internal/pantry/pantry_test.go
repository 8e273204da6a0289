package pantry

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

func TestKey(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"case, spaces and punctuation don't matter", " My  Shake! ", "my shake"},
		{"accents don't matter", "Crème brûlée", "creme brulee"},
		{"apostrophes vanish", "Reese’s", "reeses"},
		{"percent tells foods apart", "2% milk", "2% milk"},
		{"marks of other scripts are letters", "कि", "कि"},
		{"text without letters is its own key", " ? ! ", "? !"},
		{"nothing is nothing", "  ", ""},
	} {
		if got := Key(tt.text); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestAKeyIsItsOwnKey(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		key := Key(text)
		if Key(key) != key || !utf8.ValidString(key) {
			t.Fatalf("%q has the key %q, which has the key %q", text, key, Key(key))
		}
	})
}

func TestSearchFindsWhatHasEveryWord(t *testing.T) {
	p := Pantry{
		Foods:  []*food.Food{{Code: "own:1", Name: "Oat bar", Also: []string{"flapjack"}}, {Code: "own:2", Name: "Oat drink"}},
		Dishes: []Dish{{Food: &food.Food{Code: "recipe:1", Name: "Baked oats"}}},
	}
	for text, want := range map[string]string{"oat": "recipe:1 own:1 own:2", "Bar OAT": "own:1", "flapjack": "own:1", "rice": "", " ": ""} {
		var got []string
		for _, f := range p.Search(text) {
			got = append(got, f.Code)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q finds %q, want %q", text, s, want)
		}
	}
}

// anything finds no fault with an alias.
func anything(Alias) error { return nil }

func TestAliasesComeBackAsTheyWent(t *testing.T) {
	want := []Alias{
		{Text: "my shake", Kind: IsFood, Code: "own:1", Grams: 330},
		{Text: "=1+1", Kind: IsFood, Code: "11100000"},
		{Text: "Notes", Kind: IsNotFood},
		{Text: "grandma's, \"special\"", Kind: IsSkipped},
	}
	var b strings.Builder
	if err := WriteAliases(&b, want, func(s string) string {
		if strings.HasPrefix(s, "=") {
			return "'" + s
		}
		return s
	}); err != nil {
		t.Fatal(err)
	}
	got, err := ReadAliases("a.csv", strings.NewReader(b.String()), anything, func(e *diary.SyntaxError) { t.Error(e) })
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// read runs a reader of a CSV file and says what came out and what was refused.
func read[T any](content string, reader func(refuse func(*diary.SyntaxError)) (T, error)) (T, string) {
	var said []string
	got, err := reader(func(e *diary.SyntaxError) { said = append(said, e.Error()) })
	if err != nil {
		said = append(said, err.Error())
	}
	return got, strings.Join(said, "\n")
}

func TestBadAliasesAreRefusedOneByOne(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"no text column", "food,code\nx,1\n", `a.csv: has no column "text"`},
		{"nothing at all", "", "a.csv: is empty"},
		{"no text", "text,code\n,1\n", "a.csv:2: an alias needs the text that it stands for"},
		{"no code", "text,code\nshake,\n", `a.csv:2: "shake" needs the code of a food`},
		{"no such kind", "text,kind\nshake,drink\n", `a.csv:2: "drink" is no kind of alias; use food, not a food, skip`},
		{"a code where there is no food", "text,kind,code\nshake,skip,1\n", `a.csv:2: "shake" is skip, and has neither a code nor grams`},
		{"no weight", "text,code,grams\nshake,1,0\n", `a.csv:2: grams: "0": what one weighs is above 0 g`},
		{"too heavy", "text,code,grams\nshake,1,50000\n", "a.csv:2: 50000 g: what one of a food weighs is above 0 and at most 20000 g"},
		{"a row too short costs no other", "text,code\nshake\nbar,2\n", "a.csv:2: the row has 1 cells, the headings are 2"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, said := read(tt.in, func(refuse func(*diary.SyntaxError)) ([]Alias, error) {
				return ReadAliases("a.csv", strings.NewReader(tt.in), anything, refuse)
			})
			if said != tt.want {
				t.Errorf("said %q\nwant %q", said, tt.want)
			}
		})
	}
}

func TestParseFact(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"energy=400 kcal", "energy_kcal 400"},
		{"energy = 1000 kJ", "energy_kcal 239"},
		{"protein=40g", "protein_g 40"},
		{"protein=40", "protein_g 40"},
		{"protein=1,5 g", "protein_g 1.5"},
		{"salt=1.25 g", "sodium_mg 500"},
		{"vitamin_d=5", "vitamin_d_mcg 5"},
		{"vitamin d=5 µg", "vitamin_d_mcg 5"},
		{"vitamin_d_mcg=5", "vitamin_d_mcg 5"},
		{"vitamin_d=200 IU", "vitamin_d_mcg 5"},
		{"vitamin_b12=2.5 mcg", "vitamin_b12_mcg 2.5"},
		{"saturated_fat=3", "saturated_fat_g 3"},
		{"iron=0", "iron_mg 0"},
		{"protein", `"protein": write a nutrient, "=" and the amount, such as protein=12g`},
		{"protein=lots", `protein: "lots" is not a number`},
		{"protein=-2", `protein: "-2" is negative`},
		{"iron=25 %", `"%" of iron is no unit for it; use mg`},
		{"kryptonite=2 g", `"kryptonite" is no nutrient; the names are those of the columns of: nutrigap match --format csv`},
	} {
		got := ""
		if id, v, err := ParseFact(tt.text); err != nil {
			got = err.Error()
		} else {
			got = fmt.Sprintf("%s %.4g", id, v)
		}
		if got != tt.want {
			t.Errorf("%q: %s, want %s", tt.text, got, tt.want)
		}
	}
}

func TestOnlyWhatTheLabelSaysIsKnown(t *testing.T) {
	l := Label{Name: "Oat bar", Of: 45, Serving: 45}
	l.Facts[nutrient.Energy], l.Facts[nutrient.Iron] = nutrient.Of(180), nutrient.Of(0)
	f, err := l.Food()
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range nutrient.All() {
		v, known := f.Per100g[id].Known()
		switch id {
		case nutrient.Energy:
			if v != 400 {
				t.Errorf("energy in 100 g is %v, want 400", v)
			}
		case nutrient.Iron:
			if !known || v != 0 {
				t.Errorf("iron is %v, known %v; the label says 0", v, known)
			}
		default:
			if known {
				t.Errorf("%s is known, and the label doesn't say it", id)
			}
		}
	}
	for text, want := range map[string]float64{"": 45, "2": 90, "1 serving": 45, "30 g": 30} {
		a, err := food.ParseAmount(text)
		if err != nil {
			t.Fatal(err)
		}
		if w, err := a.Of(f); err != nil || w.Grams != want {
			t.Errorf("%q weighs %v g (%v), want %v", text, w.Grams, err, want)
		}
	}
}

func TestLabelsThatCannotBe(t *testing.T) {
	fact := func(id nutrient.ID, v float64) (a nutrient.Amounts) { a[id] = nutrient.Of(v); return }
	for _, tt := range []struct {
		want string
		l    Label
	}{
		{"a food needs a name", Label{Name: " ", Of: 100, Facts: fact(nutrient.Energy, 1)}},
		{"values per serving need the grams of a serving", Label{Name: "x", Facts: fact(nutrient.Energy, 1)}},
		{`"x" has no nutrient; say at least its energy`, Label{Name: "x", Of: 100}},
		{`"x": 2000 kcal of energy in 100 g is more than there can be; check the number, the unit and the serving`,
			Label{Name: "x", Of: 10, Facts: fact(nutrient.Energy, 200)}},
		{`"x": 2e+05 mg of iron in 100 g is more than there can be; check the number, the unit and the serving`,
			Label{Name: "x", Of: 100, Facts: fact(nutrient.Iron, 2e5)}},
	} {
		if _, err := tt.l.Food(); err == nil || err.Error() != tt.want {
			t.Errorf("error %v, want %s", err, tt.want)
		}
	}
}

func TestReadList(t *testing.T) {
	in := "\ufeffname;per;serving_g;Energy (kcal);Salt (g);Iron (mg);colour\n" +
		"Oat bar;serving;50;200;0,5;;brown\n" +
		"Milk;;;64;;0;white\n" +
		";;;1;;;\n" +
		"Soup;litre;;20;;;\n" +
		"Tea;serving;;1;;;\n" +
		"Rice;;;lots;;;\n"
	list, said := read(in, func(refuse func(*diary.SyntaxError)) (*List, error) {
		return ReadList("own.csv", strings.NewReader(in), refuse)
	})
	want := strings.Join([]string{
		"own.csv:4: name: is empty",
		`own.csv:5: per: "litre" is not known; use 100 g, serving`,
		"own.csv:6: values per serving need the grams of a serving",
		`own.csv:7: Energy (kcal): "lots" is not a number`,
	}, "\n")
	if said != want {
		t.Errorf("said\n%s\nwant\n%s", said, want)
	}
	if diff := cmp.Diff([]string{"colour"}, list.Ignored); diff != "" {
		t.Errorf("ignored (-want +got):\n%s", diff)
	}
	var got []string
	for _, f := range list.Foods {
		got = append(got, fmt.Sprint(f.Name, f.Per100g[nutrient.Energy], f.Per100g[nutrient.Sodium], f.Per100g[nutrient.Iron]))
	}
	if diff := cmp.Diff([]string{"Oat bar{400 1} {400 1} {0 0}", "Milk{64 1} {0 0} {0 1}"}, got); diff != "" {
		t.Errorf("a blank cell is unknown and a zero is not (-want +got):\n%s", diff)
	}
}

func TestReadCodes(t *testing.T) {
	in := "code,name,alternatives\na,Dal,lentils|daal ; \nb,Roti,\"[\"\"chapati\"\"]\"\na,Naan,\n,Puri,\n"
	list, said := read(in, func(refuse func(*diary.SyntaxError)) (*List, error) {
		return ReadCodes("list.csv", strings.NewReader(in), refuse)
	})
	if want := "list.csv:4: code: \"a\": every food needs a code of its own\nlist.csv:5: code: \"\": every food needs a code of its own"; said != want {
		t.Errorf("said %q", said)
	}
	want := []*food.Food{{Code: "a", Name: "Dal", Also: []string{"lentils", "daal"}, Source: "list.csv"}, {Code: "b", Name: "Roti", Also: []string{"chapati"}, Source: "list.csv"}}
	if diff := cmp.Diff(want, list.Foods); diff != "" {
		t.Errorf("foods (-want +got):\n%s", diff)
	}
	var none *diary.FileError
	if _, err := ReadCodes("list.csv", strings.NewReader("name\nx\n"), nil); !errors.As(err, &none) {
		t.Errorf("a list without codes: %v", err)
	}
}

func FuzzReadList(f *testing.F) {
	f.Add("code,name,per,serving_g,Energy (kcal)\na,Oat bar,serving,45,180\nb,Milk,,,64\n")
	f.Add("name;Salt (g)\nSoup;1,5\n\"Stew\n")
	f.Fuzz(func(t *testing.T, text string) {
		for _, reader := range []func(string, io.Reader, func(*diary.SyntaxError)) (*List, error){ReadList, ReadCodes} {
			refused := 0
			list, err := reader("f", strings.NewReader(text), func(*diary.SyntaxError) { refused++ })
			if err != nil {
				continue
			}
			if rows := strings.Count(text, "\n") + strings.Count(text, "\r"); len(list.Foods)+refused > rows {
				t.Errorf("%d foods and %d refused rows of %d lines", len(list.Foods), refused, rows)
			}
			for _, food := range list.Foods {
				for id, q := range food.Per100g {
					if v, known := q.Known(); known && !(v >= 0 && v < 1e300) {
						t.Errorf("%q has %v of %s", food.Name, v, nutrient.ID(id))
					}
				}
			}
		}
	})
}
