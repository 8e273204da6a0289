package suggest

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/nutrigap/nutrigap/internal/assess"
	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/reference"
)

func mean(id nutrient.ID, amount, rda float64, status assess.Status) assess.Mean {
	m := assess.Mean{Verdict: assess.Verdict{Nutrient: id, Amount: nutrient.Of(amount), Status: status}}
	m.Target.RDA = nutrient.Of(rda)
	return m
}

func TestGaps(t *testing.T) {
	belowAI := mean(nutrient.Potassium, 2000, 0, assess.CannotTell)
	belowAI.Why, belowAI.Target.Values = assess.BelowAI, reference.Values{AI: nutrient.Of(2600)}
	means := []assess.Mean{
		mean(nutrient.Magnesium, 200, 320, assess.Shortfall),
		mean(nutrient.Iron, 5, 18, assess.CannotTell), // too little is known
		mean(nutrient.Water, 500, 2700, assess.PossibleShortfall),
		mean(nutrient.Zinc, 9, 8, assess.Adequate),
		belowAI,
	}
	want := []Gap{{nutrient.Magnesium, 200, 320}, {nutrient.Potassium, 2000, 2600}}
	if diff := cmp.Diff(want, Gaps(means, nil)); diff != "" {
		t.Error(diff)
	}
	if got := Gaps(means, []nutrient.ID{nutrient.Iron}); got != nil {
		t.Errorf("iron can't be told, but: %v", got)
	}
}

func TestAllow(t *testing.T) {
	for _, tt := range []struct {
		name, category string
		wishes         Wishes
		want           bool
	}{
		{"Lentils", "Beans, peas, legumes", Wishes{Diet: "vegan"}, true},
		{"Beans, with meat", "Beans, peas, legumes", Wishes{Diet: "vegetarian"}, false},
		{"Almond milk, unsweetened", "Plant-based milk", Wishes{Diet: "vegan"}, true},
		{"Oatmeal, made with milk", "Oatmeal", Wishes{Diet: "vegan"}, false},
		{"Oatmeal, made with milk", "Oatmeal", Wishes{Diet: "vegetarian"}, true},
		{"Ham omelet", "Eggs and omelets", Wishes{Diet: "vegetarian"}, false},
		{"Beef liver, fried", "Liver and organ meats", Wishes{}, true},
		{"Beef liver, fried", "Liver and organ meats", Wishes{Without: []string{"Liver"}}, false},
		{"Beef liver, fried", "Liver and organ meats", Wishes{Pregnant: true}, false},
		{"Almonds, unsalted", "Nuts and seeds", Wishes{Without: []string{"nuts"}}, false},
		{"Fish, salmon, raw", "Fish", Wishes{}, false},
		{"Wine, red", "Wine", Wishes{}, false},
		{"Whey protein", "Protein and nutritional powders", Wishes{}, false},
		{"Carrots, baby food", "Baby food: vegetables", Wishes{}, false},
		{"Milk, dry, not reconstituted", "Milk, whole", Wishes{}, false},
	} {
		if got := tt.wishes.Allow(tt.name, tt.category); got != tt.want {
			t.Errorf("%s for %+v: %v", tt.name, tt.wishes, got)
		}
	}
}

// draw draws a diary with gaps and limits, and foods of one portion of 100 g.
func draw(t *rapid.T) ([]Offer, []Gap, []Limit) {
	var gaps []Gap
	for _, id := range []nutrient.ID{nutrient.Magnesium, nutrient.Iron, nutrient.VitaminC}[:rapid.IntRange(1, 3).Draw(t, "gaps")] {
		amount := rapid.Float64Range(0, 99).Draw(t, "amount")
		gaps = append(gaps, Gap{id, amount, amount + rapid.Float64Range(0.5, 100).Draw(t, "missing")})
	}
	limits := []Limit{{nutrient.Sodium, rapid.Float64Range(0, 4000).Draw(t, "sodium"), 2300}, {nutrient.Iron, gaps[0].Amount, 200}}
	var offers []Offer
	for i := range rapid.IntRange(0, 12).Draw(t, "foods") {
		f := &food.Food{Code: strconv.Itoa(i), Name: "food " + strconv.Itoa(i), Portions: []food.Portion{{Amount: 1, Grams: 100, Kind: food.Usual}}}
		for id, most := range map[nutrient.ID]int{nutrient.Energy: 400, nutrient.Magnesium: 100, nutrient.Iron: 60, nutrient.VitaminC: 90, nutrient.Sodium: 600} {
			f.Per100g[id] = nutrient.Of(float64(rapid.IntRange(0, most).Draw(t, id.Key())))
		}
		o, ok := NewOffer(f, limits)
		if !ok {
			t.Fatal("a whole food makes no offer")
		}
		offers = append(offers, o)
	}
	return offers, gaps, limits
}

func TestPlansKeepEveryLimitAndCloseWhatTheySay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		offers, gaps, limits := draw(t)
		for _, o := range Best(offers, gaps, limits, 5) {
			for _, l := range limits {
				if o.Adds(l.Nutrient) > l.Room() {
					t.Errorf("%s breaks the limit of %s", o.Food.Name, l.Nutrient)
				}
			}
		}
		p := Smallest(offers, gaps, limits)
		sum := func(id nutrient.ID) (total float64) {
			for _, c := range p.Changes {
				v, _ := c.Food.Per100g[id].Known()
				total += c.Portions * v
			}
			return total
		}
		for _, c := range p.Changes {
			if c.Portions < step || c.Portions > mostPortions || math.Mod(c.Portions, step) != 0 {
				t.Errorf("%v portions", c.Portions)
			}
		}
		for _, l := range limits {
			if l.Amount+sum(l.Nutrient) > max(l.Most, l.Amount+barely*l.Most)*(1+1e-9) {
				t.Errorf("%s: %v and %v more, of %v", l.Nutrient, l.Amount, sum(l.Nutrient), l.Most)
			}
		}
		for i, g := range p.Gaps {
			if after := gaps[i].Amount + sum(g.Nutrient); math.Abs(after-g.After) > 1e-6 || g.Closed() && after < g.Goal*(1-1e-6) {
				t.Errorf("%s: says %v of %v, is %v", g.Nutrient, g.After, g.Goal, after)
			}
		}
		if sum(nutrient.Energy) > mostEnergy+1e-6 || math.Abs(sum(nutrient.Energy)-p.Energy) > 1e-6 {
			t.Errorf("energy %v, says %v", sum(nutrient.Energy), p.Energy)
		}
	})
}

func TestDataIsSound(t *testing.T) {
	r, err := rules()
	if err != nil {
		t.Fatal(err)
	}
	for category, diet := range r.diets {
		if !slices.Contains(diets, diet) {
			t.Errorf("%s: diet %q", category, diet)
		}
	}
	for _, w := range r.words {
		if strings.TrimSpace(w.text) == "" || !slices.Contains(append([]string{never, notPregnant}, diets...), w.means) {
			t.Errorf("words.csv: %+v", w)
		}
	}
	words, _ := read[wordRow]("words.csv")
	categories, _ := read[categoryRow]("categories.csv")
	texts, _ := read[textRow]("texts.csv")
	sources := []string{}
	for _, w := range words {
		sources = append(sources, w.Source)
	}
	for _, c := range categories {
		sources = append(sources, c.Source)
	}
	forbidden := regexp.MustCompile(`(?i)\byou('ve| have|'re| are)\b|deficien|\bcure|treat|diagnos|\d\s*(mg|mcg|µg|iu)\b`)
	for _, x := range texts {
		sources = append(sources, x.Source)
		if forbidden.MatchString(x.Text) || x.Text == "" {
			t.Errorf("%s says: %q", x.Key, x.Text)
		}
	}
	if slices.Contains(sources, "") {
		t.Error("a row has no source")
	}
}
