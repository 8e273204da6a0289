package food_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// portions reads "label = grams; label = grams", with "usual" and a leading amount where it isn't 1.
func portions(text string) []food.Portion {
	var list []food.Portion
	for part := range strings.SplitSeq(text, "; ") {
		label, grams, _ := strings.Cut(part, " = ")
		p := food.Portion{Amount: 1, Label: label, Kind: food.Household}
		if rest, ok := strings.CutPrefix(label, "0.25 "); ok {
			p.Amount, p.Label = 0.25, rest
		}
		if label == "usual" {
			p.Kind = food.Usual
		}
		for _, c := range grams {
			if c == '.' {
				p.Grams /= 1
				continue
			}
			p.Grams = p.Grams*10 + float64(c-'0')
		}
		if i := strings.IndexByte(grams, '.'); i >= 0 {
			p.Grams /= math.Pow10(len(grams) - i - 1)
		}
		list = append(list, p)
	}
	return list
}

func wet(f *food.Food, water float64) *food.Food {
	f.Per100g[nutrient.Water] = nutrient.Of(water)
	return f
}

var (
	apple   = &food.Food{Name: "Apple, raw", Category: "Apples", Portions: portions("small = 165; medium = 200; large = 242; slice = 25; cup = 125; usual = 200")}
	pear    = &food.Food{Name: "Pears, raw", Portions: portions("small = 148; medium = 178; large = 230; cup = 140")}
	bread   = &food.Food{Name: "Bread, white", Category: "Yeast breads", Portions: portions("small or thin/very thin slice = 24; medium or regular slice = 28; large or thick slice = 43; slice, crust not eaten = 13; cup = 40; usual = 28")}
	egg     = &food.Food{Name: "Egg, whole, boiled", Category: "Eggs and omelets", Portions: portions("egg = 50; cup = 135; slice = 5; usual = 50")}
	cola    = wet(&food.Food{Name: "Soft drink, cola", Category: "Soft drinks", Portions: portions("fl oz (no ice) = 31; fl oz (with ice) = 23; can (12 fl oz) = 372; bottle (20 fl oz) = 620; small drink = 372; medium drink = 512; usual = 372")}, 90)
	coffee  = wet(&food.Food{Name: "Coffee, brewed", Category: "Coffee", Portions: portions("fl oz = 30; cup (8 fl oz) = 240; small = 360; medium = 480; usual = 360")}, 99)
	honey   = &food.Food{Name: "Honey", Category: "Sugars and honey", Portions: portions("tablespoon = 20; cup = 320; usual = 7")}
	flour   = &food.Food{Name: "Wheat flour, white, cake, enriched", Category: "Cereal Grains and Pasta", Portions: portions("cup unsifted, dipped = 137")}
	onion   = &food.Food{Name: "Onions, raw", Category: "Onions", Portions: portions("slice = 15; ring = 5; cup = 115; whole = 148; usual = 15")}
	cheese  = &food.Food{Name: "Cheese, Cheddar", Category: "Cheese", Portions: portions("cup, shredded = 113; cup, diced = 132; slice = 28; cubic inch = 17; usual = 28")}
	nuts    = &food.Food{Name: "Pistachio nuts, NFS", Category: "Nuts and seeds", Portions: portions("cup, NFS = 58; cup, in shell, yields = 58; cup, without shell = 128; nut = 0.7; usual = 28")}
	rice    = &food.Food{Name: "Rice, cooked", Category: "Rice", Portions: portions("cup, cooked = 158; oz, dry, yields = 72; usual = 118")}
	salt    = &food.Food{Name: "Salt, table", Category: "Spices and Herbs", Portions: portions("tsp = 6; tbsp = 18; cup = 292; dash = 0.4")}
	crumbs  = &food.Food{Name: "Bread, crumbs, dry, grated, plain", Category: "Baked Products", Portions: portions("cup = 108; oz = 28.35")}
	wine    = wet(&food.Food{Name: "Wine, red", Category: "Wine"}, 86)
	salad   = &food.Food{Name: "Lettuce, raw", Category: "Lettuce and lettuce salads", Portions: portions("leaf = 8; head = 539; cup = 35; usual = 18")}
	dates   = wet(&food.Food{Name: "Dates, medjool", Category: "Fruits and Fruit Juices", Portions: portions("date, pitted = 24")}, 21)
	tomato  = &food.Food{Name: "Tomatoes, raw", Category: "Tomatoes", Portions: portions("slice = 20; grape tomato = 8; cherry = 17; plum tomato = 60; whole = 125; usual = 45")}
	pizza   = &food.Food{Name: "Pizza, cheese", Category: "Pizza", Portions: portions("piece, NFS = 119; piece, small pizza = 80; medium pizza (11-12\" diameter) = 691; personal size pizza (5-7\" diameter) = 175; usual = 238")}
	sausage = &food.Food{Name: "Sausage", Portions: portions("patty = 35; cocktail or miniature link = 10; breakfast size link = 20; bun-size or griller link = 75; sausage (10 inches long) = 227; usual = 60")}
	pouch   = wet(&food.Food{Name: "Fruit juice drink (Capri Sun)", Category: "Fruit drinks", Portions: portions("fl oz (no ice) = 31; Capri Sun pouch = 186; usual = 248")}, 88)
	siopao  = &food.Food{Name: "Siopao, filled", Portions: portions("bun = 95; usual = 95")}
	sub     = &food.Food{Name: "SUBWAY, turkey breast sub", Portions: []food.Portion{{Amount: 6, Label: "inch sub", Grams: 184, Kind: food.Household}}}
	leaves  = &food.Food{Name: "Spinach, raw", Portions: portions("leaf = 10; cup = 30; bunch = 340")}
	agave   = &food.Food{Name: "Sweetener, syrup, agave", Portions: portions("tsp = 6.9; 0.25 cup = 55")}
	almonds = &food.Food{Name: "Nuts, almonds, dry roasted", Portions: portions("cup whole kernels = 138")}
	candy   = &food.Food{Name: "Chocolate candy", Category: "Candy", Portions: portions("piece = 8; fun/snack size = 15; pouch/regular size = 45; usual = 45")}
	stone   = &food.Food{Name: "Stone"}
)

func TestOf(t *testing.T) {
	for _, tt := range []struct {
		claim  string
		amount string
		food   *food.Food
		grams  float64
		basis  string // a part of it
	}{
		{"a weight is a weight", "150 g", apple, 150, "weighed"},
		{"a stated weight wins over the portion", "2.00 slice - each 3/4 oz", bread, 42.5, "stated: 0.75 oz each"},
		{"the food's own portion", "1 slice", cheese, 28, "portion: 1 slice (28 g)"},
		{"no size means the medium or regular one", "2 slices", bread, 56, "medium or regular slice"},
		{"a thick slice", "1 thick slice", bread, 43, "large or thick slice"},
		{"a bare count is of the medium one", "2", pear, 356, "1 medium (178 g)"},
		{"where many were weighed, their size wins", "2", apple, 364, "USDA SR Legacy 09003"},
		{"a bare count is of what the food is called", "2", egg, 100, "1 egg (50 g)"},
		{"a size that the food lacks is that of such a food", "1 large", onion, 150, "USDA SR Legacy 11282"},
		{"a size that nobody lists is scaled", "1 large", siopao, 133, "1 bun (95 g)"},
		{"large eggs weigh what the table calls one", "3 large", egg, 150, "USDA SR Legacy 01123"},
		{"a serving of pieces that can be weighed", "2.00 x 3.0 slices", bread, 168, "medium or regular slice"},
		{"a serving of pieces that can't", "2.00 x 20.0 pieces", honey, 14, "usual portion"},
		{"a grape tomato is no tomato", "1 medium", tomato, 123, "USDA SR Legacy 11529"},
		{"a pizza is eaten by the piece", "2", pizza, 238, "piece, NFS"},
		{"a pizza of a size is a whole one", "1 medium", pizza, 691, "medium pizza"},
		{"no amount is the usual portion", "", apple, 200, "usual portion (200 g)"},
		{"a serving is the usual portion", "2 servings", honey, 14, "usual portion (7 g)"},
		{"a spoon from the same food's other spoon", "1 tsp", honey, 6.67, "1 tablespoon (20 g)"},
		{"millilitres from a cup", "100 ml", honey, 135.3, "tablespoon"},
		{"a metric cup where a number says so", "1 cup (250 ml)", honey, 338.1, "portion: 1 cup (320 g)"},
		{"no ice unless somebody says so", "10 fl oz", cola, 310, "no ice"},
		{"a can of the food", "1 can", cola, 372, "can (12 fl oz)"},
		{"a can of another size", "330 ml can", cola, 345.9, "no ice"},
		{"an ounce of a drink is a fluid ounce", "12 oz", cola, 372, "fluid ounce"},
		{"a medium cup of coffee", "1 medium cup", coffee, 480, "1 medium (480 g)"},
		{"a cup of coffee", "1 cup", coffee, 240, "cup (8 fl oz)"},
		{"one coffee is the usual one", "1", coffee, 360, "usual portion"},
		{"the cut that was said", "1 cup, shredded", cheese, 113, "cup, shredded"},
		{"another word for the same cut", "1 cup, cubed", cheese, 132, "cup, diced"},
		{"nuts without shells", "1/2 cup, shelled", nuts, 64, "without shell"},
		{"two measures of an amount are added", "1 cup plus 2 tbsp", honey, 360, "1 cup"},
		{"a heaping spoon", "1 heaping tbsp", honey, 26, "1 tablespoon"},
		{"a special filling that nobody named gives way to the common one", "1 cup", flour, 115.9, "density 0.49 g/ml"},
		{"a dry weight is what it yields", "2 oz, dry", rice, 144, "oz, dry, yields"},
		{"kosher salt is coarser", "1 tsp, kosher", salt, 5.32, "Morton"},
		{"panko is lighter than crumbs", "1 cup, panko", crumbs, 59.1, "density 0.25"},
		{"of two volumes the one that a syrup can weigh", "1 cup", agave, 331, "1 tsp (6.9 g)"},
		{"dry roasted nuts aren't dry when chopped", "1/2 cup, sliced", almonds, 46, "density 0.389"},
		{"a glass of wine is declared", "1 glass", wine, 148.5, "typical glass"},
		{"a bowl is declared", "1 bowl", salad, 70, "typical bowl"},
		{"a handful of leaves is more than one of nuts", "1 handful", salad, 35.5, "typical handful"},
		{"a head, not a leaf, is one of them", "1", salad, 539, "1 head"},
		{"fruit is no drink, whatever its category is called", "2", dates, 48, "date, pitted"},
		{"chopped dates by density", "1/2 cup, diced", dates, 73.5, "density 0.621"},
		{"a sub of six inches is one", "1", sub, 184, "1 6 inch sub"},
		{"a leaf is no spinach", "1", leaves, 30, "cup"},
		{"zero weighs nothing", "0 g", apple, 0, "weighed"},
	} {
		t.Run(tt.claim, func(t *testing.T) {
			a, err := food.ParseAmount(tt.amount)
			if err != nil {
				t.Fatal(err)
			}
			w, err := a.Of(tt.food)
			if err != nil {
				t.Fatal(err)
			}
			if math.Abs(w.Grams-tt.grams) > 0.006*tt.grams || !strings.Contains(w.Basis, tt.basis) {
				t.Errorf("%s of %s is %.1f g (%s), want %.1f g (... %s ...)", tt.amount, tt.food.Name, w.Grams, w.Basis, tt.grams, tt.basis)
			}
			if w.Low > w.Grams || w.High < w.Grams {
				t.Errorf("%.1f g is not within %.1f to %.1f", w.Grams, w.Low, w.High)
			}
		})
	}
}

func TestOfTheWordsBesideTheAmount(t *testing.T) {
	for _, tt := range []struct {
		claim, text string
		food        *food.Food
		grams       float64
	}{
		{"a personal size pizza is a whole one", "a personal-sized cheese pizza", pizza, 175},
		{"a bar of candy is the regular size", "a bar of chocolate candy", candy, 45},
		{"a bar is no piece", "a chocolate candy bar", candy, 45},
		{"two bars", "2 chocolate bars", candy, 90},
		{"unless it is of another size", "a fun size candy bar", candy, 15},
		{"pizza slices are pieces", "2 pizza slices", pizza, 238},
		{"a large piece is of a large pizza", "a piece of small pizza", pizza, 80},
		{"a sausage link is no patty", "an Italian sausage link", sausage, 75},
		{"a bun-sized link", "one bun-sized sausage", sausage, 75},
		{"a brand's own portion", "1 Capri Sun", pouch, 186},
		{"no amount, but a portion is named", "beef sausage patty", sausage, 35},
		{"a flour that only stands in weighs what was said", "1/2 cup hazelnut flour", flour, 44.5},
		{"leaves aren't heads", "2 lettuce leaves", salad, 16},
		{"a paste weighs as a paste", "1/3 cup almond paste", almonds, 86.7},
		{"fresh crumbs of what was found as bread", "1 cup fresh breadcrumbs", bread, 68.6},
		{"what comes after or isn't what it is", "1/2 cup sliced almonds or almond paste", almonds, 46},
		{"a half of a dozen", "half a dozen boiled eggs", egg, 300},
	} {
		t.Run(tt.claim, func(t *testing.T) {
			a, rest, ok := food.FindAmount(tt.text)
			if !ok {
				a = food.UsualPortion()
				a.Context = rest
			}
			w, err := a.Of(tt.food)
			if err != nil || math.Abs(w.Grams-tt.grams) > 0.01*tt.grams {
				t.Errorf("%s weighs %.1f g (%s, %v), want %g g", tt.text, w.Grams, w.Basis, err, tt.grams)
			}
		})
	}
}

func TestBesideTellsAVolumeWhatTheFoodsTextSays(t *testing.T) {
	for _, tt := range []struct {
		claim, amount, text string
		food                *food.Food
		grams               float64
	}{
		{"how it is cut", "1/2 cup", "Cheddar, cubed", cheese, 66},
		{"what it is called", "1/2 cup", "hazelnut flour", flour, 44.5},
		{"a weight stays", "100 g", "hazelnut flour", flour, 100},
		{"a piece stays", "1 slice", "Cheddar, cubed", cheese, 28},
	} {
		t.Run(tt.claim, func(t *testing.T) {
			a, err := food.ParseAmount(tt.amount)
			if err != nil {
				t.Fatal(err)
			}
			w, err := a.Beside(tt.text).Of(tt.food)
			if err != nil || math.Abs(w.Grams-tt.grams) > 0.01*tt.grams {
				t.Errorf("%s of %s weighs %.1f g (%s, %v), want %g g", tt.amount, tt.text, w.Grams, w.Basis, err, tt.grams)
			}
		})
	}
}

func TestOfErrors(t *testing.T) {
	unweighable := amount(2, "slice")
	var we *food.WeighError
	if _, err := unweighable.Of(honey); !errors.As(err, &we) {
		t.Errorf("slices of honey: %v", err)
	}
	const want = `"2 slice" of "Honey" can't be weighed; give grams, or one of: tablespoon; cup`
	if _, err := unweighable.Of(honey); err.Error() != want {
		t.Errorf("got %q, want %q", err, want)
	}
	if _, err := amount(1, "cup").Of(stone); err == nil || err.Error() != `"1 cup" of "Stone" can't be weighed; give grams` {
		t.Errorf("a food without portions: %v", err)
	}
	if _, err := amount(1, "recipe").Of(apple); !errors.As(err, &we) {
		t.Errorf("a recipe: %v", err)
	}
	if _, err := amount(3, "glug").Of(apple); !errors.As(err, &we) {
		t.Errorf("an unknown unit: %v", err)
	}
	if w, err := amount(1, "siopao").Of(siopao); err != nil || w.Grams != 95 {
		t.Errorf("an unknown unit that is the food's name: %v, %v", w, err)
	}
	var re *food.RangeError
	for _, a := range []food.Amount{amount(-1, "g"), amount(math.NaN(), "g"), amount(math.Inf(1), "g"), amount(21, "kg"), amount(900, "cup")} {
		if _, err := a.Of(apple); !errors.As(err, &re) {
			t.Errorf("%v of apple: %v", a, err)
		}
	}
	if _, err := amount(21, "kg").Of(apple); err.Error() != `"21 kg" of "Apple, raw" would weigh 21 kg; check the number and the unit` {
		t.Error(err)
	}
}
