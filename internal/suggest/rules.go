package suggest

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/gocarina/gocsv"
)

//go:embed *.csv
var data embed.FS

// ruleBook is the data files understood.
type ruleBook struct {
	categories map[string]category
	groups     []group
	words      map[string][]string // by what they mean, folded
	traits     []string            // what food may hold, in the file's order
	recipes    map[string]recipe   // by code
	called     map[string]string   // the trait that people call so: "dairy" is milk
	texts      map[string]string
}

// category is what may be offered of a WWEIA category.
type category struct {
	diet   string // the strictest that allows its foods, as far as their names and recipes don't say more
	group  int
	salted string // by whom: cook, who may leave it, or maker
}

// group is a kind of food that people eat so much of and no more, in a plan for every day.
type group struct {
	Name   string  `csv:"group"`
	Grams  float64 `csv:"grams"`  // of a portion; 0 for the usual one
	Called string  `csv:"called"` // what people call a portion of that weight, if anything
	Step   float64 `csv:"step"`   // portions a week that are the least to speak of
	Most   float64 `csv:"most"`   // portions a week, all foods of the group together
	Why    string  `csv:"why"`

	Source string `csv:"source"`
}

// recipe is what the ingredients of a food say.
type recipe struct {
	holds []string
	salt  float64 // sodium out of the salt added in cooking, mg in 100 g
}

// The rows of the other data files.
type (
	categoryRow struct {
		Category string `csv:"category"`
		Diet     string `csv:"diet"`
		Group    string `csv:"group"`
		Salted   string `csv:"salted_by"`
		Source   string `csv:"source"`
	}
	wordRow struct {
		Words  string `csv:"words"`
		Means  string `csv:"means"`
		Source string `csv:"source"`
	}
	recipeRow struct {
		Code  string  `csv:"code"`
		Holds string  `csv:"holds"`
		Salt  float64 `csv:"salt_sodium_mg"`
	}
	calledRow struct {
		Called string `csv:"called"`
		Trait  string `csv:"trait"`
		Source string `csv:"source"`
	}
	textRow struct {
		Key    string `csv:"key"`
		Text   string `csv:"text"`
		Source string `csv:"source"`
	}
)

var rules = sync.OnceValues(func() (*ruleBook, error) {
	r := &ruleBook{
		categories: map[string]category{}, words: map[string][]string{}, recipes: map[string]recipe{},
		called: map[string]string{}, texts: map[string]string{},
	}
	for _, file := range []func() error{r.readCategories, r.readWords, r.readRecipes, r.readTexts} {
		if err := file(); err != nil {
			return r, err
		}
	}
	return r, nil
})

func (r *ruleBook) readCategories() (err error) {
	if r.groups, err = read[group]("groups.csv"); err != nil {
		return err
	}
	rows, err := read[categoryRow]("categories.csv")
	for _, row := range rows {
		at := slices.IndexFunc(r.groups, func(g group) bool { return g.Name == row.Group })
		if at < 0 {
			return fmt.Errorf("categories.csv: %q is in no group that is known: %q", row.Category, row.Group)
		}
		r.categories[row.Category] = category{row.Diet, at, row.Salted}
	}
	return err
}

func (r *ruleBook) readWords() error {
	rows, err := read[wordRow]("words.csv")
	for _, row := range rows {
		r.words[row.Means] = append(r.words[row.Means], folded(row.Words))
		isTrait := !strings.HasPrefix(row.Means, not) && !slices.Contains([]string{never, notPregnant, ifEaten, makerSalts}, row.Means)
		if isTrait && !slices.Contains(r.traits, row.Means) {
			r.traits = append(r.traits, row.Means)
		}
	}
	return err
}

func (r *ruleBook) readRecipes() error {
	rows, err := read[recipeRow]("recipes.csv")
	for _, row := range rows {
		r.recipes[row.Code] = recipe{strings.Fields(row.Holds), row.Salt}
	}
	return err
}

func (r *ruleBook) readTexts() error {
	called, err := read[calledRow]("called.csv")
	if err != nil {
		return err
	}
	for _, row := range called {
		r.called[folded(row.Called)] = row.Trait
	}
	rows, err := read[textRow]("texts.csv")
	for _, row := range rows {
		r.texts[row.Key] = row.Text
	}
	return err
}

func read[Row any](name string) ([]Row, error) {
	file, err := data.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var rows []Row
	if err := gocsv.UnmarshalBytes(file, &rows); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return rows, nil
}

// Text is a sentence for people, by its key in texts.csv; empty where there is none.
func Text(key string) string {
	r, err := rules()
	if err != nil {
		return "" // a test reads the files, so a release can't come here
	}
	return r.texts[key]
}
