package nutrientdb

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"
	"strings"

	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Food is the food with this code, as FNDDS or SR Legacy spells it, with its nutrients, portions and other names.
// The error wraps [ErrNotFound] when there is none.
func (db *DB) Food(ctx context.Context, code string) (*food.Food, error) {
	foods, err := db.Foods(ctx, code)
	if err != nil {
		return nil, err
	}
	return foods[0], nil
}

// Foods are the foods with these codes, in the order asked. A code that no food has is an error.
func (db *DB) Foods(ctx context.Context, codes ...string) ([]*food.Food, error) {
	ids := make([]int64, len(codes))
	for i, code := range codes {
		id, ok := parseCode(code)
		if !ok {
			return nil, fmt.Errorf("food %q: %w", code, ErrNotFound)
		}
		ids[i] = id
	}
	foods, err := db.inOrder(ctx, ids)
	if err != nil {
		return nil, fmt.Errorf("reading foods: %w", err)
	}
	for i, f := range foods {
		if f == nil {
			return nil, fmt.Errorf("food %q: %w", codes[i], ErrNotFound)
		}
	}
	return foods, nil
}

// inOrder are the foods with these ids in the same order, nil where there is none.
func (db *DB) inOrder(ctx context.Context, ids []int64) ([]*food.Food, error) {
	found, err := db.load(ctx, ids)
	if err != nil {
		return nil, err
	}
	foods := make([]*food.Food, len(ids))
	for i, id := range ids {
		foods[i] = found[id]
	}
	return foods, nil
}

// foodQuery reads the foods whose ids are in a JSON array: one statement for any number of them.
var foodQuery = func() string {
	keys := make([]string, nutrient.Count)
	for i := range keys {
		keys[i] = nutrient.ID(i).Key()
	}
	return "SELECT " + nameColumns + ", " + strings.Join(keys, ", ") +
		" FROM food LEFT JOIN nutrients ON food_id = id WHERE id IN (SELECT value FROM json_each(?))"
}()

// portionQuery leaves out the portions whose amount or weight the source doesn't give: they can't be weighed.
const portionQuery = `SELECT food_id, amount, label, grams, kind
	FROM portion JOIN measure ON measure.id = measure_id
	WHERE food_id IN (SELECT value FROM json_each(?)) AND amount IS NOT NULL AND grams IS NOT NULL
	ORDER BY food_id, seq`

func (db *DB) load(ctx context.Context, ids []int64) (map[int64]*food.Food, error) {
	list := jsonArray(ids)
	foods := make(map[int64]*food.Food, len(ids))
	var r nameRow
	var values [nutrient.Count]sql.NullFloat64
	fields := r.fields()
	for i := range values {
		fields = append(fields, &values[i])
	}
	err := each(ctx, db.foods, list, func(scan scan) error {
		if err := scan(fields...); err != nil {
			return err
		}
		foods[r.id] = newFood(r.name(db), &values, &db.sources[r.source])
		return nil
	})
	if err != nil {
		return nil, err
	}
	var id int64
	var p food.Portion
	err = each(ctx, db.portions, list, func(scan scan) error {
		if err := scan(&id, &p.Amount, &p.Label, &p.Grams, (*string)(&p.Kind)); err != nil {
			return err
		}
		foods[id].Portions = append(foods[id].Portions, p)
		return nil
	})
	return foods, err
}

func newFood(n Name, values *[nutrient.Count]sql.NullFloat64, s *Source) *food.Food {
	f := &food.Food{Code: n.Code, Name: n.Name, Also: n.Also, Source: n.Source, Category: n.Category, Rank: n.Rank}
	for i, v := range values {
		switch {
		case v.Valid:
			f.Per100g[i] = nutrient.Of(v.Float64)
		case s.lacks[i]:
			f.Per100g[i].State = nutrient.NotRecorded
		}
	}
	return f
}

// formatCode writes a food's id as its publisher does: five digits with leading zeros in SR Legacy, eight in FNDDS.
func formatCode(id int64) string {
	var digits [20]byte
	b := strconv.AppendInt(digits[:0], id, 10)
	if len(b) >= 5 {
		return string(b)
	}
	return "00000"[len(b):] + string(b)
}

// parseCode is the reverse; other spellings of the same number are no code.
func parseCode(code string) (int64, bool) {
	id, err := strconv.ParseInt(code, 10, 64)
	return id, err == nil && id >= 0 && formatCode(id) == code
}

func jsonArray(ids []int64) string {
	b := []byte{'['}
	for i, id := range ids {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(b, id, 10)
	}
	return string(append(b, ']'))
}
