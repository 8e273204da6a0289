package nutrientdb

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/nutrigap/nutrigap/internal/food"
)

// maxWords is how many words of a search count; hardly a food's name has more.
const maxWords = 16

// Search finds the foods whose names have every word of text; when there are none, those where the last word is the
// beginning of a longer one; when there are none either, those with some of the words. The likeliest come first:
// names that begin with the words and say little more, and foods that people eat often. Text without a word, and a
// limit below 1, find nothing.
func (db *DB) Search(ctx context.Context, text string, limit int) ([]*food.Food, error) {
	words := searchWords(text)
	if len(words) == 0 || limit < 1 {
		return nil, nil
	}
	quoted := `"` + strings.Join(words, `" "`) + `"`
	var hits []hit
	for _, match := range []string{quoted, quoted + "*", strings.ReplaceAll(quoted, " ", " OR ")} {
		var err error
		if hits, err = db.hits(ctx, match, words); err != nil {
			return nil, fmt.Errorf("searching %q: %w", text, err)
		}
		if len(hits) > 0 {
			break
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Compare(b.score, a.score) })
	hits = hits[:min(limit, len(hits))]
	ids := make([]int64, len(hits))
	for i, h := range hits {
		ids[i] = h.id
	}
	foods, err := db.inOrder(ctx, ids)
	if err != nil {
		return nil, fmt.Errorf("searching %q: %w", text, err)
	}
	return foods, nil
}

// searchWords are the runs of letters and digits in a text, in lower case. Nothing of FTS5's own syntax is left.
func searchWords(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	return words[:min(maxWords, len(words))]
}

// hit is a food that a search found.
type hit struct {
	id    int64
	score float64
}

// hits are the rows that match, by rising id; a word in the name counts five times one in the other names.
func (db *DB) hits(ctx context.Context, match string, words []string) (hits []hit, err error) {
	var r nameRow
	var relevance float64
	fields := append(r.fields(), &relevance)
	err = db.each(ctx, `SELECT `+nameColumns+`, relevance
		FROM (SELECT rowid, -bm25(food_fts, 5, 1) AS relevance FROM food_fts WHERE food_fts MATCH ?)
		JOIN food ON id = rowid ORDER BY id`,
		[]any{match}, func(scan scan) error {
			err := scan(fields...)
			hits = append(hits, hit{r.id, relevance + plainness(words, &r)})
			return err
		})
	return hits, err
}
