package nutrientdb

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
	"strings"
)

// Name is what there is to know of a food without its nutrients and portions: enough to index it by its words.
type Name struct {
	Code     string
	Name     string
	Also     []string // additional descriptions, common names, brands
	Source   string
	Category string
	Rank     int // place among the foods that people report most often, 1 the commonest; 0 is unranked
	Known    int // how many nutrients have a value, 0 to nutrient.Count
}

// Names lists every food in the order of its code as a number. It ends at the first error.
func (db *DB) Names(ctx context.Context) iter.Seq2[Name, error] {
	return func(yield func(Name, error) bool) {
		rows, err := db.db.QueryContext(ctx, "SELECT "+nameColumns+" FROM food ORDER BY id")
		if err != nil {
			yield(Name{}, fmt.Errorf("listing foods: %w", err))
			return
		}
		defer rows.Close()
		var r nameRow
		fields := r.fields()
		for rows.Next() {
			if err := rows.Scan(fields...); err != nil {
				yield(Name{}, fmt.Errorf("listing foods: %w", err))
				return
			}
			if !yield(r.name(db), nil) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(Name{}, fmt.Errorf("listing foods: %w", err))
		}
	}
}

// nameColumns are the columns of food that a nameRow reads.
const nameColumns = "id, name, also, source_id, category_id, rank, known"

type nameRow struct {
	id               int64
	text             string
	also             sql.NullString
	source, category int
	rank             sql.NullInt64
	known            int
}

func (r *nameRow) fields() []any {
	return []any{&r.id, &r.text, &r.also, &r.source, &r.category, &r.rank, &r.known}
}

func (r *nameRow) name(db *DB) Name {
	n := Name{
		Code:     formatCode(r.id),
		Name:     r.text,
		Source:   db.sources[r.source].Name,
		Category: db.categories[r.category],
		Rank:     int(r.rank.Int64),
		Known:    r.known,
	}
	if r.also.Valid {
		n.Also = strings.Split(r.also.String, "; ")
	}
	return n
}
