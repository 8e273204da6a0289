package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/pantry"
)

// SetAliases keeps aliases, all or none. One for the same text is replaced.
func (db *DB) SetAliases(ctx context.Context, aliases ...pantry.Alias) error {
	return db.write(ctx, func(tx *sql.Tx) error {
		for i := range aliases {
			a := &aliases[i]
			if err := a.Check(); err != nil {
				return err
			}
			_, err := tx.ExecContext(ctx, `
				INSERT INTO alias (key, text, kind, code, grams)
				VALUES (?, ?, ?, ?, ?)
				ON CONFLICT (key) DO UPDATE
				SET text = excluded.text, kind = excluded.kind, code = excluded.code, grams = excluded.grams`,
				pantry.Key(a.Text), a.Text, a.Kind, a.Code, said(a.Grams))
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// RemoveAlias forgets what a text means, and reports whether anything was known of it.
func (db *DB) RemoveAlias(ctx context.Context, text string) (found bool, err error) {
	err = db.write(ctx, func(tx *sql.Tx) error {
		n, err := affected(tx.ExecContext(ctx, `DELETE FROM alias WHERE key = ?`, pantry.Key(text)))
		found = n > 0
		return err
	})
	return found, err
}

// PutFoods keeps foods of one's own, all or none, and returns their codes. A food of the same name is
// replaced and keeps its code.
func (db *DB) PutFoods(ctx context.Context, foods ...*food.Food) (codes []string, err error) {
	err = db.write(ctx, func(tx *sql.Tx) error {
		for _, f := range foods {
			r, err := encode(f)
			if err != nil {
				return err
			}
			err = tx.QueryRowContext(ctx, `
				INSERT INTO own_food (key, name, also, per_100g, portions)
				VALUES (?, ?, ?, ?, ?)
				ON CONFLICT (key) DO UPDATE
				SET name = excluded.name, also = excluded.also, per_100g = excluded.per_100g, portions = excluded.portions
				RETURNING id`, pantry.Key(f.Name), r.name, r.also, r.per100g, r.portions).Scan(&r.id)
			if err != nil {
				return err
			}
			codes = append(codes, fmt.Sprint(pantry.FoodPrefix, r.id))
		}
		return nil
	})
	return codes, err
}

// PutDish keeps a recipe and the food that it came to, and returns its code. A recipe of the same name is
// replaced and keeps its code.
func (db *DB) PutDish(ctx context.Context, d *pantry.Dish) (code string, err error) {
	err = db.write(ctx, func(tx *sql.Tx) error {
		r, err := encode(d.Food)
		if err != nil {
			return err
		}
		err = tx.QueryRowContext(ctx, `
			INSERT INTO recipe (key, name, yield_grams, servings, ingredients, per_100g, portions)
			VALUES (?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (key) DO UPDATE
			SET name = excluded.name, yield_grams = excluded.yield_grams, servings = excluded.servings,
			    ingredients = excluded.ingredients, per_100g = excluded.per_100g, portions = excluded.portions
			RETURNING id`,
			pantry.Key(d.Name), d.Name, said(d.YieldGrams), said(d.Servings), d.Lines(), r.per100g, r.portions).Scan(&r.id)
		code = fmt.Sprint(pantry.DishPrefix, r.id)
		return err
	})
	return code, err
}

// RemoveOwn forgets a food of one's own or a recipe by its code, with the aliases that mean it, which it
// counts. It reports whether there was one.
func (db *DB) RemoveOwn(ctx context.Context, code string) (found bool, aliases int, err error) {
	table, id := "own_food", ""
	if rest, ok := strings.CutPrefix(code, pantry.DishPrefix); ok {
		table, id = "recipe", rest
	} else if rest, ok := strings.CutPrefix(code, pantry.FoodPrefix); ok {
		id = rest
	}
	err = db.write(ctx, func(tx *sql.Tx) error {
		n, err := affected(tx.ExecContext(ctx, `DELETE FROM `+table+` WHERE CAST(id AS TEXT) = ?`, id))
		if err != nil || n == 0 {
			return err
		}
		found = true
		aliases, err = affected(tx.ExecContext(ctx, `DELETE FROM alias WHERE code = ?`, code))
		return err
	})
	return found, aliases, err
}

// write runs one transaction.
func (db *DB) write(ctx context.Context, do func(*sql.Tx) error) error {
	tx, err := db.sql.BeginTx(ctx, nil)
	if err != nil {
		return db.explain(ctx, err)
	}
	defer tx.Rollback() // after the commit it does nothing
	if err := do(tx); err != nil {
		return db.explain(ctx, err)
	}
	return db.explain(ctx, tx.Commit())
}

func affected(r sql.Result, err error) (int, error) {
	if err != nil {
		return 0, err
	}
	n, err := r.RowsAffected()
	return int(n), err
}

// said is a figure that somebody gave, or NULL for zero, which means that nobody did.
func said(v float64) any {
	if v == 0 {
		return nil
	}
	return v
}
