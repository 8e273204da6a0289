package nutrientdb

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/nutrigap/nutrigap/internal/food"
)

const (
	maxWords      = 16  // of a search that count; a food's name has fewer
	maxCandidates = 500 // rows that full text search may hand to the ordering
)

// Search finds foods whose names have every word of text, or, when none has, some of them; the last word may be
// the beginning of a longer one. The likeliest come first: those that begin with the words, the plain, and the
// foods that people eat often. Text without a word, and a limit below 1, find nothing.
func (db *DB) Search(ctx context.Context, text string, limit int) ([]*food.Food, error) {
	words := searchWords(text)
	if len(words) == 0 || limit < 1 {
		return nil, nil
	}
	hits, err := db.candidates(ctx, words, " AND ")
	if err == nil && len(hits) == 0 && len(words) > 1 {
		hits, err = db.candidates(ctx, words, " OR ")
	}
	if err != nil {
		return nil, fmt.Errorf("searching %q: %w", text, err)
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Compare(b.score, a.score) })
	hits = hits[:min(limit, len(hits))]
	ids := make([]int64, len(hits))
	for i, h := range hits {
		ids[i] = h.id
	}
	found, err := db.load(ctx, ids)
	if err != nil {
		return nil, fmt.Errorf("searching %q: %w", text, err)
	}
	foods := make([]*food.Food, len(ids))
	for i, id := range ids {
		foods[i] = found[id]
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

// candidates are the best rows for the words as FTS5 ranks them: a word in the name counts five times one in the
// other names.
func (db *DB) candidates(ctx context.Context, words []string, operator string) (hits []hit, err error) {
	match := `"` + strings.Join(words, `"`+operator+`"`) + `"*`
	var r nameRow
	var relevance float64
	fields := append(r.fields(), &relevance)
	err = db.each(ctx, `SELECT `+nameColumns+`, relevance
		FROM (SELECT rowid, -bm25(food_fts, 5, 1) AS relevance FROM food_fts WHERE food_fts MATCH ? ORDER BY relevance DESC LIMIT ?)
		JOIN food ON id = rowid ORDER BY relevance DESC, id`,
		[]any{match, maxCandidates}, func(scan scan) error {
			err := scan(fields...)
			hits = append(hits, hit{r.id, relevance + plainness(words, &r)})
			return err
		})
	return hits, err
}

// plainness is what bm25 can't see, in its own scale: the words stand first in the name, the name says little
// more than they do, and people eat this food.
func plainness(words []string, r *nameRow) (score float64) {
	name := searchWords(r.text)
	for i, w := range words {
		if i < len(name) && strings.HasPrefix(name[i], strings.TrimSuffix(w, "s")) {
			score += 2
		}
	}
	score -= 0.4 * float64(max(0, len(name)-len(words)))
	if r.rank.Valid {
		score += 4 - math.Log10(float64(r.rank.Int64))
	}
	if r.known == 0 {
		score -= 10
	}
	return score
}
