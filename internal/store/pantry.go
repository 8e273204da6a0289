package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/pantry"
)

// Pantry is everything of the person's own, in one state.
func (db *DB) Pantry(ctx context.Context) (*pantry.Pantry, error) {
	p, err := db.pantry(ctx)
	return p, db.explain(ctx, err)
}

func (db *DB) pantry(ctx context.Context) (*pantry.Pantry, error) {
	tx, err := db.sql.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	defer tx.Rollback()
	p := &pantry.Pantry{}
	err = eachRow(ctx, tx, `SELECT text, kind, code, coalesce(grams, 0) FROM alias ORDER BY key`, func(scan func(...any) error) error {
		var a pantry.Alias
		err := scan(&a.Text, &a.Kind, &a.Code, &a.Grams)
		p.Aliases = append(p.Aliases, a)
		return err
	})
	if err != nil {
		return nil, err
	}
	err = eachRow(ctx, tx, `SELECT id, name, also, per_100g, portions FROM own_food ORDER BY id`, func(scan func(...any) error) error {
		r := ownRow{prefix: pantry.FoodPrefix}
		if err := scan(&r.id, &r.name, &r.also, &r.per100g, &r.portions); err != nil {
			return err
		}
		f, err := r.food()
		p.Foods = append(p.Foods, f)
		return err
	})
	if err != nil {
		return nil, err
	}
	err = eachRow(ctx, tx, `
		SELECT id, name, coalesce(yield_grams, 0), coalesce(servings, 0), ingredients, per_100g, portions
		FROM recipe ORDER BY id`, func(scan func(...any) error) error {
		r := ownRow{prefix: pantry.DishPrefix, also: "null"}
		var d pantry.Dish
		var lines string
		if err := scan(&r.id, &r.name, &d.YieldGrams, &d.Servings, &lines, &r.per100g, &r.portions); err != nil {
			return err
		}
		d.Name = r.name
		for i, text := range strings.Split(lines, "\n") {
			d.Ingredients = append(d.Ingredients, pantry.Ingredient{Line: i + 1, Text: text})
		}
		var err error
		d.Food, err = r.food()
		p.Dishes = append(p.Dishes, d)
		return err
	})
	return p, err
}

// eachRow hands the rows of a query to use.
func eachRow(ctx context.Context, q querier, query string, use func(scan func(...any) error) error, args ...any) error {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := use(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// ownRow is a food of one's own as the database has it.
type ownRow struct {
	prefix, name, also, per100g, portions string
	id                                    int64
}

// food is the food of a row. A nutrient of another version of this program is left out.
func (r *ownRow) food() (*food.Food, error) {
	f := &food.Food{Code: fmt.Sprint(r.prefix, r.id), Name: r.name, Source: pantry.Source, Category: "Own foods"}
	if r.prefix == pantry.DishPrefix {
		f.Category = "Own recipes"
	}
	var known map[string]float64
	for text, into := range map[string]any{r.also: &f.Also, r.per100g: &known, r.portions: &f.Portions} {
		if err := json.Unmarshal([]byte(text), into); err != nil {
			return nil, damaged(fmt.Errorf("%s: %w", f.Code, err))
		}
	}
	for key, v := range known {
		if id, ok := nutrient.ByKey(key); ok {
			f.Per100g[id] = nutrient.Of(v)
		}
	}
	return f, nil
}

// encode is the reverse of [ownRow.food], without the id.
func encode(f *food.Food) (ownRow, error) {
	known := map[string]float64{}
	for id, q := range f.Per100g {
		if v, ok := q.Known(); ok {
			known[nutrient.ID(id).Key()] = v
		}
	}
	r := ownRow{name: f.Name}
	for _, c := range []struct {
		value any
		into  *string
	}{{f.Also, &r.also}, {known, &r.per100g}, {f.Portions, &r.portions}} {
		text, err := json.Marshal(c.value)
		if err != nil {
			return r, fmt.Errorf("%q: %w", f.Name, err)
		}
		*c.into = string(text)
	}
	return r, nil
}
