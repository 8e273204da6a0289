package pantry

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Recipe is what somebody cooks, as written.
type Recipe struct {
	Name        string
	YieldGrams  float64 // what it weighs when it is done; 0 where nobody said
	Servings    float64 // 0 where nobody said
	Ingredients []Ingredient
}

// Ingredient is one line of a recipe.
type Ingredient struct {
	Line int    // in its file, from 1
	Text string // "200 g lentils, dry"
}

// Dish is a recipe and what became of it: a food with a code that begins with [DishPrefix].
type Dish struct {
	Recipe
	Food *food.Food
}

// The most that a recipe may be.
const (
	maxRecipe      = 64 << 10 // bytes
	maxIngredients = 200
	maxServings    = 1000
)

// ParseRecipe reads a recipe: its name in the first line, with or without "#", then ingredients, one a
// line, as people write them ("2 tbsp olive oil"). "yield: 900 g" says what it weighs when it is done and
// "servings: 4" how many it feeds. Bullets, headings ("## Dough", "For the sauce:") and blank lines don't
// matter. An error is a *[diary.SyntaxError], or one of the reader.
func ParseRecipe(file string, r io.Reader) (*Recipe, error) {
	p := &recipeParser{pos: diary.Pos{File: file}}
	in := bufio.NewScanner(io.LimitReader(r, maxRecipe+1))
	in.Buffer(make([]byte, 0, 4<<10), maxRecipe+2)
	size := 0
	for in.Scan() {
		p.pos.Line++
		if size += len(in.Bytes()) + 1; size > maxRecipe+1 {
			return nil, p.refusal("a recipe is at most %d kB of text", maxRecipe>>10)
		}
		if err := p.line(strings.TrimSpace(strings.ToValidUTF8(strings.TrimPrefix(in.Text(), "\ufeff"), "�"))); err != nil {
			return nil, err
		}
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if p.recipe.Name == "" {
		return nil, &diary.FileError{File: file, Reason: "is empty", Advice: "write the name in the first line, then the ingredients"}
	}
	if len(p.recipe.Ingredients) == 0 {
		return nil, &diary.FileError{File: file, Reason: "has no ingredients", Advice: "write one a line below the name: 200 g lentils, dry"}
	}
	return &p.recipe, nil
}

type recipeParser struct {
	pos    diary.Pos
	recipe Recipe
}

func (p *recipeParser) refusal(format string, args ...any) *diary.SyntaxError {
	return &diary.SyntaxError{Pos: p.pos, Reason: fmt.Sprintf(format, args...)}
}

// line reads one trimmed line.
func (p *recipeParser) line(text string) error {
	r := &p.recipe
	title, isTitle := strings.CutPrefix(text, "#")
	title = strings.TrimSpace(strings.TrimLeft(title, "#"))
	switch {
	case text == "":
		return nil
	case r.Name == "":
		if Key(title) == "" || strings.Trim(title, "# ") == "" {
			return p.refusal("the first line is the name of the recipe")
		}
		r.Name = title
		return nil
	case isTitle || strings.HasSuffix(text, ":"):
		return nil
	}
	if key, value, ok := strings.Cut(text, ":"); ok {
		switch strings.ToLower(strings.TrimSpace(key)) {
		case "yield", "yields", "makes":
			return p.yield(strings.TrimSpace(value))
		case "servings", "serves", "portions":
			return p.servings(strings.TrimSpace(value))
		}
	}
	if text = strings.TrimSpace(strings.TrimLeft(text, "-*•·–—+ ")); text == "" {
		return nil
	}
	if len(r.Ingredients) == maxIngredients {
		return p.refusal("a recipe has at most %d ingredients", maxIngredients)
	}
	r.Ingredients = append(r.Ingredients, Ingredient{p.pos.Line, text})
	return nil
}

// yield reads a weight, or a number of servings.
func (p *recipeParser) yield(text string) error {
	a, err := food.ParseAmount(text)
	if err != nil || a.Unit == "" || a.Unit == food.Serving || a.Unit == food.Piece {
		return p.servings(text)
	}
	w, err := a.Of(&food.Food{Name: p.recipe.Name})
	if err != nil || w.Grams <= 0 || w.Low != w.High {
		return p.refusal("yield: %q is no weight; write it in grams, such as 900 g", text)
	}
	p.recipe.YieldGrams = w.Grams
	return nil
}

func (p *recipeParser) servings(text string) error {
	number, _, _ := strings.Cut(text, " ")
	n, err := nutrient.ParseNumber(number)
	if err != nil || !(n > 0 && n <= maxServings) {
		return p.refusal("servings: %q is no number between 1 and %d", text, maxServings)
	}
	p.recipe.Servings = n
	return nil
}

// Lines are the ingredients as one text, a line each.
func (r *Recipe) Lines() string {
	lines := make([]string, len(r.Ingredients))
	for i, in := range r.Ingredients {
		lines[i] = in.Text
	}
	return strings.Join(lines, "\n")
}
